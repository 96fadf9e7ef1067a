"""A store: quads in, patterns and queries out, in memory or on disk.

Pyoxigraph does the work, and nothing outside this room knows it. The default graph of queries is the union of all
graphs. Codes and relations have their labels in the ontology, so a store that holds none gets the shipped one in
memory; `data` leaves it out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kgraph.errors import KgraphError, NotThere
from kgraph.resources import ONTOLOGY
from kgraph.store.answers import Answer, answer
from kgraph.store.conversion import DEFAULT_GRAPH, engine_quads, engine_term, quad_of
from kgraph.store.directory import is_directory_store, open_directory, write_directory
from kgraph.store.guard import check_query
from kgraph.store.reading import read_engine_quads
from kgraph.terms import Quad, Term, iri

if TYPE_CHECKING:
    import rdflib

__all__ = ["ONTOLOGY_GRAPH", "Store", "locate"]

#: The graph that holds the vocabulary.
ONTOLOGY_GRAPH = iri("graph:ontology")

#: A store on disk without the ontology is copied to memory up to this many quads.
_COPY_AT_MOST = 200_000


class Store:
    """Quads that can be asked. Close it, or use it in a `with` statement."""

    def __init__(self) -> None:
        self._engine: ox.Store | None = ox.Store()
        self._writable = True
        #: the ontology is the shipped one, which was not among the data
        self._ontology_added = False
        self._add_ontology()

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Store:
        """A store in memory that holds these quads.

        Raises:
            BadInput: a part of a quad is not a term.
        """
        store = cls()
        store.load(quads)
        return store

    @classmethod
    def open(cls, source: Path | str) -> Store:
        """The store at a place: a graph file, a folder with a `graph.trig`, or an Oxigraph directory (read only).

        Raises:
            NotThere: nothing that can be opened is there; addresses of endpoints are not supported yet.
            BadInput: the file is hostile or does not parse.
        """
        path = locate(source)
        store = cls()
        if not path.is_dir():
            store.load_file(path)
            return store
        engine = open_directory(path)
        if _has_ontology(engine):
            store._engine, store._writable = engine, False
            store._ontology_added = set(engine.quads_for_pattern(None, None, None, _ontology_node())) == set(
                _ontology()
            )
        elif len(engine) <= _COPY_AT_MOST:
            store._write(engine)
        else:
            raise NotThere(f"{path} holds no vocabulary ({ONTOLOGY_GRAPH}): build it again with Store.write_directory")
        return store

    @staticmethod
    def write_directory(path: Path | str, quads: Iterable[Quad]) -> None:
        """Write an Oxigraph directory, with the vocabulary if the quads hold none: whole, or not at all.

        It is built beside its place and renamed, so a crash leaves what was there.

        Raises:
            BadInput: a part of a quad is not a term, or the place cannot be written.
        """
        write_directory(Path(path), _with_ontology(engine_quads(quads)))

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads: all, or none if one of them is wrong.

        Raises:
            BadInput: a part of a quad is not a term.
            KgraphError: the store is read only.
        """
        self._write(engine_quads(quads))

    def load_file(self, path: Path | str) -> None:
        """Add what a graph file holds: all, or nothing.

        Raises:
            Unknown: there is no such file.
            BadInput: it is hostile or does not parse; the message names the line.
            KgraphError: the store is read only.
        """
        self._write(read_engine_quads(path))

    def quads(
        self,
        subject: Term | None = None,
        predicate: Term | None = None,
        object: Term | None = None,  # noqa: A002
        graph: Term | None = None,
    ) -> Iterator[Quad]:
        """The quads that fit a pattern, the ontology among them; None fits anything.

        Args:
            graph: `DEFAULT_GRAPH` means the quads that are in no named graph.

        Raises:
            BadQuery: a part of the pattern is not a term.
        """
        s, p, o = (None if term is None else engine_term(term) for term in (subject, predicate, object))
        g = None if graph is None else ox.DefaultGraph() if graph == DEFAULT_GRAPH else engine_term(graph)
        for quad in self.engine.quads_for_pattern(s, p, o, g):  # type: ignore[arg-type]
            yield quad_of(quad)

    def data(self) -> Iterator[Quad]:
        """All quads that were put in: without the ontology, unless it was among them."""
        for quad in self.engine:
            if not (self._ontology_added and quad.graph_name == _ontology_node()):
                yield quad_of(quad)

    def __len__(self) -> int:
        """How many quads `data` gives."""
        return len(self.engine) - (len(_ontology()) if self._ontology_added else 0)

    def query(
        self,
        text: str,
        bindings: Mapping[str, Term] | None = None,
        *,
        max_rows: int | None = None,
        max_bytes: int | None = None,
    ) -> Answer:
        """The answer to a query that is trusted to end: it runs in this process and cannot be stopped (see `Worker`).

        Args:
            text: SPARQL 1.1 that only reads; the prefixes of kgraph need no declaration.
            bindings: values for variables, which must be among the columns of a SELECT.
            max_rows: more are an error; None for no limit.
            max_bytes: of all terms of the answer; more are an error.

        Raises:
            BadQuery: it is refused, does not parse, or a binding does not fit.
            TooMuch: there are more rows or bytes.
        """
        return answer(self.engine, check_query(text), bindings or {}, max_rows=max_rows, max_bytes=max_bytes)

    def to_rdflib(self) -> rdflib.Dataset:
        """A copy of all quads, the ontology among them, whose default graph is the union of all graphs."""
        from kgraph.store.to_rdflib import dataset

        return dataset(self.quads())

    def close(self) -> None:
        """Let go of memory and files."""
        self._engine = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def engine(self) -> ox.Store:
        """The engine itself, for what this class does not offer.

        Raises:
            NotThere: the store has been closed.
        """
        if self._engine is None:
            raise NotThere("this store has been closed")
        return self._engine

    def _write(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads in one transaction, then see that there is an ontology, and one only."""
        engine = self.engine
        if not self._writable:
            raise KgraphError("this store is open for reading only: build a new one with Store.write_directory")
        if self._ontology_added:
            engine.clear_graph(_ontology_node())
            self._ontology_added = False
        try:
            engine.bulk_extend(quads)
        finally:
            self._add_ontology()

    def _add_ontology(self) -> None:
        if not _has_ontology(self.engine):
            self.engine.extend(_ontology())
            self._ontology_added = True


def locate(source: Path | str) -> Path:
    """Where the data of a store lies: a graph file or an Oxigraph directory.

    Raises:
        NotThere: neither is there.
    """
    if isinstance(source, str) and source.lower().startswith(("http://", "https://")):
        raise NotThere(f"{source}: graphs at an address are not supported yet; name a file or a folder")
    path = Path(source)
    if not path.exists():
        raise NotThere(f"{path} is not there: name a graph file, an output folder or an Oxigraph directory")
    if path.is_dir() and not is_directory_store(path):
        if not (path / "graph.trig").is_file():
            raise NotThere(f"{path} holds neither graph.trig nor an Oxigraph directory")
        return path / "graph.trig"
    return path


@cache
def _ontology_node() -> ox.NamedNode:
    return ox.NamedNode(ONTOLOGY_GRAPH[1:-1])


@cache
def _ontology() -> tuple[ox.Quad, ...]:
    """The shipped ontology, in its graph."""
    triples = read_engine_quads(ONTOLOGY / "kgraph.ttl")
    return tuple({ox.Quad(t.subject, t.predicate, t.object, _ontology_node()) for t in triples})


def _has_ontology(engine: ox.Store) -> bool:
    return next(engine.quads_for_pattern(None, None, None, _ontology_node()), None) is not None


def _with_ontology(quads: Iterator[ox.Quad]) -> Iterator[ox.Quad]:
    found = False
    for quad in quads:
        found = found or quad.graph_name == _ontology_node()
        yield quad
    if not found:
        yield from _ontology()
