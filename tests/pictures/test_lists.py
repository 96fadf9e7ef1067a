"""List cards: three leaves of one hub of which the same is said by the same speakers; never anything else."""

from collections.abc import Callable

from kgraph.claims import Claims
from kgraph.pictures import Picture, view
from kgraph.pictures.arrange import arrange
from kgraph.terms import Quad, iri, literal

PILOTS = ("first pilot of the harbour", "second pilot of the harbour", "third pilot of the harbour")


def pilots(labels: tuple[str, ...], *, speakers: tuple[str, ...] = (), more: tuple[Quad, ...] = ()) -> list[Quad]:
    """The order binds each of some people, and one speaker says so of each."""
    claims, facts = iri("graph:claims"), iri("graph:facts")
    found = list(more)
    for number, label in enumerate(labels):
        claim, said, person = iri(f"claim:b{number:015}"), iri(f"said:b{number:015}"), iri(f"person:pilot-{number}")
        who = speakers[number] if speakers else "body:the-gazette"
        found += [
            Quad(person, iri("rdfs:label"), literal(label, language="en"), facts),
            Quad(person, iri("rdf:type"), iri("kg:Person"), facts),
            Quad(claim, iri("rdf:type"), iri("kg:Claim"), claims),
            Quad(claim, iri("kg:status"), iri("kgc:reported"), claims),
            Quad(claim, iri("rdf:subject"), iri("law:harbour-order"), claims),
            Quad(claim, iri("rdf:predicate"), iri("kg:directedAt"), claims),
            Quad(claim, iri("rdf:object"), person, claims),
            Quad(said, iri("kg:claim"), claim, claims),
            Quad(said, iri("kg:speaker"), iri(who), claims),
            Quad(said, iri("kg:stance"), iri("kgc:argues"), claims),
        ]
    return found


def lists(picture: Picture) -> list[tuple[str, list[tuple[str, ...]]]]:
    return [(card.label, [item.rows for item in card.items]) for card in picture.cards if card.items]


def test_three_leaves_become_one_card_with_a_row_each(
    quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]
) -> None:
    picture = view(claims_of([*quads, *pilots(PILOTS)]), title="Town")
    assert lists(picture) == [("… pilot of the harbour", [("first",), ("second",), ("third",)])]
    line = next(one for one in picture.lines if one.object.startswith("list:"))
    assert len(line.statements) == 3
    assert [badge.text for badge in line.badges] == ["Ga"]
    card = next(card for card in picture.cards if card.items)
    assert (card.id, card.kind) == ("list:person:pilot-0", "Person")
    assert [item.statements for item in card.items] == [(f"claim:b{number:015}",) for number in range(3)]
    told = next(one for one in picture.statements if one.id == "claim:b000000000000001")
    assert told.cards == ("law:harbour-order", "person:pilot-1")
    assert arrange(picture).cards[card.id]


def test_two_leaves_or_different_speakers_stay_apart(
    quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]
) -> None:
    assert lists(view(claims_of([*quads, *pilots(PILOTS[:2])]), title="Town")) == []
    mixed = pilots(PILOTS, speakers=("body:the-gazette", "person:ann-bell", "body:the-gazette"))
    assert lists(view(claims_of([*quads, *mixed]), title="Town")) == []


def test_what_is_asked_for_is_never_a_row(quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]) -> None:
    about = view(claims_of([*quads, *pilots(PILOTS)]), title="Pilot", about=iri("person:pilot-1"), hops=2)
    assert "person:pilot-1" in {card.id for card in about.cards}
    assert lists(about) == []


def test_names_with_nothing_in_common_are_counted(quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]) -> None:
    picture = view(claims_of([*quads, *pilots(("Ed Hart", "Flo Irons", "Gus Jago"))]), title="Town")
    assert lists(picture) == [("3 people", [("Ed Hart",), ("Flo Irons",), ("Gus Jago",)])]


def test_a_long_list_says_how_many_more_there_are_and_holds_them_all(
    quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]
) -> None:
    labels = tuple(f"{name} Lane" for name in ("Ab", "Be", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ida", "Jo"))
    card = next(card for card in view(claims_of([*quads, *pilots(labels)]), title="Town").cards if card.items)
    assert (len(card.items), sum(bool(item.rows) for item in card.items), card.subtitle) == (10, 7, "and 3 more")


def test_a_name_that_is_too_long_gives_way_to_a_shorter_one(
    quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]
) -> None:
    long = "order of the town court on the harbour, the quays, the ferries and every crane that stands on them"
    changed = [
        quad._replace(object=literal(long, language="en"))
        if (quad.subject, quad.predicate) == (iri("law:harbour-order"), iri("rdfs:label"))
        else quad
        for quad in quads
    ]
    more = Quad(iri("law:harbour-order"), iri("skos:altLabel"), literal("quay order", language="en"), quads[0].graph)

    def rows(*added: Quad) -> tuple[str, ...]:
        cards = view(claims_of([*changed, *added]), title="Town").cards
        return next(card.rows for card in cards if card.id == "law:harbour-order")

    assert rows()[-1].endswith("…")
    assert rows(more) == ("quay order",)
