"""The town of `town.trig`, and its twin in which hostile texts stand wherever text can stand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kgraph import ontology
from kgraph.claims import Claims
from kgraph.store import Store
from kgraph.terms import Quad

TOWN = Path(__file__).parent / "town.trig"


@pytest.fixture(scope="session")
def quads() -> list[Quad]:
    """The statements of the town alone, without the vocabulary."""
    with Store.open(TOWN) as store:
        return sorted(quad for quad in store.quads() if not quad.graph.endswith("/ontology>"))


@pytest.fixture
def claims_of() -> Iterator[Callable[[list[Quad]], Claims]]:
    """Claims over some statements."""
    opened = []

    def make(quads: list[Quad]) -> Claims:
        opened.append(Store.of(quads))
        return Claims(opened[-1], ontology.load())

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def town(quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]) -> Claims:
    return claims_of(quads)
