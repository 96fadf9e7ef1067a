"""The file of shapes: what it must have, and what cannot be run."""

import pyoxigraph
import pytest

from kgraph.checks import check
from kgraph.checks.shapes import load
from kgraph.errors import BadInput
from kgraph.resources import ONTOLOGY
from kgraph.terms import PREFIXES, Quad, iri, literal, name

SH = PREFIXES["sh"]

#: names that reports and other people's tools may refer to
SHAPES = (
    *("kgs:Actor", "kgs:Anonymous", "kgs:Asserted", "kgs:Attribution", "kgs:Backed", "kgs:Claim", "kgs:Clause"),
    *("kgs:Contested", "kgs:Edtf", "kgs:Kept", "kgs:Latest", "kgs:Literal", "kgs:NotAssertable", "kgs:Passage"),
    *("kgs:Quoted", "kgs:Saying", "kgs:Source", "kgs:Standing", "kgs:Typed", "kgs:When", "kgs:Words"),
)

PREFIXED = """\
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kg: <https://w3id.org/kgraph/ns#> .
@prefix kgs: <https://w3id.org/kgraph/shapes#> .
kgs: sh:declare [ sh:prefix "kg" ; sh:namespace "https://w3id.org/kgraph/ns#" ] .
"""


@pytest.fixture(scope="module")
def triples() -> list[tuple[str, str, str]]:
    parsed = pyoxigraph.parse(path=ONTOLOGY / "shapes.ttl")
    return [(str(t.subject), str(t.predicate), str(t.object)) for t in parsed]


def of(triples, predicate: str) -> list[tuple[str, str]]:
    return [(s, o) for s, p, o in triples if p == f"<{SH}{predicate}>"]


def test_every_shape_keeps_its_name(triples) -> None:
    assert sorted(name(s) for s, p, o in triples if p == iri("rdf:type") and o == iri("sh:NodeShape")) == list(SHAPES)


def test_every_property_and_every_query_has_one_message_that_says_what_to_do(triples) -> None:
    messages = of(triples, "message")
    told = [subject for subject, _ in messages]
    for predicate in ("property", "sparql"):
        assert all(told.count(inner) == 1 for _, inner in of(triples, predicate))
    for _, message in messages:
        text = message[1:-1]
        assert text.endswith(".")
        assert ":" in text or ". " in text, f"says what is wrong and not what to do: {text}"
        assert not any(word in text for word in ("IRI", "literal", "node", "triple", "datatype", "predicate"))


def test_a_shape_of_ones_own(tmp_path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(
        PREFIXED
        + """
        kgs:Named a sh:NodeShape ; sh:targetSubjectsOf kg:a ; sh:severity sh:Info ;
            sh:property [ sh:path kg:b ; sh:minCount 1 ; sh:severity sh:Info ] ;
            sh:sparql [ sh:prefixes kgs: ; sh:message "{$this} and {?value}, {?nothing}" ;
                sh:select "SELECT $this ?value WHERE { $this kg:c ?value }" ] .
        kgs:Pointed a sh:NodeShape ; sh:targetObjectsOf kg:a ; sh:targetNode kg:z ; sh:message "pointed" ;
            sh:sparql [ sh:prefixes kgs: ; sh:select "SELECT $this WHERE { $this kg:c ?any }" ] .
        """,
        encoding="utf-8",
    )
    quads = [
        Quad(iri(f"kg:{s}"), iri(f"kg:{p}"), iri(f"kg:{o}"), iri("graph:facts"))
        for s, p, o in ("xay", "xcu", "ycu", "zcu", "wcu")
    ]
    quads.append(Quad(iri("kg:u"), iri("rdfs:label"), literal("the thing", language="en"), iri("graph:facts")))
    report = check(quads, shapes=path)
    assert [(p.severity, p.shape, p.focus, p.path, p.message) for p in report.problems] == [
        ("violation", "kgs:Pointed", "kg:y", "", "pointed"),
        ("violation", "kgs:Pointed", "kg:z", "", "pointed"),
        ("info", "kgs:Named", "kg:x", "", "kg:x and the thing, {?nothing}"),
        ("info", "kgs:Named", "kg:x", "kg:b", "Breaks the rule kgs:Named."),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kgs:A a sh:NodeShape", "cannot be read"),
        ("kgs:A sh:sparql [ sh:select 'SELECT $this { $this ?p ?o }' ] .", "kgs:A cannot be run"),
        ("kgs:A a sh:NodeShape ; sh:sparql [ sh:ask 'ASK {}' ] .", "kgs:A cannot be run"),
        ("kgs:A a sh:NodeShape ; sh:sparql [ sh:select 'SELECT $this { $this $PATH ?o }' ] .", "kgs:A cannot be run"),
        ("kgs:A a sh:NodeShape ; sh:sparql [ sh:select 'SELECT $this {' ] .", "kgs:A cannot be run"),
        ("kgs:A a sh:NodeShape ; sh:rule [ sh:construct 'SELECT $this { $this ?p ?o }' ] .", "kgs:A cannot be run"),
    ],
)
def test_shapes_that_cannot_be_run_are_bad_input(tmp_path, text, words) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(PREFIXED + text, encoding="utf-8")
    with pytest.raises(BadInput, match=words):
        check([Quad(iri("kg:x"), iri("kg:a"), iri("kg:y"), iri("graph:facts"))], shapes=path)


def test_a_file_that_is_not_there_is_bad_input(tmp_path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        load(tmp_path / "none.ttl")
    with pytest.raises(BadInput, match="cannot be read"):
        check([], vocabulary=tmp_path / "none.ttl")
