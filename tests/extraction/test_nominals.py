"""Bare nouns that are mentions, on sentences written for it."""

import pytest


def mentions(read_text, text: str, kinds: tuple[str, ...], date: str = "2009-06-10") -> list[tuple[str, str]]:
    document, draft = read_text(text, date)
    found = []
    for mention in draft.dossier.mentions:
        start, end = map(int, mention.at.split("-"))
        if mention.type in kinds:
            found.append((document.text[start:end], mention.type))
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The judge rejected the earlier ruling.", [("judge", "Person"), ("ruling", "CourtDecision")]),
        ("The written order was signed on Friday.", [("written order", "CourtOrder")]),
        ("An appeals court upheld the ban.", [("appeals court", "Court"), ("ban", "LegalAuthority")]),
        ("The council published a leaked memo.", [("council", "Institution"), ("leaked memo", "Source")]),
        ("Ministers in the region rejected the treaty.", [("the region", "Place"), ("treaty", "Agreement")]),
        ("The Court refers to the Agreement.", [("Court", "Court"), ("Agreement", "Agreement")]),
        ("They saw no order and asked for any agreement.", []),
        ("She wants to become a judge.", []),
    ],
)  # fmt: skip
def test_nouns_for_what_is_known(read_text, text: str, found: list[tuple[str, str]]) -> None:
    kinds = ("Person", "CourtOrder", "CourtDecision", "Court", "LegalAuthority", "Institution", "Source", "Place",
             "Agreement")  # fmt: skip
    assert mentions(read_text, text, kinds) == found


def test_a_group_is_a_mention_where_it_acts(read_text) -> None:
    text = "Fishermen rescued the crew. Two ships carried migrants.\nOfficials said that fishermen were thanked."
    assert mentions(read_text, text, ("Group",)) == [
        ("Fishermen", "Group"),
        ("Officials", "Group"),
        ("fishermen", "Group"),
    ]


def test_a_group_keeps_what_it_is_of(read_text) -> None:
    assert ("governments of the region", "Group") in mentions(
        read_text, "The governments of the region signed nothing.", ("Group",)
    )
