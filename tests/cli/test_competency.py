"""The twenty competency questions, from dossier and document to answers, as a person would ask them."""

import json
from pathlib import Path

import pytest

from kgraph.resources import EXAMPLE

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "gold" / "competency"


@pytest.fixture(scope="module")
def article(tmp_path_factory) -> Path:
    """The graph of the first article alone, with its words."""
    from kgraph.dossier import read
    from kgraph.workspace import build

    sources = FOLDER.parents[1] / "sources"
    if not sources.is_dir():
        pytest.skip("needs the folder ../shared (gold, sources), which is not here")
    output = tmp_path_factory.mktemp("article") / "output"
    build([read(EXAMPLE / "dossiers" / "homan-2025-03-17.yaml")], output, title="the article", documents=[sources])
    return output / "graph.trig"


@pytest.mark.parametrize("name", sorted(p.stem for p in FOLDER.glob("*.rq")) or ["none"])
def test_a_competency_question_has_its_answer(kgraph, shared, article, name) -> None:
    run = kgraph("ask", "--file", FOLDER / f"{name}.rq", "--json", "--store", article)
    assert run.code == 0
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    answer = json.loads(run.out)
    assert answer["head"]["vars"] == expected["columns"]
    rows = [[row[column]["value"] for column in expected["columns"]] for row in answer["results"]["bindings"]]
    assert sorted(rows) == sorted(expected["rows"])
