"""kgraph ask, show, path, stats, draw, export on the shipped example."""

import csv
import io
import json
from pathlib import Path

import pytest


def test_the_questions_are_listed_with_an_example(kgraph) -> None:
    run = kgraph("ask")
    assert run.code == 0
    assert "kgraph ask who-denies-what who=leavitt" in run.out
    assert len(json.loads(kgraph("ask", "--json").out)) >= 30


def test_a_question_with_its_evidence(kgraph, built) -> None:
    run = kgraph("ask", "who-denies-what", "who=leavitt", "--evidence", "--csv", "--store", built)
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert run.code == 0
    assert {"claim", "words", "place"} <= set(rows[0])
    assert "a single judge may direct the flights" in {row["claim"] for row in rows}
    assert all(row["place"] for row in rows)


def test_a_near_miss_proposes_and_never_answers(kgraph) -> None:
    run = kgraph("ask", "who-denies-what", "who=leavit")
    assert (run.code, run.out) == (2, "")
    assert "did you mean person:karoline-leavitt" in run.err
    assert "did you mean who-denies-what" in kgraph("ask", "who-denys-what").err


@pytest.mark.parametrize("format_", ["--json", "--csv", "--tsv", "--xml"])
def test_results_formats(kgraph, built, format_) -> None:
    run = kgraph("ask", "--sparql", "SELECT ?n { VALUES ?n { 1 2 } }", format_, "--store", built)
    assert run.code == 0
    assert "n" in run.out
    assert "2" in run.out


def test_values_are_bound_and_never_pasted(kgraph, built) -> None:
    text = "SELECT ?x ?o { ?x a ?o }"
    run = kgraph("ask", "--sparql", text, 'x=" } ; DROP ALL #', "--store", built)
    assert run.code == 1
    assert "0 answers" in run.out
    found = kgraph("ask", "--sparql", text, "x=person:tom-homan", "--csv", "--store", built)
    assert "Person" in found.out


def test_zero_answers_is_not_no(kgraph, built) -> None:
    run = kgraph("ask", "what-is-said-about", "about=venezuela", "--store", built)
    assert run.code == 0
    run = kgraph("ask", "--sparql", "SELECT * { ?x a <urn:nothing> }", "--store", built)
    assert run.code == 1
    assert "not the same as" in run.out


