"""What is in a picture: cards, lines, statements, badges; folded offices; what is left out, and that it says so."""

from collections.abc import Callable

import pytest

from kgraph.claims import Claims
from kgraph.errors import BadInput, Unknown
from kgraph.pictures import Picture, view
from kgraph.terms import Quad, iri, literal


def cards(picture: Picture) -> dict[str, tuple[str, str]]:
    return {card.id: (card.kind, card.subtitle) for card in picture.cards}


def lines(picture: Picture) -> dict[tuple[str, str, str], str]:
    return {(line.subject, line.verb, line.object): line.status for line in picture.lines}


def test_things_between_which_something_is_claimed_are_cards_and_speakers_are_not(town: Claims) -> None:
    assert cards(view(town, title="Town")) == {
        "body:harbour-office": ("Institution", ""),
        "body:town-court": ("Court", ""),
        "event:spring-march": ("Event", "protest"),
        "group:dockers": ("Group", ""),
        "law:harbour-order": ("Law", "court order"),
        "person:bo-reed": ("Person", ""),
        "person:cara-dunn": ("Person", "town judge"),
    }


def test_lines_say_how_they_are_hedged_and_come_with_the_disputes_first(town: Claims) -> None:
    picture = view(town, title="Town")
    assert list(lines(picture).items()) == [
        (("body:harbour-office", "defies", "law:harbour-order"), "contested"),
        (("body:harbour-office", "complies with (intended)", "law:harbour-order"), "denied"),
        (("event:spring-march", "affects", "group:dockers"), "reported"),
        (("law:harbour-order", "directed at", "body:harbour-office"), "reported"),
        (("law:harbour-order", "issued by", "person:cara-dunn"), "accepted"),
        (("person:cara-dunn", "town judge of", "body:town-court"), "accepted"),
        (("person:bo-reed", "member of", "group:dockers"), "retracted"),
    ]
    assert [line.id for line in picture.lines] == [f"line{number}" for number in range(1, 8)]


def test_badges_tell_who_says_so_and_who_says_it_is_not_so(town: Claims) -> None:
    badges = {
        line.verb: [(badge.text, badge.affirms) for badge in line.badges] for line in view(town, title="Town").lines
    }
    assert badges == {
        "defies": [("Ga", True), ("AB", False)],
        "complies with (intended)": [("?HO‹AB", False)],
        "affects": [("AB?", True)],
        "directed at": [("AB", True)],
        "issued by": [],
        "town judge of": [],
        "member of": [("Ga", True)],
    }


def test_an_office_is_folded_into_its_holder_only_where_nothing_else_is_claimed_of_it(
    quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]
) -> None:
    town = claims_of(quads)
    folded = next(line for line in view(town, title="Town").lines if line.verb == "town judge of")
    assert folded.statements == ("claim:0000000000000004", "claim:0000000000000005")

    kept = view(town, title="Town", about=iri("office:town-judge"))
    assert ("person:cara-dunn", "holds", "office:town-judge") in lines(kept)
    assert cards(kept)["person:cara-dunn"] == ("Person", "")

    status = iri("kg:status")
    holds = iri("claim:0000000000000004")
    reported = [
        q._replace(object=iri("kgc:reported")) if (q.subject, q.predicate) == (holds, status) else q for q in quads
    ]
    assert ("office:town-judge", "post in", "body:town-court") in lines(view(claims_of(reported), title="Town"))


def test_values_stand_on_their_card_and_are_said_in_words(town: Claims) -> None:
    picture = view(town, title="Town")
    order = next(card for card in picture.cards if card.id == "law:harbour-order")
    assert "claim:0000000000000006" in order.statements
    when = next(one for one in picture.statements if one.id == "claim:0000000000000006")
    assert (when.text, when.verb, when.object) == ("The order is of March 2025", "when", "March 2025")
    assert when.cards == ("law:harbour-order",)


