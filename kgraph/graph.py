"""The graph as Python users and commands hold it: claims, things, questions and paths over one store.

    import kgraph

    graph = kgraph.open("output")
    for claim in graph.claims.about(graph.find("boasberg").term):
        print(claim.status, claim.label)

In comes where the graph lies (or quads), out come claims with who says them, answers, and the rdflib and networkx
views. Queries of users run in a process of their own that can be ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kgraph import ontology as vocabulary
from kgraph import registry as known
from kgraph.claims import Claims, Named, lookup
from kgraph.store import Answer, Store, Worker
from kgraph.terms import Quad, Term

if TYPE_CHECKING:
    import networkx
    import rdflib

__all__ = ["Graph"]


class Graph:
    """One graph, opened."""

    def __init__(self, source: Path | Sequence[Quad], registries: tuple[Path, ...] = ()) -> None:
        #: where it lies, or what it is
        self.source = source
        self.ontology = vocabulary.load()
        self.registry = known.load(*registries)

    @cached_property
    def store(self) -> Store:
        """The statements, asked by pattern."""
        return Store.open(self.source) if isinstance(self.source, Path) else Store.of(self.source)

    @cached_property
    def claims(self) -> Claims:
        """The claims, with who says them in which words."""
        return Claims(self.store, self.ontology)

    @cached_property
    def _worker(self) -> Worker:
        return Worker(self.source)

    def find(self, text: str, kinds: Iterable[str] = ()) -> Named:
        """The thing that a text means: a name, a label, an alias.

        Raises:
            Unknown: nothing, or more than one thing, fits.
        """
        return lookup(self.claims.entities, text, self.registry, kinds)

    def query(
        self,
        sparql: str,
        bindings: Mapping[str, Term] | None = None,
        *,
        timeout: float = 20.0,
        max_rows: int = 1_000_000,
    ) -> Answer:
        """The answer to a SPARQL 1.1 query that only reads, asked in a process of its own.

        Args:
            sparql: the query; SERVICE and every update is refused.
            bindings: terms for variables of the SELECT, bound as values.
            timeout: seconds, counted from when the graph is open.
            max_rows: rows after which the answer is an error, never a part.

        Raises:
            BadQuery: it is refused or does not parse; the message names line and column.
            TooMuch: time, memory or rows passed the limit.
        """
        return self._worker.query(sparql, bindings or {}, timeout=timeout, max_rows=max_rows)

    def network(self, *, facts_only: bool = False) -> networkx.MultiDiGraph[str]:
        """The things as nodes and the claims between them as edges, with typed attributes."""
        from kgraph.network import network

        return network(self.claims, facts_only=facts_only)

    def to_rdflib(self) -> rdflib.Dataset:
        """All statements as an rdflib Dataset whose default graph is the union of the others."""
        return self.store.to_rdflib()

    def _repr_html_(self) -> str:
        """The picture, as notebooks show it: in a frame of its own that runs nothing but its own script."""
        from kgraph.pictures import draw, frame

        title = "Who says what"
        return frame(draw(self.claims, title=title, notes=self.claims.notes), title)

    def close(self) -> None:
        """End the process that answers queries and let go of the store."""
        for part in ("_worker", "store"):
            if part in self.__dict__:
                self.__dict__.pop(part).close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
