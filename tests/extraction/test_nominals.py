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
        ("Farmers suffered after the reinstatement of the tariff.", [("reinstatement of the tariff", "Event")]),
        ("His wife Anna Holm slept.", [("wife", "Person"), ("Anna Holm", "Person")]),
        ("Neither the governor nor anybody spoke.", [("governor", "Person")]),
        ("Minister quits over leak.", [("Minister", "Person")]),
        ("They saw no order and asked for any agreement.", []),
        ("She wants to become a judge.", []),
    ],
)  # fmt: skip
def test_nouns_for_what_is_known(read_text, text: str, found: list[tuple[str, str]]) -> None:
    kinds = ("Person", "CourtOrder", "CourtDecision", "Court", "LegalAuthority", "Institution", "Source", "Place",
             "Agreement", "Event")  # fmt: skip
    assert mentions(read_text, text, kinds) == found


def test_a_group_is_a_mention_where_it_acts(read_text) -> None:
    assert ("nurses’ unions", "Group") in mentions(read_text, "The nurses’ unions met.", ("Group",))
    assert mentions(read_text, "Reprisals from neighbours followed.", ("Group",)) == [("neighbours", "Group")]
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


def test_what_a_bill_is_called_is_a_bill_and_articles_are_of_what_was_named(read_text) -> None:
    found = mentions(
        read_text,
        "The bill, known as the Quiet Nights for Towns Act (QNTA), failed. The legislation was long. The QNTA fell.",
        ("Bill", "Statute", "LegalAuthority"),
    )
    assert {type_ for _, type_ in found} == {"Bill"}
    assert ("QNTA", "Bill") in found
    treaty = mentions(read_text, "They signed the Treaty of Ostrow. Under Article 7 they pay.", ("Agreement",))
    assert treaty == [("Treaty of Ostrow", "Agreement"), ("Article 7", "Agreement")]


def test_letters_of_another_language_stand_for_the_name_before_them(read_text) -> None:
    found = mentions(
        read_text, "The Confederation of Isles (CDI) met. Later CDI left.", ("Organization", "Institution")
    )
    assert [words for words, _ in found] == ["Confederation of Isles", "CDI", "CDI"]
