"""Names and fixed forms, on sentences written for it."""

import pytest


def mentions(read_text, text: str, date: str = "2009-06-10") -> list[tuple[str, str]]:
    document, draft = read_text(text, date)
    found = []
    for mention in draft.dossier.mentions:
        start, end = map(int, mention.at.split("-"))
        found.append((document.text[start:end], mention.type))
    return found


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("He broke section 4(2) of the Harbour Act 1932.", "section 4(2) of the Harbour Act 1932", "Statute"),
        ("It amends the Fisheries (Licences) Act, 2011.", "Fisheries (Licences) Act, 2011", "Statute"),
        ("See 12 U.S.C. § 1701(b) for more.", "12 U.S.C. § 1701(b)", "Statute"),
        ("Under 8 C.F.R. § 214.2(h) they may stay.", "8 C.F.R. § 214.2(h)", "Regulation"),
        ("Council Regulation (EC) No 314/2004 was renewed.", "Council Regulation (EC) No 314/2004", "Regulation"),
        ("It was listed in Council Decision 2011/101/CFSP.", "Council Decision 2011/101/CFSP", "LegalAuthority"),
        ("See Security Council resolution 1929 (2010).", "Security Council resolution 1929 (2010)", "LegalAuthority"),
        ("Executive Order 13,224 froze it.", "Executive Order 13,224", "ExecutiveOrder"),
        ("The Fourteenth Amendment says so.", "Fourteenth Amendment", "ConstitutionalProvision"),
        ("See Article 4 of the Constitution.", "Article 4 of the Constitution", "ConstitutionalProvision"),
        ("She signed the Convention on Cluster Munitions.", "Convention on Cluster Munitions", "Agreement"),
        ("He cited Tallis v. Merriweather Ltd. at length.", "Tallis v. Merriweather Ltd.", "CourtDecision"),
        ("It was reported as [2013] UKSC 62 that year.", "[2013] UKSC 62", "CourtDecision"),
        ("He cited 418 U.S. 683 (1974) twice.", "418 U.S. 683", "CourtDecision"),
        ("The Court of Appeal for Ontario sat.", "Court of Appeal for Ontario", "Court"),
        ("The Ninth Circuit sat on Tuesday.", "Ninth Circuit", "Court"),
        ("H.R. 4040 passed.", "H.R. 4040", "Bill"),
        ("They lost the 2005 parliamentary election in Lesotho.", "2005 parliamentary election in Lesotho", "Event"),
        ("Kenya’s Supreme Court sat.", "Supreme Court", "Court"),
        ("Voters in the House rejected it.", "House", "Institution"),
        ("She said Democrats were late.", "Democrats", "Organization"),
        ("They split on a 7-2 vote.", "7-2", "Quantity"),
        ("It fell over the past five months.", "past five months", "Date"),
        ("Mr Ndereba spoke to Justice Wanyoike.", "Wanyoike", "Person"),
        ("The bill was read by Kwon Dae-jung yesterday.", "Kwon Dae-jung", "Person"),
        ("The cabinet paid 4 million euros to them.", "4 million euros", "Quantity"),
        ("They waited for between 30 and 40 hours there.", "between 30 and 40 hours", "Quantity"),
    ],
)  # fmt: skip
def test_one_name(read_text, text: str, name: str, type_: str) -> None:
    assert (name, type_) in mentions(read_text, text)


def test_a_title_is_no_part_of_a_name(read_text) -> None:
    found = mentions(read_text, "President Donald Trump met Prime Minister Vesna Kolar.")
    assert ("Donald Trump", "Person") in found
    assert ("Vesna Kolar", "Person") in found
    assert ("Prime Minister", "Office") in found


def test_an_acronym_in_brackets_is_the_same_kind_of_thing(read_text) -> None:
    found = mentions(read_text, "The Ruritanian Border Commission (RBC) met.\nLater the RBC voted.")
    assert [f for f in found if f[0] == "RBC"] == [("RBC", "Institution"), ("RBC", "Institution")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They are pro-Beijing politicians.", "Beijing"),
        ("Time and Hope will tell.", "Time"),
        ("2. Findings", "2"),
        ("As section 7 says, nothing changes.", "7"),
        ("Elizabeth Marbury spoke.", "Elizabeth"),
        ("See note (12) and pages 3 and 7.", "12"),
        ("See note (12) and pages 3 and 7.", "7"),
    ],
)
def test_what_is_no_name(read_text, text: str, words: str) -> None:
    assert words not in {found for found, _ in mentions(read_text, text)}


def test_an_office_keeps_its_body_and_loses_the_name_after_it(read_text) -> None:
    found = mentions(
        read_text,
        "Ama Sarpong, Chief Judge, Court of Appeal for Ontario, met the director of the Harbour Trust, Peter Brandt. "
        "France’s interior and overseas minister Luc Berger met senators Ana Silva and Ben Okoro.",
    )
    offices = [words for words, type_ in found if type_ == "Office"]
    assert offices == [
        "Chief Judge, Court of Appeal for Ontario",
        "director of the Harbour Trust",
        "interior and overseas minister",
        "senators",
    ]


def test_a_bill_names_itself(read_text) -> None:
    found = mentions(
        read_text,
        "A BILL\nTo protect harbours.\n1. This Act may be cited as the Safe Harbours Act.\nThis bill is long.\n",
    )
    bills = [words for words, type_ in found if type_ == "Bill"]
    assert bills == ["BILL", "Act", "Safe Harbours Act", "bill"]


def test_who_governs_is_named_by_the_government(read_text) -> None:
    found = mentions(read_text, "The Aldana administration signed it.")
    assert found == [("Aldana", "Person"), ("Aldana administration", "Institution")]


def test_years_in_events_and_rises_in_numbers(read_text) -> None:
    found = mentions(read_text, "After the 2014 protests the fee rose from 9 to 12 dollars; it ranges from 3 to 5 now.")
    assert [f for f in found if f[1] in ("Date", "Event", "Quantity")] == [
        ("2014", "Date"),
        ("2014 protests", "Event"),
        ("9", "Quantity"),
        ("12 dollars", "Quantity"),
        ("3 to 5", "Quantity"),
    ]


def test_names_in_a_list_are_of_one_kind(read_text) -> None:
    found = dict(mentions(read_text, "The train stops at Galati, Iasi, Craiova and Timisoara."))
    assert found == dict.fromkeys(("Galati", "Iasi", "Craiova", "Timisoara"), "Place")


def test_who_speaks_in_a_transcript(read_text) -> None:
    found = mentions(read_text, "CHIEF JUSTICE MARLOWE: We will hear the case.")
    assert found[:2] == [("CHIEF JUSTICE", "Office"), ("MARLOWE", "Person")]


def test_headings_and_contracts_name_few_bodies(read_text) -> None:
    found = mentions(read_text, "PURCHASE OF FREIGHT SERVICES\nThe Purchaser shall pay by the Effective Date.")
    assert {type_ for _, type_ in found} <= {"Person"}
