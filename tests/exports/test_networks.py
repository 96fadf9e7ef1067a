"""GraphML and GEXF: things as nodes, claims as edges, who says it on every edge."""

import io

import networkx as nx
import pytest
from lxml import etree

from kgraph.exports import export
from kgraph.terms import Quad, iri, literal

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


def read(name: str, data: bytes) -> nx.MultiDiGraph:
    return nx.MultiDiGraph(READERS[name](io.BytesIO(data)))


@pytest.mark.parametrize("name", READERS)
def test_an_edge_says_who_says_it_how_and_in_which_words(name: str, small: list[Quad]) -> None:
    graph = read(name, export(small, name, what="all"))
    assert {node: (data["label"], data["kind"], data["class"]) for node, data in graph.nodes(data=True)} == {
        "body:gazette": ("Gazette", "body", "kg:Institution"),
        "body:the-agency": ("the agency", "body", "kg:Institution"),
        "law:the-order": ("the order", "law", "kg:CourtOrder"),
        "person:ann-bell": ("Ann Bell", "person", "kg:Person"),
        "person:cara-dunn": ("Cara Dunn", "person", "kg:Person"),
    }
    edges = {data["claim_id"]: (source, target, data) for source, target, data in graph.edges(data=True)}
    assert sorted(edges) == ["claim:1111111111111111", "claim:2222222222222222", "claim:3333333333333333"]
    source, target, data = edges["claim:3333333333333333"]
    assert (source, target) == ("body:the-agency", "law:the-order")
    expected = {
        "label": "complies with",
        "relation": "kg:compliesWith",
        "claim": "=the agency obeys",
        "status": "denied",
        "fact": False,
        "unreviewed": False,
        "modality": "possible",
        "bound": "",
        "speakers": "Ann Bell",
        "stances": "argues against",
        "words": "+they will\nnot obey it",
    }
    assert {key: data[key] for key in expected} == expected
    assert edges["claim:1111111111111111"][2]["unreviewed"] is True
    assert edges["claim:2222222222222222"][2]["fact"] is True


@pytest.mark.parametrize("name", READERS)
def test_facts_alone_can_be_had(name: str, small: list[Quad]) -> None:
    graph = read(name, export(small, name))
    assert [(s, t) for s, t in graph.edges()] == [("law:the-order", "person:cara-dunn")]


@pytest.mark.parametrize("name", READERS)
def test_several_speakers_are_joined_in_the_order_of_their_stances(name: str, small: list[Quad]) -> None:
    claims, said = iri("graph:claims"), iri("said:4444444444444444")
    more = [
        *small,
        Quad(said, iri("kg:claim"), iri("claim:3333333333333333"), claims),
        Quad(said, iri("kg:speaker"), iri("person:cara-dunn"), claims),
        Quad(said, iri("kg:stance"), iri("kgc:promises"), claims),
    ]
    found = [d for *_, d in read(name, export(more, name, what="all")).edges(data=True) if d["status"] == "denied"]
    assert [(d["speakers"], d["stances"]) for d in found] == [("Cara Dunn | Ann Bell", "promises | argues against")]


@pytest.mark.parametrize("name", READERS)
def test_any_text_gives_well_formed_xml(name: str, small: list[Quad]) -> None:
    label = literal('<b a="1">&\0\x1f\ufffe]]> -->', language="en")
    quads = [q._replace(object=label) if q.predicate == iri("rdfs:label") else q for q in small]
    data = export(quads, name, what="all", header=["--> & <a>", "nul \0"])
    etree.fromstring(data)
    assert read(name, data).nodes["person:ann-bell"]["label"] == '<b a="1">&���]]> -->'


def test_gexf_names_no_day_and_no_version(small: list[Quad]) -> None:
    data = export(small, "gexf", what="all", header=["the rule"])
    meta = etree.fromstring(data).find("{*}meta")
    assert meta is not None
    assert dict(meta.attrib) == {}
    assert [(etree.QName(child).localname, child.text) for child in meta] == [
        ("creator", "kgraph"),
        ("description", "the rule"),
    ]
    assert b"NetworkX" not in data
    assert b"networkx_key" not in data
