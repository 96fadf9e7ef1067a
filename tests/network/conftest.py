"""The claims of `map.trig`, a map small enough to walk with a finger."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph import ontology
from kgraph.claims import Claims
from kgraph.store import Store


@pytest.fixture(scope="session")
def claims() -> Iterator[Claims]:
    with Store.open(Path(__file__).parent / "map.trig") as store:
        yield Claims(store, ontology.load())
