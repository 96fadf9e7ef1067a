"""RDF/XML: what it looks like, and what it cannot hold."""

import pytest

from kgraph.errors import BadInput
from kgraph.exports import export
from kgraph.terms import Quad, iri, literal


def write(*quads: Quad) -> str:
    return export(quads, "rdfxml", what="all", header=["rule -- one"]).decode()


def test_a_file_reads_like_this() -> None:
    subject = iri("person:ann-bell")
    assert write(
        Quad(subject, iri("rdf:type"), iri("kg:Person"), iri("graph:facts")),
        Quad(subject, iri("rdfs:label"), literal("Ann & <Bell>\r", language="en"), iri("graph:facts")),
        Quad(subject, "<http://example.org/2/age>", literal("40", datatype="xsd:integer"), iri("graph:claims")),
    ) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<!-- rule - - one -->\n"
        "<rdf:RDF\n"
        '  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\n'
        '  xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">\n'
        '  <rdf:Description rdf:about="https://w3id.org/kgraph/id/person/ann-bell">\n'
        '    <x:age xmlns:x="http://example.org/2/" rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">40</x:age>\n'
        '    <rdf:type rdf:resource="https://w3id.org/kgraph/ns#Person"/>\n'
        '    <rdfs:label xml:lang="en">Ann &amp; &lt;Bell&gt;&#13;</rdfs:label>\n'
        "  </rdf:Description>\n"
        "</rdf:RDF>\n"
    )


@pytest.mark.parametrize(
    "relation", ["http://example.org/", "http://example.org/12", "urn:x:é", f"{iri('rdf:li')[1:-1]}"]
)
def test_a_relation_that_is_no_xml_name_is_refused_with_a_way_out(relation: str) -> None:
    with pytest.raises(BadInput, match=r"cannot write the relation <.*choose turtle, ntriples or jsonld"):
        write(Quad(iri("law:a"), f"<{relation}>", iri("law:b"), ""))


@pytest.mark.parametrize("character", ["\0", "\b", "\x1f", "\ufffe"])
def test_a_character_that_xml_does_not_have_is_refused_with_its_place(character: str) -> None:
    with pytest.raises(BadInput, match=rf"U\+{ord(character):04X}, which a value of .*label> has at position 3"):
        write(Quad(iri("law:a"), iri("rdfs:label"), literal(f"the{character}"), ""))
