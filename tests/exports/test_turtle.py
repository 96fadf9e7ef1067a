"""The Turtle writer: what a person sees in a file and in a diff."""

from decimal import Decimal
from pathlib import Path

import pytest

from kgraph.exports import trig, turtle
from kgraph.terms import Quad, Term, decimal, integer, iri, literal

FACTS, CLAIMS = iri("graph:facts"), iri("graph:claims")


def about(subject: str, predicate: str, *objects: Term, graph: Term = FACTS) -> list[Quad]:
    return [Quad(iri(subject), iri(predicate), o, graph) for o in objects]


def test_a_file_reads_like_this() -> None:
    quads = [
        *about("person:bo-ek", "rdfs:label", literal('Bo "the pen" Ek\nof Oslo', language="en")),
        *about("person:ann-bell", "org:holds", iri("office:clerk"), iri("http://example.org/office/2.1")),
        *about("person:ann-bell", "rdf:type", iri("kg:Person"), iri("kg:Actor")),
        *about("person:ann-bell", "kg:headcount", integer(-12)),
    ]
    assert turtle(quads, ["A small file", "", "second line\nand third"]).decode() == (
        "# A small file\n"
        "#\n"
        "# second line\n"
        "# and third\n"
        "\n"
        "@prefix kg: <https://w3id.org/kgraph/ns#> .\n"
        "@prefix office: <https://w3id.org/kgraph/id/office/> .\n"
        "@prefix org: <http://www.w3.org/ns/org#> .\n"
        "@prefix person: <https://w3id.org/kgraph/id/person/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "\n"
        "person:ann-bell a kg:Actor, kg:Person ;\n"
        "    org:holds <http://example.org/office/2.1>, office:clerk ;\n"
        "    kg:headcount -12 .\n"
        "\n"
        'person:bo-ek rdfs:label "Bo \\"the pen\\" Ek\\nof Oslo"@en .\n'
    )


def test_trig_shows_one_graph_after_the_other_and_the_default_graph_without_a_name() -> None:
    quads = [
        *about("law:b", "kg:cites", iri("law:c"), graph=FACTS),
        *about("law:a", "kg:cites", iri("law:c"), graph=CLAIMS),
        *about("law:d", "kg:cites", iri("law:c"), graph=""),
    ]
    assert trig(quads).decode().split("\n\n", 1)[1] == (
        "law:d kg:cites law:c .\n"
        "\n"
        "graph:claims {\n\n    law:a kg:cites law:c .\n\n}\n"
        "\n"
        "graph:facts {\n\n    law:b kg:cites law:c .\n\n}\n"
    )


def test_turtle_merges_graphs_and_says_nothing_twice() -> None:
    quads = about("law:a", "kg:cites", iri("law:c")) + about("law:a", "kg:cites", iri("law:c"), graph=CLAIMS)
    assert turtle(quads).decode().endswith("\n\nlaw:a kg:cites law:c .\n")


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (integer(0), "0"),
        (literal("true", datatype="xsd:boolean"), "true"),
        (literal("1", datatype="xsd:boolean"), '"1"^^xsd:boolean'),
        (literal("007", datatype="xsd:integer"), '"007"^^xsd:integer'),
        (literal("-0", datatype="xsd:integer"), '"-0"^^xsd:integer'),
        (literal("٣", datatype="xsd:integer"), '"٣"^^xsd:integer'),
        (decimal(Decimal("0.50")), '"0.5"^^xsd:decimal'),
        (literal('a"@en', language="de"), '"a\\"@en"@de'),
        (literal('a"^^<x>'), '"a\\"^^<x>"'),
        (iri("http://www.w3.org/2001/XMLSchema#"), "<http://www.w3.org/2001/XMLSchema#>"),
        (iri("doc:b30b049ccede3f5f#char=1,2"), "<https://w3id.org/kgraph/id/doc/b30b049ccede3f5f#char=1,2>"),
        (iri("law:8-usc-1101.a."), "<https://w3id.org/kgraph/id/law/8-usc-1101.a.>"),
        (iri("wd:Q1"), "wd:Q1"),
    ],
)
def test_shorthands_only_where_they_come_back_as_they_were(term: Term, written: str) -> None:
    assert turtle(about("law:a", "kg:cites", term)).decode().endswith(f"\n\nlaw:a kg:cites {written} .\n")


def test_a_name_stands_before_longer_names_that_begin_with_it() -> None:
    quads = about("group:crowd-1", "rdf:type", iri("kg:Group")) + about("group:crowd", "rdf:type", iri("kg:Group"))
    assert turtle(quads).decode().endswith("\n\ngroup:crowd a kg:Group .\n\ngroup:crowd-1 a kg:Group .\n")


def test_a_header_cannot_leave_its_comment() -> None:
    text = turtle([], ["one\r\ntwo\rthree\u2028<http://a/s> <http://a/p> <http://a/o> ."]).decode()
    assert all(line.startswith("# ") for line in text.splitlines())


def test_nothing_gives_an_empty_file() -> None:
    assert turtle([]) == trig([]) == b"\n"


def test_the_gold_facts_come_out_byte_for_byte(shared: Path, oxigraph) -> None:
    gold = (shared / "gold/homan-2025-03-17.facts.ttl").read_bytes()
    # the gold file declares all prefixes of its companion, ours only those in use
    assert turtle(oxigraph(gold, "turtle")).partition(b"\n\n")[2] == gold.partition(b"\n\n")[2]
