"""What Python users hold."""

from pathlib import Path

import pytest

import kgraph
from kgraph.errors import BadQuery, NotThere, TooMuch, Unknown
from kgraph.terms import iri


@pytest.fixture(scope="module")
def graph():
    with kgraph.open() as opened:
        yield opened


def test_without_a_source_the_example_opens(graph, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with kgraph.open() as opened:
        assert len(opened.claims) == 129


def test_claims_about_what_people_call_it(graph) -> None:
    boasberg = graph.find("boasberg")
    assert boasberg.label == "James Boasberg"
    about = graph.claims.about(boasberg.term)
    assert "a single judge may direct the flights" in [claim.label for claim in about]
    assert all(claim.said for claim in about)
    with pytest.raises(Unknown):
        graph.find("nobody at all")


def test_queries_are_answered_elsewhere(graph) -> None:
    answer = graph.query("SELECT ?who ?office { ?who org:holds ?office }", {"who": iri("person:tom-homan")})
    assert [row[1] for row in answer.rows] == [iri("office:us-border-czar")]
    with pytest.raises(BadQuery):
        graph.query("DROP ALL")
    with pytest.raises(TooMuch):
        graph.query("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a", timeout=0.5)
    # and the next one is answered as if nothing had been
    assert graph.query("ASK { ?x a kg:Claim }").boolean is True


def test_rdflib_has_the_union_of_the_graphs(graph) -> None:
    dataset = graph.to_rdflib()
    rows = list(dataset.query("SELECT ?who { ?order kg:issuedBy ?who }", initNs={"kg": "https://w3id.org/kgraph/ns#"}))
    assert str(rows[0][0]).startswith("https://w3id.org/kgraph/id/person/")


def test_networkx_has_typed_attributes(graph) -> None:
    network = graph.network()
    assert network.is_multigraph()
    assert network.is_directed()
    edge = network["body:trump-administration"]["law:boasberg-order-2025-03-15"]["claim:9a9934a081ac7fde"]
    assert (edge["status"], edge["fact"], type(edge["weight"])) == ("contested", False, float)


def test_a_file_or_folder_is_opened_by_name(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text('<urn:a> <urn:b> "c" .', encoding="utf-8")
    with kgraph.open(tmp_path / "g.ttl") as opened:
        assert len(opened.store) == 1
    with pytest.raises(NotThere):
        kgraph.open(tmp_path / "nothing.ttl")
