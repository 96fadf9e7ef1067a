"""The report as text and as data."""

import json

import pytest

from kgraph.checks import Document, Problem, Report, check
from kgraph.terms import Quad, iri, literal

GOLDEN = """\
The graph does not conform: 3 problems and 1 warning in 54 statements.

1. Problem: law:curfew-order
   Everything has one name in each language: add it, or keep one label and make the others skos:altLabel.
   rule kgs:Actor · rdfs:label

2. Problem: kg:defies “defies”
   The graph states as a fact, under “defies”: Ada Moss, law:curfew-order. Nobody claims it: take the fact out, or add \
to a dossier the claim and who makes it.
   rule kgs:Backed · value person:ada-moss
   in doc:a1a1a1a1a1a1a1a1 “a report of the gazette”

3. Problem: said:2499031b43bf075d “The Gazette: states”
   Confidence is one decimal number from 0 to 1: how sure it is that the source says this.
   rule kgs:Attribution · kg:confidence · value 2
   in doc:a1a1a1a1a1a1a1a1 “a report of the gazette”

4. Warning: person:ada-moss “Ada Moss”
   This value is not written as its type demands, so that it cannot be compared, sorted or added up: correct it.
   rule kgs:Literal · schema:age · value forty
   in doc:a1a1a1a1a1a1a1a1 “a report of the gazette”
"""


def problem(number: int, *, severity="violation", documents=()) -> Problem:
    return Problem(severity, "kgs:Claim", f"claim:{number:04}", "", "", "", "Something is wrong.", documents)


@pytest.fixture
def report(graph) -> Report:
    made = graph(["body:the-gazette states person:ada-moss org:holds office:mayor"])
    (said,) = {q.subject for q in made if q.object == iri("kg:Attribution")}
    added = [
        (said, "kg:confidence", literal("2", datatype="xsd:decimal")),
        (iri("law:curfew-order"), "rdf:type", iri("kg:LegalAuthority")),
        (iri("person:ada-moss"), "kg:defies", iri("law:curfew-order")),
        (iri("person:ada-moss"), "schema:age", literal("forty", datatype="xsd:integer")),
    ]
    kept = [q for q in made if q.predicate != iri("kg:confidence")]
    return check(kept + [Quad(s, iri(p), o, iri("graph:facts")) for s, p, o in added])


def test_text(report) -> None:
    assert report.to_text() == GOLDEN


def test_data(report) -> None:
    data = json.loads(json.dumps(report.to_json()))
    assert (data["conforms"], data["statements"], len(data["problems"])) == (False, 54, 4)
    assert data["problems"][2] == {
        "severity": "violation",
        "shape": "kgs:Attribution",
        "focus": "said:2499031b43bf075d",
        "label": "The Gazette: states",
        "path": "kg:confidence",
        "value": "2",
        "message": "Confidence is one decimal number from 0 to 1: how sure it is that the source says this.",
        "documents": [{"name": "doc:a1a1a1a1a1a1a1a1", "title": "a report of the gazette"}],
    }


def test_a_good_graph_has_a_short_report(town) -> None:
    assert check(town).to_text() == "The graph conforms: no problems in 215 statements.\n"


def test_warnings_do_not_count_against_a_graph() -> None:
    report = Report((problem(1, severity="warning"), problem(2, severity="info")), 1)
    assert report.conforms
    assert report.to_text().startswith("The graph conforms: 1 warning and 1 note in 1 statement.\n")


def test_a_long_report_is_cut_and_says_so() -> None:
    report = Report(tuple(problem(number) for number in range(1200)), 5000)
    lines = report.to_text(most=2).splitlines()
    assert lines[0] == "The graph does not conform: 1,200 problems in 5,000 statements."
    assert lines[-1] == "… and 1,198 more."
    assert "claim:0001" in report.to_text(most=2)
    assert "claim:0002" not in report.to_text(most=2)
    assert "more" not in report.to_text(most=1200)


def test_of_many_documents_a_few_are_named() -> None:
    documents = tuple(Document(f"doc:{n}", f"report {n}") for n in range(5))
    text = Report((problem(1, documents=documents),), 9).to_text()
    assert "in doc:2 “report 2”\n   and in 2 more documents\n" in text
    assert "doc:3" not in text


def test_what_would_steer_a_terminal_is_not_shown() -> None:
    label = "red \x1b[31m\n1. Problem: none \u202e" + "x" * 300
    text = Report((Problem("violation", "kgs:Claim", "claim:1", label, "", label, "Wrong."),), 1).to_text()
    assert not set(text) & {"\x1b", "\u202e", "\r"}
    assert len(text.splitlines()) == 5
    assert "red [31m 1. Problem: none xxx" in text
    assert max(map(len, text.splitlines())) < 260
