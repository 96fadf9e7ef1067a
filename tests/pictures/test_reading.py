"""Documents cut at every passage's ends, and dates in their order."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.claims import Claim, Claims, Named, Passage, Said
from kgraph.pictures import view
from kgraph.pictures.documents import documents
from kgraph.pictures.timeline import timeline
from kgraph.terms import Quad, edtf, iri

TEXT = "The clerk said that the gate was shut, and the guard that it was open."


def claim(number: int, *ranges: tuple[int, int], words: bool = True) -> Claim:
    source = Named("<https://w3id.org/kgraph/id/doc/aa>", "log")
    passages = tuple(Passage(source, a, b, TEXT[a:b] if words else None, None) for a, b in ranges)
    said = Said("<urn:s>", Named("<urn:who>", "clerk"), Named(iri("kgc:states"), "states"), True, passages)
    thing = Named("<urn:x>", "gate")
    return Claim(iri(f"claim:{number}"), thing, thing, thing, "it", "reported", (said,))


def test_overlapping_passages_are_cut_where_either_begins_or_ends() -> None:
    (document,) = documents([claim(1, (0, 38)), claim(2, (20, 70))], {"doc:aa": TEXT})
    assert [(part.start, part.end, part.statements) for part in document.parts] == [
        (0, 20, ("claim:1",)),
        (20, 38, ("claim:1", "claim:2")),
        (38, 70, ("claim:2",)),
    ]
    assert "".join(part.text or "" for part in document.parts) == TEXT


def test_without_the_text_the_passages_themselves_are_shown_and_the_rest_is_missing() -> None:
    (document,) = documents([claim(1, (4, 9)), claim(2, (6, 14)), claim(3, (20, 28), words=False)], {})
    assert [part.text for part in document.parts] == [None, "cl", "erk", " said", None, None]
    assert [bool(part.statements) for part in document.parts] == [False, True, True, True, False, True]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 10)), min_size=1, max_size=12))
def test_every_passage_is_reached_and_no_character_is_shown_twice(ranges: list[tuple[int, int]]) -> None:
    claims = [claim(number, (start, start + length)) for number, (start, length) in enumerate(ranges)]
    (document,) = documents(claims, {"doc:aa": TEXT})
    assert "".join(part.text or "" for part in document.parts) == TEXT
    assert all(one.end == other.start for one, other in pairwise(document.parts))
    reached = {statement for part in document.parts for statement in part.statements}
    assert reached == {f"claim:{number}" for number in range(len(ranges))}


@pytest.fixture
def dated(quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]) -> Callable[..., list[str]]:
    """The timeline when the town's order has some other date."""

    def moments(date: str) -> list[str]:
        when = [
            quad._replace(object=edtf(date))
            if quad.subject == iri("claim:0000000000000006") and "object" in quad.predicate
            else quad
            for quad in quads
        ]
        return [moment.when for moment in timeline(claims_of(when))]

    return moments


def test_dates_keep_their_words_and_come_in_order(town: Claims, dated: Callable[..., list[str]]) -> None:
    moments = timeline(town)
    assert [moment.when for moment in moments] == ["1798", "March 2025", "19 March 2025"]
    assert [(one.said, one.label) for moment in moments for one in moment.occasions] == [
        (False, "old fair"),
        (False, "order on the harbour"),
        (True, "Bell's letter"),
    ]
    assert dated("2025-03-01/2025-03-05")[1] == "between 1 March 2025 and 5 March 2025"
    assert dated("../1700") == ["no later than 1700", "1798", "19 March 2025"]
    assert dated("2025-03-19/..") == ["1798", "19 March 2025", "from 19 March 2025 on"]


def test_the_picture_holds_documents_and_dates(town: Claims) -> None:
    picture = view(town, title="Town", texts={"doc:00000000000000aa": "x" * 200})
    assert picture.documents[0].parts[-1].end == 200
    assert len(picture.timeline) == 3