def test_a_statement_tells_both_sides_with_stance_words_and_place(town: Claims) -> None:
    picture = view(town, title="Town")
    contested = picture.statements[0]
    assert contested.contradicts == ("claim:0000000000000002",)
    yes, no = contested.voices
    assert (yes.badge, yes.speaker, yes.affirms, yes.context) == ("Ga", "The Gazette", True, "in its own voice")
    assert (no.stance, no.affirms, no.context) == ("denies", False, "in Bell's letter · said 19 March 2025")
    assert no.sentence == "Ann Bell denies that the harbour office defies the order"
    assert (no.words[0].text, no.words[0].place, no.words[0].source) == (
        "nobody defied them",
        "characters 20–38",
        "doc:00000000000000aa",
    )
    assert picture.statements[1].voices[0].words[0].text is None
    source = picture.sources[0]
    assert (source.publisher, source.date, source.links) == (
        "The Gazette",
        "20 March 2025",
        ("https://example.org/harbour",),
    )


def test_speakers_come_with_what_they_affirm_and_deny(town: Claims) -> None:
    told = {s.badge: (s.id, len(s.affirms), len(s.denies)) for s in view(town, title="Town").speakers}
    assert told == {
        "Ga": ("body:the-gazette", 8, 0),
        "AB": ("person:ann-bell", 2, 1),
        "?HO": ("group:unnamed-senior-harbour-officials", 0, 1),
    }


def test_it_says_how_many_claims_are_unreviewed_and_which_are_only_in_the_table(town: Claims) -> None:
    picture = view(town, title="Town", notes=("Proposals were trusted.",))
    assert picture.counts == "11 claims by 3 speakers · 1 unreviewed"
    assert picture.notes == ("Proposals were trusted.", "1 claim not in the picture; the table has every claim")
    march = next(line for line in picture.lines if line.verb == "affects")
    assert march.unreviewed
    assert march.badges[0].unreviewed


def test_too_many_cards_are_cut_to_the_most_disputed_and_the_picture_says_so(town: Claims) -> None:
    picture = view(town, title="Town", most_cards=3)
    assert [card.id for card in picture.cards] == ["body:harbour-office", "law:harbour-order", "person:cara-dunn"]
    assert picture.notes[0].startswith("too large to draw whole: 4 cards and 6 claims are not on this page;")
    assert len(picture.statements) == 5
    assert picture.counts == "5 of 11 claims by 3 speakers"
    more = {card.id: card.more for card in picture.cards}
    assert more == {"body:harbour-office": 0, "law:harbour-order": 0, "person:cara-dunn": 1}


def test_a_neighbourhood_holds_what_is_near_and_what_the_thing_itself_says(town: Claims) -> None:
    near = view(town, title="Dunn", about=iri("person:cara-dunn"))
    assert set(cards(near)) == {"person:cara-dunn", "law:harbour-order"}
    wider = view(town, title="Dunn", about=iri("person:cara-dunn"), hops=2)
    assert set(cards(wider)) == {"person:cara-dunn", "law:harbour-order", "body:harbour-office", "body:town-court"}
    bell = view(town, title="Bell", about=iri("person:ann-bell"))
    assert {"defies", "affects", "directed at"} <= {line.verb for line in bell.lines}


def test_a_neighbourhood_of_nothing_is_an_error(town: Claims) -> None:
    with pytest.raises(Unknown, match="nothing is claimed here about person:nobody or by it"):
        view(town, title="Nobody", about=iri("person:nobody"))
    with pytest.raises(BadInput, match="hops is 0"):
        view(town, title="Dunn", about=iri("person:cara-dunn"), hops=0)


def test_a_graph_without_claims_makes_an_empty_picture(claims_of: Callable[[list[Quad]], Claims]) -> None:
    picture = view(claims_of([]), title="Nothing")
    assert (picture.counts, picture.cards, picture.lines) == ("0 claims by 0 speakers", (), ())


def test_only_web_addresses_become_links(quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]) -> None:
    page, graph = iri("foaf:page"), iri("graph:facts")
    more = [
        Quad(iri("person:cara-dunn"), page, "<javascript:alert(1)>", graph),
        Quad(iri("person:cara-dunn"), page, "<data:text/html,hello>", graph),
        Quad(iri("person:cara-dunn"), page, literal("https://example.org/told"), graph),
    ]
    dunn = next(c for c in view(claims_of([*quads, *more]), title="Town").cards if c.id == "person:cara-dunn")
    assert dunn.links == ("https://example.org/dunn", "https://example.org/told")
