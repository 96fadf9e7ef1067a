"""The twenty questions that the first article must answer, on the graph of the article alone."""

import json

import pytest

from kgraph import dossier, ontology, registry
from kgraph.claims import compile_dossiers
from kgraph.documents import read
from kgraph.questions import ask, to_json
from kgraph.store import Worker


@pytest.fixture(scope="session")
def with_words(shared):
    """The article's graph, its words put back from the document."""
    from kgraph.resources import EXAMPLE

    one = dossier.read(EXAMPLE / "dossiers" / "homan-2025-03-17.yaml")
    document = read(shared / "sources" / one.document.file)
    quads = compile_dossiers([one], registry.load(), ontology.load(), {one.document.id: document.text})
    with Worker(quads) as worker:
        yield worker


def test_all_twenty_have_their_answers(with_words, shared) -> None:
    queries = sorted((shared / "gold" / "competency").glob("*.rq"))
    assert len(queries) == 20
    for path in queries:
        wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        table = ask(with_words, path.read_text(encoding="utf-8"))
        found = json.loads(to_json(table))
        assert found["head"]["vars"] == wanted["columns"]
        rows = [[row[name]["value"] for name in wanted["columns"]] for row in found["results"]["bindings"]]
        assert rows == wanted["rows"], path.name
