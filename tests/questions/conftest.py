"""Two graphs to ask: the first article (its words withheld), and a made-up council's week."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgraph import dossier, ontology, registry
from kgraph.claims import Claims, compile_dossiers, lookup
from kgraph.questions import Table, ask, bind, library, resolver
from kgraph.resources import EXAMPLE
from kgraph.store import Store, Worker
from kgraph.terms import Quad, Term, value

ARTICLE = EXAMPLE / "dossiers" / "homan-2025-03-17.yaml"
TOWN = Path(__file__).with_name("town.yaml")
QUESTIONS = library()


@dataclass(frozen=True)
class Asked:
    """A graph, and questions about it."""

    quads: list[Quad]
    worker: Worker
    claims: Claims

    def resolve(self, text: str, kinds: tuple[str, ...] = ()) -> Term:
        known = registry.load()
        return resolver(self.claims, lambda t, k: lookup(self.claims.entities, t, known, k))(text, kinds)

    def table(self, name: str, **given: str) -> Table:
        question = QUESTIONS[name]
        return ask(self.worker, question, bind(question, given, self.resolve))

    def rows(self, name: str, **given: str) -> list[tuple[str, ...]]:
        """What is shown, as text; an empty cell is empty text."""
        return texts(self.table(name, **given).visible)


def texts(table: Table) -> list[tuple[str, ...]]:
    return [tuple("" if term is None else value(term) for term in row) for row in table.rows]


def _asked(path: Path) -> Iterator[Asked]:
    quads = compile_dossiers([dossier.read(path)], registry.load(), ontology.load())
    with Worker(quads) as worker:
        yield Asked(quads, worker, Claims(Store.of(quads), ontology.load()))


@pytest.fixture(scope="session")
def article() -> Iterator[Asked]:
    yield from _asked(ARTICLE)


@pytest.fixture(scope="session")
def town() -> Iterator[Asked]:
    yield from _asked(TOWN)


@pytest.fixture
def write_question(tmp_path: Path) -> Callable[..., Path]:
    """A file with a question, in a folder of its own."""

    def write(text: str, name: str = "who-says-what") -> Path:
        path = tmp_path / f"{name}.rq"
        path.write_text(text, encoding="utf-8")
        return path

    return write
