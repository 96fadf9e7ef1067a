"""JSON-LD: what a programmer sees, and that a prefix is never taken for a scheme."""

import json

import pytest

from kgraph.exports import export
from kgraph.terms import Quad, iri, literal


def write(*quads: Quad) -> dict[str, object]:
    found: dict[str, object] = json.loads(export(quads, "jsonld", what="all"))
    return found


def test_a_file_reads_like_this() -> None:
    ann = iri("person:ann-bell")
    assert write(
        Quad(ann, iri("rdf:type"), iri("kg:Person"), iri("graph:facts")),
        Quad(ann, iri("rdfs:label"), literal("Ann Bell", language="en"), iri("graph:facts")),
        Quad(ann, iri("org:holds"), iri("office:clerk"), iri("graph:facts")),
        Quad(ann, iri("org:holds"), iri("office:judge"), iri("graph:facts")),
        Quad(ann, iri("kg:note"), literal("plain"), ""),
    ) == {
        "@context": {
            "graph": "https://w3id.org/kgraph/graph/",
            "kg": "https://w3id.org/kgraph/ns#",
            "office": "https://w3id.org/kgraph/id/office/",
            "org": "http://www.w3.org/ns/org#",
            "person": "https://w3id.org/kgraph/id/person/",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        },
        "@graph": [
            {"@id": "person:ann-bell", "kg:note": "plain"},
            {
                "@id": "graph:facts",
                "@graph": [
                    {
                        "@id": "person:ann-bell",
                        "@type": "kg:Person",
                        "org:holds": [{"@id": "office:clerk"}, {"@id": "office:judge"}],
                        "rdfs:label": {"@value": "Ann Bell", "@language": "en"},
                    }
                ],
            },
        ],
    }


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_a_prefix_that_is_also_a_scheme_in_the_data_is_not_used(oxigraph, rdflib_) -> None:
    quads = {
        Quad(iri("event:flood"), iri("kg:cites"), "<event:1>", iri("graph:facts")),
        Quad(iri("event:flood"), iri("kg:cites"), '"x"^^<law:kind>', iri("graph:facts")),
        Quad(iri("law:a"), iri("rdf:type"), literal("a text as a type"), iri("graph:facts")),
    }
    data = export(quads, "jsonld", what="all")
    assert sorted(json.loads(data)["@context"]) == ["graph", "kg", "rdf"]
    assert oxigraph(data, "jsonld") == rdflib_(data, "jsonld") == quads
