"""Who is who: by the document's date, country and words; what stays open, and between whom."""

from collections.abc import Callable

import pytest

from kgraph.documents import Document
from kgraph.extraction import Draft

Reads = Callable[..., tuple[Document, Draft]]


def meant(found: tuple[Document, Draft], words: str) -> list[str | None]:
    """What each mention of these words stands for."""
    document, draft = found
    return [m.entity for m in draft.dossier.mentions if _words(document, m.at) == words]


def offered(found: tuple[Document, Draft], words: str) -> list[list[str]]:
    """Those that each mention of these words may be."""
    document, draft = found
    return [list(m.candidates) for m in draft.dossier.mentions if _words(document, m.at) == words]


def _words(document: Document, at: str) -> str:
    start, end = map(int, at.split("-"))
    return document.text[start:end]


@pytest.mark.parametrize(
    ("date", "president"),
    [("2004-05-06", "person:george-w-bush"), ("2013-05-06", "person:barack-obama"), ("2022-05-06", "person:joe-biden")],
)
def test_the_president_is_that_of_the_date(read_text: Reads, date: str, president: str) -> None:
    found = read_text("The United States sent ships. In Washington the president met senators from Ohio.\n", date)
    assert meant(found, "president") == [president]


@pytest.mark.parametrize(
    ("date", "person"),
    [("2004-05-06", "person:george-w-bush"), ("1990-05-06", "person:george-h-w-bush")],
)
def test_a_family_name_with_its_title_is_chosen_by_date(read_text: Reads, date: str, person: str) -> None:
    assert meant(read_text("In the United States President Bush signed the treaty.\n", date), "Bush") == [person]


def test_a_title_needs_its_country(read_text: Reads) -> None:
    found = read_text("Brazil and Chile held talks. The president said that the talks went well.\n", "2012-05-06")
    assert meant(found, "president") == [None]


def test_a_court_is_that_of_the_country_spoken_of(read_text: Reads) -> None:
    kenya = "Kenya held a vote. Kenyan police guarded the streets of Nairobi. The Supreme Court heard the case.\n"
    assert meant(read_text(kenya, "2017-09-01"), "Supreme Court") == ["body:supreme-court-of-kenya"]
    america = "Voters in Ohio and Texas waited. The Supreme Court of the United States heard them. Congress met.\n"
    found = read_text(america, "2017-09-01")
    assert meant(found, "Supreme Court of the United States") == ["body:us-supreme-court"]
    assert meant(found, "Congress") == ["body:us-congress"]


def test_a_court_of_either_of_two_countries_stays_open_with_both_shown(read_text: Reads) -> None:
    text = "Kenya and Ghana argue over fish. Kenya sent lawyers. Ghana sent lawyers. The Supreme Court was silent.\n"
    found = read_text(text, "2018-05-06")
    assert meant(found, "Supreme Court") == [None]
    assert offered(found, "Supreme Court") == [["body:supreme-court-of-ghana", "body:supreme-court-of-kenya"]]


def test_a_namesake_is_not_the_one_of_the_registry(read_text: Reads) -> None:
    baker = "John Kerry, a baker in Leeds, opened a shop. Kerry sells bread.\n"
    assert "person:john-kerry" not in meant(read_text(baker, "2014-05-06"), "John Kerry")
    secretary = "In Washington Secretary of State John Kerry spoke. Kerry left for Ohio.\n"
    found = read_text(secretary, "2014-05-06")
    assert meant(found, "John Kerry") == meant(found, "Kerry") == ["person:john-kerry"]


def test_nobody_is_named_before_being_grown_up(read_text: Reads) -> None:
    found = read_text("In the United States Senator Josh Hawley spoke in Missouri.\n", "1990-05-06")
    assert meant(found, "Josh Hawley") != ["person:josh-hawley"]


def test_a_state_in_brackets_speaks_for_or_against(read_text: Reads) -> None:
    right = read_text("In Congress Susan Collins (R-Maine) voted no.\n", "2018-05-06")
    assert meant(right, "Susan Collins") == ["person:susan-collins"]
    wrong = read_text("In Congress Susan Collins (R-Texas) voted no.\n", "2018-05-06")
    assert "person:susan-collins" not in meant(wrong, "Susan Collins")


def test_two_of_one_family_name_stay_open_unless_the_courtesy_tells(read_text: Reads) -> None:
    text = "Anna Moss met Peter Moss in Springfield. Moss left early. Mr. Moss stayed. Mrs. Moss slept.\n"
    found = read_text(text)
    assert meant(found, "Moss") == [None, "person:peter-moss", "person:anna-moss"]
    assert offered(found, "Moss")[0] == ["person:anna-moss", "person:peter-moss"]


def test_a_short_name_goes_back_to_a_longer_one(read_text: Reads) -> None:
    found = read_text("Minister Choi Bok-nam spoke. Choi said little. Thomas R. Quill wrote it. Thomas Quill left.\n")
    assert meant(found, "Choi") == meant(found, "Choi Bok-nam")
    assert meant(found, "Thomas Quill") == meant(found, "Thomas R. Quill") == ["person:thomas-quill"]


def test_an_acronym_in_brackets_is_used_later(read_text: Reads) -> None:
    found = read_text("The Riverside Tenants Association (RTA) met. Later the RTA voted.\n")
    assert meant(found, "RTA")[-1] == "body:riverside-tenants-association"


BILL = """118th CONGRESS
H. R. 99999
To name a post office.
IN THE HOUSE OF REPRESENTATIVES
May 6, 2025
Ms. Ocasio-Cortez (for herself, Mr. Khanna, Mr. Smith of New Jersey, and Ms. Tlaib) introduced the following bill
A BILL
To name a post office in Albany.
Be it enacted by the Senate and House of Representatives.
"""


