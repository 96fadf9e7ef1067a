"""How two things are connected: expectations walked by hand on the map of `map.trig` and in the first article."""

from pathlib import Path as File

import pytest

from kgraph import ontology
from kgraph.claims import Claims
from kgraph.errors import Unknown
from kgraph.network import Path, network, paths
from kgraph.store import Store
from kgraph.terms import iri, name


def walked(path: Path) -> str:
    """`ann <01 order 02> agency`: the claim of each step and the direction in which it is told; ~ for speaking."""
    text = name(path.steps[0].start.term)
    for step in path.steps:
        mark = ("~" if step.said else "") + name(step.claim.term).removeprefix("claim:")
        text += f" {mark}> " if step.forward else f" <{mark} "
        text += name(step.end.term)
    return text


def ways(claims: Claims, a: str, b: str, k: int = 9, *, facts_only: bool = False) -> list[tuple[float, str]]:
    return [(path.length, walked(path)) for path in paths(network(claims, facts_only=facts_only), a, b, k)]


def test_the_shortest_comes_first_and_no_way_leads_through_a_topic(claims: Claims) -> None:
    # through ~safety~ it would be 1.6 + 1.6 = 3.2
    assert ways(claims, "person:ann", "body:keeper") == [
        (3.0, "person:ann 10> body:keeper"),
        (5.6, "person:ann <01 law:order 02> body:agency <05 event:flight 06> place:prison <07 body:keeper"),
    ]


def test_a_way_may_begin_or_end_at_a_topic(claims: Claims) -> None:
    assert ways(claims, "topic:safety", "law:order", 1) == [
        (2.6, "topic:safety <08 person:ann <01 law:order"),
    ]


def test_there_and_back_is_the_same_way(claims: Claims) -> None:
    assert ways(claims, "place:prison", "law:order") == [
        (3.6, "place:prison <06 event:flight 05> body:agency <02 law:order"),
        (5.0, "place:prison <07 body:keeper <10 person:ann <01 law:order"),
    ]
    assert ways(claims, "law:order", "place:prison") == [
        (3.6, "law:order 02> body:agency <05 event:flight 06> place:prison"),
        (5.0, "law:order 01> person:ann 10> body:keeper 07> place:prison"),
    ]


def test_no_more_ways_than_asked_for(claims: Claims) -> None:
    assert len(ways(claims, "law:order", "place:prison", 1)) == 1


def test_the_best_status_then_most_speakers_choose_among_parallel_claims(claims: Claims) -> None:
    # 03 is contested (1.8); 04 and 05 are reported (1.6), 05 by two
    assert ways(claims, "body:agency", "event:flight", 1) == [(1.6, "body:agency <05 event:flight")]


def test_over_facts_alone_only_facts_count(claims: Claims) -> None:
    assert ways(claims, "body:keeper", "event:flight", facts_only=True) == [
        (2.0, "body:keeper 07> place:prison <06 event:flight"),
    ]
    assert ways(claims, "person:ann", "place:prison", facts_only=True) == []
    assert ways(claims, "person:rival", "person:ann", facts_only=True) == []


def test_who_speaks_of_a_thing_is_loosely_connected_to_it(claims: Claims) -> None:
    assert ways(claims, "person:rival", "body:agency", 1) == [(3.0, "person:rival ~03> body:agency")]
    assert sorted(ways(claims, "law:order", "person:rival", 2)) == [
        (4.0, "law:order 01> person:ann <~10 person:rival"),
        (4.0, "law:order 02> body:agency <~03 person:rival"),
    ]
    step = paths(network(claims), "person:rival", "body:agency", 1)[0].steps[0]
    assert step.said is not None
    assert (step.said.stance.label, step.said.affirms) == ("denies", False)


def test_no_way_leads_through_somebody_because_they_spoke(claims: Claims) -> None:
    # the spokesman speaks of Ann and safety, and of the agency and the flight: a way from Ann to the agency goes by law
    assert ways(claims, "person:ann", "body:agency", 1) == [(2.0, "person:ann <01 law:order 02> body:agency")]
    assert not any("spokesman" in way for _, way in ways(claims, "person:ann", "body:agency"))


def test_a_publisher_is_not_connected_to_everything_it_reports(claims: Claims) -> None:
    assert ways(claims, "body:gazette", "law:order") == []


def test_a_term_does_as_well_as_a_name(claims: Claims) -> None:
    graph = network(claims)
    assert paths(graph, iri("person:ann"), iri("law:order"), 1) == paths(graph, "person:ann", "law:order", 1)


def test_from_a_thing_to_itself_there_is_no_way(claims: Claims) -> None:
    assert ways(claims, "person:ann", "person:ann") == []


def test_a_thing_that_is_not_there_is_an_error_that_proposes_one(claims: Claims) -> None:
    with pytest.raises(Unknown, match="person:an is not in this network; did you mean person:ann") as error:
        paths(network(claims), "person:an", "law:order")
    assert error.value.nearest[0] == "person:ann"


@pytest.fixture(scope="module")
def article(shared: File) -> Claims:
    return Claims(Store.open(shared / "gold/homan-2025-03-17.trig"), ontology.load())


def told(path: Path) -> list[tuple[str, str, str, str]]:
    return [(name(s.start.term), s.claim.relation.label, name(s.end.term), s.claim.status) for s in path.steps]


def test_in_the_first_article_homan_comes_to_cecot_by_what_he_says_of_the_administration(article: Claims) -> None:
    graph = network(article)
    first, second, third = paths(graph, "person:tom-homan", "place:cecot")
    assert told(first) == [
        ("person:tom-homan", "pursues", "body:trump-administration", "reported"),
        ("body:trump-administration", "has actor", "event:deportation-flights-2025-03-15", "accepted"),
        ("event:deportation-flights-2025-03-15", "destination", "place:cecot", "accepted"),
    ]
    assert [step.forward for step in first.steps] == [True, False, True]
    assert first.steps[0].said is not None
    # he says it twice; the first place in the text counts
    assert (first.steps[0].said.stance.label, first.steps[0].said.passages[0].start) == ("states", 56)
    assert [path.length for path in (first, second, third)] == [5.0, 5.6, 6.0]
    assert paths(network(article, facts_only=True), "person:tom-homan", "place:cecot") == []


def test_in_the_first_article_boasberg_comes_to_cecot_by_facts(article: Claims) -> None:
    found = paths(network(article, facts_only=True), "person:james-boasberg", "place:cecot", 1)
    assert [told(path) for path in found] == [
        [
            ("person:james-boasberg", "issued by", "law:boasberg-order-2025-03-15", "accepted"),
            ("law:boasberg-order-2025-03-15", "directed at", "body:trump-administration", "accepted"),
            ("body:trump-administration", "has actor", "event:deportation-flights-2025-03-15", "accepted"),
            ("event:deportation-flights-2025-03-15", "destination", "place:cecot", "accepted"),
        ]
    ]
