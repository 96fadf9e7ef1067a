"""Claims as a networkx graph: what is a node, what is an edge, and what hangs on it."""

import random
from pathlib import Path

import networkx as nx

from kgraph import ontology
from kgraph.claims import Claims
from kgraph.network import network
from kgraph.store import Store, read_quads


def edges(graph: nx.MultiDiGraph) -> list[tuple[str, str, str]]:
    return sorted((key, source, target) for source, target, key in graph.edges(keys=True))


def test_claims_between_things_are_edges_from_subject_to_object(claims: Claims) -> None:
    assert edges(network(claims)) == [
        ("claim:01", "law:order", "person:ann"),
        ("claim:02", "law:order", "body:agency"),
        ("claim:03", "body:agency", "event:flight"),
        ("claim:04", "event:flight", "body:agency"),
        ("claim:05", "event:flight", "body:agency"),
        ("claim:06", "event:flight", "place:prison"),
        ("claim:07", "body:keeper", "place:prison"),
        ("claim:08", "person:ann", "topic:safety"),
        ("claim:09", "body:keeper", "topic:safety"),
        ("claim:10", "person:ann", "body:keeper"),
        ("claim:14", "event:flight", "event:flight"),
    ]


def test_facts_alone_can_be_had(claims: Claims) -> None:
    graph = network(claims, facts_only=True)
    assert [key for key, _, _ in edges(graph)] == ["claim:01", "claim:02", "claim:06", "claim:07"]
    assert set(graph) == set(network(claims))


def test_every_thing_is_a_node_with_label_kind_and_most_specific_class(claims: Claims) -> None:
    graph = network(claims)
    assert {node: (d["label"], d["kind"], d["class"]) for node, d in graph.nodes(data=True)} == {
        "body:agency": ("the agency", "body", "kg:Institution"),
        "body:gazette": ("Gazette", "body", "kg:Institution"),
        "body:keeper": ("the keeper", "body", "kg:Organization"),
        "event:flight": ("the flight", "event", "kg:Event"),
        "law:order": ("the order", "law", "kg:CourtOrder"),
        "person:ann": ("Ann", "person", "kg:Person"),
        "person:pilot": ("the pilot", "person", "kg:Person"),
        "person:rival": ("the rival", "person", "kg:Person"),
        "person:spokesman": ("the spokesman", "person", "kg:Person"),
        "place:prison": ("the prison", "place", "kg:Facility"),
        "topic:safety": ("safety", "topic", "kg:Topic"),
    }


def test_an_edge_says_how_sure_it_is_and_who_says_it(claims: Claims) -> None:
    graph = network(claims)
    data = dict(graph.edges["event:flight", "body:agency", "claim:05"])
    assert data.pop("claim").label == "the agency flies"
    assert data == {
        "label": "has actor",
        "relation": "sem:hasActor",
        "status": "reported",
        "modality": "intended",
        "bound": "",
        "fact": False,
        "speakers": ("the spokesman", "the pilot (according to Gazette)"),
        "stances": ("states", "alleges"),
        "words": ("two or so",),
        "weight": 1.6,
    }
    withheld = graph.edges["person:ann", "body:keeper", "claim:10"]
    assert (withheld["words"], withheld["weight"], withheld["fact"]) == ((), 3.0, False)


def test_the_order_of_statements_does_not_show() -> None:
    quads = list(read_quads(Path(__file__).parent / "map.trig"))

    def listed(seed: int) -> list[object]:
        random.Random(seed).shuffle(quads)
        with Store.of(quads) as store:
            graph = network(Claims(store, ontology.load()))
        return [*graph.nodes(data=True), *graph.edges(keys=True, data=True)]

    assert listed(1) == listed(2)