def test_members_of_congress_are_found_by_name_state_chamber_and_date(read_text: Reads) -> None:
    found = read_text(BILL, "2025-05-06")
    assert meant(found, "Ocasio-Cortez") == ["person:alexandria-ocasio-cortez"]
    assert meant(found, "Khanna") == ["person:ro-khanna"]
    assert meant(found, "Smith of New Jersey") == ["person:chris-smith"]


def test_members_who_fit_equally_stay_open(read_text: Reads) -> None:
    found = read_text(BILL.replace("Mr. Smith of New Jersey", "Mr. Smith"), "2025-05-06")
    assert meant(found, "Smith") == [None]
    assert {"person:adam-smith", "person:adrian-smith", "person:chris-smith"} <= set(offered(found, "Smith")[0])


def test_an_office_that_others_hold_is_not_that_of_whoever_bears_the_title(read_text: Reads) -> None:
    text = "Voters in the United States and in Ohio waited. Chief Justice {} spoke of the courts.\n"
    assert meant(read_text(text.format("Ada Moss"), "2017-09-01"), "Chief Justice") == [None]
    assert meant(read_text(text.format("David Maraga"), "2017-09-01"), "Chief Justice") == [
        "office:chief-justice-of-kenya"
    ]
    roberts = read_text(text.format("John Roberts"), "2017-09-01")
    assert meant(roberts, "Chief Justice") == ["office:chief-justice-of-the-united-states"]
    assert meant(roberts, "John Roberts") == ["person:john-roberts"]


def test_a_title_is_that_of_the_office_held_by_the_person_beside_it(read_text: Reads) -> None:
    found = read_text("LONDON - The defence secretary, Philip Hammond, spoke in the United Kingdom.\n", "2012-05-01")
    assert meant(found, "defence secretary") == ["office:secretary-of-state-for-defence-of-united-kingdom"]
    found = read_text("LONDON - The foreign secretary, Philip Hammond, spoke in the United Kingdom.\n", "2015-05-01")
    assert meant(found, "foreign secretary") == ["office:uk-foreign-secretary"]


def test_a_body_is_that_of_the_place_before_it(read_text: Reads) -> None:
    found = read_text("Kenya’s Supreme Court met. Critics of the Ohio Democratic Party stayed away.\n", "2017-09-01")
    assert "body:supreme-court-of-kenya" in [m.entity for m in found[1].dossier.mentions]
    assert meant(found, "Democratic Party") == ["body:democratic-party-of-ohio"]


def test_one_candidate_of_an_uncommon_name_is_meant(read_text: Reads) -> None:
    found = read_text("WASHINGTON - Josh Earnest was asked in Congress about Jason Chaffetz of Utah.\n", "2015-05-06")
    assert meant(found, "Josh Earnest") == ["person:josh-earnest"]
    assert meant(found, "Jason Chaffetz") == ["person:jason-chaffetz"]


def test_a_verb_in_a_heading_makes_no_second_person(read_text: Reads) -> None:
    found = read_text("Moss Leaves Town Hall After Long Quarrel\n\nAnna Moss slept. Later Mr. Kuzwakwe came.\n")
    assert {m.entity for m in found[1].dossier.mentions if m.type == "Person"} == {
        "person:anna-moss",
        "person:kuzwakwe",
    }


def test_the_administration_is_that_of_the_date(read_text: Reads) -> None:
    text = "WASHINGTON - Americans in Ohio and Texas waited. The administration said that it would act.\n"
    assert meant(read_text(text, "2010-05-06"), "administration") == ["body:obama-administration"]
    assert meant(read_text(text, "2022-05-06"), "administration") == ["body:biden-administration"]


def test_the_country_is_the_one_that_the_text_is_about(read_text: Reads) -> None:
    found = read_text(
        "NAIROBI - Kenya voted on Friday.\nThe country slept.\nGhana waved. The country slept.\n", "2015-01-01"
    )
    assert [m.entity for m in found[1].dossier.mentions if m.form == "nominal" and m.type == "Place"] == [
        "place:kenya",
        None,
    ]


def test_an_office_of_a_state(read_text: Reads) -> None:
    found = read_text("WASHINGTON - Voters in Ohio heard Florida Rep. Carlos Curbelo in Congress.\n", "2016-01-01")
    assert "office:us-representative" in [m.entity for m in found[1].dossier.mentions if m.type == "Office"]


def test_a_longer_name_is_somebody_else(read_text: Reads) -> None:
    found = read_text("WASHINGTON - In Congress the editor Michael Patrick Leahy wrote about Vermont.\n", "2016-05-06")
    assert "person:patrick-leahy" not in [m.entity for m in found[1].dossier.mentions]


def test_a_court_is_the_one_whose_kind_the_noun_says(read_text) -> None:
    document, draft = read_text(
        "The U.S. Court of Appeals for the Sixth Circuit heard the case on Monday.\n"
        "The appeals court ruled that the law was void. The bankruptcy court had upheld the law.",
        "2016-09-25",
    )
    linked = {document.text[slice(*map(int, m.at.split("-")))]: m.entity for m in draft.dossier.mentions}
    sixth = "body:us-court-of-appeals-for-the-sixth-circuit"
    assert linked["appeals court"] == sixth
    assert linked.get("bankruptcy court") != sixth


def test_a_name_in_capitals_ends_with_the_name(read_text) -> None:
    _, draft = read_text("ARGUMENT OF GEN. ELENA B. MARLOWE ON BEHALF OF THE PETITIONERS\nElena Marlowe spoke.")
    assert {m.entity for m in draft.dossier.mentions if m.type == "Person"} <= {"person:elena-marlowe"}
