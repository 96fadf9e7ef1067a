"""Other countries' news: nobody there holds an American office, and nothing there is an American body."""

import pytest

#: date, text, and what must not be linked from it
ELSEWHERE = {
    "kenya": (
        "2017-09-01",
        "NAIROBI - Kenya's Supreme Court on Friday annulled the re-election of President Uhuru Kenyatta.\n"
        "Chief Justice David Maraga read the ruling. Kenyatta criticised the court but said he would respect it.\n"
        "The Senate and the House met on Saturday, and the Attorney General spoke of the Constitution.",
    ),
    "philippines": (
        "2018-03-19",
        "MANILA - President Rodrigo Duterte said on Monday that the Philippines would leave the court.\n"
        "Senator Leila de Lima asked the Supreme Court in Manila to rule. The Senate has not voted.\n"
        "The Department of Justice and the National Security Council declined to comment.",
    ),
    "britain": (
        "2019-09-24",
        "LONDON - The Supreme Court ruled on Tuesday that Prime Minister Boris Johnson had misled the Queen.\n"
        "John Bercow, the Speaker of the House of Commons, said that parliament would sit. The Treasury was silent.\n"
        "Johnson, who was in New York for a meeting, said that he disagreed.",
    ),
    "belarus": (
        "2012-03-23",
        "BRUSSELS - The European Union accused the government of President Alexander Lukashenko of repression.\n"
        "Germany's Foreign Minister Guido Westerwelle called for sanctions. The State Department agreed with him.",
    ),
    "south-africa": (
        "2016-03-31",
        "JOHANNESBURG - President Jacob Zuma broke the constitution, the Constitutional Court ruled on Thursday.\n"
        "Chief Justice Mogoeng Mogoeng said that Parliament had failed. The President has 105 days to pay.",
    ),
}
AMERICAN = {
    "office:us-president", "office:us-senator", "office:chief-justice-of-the-united-states", "body:us-supreme-court",
    "body:us-senate", "body:us-house-of-representatives", "office:us-attorney-general", "law:us-constitution",
    "body:us-department-of-justice", "body:us-national-security-council", "body:us-department-of-the-treasury",
    "office:us-speaker-of-the-house-of-representatives", "body:us-congress",
}  # fmt: skip


@pytest.mark.parametrize("place", ELSEWHERE)
def test_nothing_of_another_country_is_american(read_text, place) -> None:
    date, text = ELSEWHERE[place]
    document, draft = read_text(text, date)
    linked = {
        document.text[slice(*map(int, mention.at.split("-")))]: mention.entity for mention in draft.dossier.mentions
    }
    assert not {words: entity for words, entity in linked.items() if entity in AMERICAN}
    claimed = {
        str(end)
        for said in draft.dossier.attributions
        for claim in said.claims
        for end in (claim.subject, claim.object)
    }
    assert not claimed & AMERICAN


def test_an_american_text_is_american_still(read_text) -> None:
    document, draft = read_text(
        "WASHINGTON - President Barack Obama met Senator Marco Rubio on Monday. The Senate and the Supreme Court were "
        "in recess, and the Department of Justice had no comment.",
        "2014-02-03",
    )
    linked = {
        document.text[slice(*map(int, mention.at.split("-")))]: mention.entity for mention in draft.dossier.mentions
    }
    assert linked["Senate"] == "body:us-senate"
    assert linked["Supreme Court"] == "body:us-supreme-court"
    assert linked["Barack Obama"] == "person:barack-obama"


def test_a_government_is_none_of_a_country_that_is_named_only_later(read_text) -> None:
    _, draft = read_text(
        "Nicola Sturgeon welcomed the contract but criticised the government for delays.\n"
        "The US Department of Defense said that Lockheed Martin had won a contract. The US Air Force did not comment."
    )
    ends = {c.object for said in draft.dossier.attributions for c in said.claims}
    assert "body:us-federal-government" not in ends


def test_no_jurisdiction_over_nothing(read_text) -> None:
    _, draft = read_text("Harry Roque said the court had no jurisdiction because the treaty was never published.")
    assert not [c for said in draft.dossier.attributions for c in said.claims]
