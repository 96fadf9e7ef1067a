"""kgraph build and check: from dossiers to the output folder."""

import json
import shutil
from pathlib import Path

import pytest

from kgraph.resources import EXAMPLE

FILES = {"claims.ttl", "facts.ttl", "graph.html", "graph.trig", "report.md", "sources.ttl"}
ARTICLE = EXAMPLE / "dossiers" / "homan-2025-03-17.yaml"


def test_without_arguments_the_example_is_built(kgraph, tmp_path) -> None:
    run = kgraph("build")
    assert run.code == 0
    assert {p.name for p in (tmp_path / "output").iterdir()} == FILES
    assert "129 claims by 157 statements in 2 documents" in run.out
    assert "63 of them stand as facts; accepted does not mean true" in run.out
    assert run.err == ""


def test_the_committed_output_is_what_is_built(built) -> None:
    committed = Path(__file__).resolve().parents[2] / "output"
    assert {p.name for p in committed.iterdir()} == FILES
    for name in sorted(FILES):
        assert (committed / name).read_bytes() == (built / name).read_bytes(), name


def test_the_report_names_both_sides(built) -> None:
    report = (built / "report.md").read_text(encoding="utf-8")
    assert "New York Post says that the administration defied the order" in report
    assert "Karoline Leavitt denies that the administration defied the order" in report
    assert "words withheld" in report


def test_json_says_what_was_made(kgraph) -> None:
    made = json.loads(kgraph("build", "--json").out)
    assert made["claims"] == {"contested": 1, "denied": 10, "reported": 52, "accepted": 66}
    assert sorted(Path(f).name for f in made["files"]) == sorted(FILES)


def test_with_the_document_the_words_come_back(kgraph, shared, tmp_path) -> None:
    run = kgraph("build", ARTICLE, "--documents", shared / "sources", "--output", tmp_path / "out")
    assert run.code == 0
    text = (tmp_path / "out" / "graph.trig").read_text(encoding="utf-8")
    assert text.count("oa:exact") == 84
    assert "kg:digest" not in text


def test_a_changed_document_fails_and_leaves_the_output(kgraph, shared, tmp_path) -> None:
    kgraph("build", ARTICLE, "--output", tmp_path / "out")
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    folder = tmp_path / "articles"
    folder.mkdir()
    text = (shared / "sources" / "homan-2025-03-17.txt").read_text(encoding="utf-8")
    (folder / "homan-2025-03-17.txt").write_text(text.replace("defying", "obeying"), encoding="utf-8")
    run = kgraph("build", ARTICLE, "--documents", folder, "--output", tmp_path / "out")
    assert run.code == 2
    assert "homan-2025-03-17.txt is not the document that was read" in run.err
    assert "characters 358-404 of the document (its line 2) are other words" in run.err
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == before


def test_other_files_in_the_folder_stay(kgraph, tmp_path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "mine.txt").write_text("mine", encoding="utf-8")
    kgraph("build", ARTICLE)
    assert (tmp_path / "output" / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "output" / ".new").exists()


def test_a_workspace_is_found_from_inside(kgraph, tmp_path, monkeypatch) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "mine")
    monkeypatch.chdir(tmp_path / "mine" / "dossiers")
    assert kgraph("build").code == 0
    assert (tmp_path / "mine" / "output" / "graph.trig").is_file()
    assert "129  claims" in kgraph("stats").out


def test_withheld_text_is_nowhere_in_the_output(kgraph, tmp_path) -> None:
    assert kgraph("build", "--withhold-text").code == 0
    for path in (tmp_path / "output").iterdir():
        assert "We’re not stopping" not in path.read_text(encoding="utf-8"), path.name


def test_what_is_wrong_is_said_with_its_line(kgraph, tmp_path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(ARTICLE.read_text(encoding="utf-8").replace("kg:defies", "kg:defyes"), encoding="utf-8")
    line = next(i for i, text in enumerate(bad.read_text(encoding="utf-8").splitlines(), 1) if "kg:defyes" in text)
    for command in ("build", "check"):
        run = kgraph(command, bad)
        assert run.code == {"build": 2, "check": 1}[command]
        assert (
            f"bad.yaml:{line}: kg:defyes is no relation of the vocabulary; did you mean kg:defies?" in run.out + run.err
        )
    assert not (tmp_path / "output").exists()


def test_check_says_when_nothing_is_wrong(kgraph, shared, built) -> None:
    run = kgraph("check", EXAMPLE / "dossiers" / "briefing.yaml")
    assert "Nothing is wrong: 108 attributed claims in 1 dossier" in run.out
    run = kgraph("check", ARTICLE, "--documents", shared / "sources")
    assert (run.code, "1 with their documents" in run.out) == (0, True)
    assert kgraph("check", "--store", built).code == 0
    assert json.loads(kgraph("check", "--store", built, "--json").out)["conforms"] is True


def test_a_graph_that_breaks_a_rule_is_exit_code_1(kgraph, built, tmp_path) -> None:
    text = (built / "graph.trig").read_text(encoding="utf-8")
    damaged = tmp_path / "damaged.trig"
    damaged.write_text(text.replace('kg:confidence "0.95"', 'kg:confidence "2.5"', 1), encoding="utf-8")
    run = kgraph("check", "--store", damaged)
    assert run.code == 1
    assert "confidence" in run.out.lower()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "nothing.yaml"], "nothing.yaml"),
        (["build", "--reviewed-only", "--trust-proposals"], "choose one"),
        (["build", "--corroboration", "0"], "--corroboration"),
        (["build", "--documents", "nowhere"], "there is no folder nowhere"),
        (["build", "."], "is no workspace"),
        (["check", "nothing.yaml"], "nothing.yaml"),
    ],
)
def test_wrong_use_is_one_clear_error(kgraph, arguments, message) -> None:
    run = kgraph(*arguments)
    assert run.code in (1, 2)
    assert message in run.out + run.err


def test_a_graph_that_follows_another_rule_says_so_with_every_answer(kgraph, tmp_path) -> None:
    kgraph("build", ARTICLE, "--corroboration", "2", "--output", tmp_path / "out")
    said = "Made with --corroboration 2"
    assert said in kgraph("ask", "who-holds-which-office", "--store", "out").out
    run = kgraph("ask", "--sparql", "ASK { ?x a kg:Claim }", "--json", "--store", "out")
    assert said in run.err
    assert json.loads(run.out)["boolean"] is True
    for command in (["show", "boasberg"], ["stats"], ["path", "bukele", "cecot"]):
        assert said in kgraph(*command, "--store", "out").err
    for path in (tmp_path / "out").iterdir():
        assert said in path.read_text(encoding="utf-8"), path.name
    assert said in kgraph("export", "--store", "out").out


def test_what_to_do_next_fits_what_was_built(kgraph, tmp_path) -> None:
    assert "Next: kgraph ask    kgraph show boasberg\n" in kgraph("build").out
    run = kgraph("build", ARTICLE, "--output", tmp_path / "a b")
    assert f"Next: kgraph ask --store '{tmp_path}/a b'    kgraph show NAME" in run.out
    assert "in 1 document:" in run.out