def test_an_endless_query_is_ended(kgraph, built) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    run = kgraph("ask", "--sparql", text, "--timeout", "0.5", "--store", built)
    assert run.code == 2
    assert "Stopped after 0.5 second" in run.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask", "who-denies-what", "leavitt"], "is not KEY=VALUE"),
        (["ask", "who-denies-what", "whom=leavitt"], "did you mean who?"),
        (["ask", "--sparql", "SELECT * {", "--json", "--csv"], "choose one"),
        (["ask", "--sparql", "SELECT * { ?s ?p ?o"], "line 1"),
        (["ask", "--sparql", "DROP ALL"], "only reads"),
        (["ask", "--file", "nothing.rq"], "nothing.rq"),
        (["ask", "--timeout", "x"], "--timeout"),
        (["show", "zqxv"], "nothing here is called 'zqxv'"),
        (["show", "claim:0000000000000000"], "there is no claim"),
        (["path", "homan", "zqxv"], "nothing here is called 'zqxv'"),
        (["export", "--format", "word"], "word"),
        (["draw", "--about", "zqxv"], "zqxv"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_use_is_one_clear_error(kgraph, arguments, message) -> None:
    run = kgraph(*arguments)
    assert run.code == 2
    assert message in run.err


@pytest.mark.parametrize("store", ["nowhere.trig", "http://127.0.0.1:9/sparql"])
def test_a_graph_that_is_not_there_is_exit_code_3(kgraph, store) -> None:
    assert kgraph("stats", "--store", store).code == 3


def test_show_groups_by_status_with_speaker_and_words(kgraph, built) -> None:
    out = kgraph("show", "boasberg", "--store", built).out
    assert out.startswith("James Boasberg  (person:james-boasberg)")
    assert out.index("[denied]") < out.index("[reported]") < out.index("[accepted, a fact here]")
    assert "Karoline Leavitt disputes that a single judge may direct the flights" in out
    assert "(words withheld, SHA-256" in out
    assert "characters 2659–2704, in Leavitt's X post" in out


def test_show_as_data(kgraph, built) -> None:
    data = json.loads(kgraph("show", "boasberg", "--json", "--store", built).out)
    assert data["id"] == "person:james-boasberg"
    first = data["about"][0]["said"][0]
    assert {"speaker", "stance", "sentence", "evidence", "accordingTo", "affirms"} <= set(first)


def test_why_a_claim_is_contested(kgraph, built) -> None:
    out = kgraph("show", "claim:9a9934a081ac7fde", "--store", built).out
    assert "contested. kgraph does not decide who is right." in out
    assert "Cannot hold together with: the administration will comply with the order" in out


def test_a_path_with_who_says_so_on_each_step(kgraph, built) -> None:
    out = kgraph("path", "bukele", "cecot", "-k", "1", "--store", built).out
    assert "A path is not a link: read each step." in out
    assert "says that" in out
    assert kgraph("path", "homan", "cecot", "--store", built).code == 0
    none = kgraph("path", "homan", "cecot", "--facts", "--store", built)
    assert none.code == 1
    assert "without --facts, claims count too" in none.out


def test_stats_add_up(kgraph, built) -> None:
    data = json.loads(kgraph("stats", "--json", "--store", built).out)
    assert (data["documents"], data["claims"], data["facts"], data["attributions"]) == (2, 129, 63, 157)
    assert sum(data["statuses"].values()) == data["claims"]
    assert sum(data["speakers"].values()) == data["attributions"]


def test_draw_writes_one_file(kgraph, built, tmp_path) -> None:
    assert kgraph("draw", "--about", "boasberg", "-o", "b.html", "--store", built).code == 0
    assert "<title>James Boasberg" in (tmp_path / "b.html").read_text(encoding="utf-8")
    assert kgraph("draw", "-o", "-", "--store", built).out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    "format_", ["turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "graphml", "gexf", "csv"]
)
def test_every_format_is_written(kgraph, built, tmp_path, format_) -> None:
    run = kgraph("export", "--format", format_, "--what", "all", "--store", built, "-o", "out.x")
    assert run.code == 0
    printed = kgraph("export", "--format", format_, "--what", "all", "--store", built)
    assert printed.out.encode("utf-8") == (tmp_path / "out.x").read_bytes()


def test_exported_facts_are_the_built_ones(kgraph, built) -> None:
    def body(text: str) -> list[str]:
        return [line for line in text.splitlines() if not line.startswith("#")]

    exported = kgraph("export", "--store", built).out
    assert body(exported) == body((built / "facts.ttl").read_text(encoding="utf-8"))


def test_nothing_prints_what_moves_a_cursor(kgraph, tmp_path) -> None:
    hostile = tmp_path / "h.ttl"
    hostile.write_text(
        "@prefix kg: <https://w3id.org/kgraph/ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://w3id.org/kgraph/id/person/x> a kg:Person, kg:Actor ; rdfs:label "evil\\u001b[2J\\u202Ename" .\n',
        encoding="utf-8",
    )
    for arguments in (
        ["show", "person:x"],
        [
            "ask",
            "--sparql",
            "SELECT ?l { ?s a <https://w3id.org/kgraph/ns#Person> ; <http://www.w3.org/2000/01/rdf-schema#label> ?l }",
        ],
    ):
        run = kgraph(*arguments, "--store", hostile)
        assert "\x1b" not in run.out + run.err
        assert "\u202e" not in run.out + run.err
        assert "evil" in run.out


def test_the_version_and_help_of_each_command(kgraph) -> None:
    from kgraph import __version__
    from kgraph.cli import app

    assert kgraph("--version").out == f"kgraph {__version__}\n"
    for command in app.registered_commands:
        assert command.callback is not None
        run = kgraph(command.callback.__name__, "--help")
        assert run.code == 0
        assert "Examples:" in run.out
        assert f"kgraph {command.callback.__name__}" in run.out


def test_the_example_answers_where_nothing_was_built(kgraph, tmp_path) -> None:
    assert list(tmp_path.iterdir()) == []
    assert kgraph("show", "boasberg").code == 0
    assert list(Path.cwd().iterdir()) == []
