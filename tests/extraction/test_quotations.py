"""Who is quoted with which words: names, unnamed people, pronouns, documents, courts, countries; and who is not."""

import pytest

LEVY = """Kenyan court rules levy on maize is unlawful
A court in Nairobi ruled on Tuesday that the levy on maize was unlawful.
Officials said the ministry had never consulted the farmers.
A spokesman for the Ministry of Agriculture said the department would study it. He added that farmers would be paid.
“We will not pay,” said Grace Wanjiku, chair of the Farmers’ Union. “Nobody ever asked us what we think.”
Wanjiku, who said she had written to the president, denied that the union had broken the law.
The union did not say whether it would strike. It said it was “ready for talks”.
“The levy is a tax and no more than a tax,” Judge Peter Mwangi wrote in his ruling — a text of ninety pages.
The judge said the minister “acted outside his powers”, adding that the money must go back.
Germany said it would suspend aid.
"""


@pytest.fixture
def said(read_text):
    document, draft = read_text(LEVY, date="2018-05-06")
    hash_ = document.id.removeprefix("doc:")
    return {
        document.text[q.start : q.end]: (q.kind, (q.speaker or "").removesuffix(f"-{hash_}"), q.stance)
        for q in draft.quotes
    }


def test_speakers_without_a_name(said) -> None:
    assert said["levy on maize is unlawful"] == ("indirect", "body:unnamed-court", "states")
    assert said["the levy on maize was unlawful"] == ("indirect", "body:unnamed-court", "states")
    assert said["the ministry had never consulted the farmers"] == ("indirect", "group:officials", "states")
    spokesman = "person:unnamed-spokesman-for-the-ministry-of-agriculture"
    assert said["the department would study it"] == ("indirect", spokesman, "states")
    assert said["farmers would be paid"] == ("indirect", spokesman, "states")


def test_pronouns_titles_and_countries(said) -> None:
    assert said["she had written to the president"][1] == "person:grace-wanjiku"
    assert said["the union had broken the law"] == ("indirect", "person:grace-wanjiku", "denies")
    assert said["it was “ready for talks"] == ("mixed", "body:farmers-union", "states")
    assert said["ready for talks"] == ("partial", "body:farmers-union", "states")
    assert said["The levy is a tax and no more than a tax"] == ("direct", "person:peter-mwangi", "states")
    assert said["it would suspend aid"][1] == "body:government-of-germany"
    assert not any("strike" in words for words in said)


def test_pieces_of_one_quotation_and_where_a_clause_ends(said) -> None:
    assert said["We will not pay"] == ("direct", "person:grace-wanjiku", "states")
    assert said["Nobody ever asked us what we think."] == ("direct", "person:grace-wanjiku", "states")
    assert said["the minister “acted outside his powers"][0] == "mixed"
    assert said["the money must go back"] == ("indirect", "person:peter-mwangi", "states")


def test_a_document_speaks_for_its_issuer(read_text) -> None:
    document, draft = read_text(
        "A letter from the World Bank, seen by the Washington Post, said the hall was closed. "
        "The letter also warned that the roof could fall."
    )
    found = {document.text[q.start : q.end]: (q.speaker, q.via, q.stance) for q in draft.quotes}
    assert found["the hall was closed"] == ("body:ibrd", "body:washington-post", "states")
    assert found["the roof could fall"] == ("body:ibrd", None, "warns")


def test_nothing_is_said_where_nobody_says_it(read_text) -> None:
    _, draft = read_text(
        "James Boasberg did not say that the bridge was safe. Did James Boasberg say that the bridge was safe? "
        "Nobody said that the bridge was safe. James Boasberg left without saying that the bridge was safe. "
        "Figures show the bridge was safe."
    )
    assert draft.quotes == ()


def test_an_appeal_to_an_authority_is_by_way_of_who_appeals(read_text) -> None:
    document, draft = read_text(
        "“The duty is ours. As the International Court of Justice has held, a tax needs a law,” Karoline Leavitt said."
    )
    nested = [q for q in draft.quotes if q.kind == "nested"]
    assert [(document.text[q.start : q.end], q.speaker, q.via) for q in nested] == [
        ("a tax needs a law", "body:international-court-of-justice", "person:karoline-leavitt")
    ]


def test_titles_glued_to_names_capitals_and_what_reports_say(read_text) -> None:
    document, draft = read_text(
        "Reports: Lagos port to close for repairs after the summer\n"
        "Head of the Electoral Commission Wafula Chebukati announced that the vote was valid.\n"
        "CHEBUKATI: We counted every paper twice.\n"
        "Asked whether he would resign, Wafula Chebukati left.\n"
        "The port’s spokeswoman said nothing had been sold.\n"
    )
    hash_ = document.id.removeprefix("doc:")
    found = {document.text[q.start : q.end]: q.speaker for q in draft.quotes}
    assert found == {
        "Lagos port to close for repairs after the summer": f"group:unnamed-media-{hash_}",
        "the vote was valid": "person:wafula-chebukati",
        "We counted every paper twice.": "person:wafula-chebukati",
        "nothing had been sold": f"person:unnamed-ports-spokeswoman-{hash_}",
    }


def test_requests_passives_pieces_and_clauses_with_something_between(read_text) -> None:
    document, draft = read_text(
        "Wafula Chebukati called on the ministry to “really look into this” and to wait.\n"
        "It is claimed by Wafula Chebukati that the crew knew of the leak.\n"
        "Wafula Chebukati said the papers, which he called “a disgrace”, were false.\n"
        "Wafula Chebukati said that, as the boats came from Ghana, they should be released.\n"
        "According to Wafula Chebukati, “nobody saw the captain leave the deck,” a thing that few believe.\n"
        "Wafula Chebukati said he was ill and vowed to return.\n"
    )
    found = {document.text[q.start : q.end]: (q.kind, q.stance) for q in draft.quotes}
    assert {q.speaker for q in draft.quotes} == {"person:wafula-chebukati"}
    assert found == {
        "the ministry to “really look into this” and to wait": ("mixed", "requests"),
        "really look into this": ("partial", "requests"),
        "the crew knew of the leak": ("indirect", "alleges"),
        "the papers, which he called “a disgrace”, were false": ("mixed", "states"),
        "a disgrace": ("partial", "states"),
        "as the boats came from Ghana, they should be released": ("indirect", "states"),
        "nobody saw the captain leave the deck": ("direct", "states"),
        "he was ill": ("indirect", "states"),
    }


def test_a_subject_that_goes_round_in_circles_does_no_harm(read_text) -> None:
    _, draft = read_text("The man who said that the judge who said it was he who said so said so said so.")
    assert all(q.start < q.end for q in draft.quotes)


def test_she_is_no_man_and_he_no_woman(read_text) -> None:
    document, draft = read_text(
        "Karoline Leavitt met Peter Brandt in Mombasa. She said the port was open. He said it was not.\n"
        "Mr. Otis Raven came late, after Ms. Lumi Wren had left. She said it was cold.\n"
    )
    found = {document.text[q.start : q.end]: q.speaker for q in draft.quotes}
    assert found == {
        "the port was open": "person:karoline-leavitt",
        "it was not": "person:peter-brandt",
        "it was cold": "person:lumi-wren",
    }


def test_a_woman_is_no_organization(read_text) -> None:
    # alone, the model takes her for one
    _, draft = read_text("Grace Wanjiku met Peter Brandt in Mombasa. She said the port was open.")
    assert [q.speaker for q in draft.quotes] == ["person:grace-wanjiku"]


def test_what_is_denied_may_be_a_thing(read_text) -> None:
    document, draft = read_text("The Washington Post, which has strongly denied any part in the accident, moved.")
    assert [(document.text[q.start : q.end], q.speaker, q.stance) for q in draft.quotes] == [
        ("any part in the accident", "body:washington-post", "denies")
    ]


def test_what_another_clause_tells_is_not_the_words_of_the_next_one(read_text) -> None:
    document, draft = read_text(
        'Last week Norway recalled its envoy to Lima, and Foreign Minister Jonas Lie called the king "a sad joke".'
    )
    assert [document.text[q.start : q.end] for q in draft.quotes] == ["a sad joke"]


def test_a_quotation_goes_on_after_what_was_done_meanwhile(read_text) -> None:
    document, draft = read_text(
        '"The bridge is safe and was never closed," Lumi Wren said after Peter Brandt called him twice. '
        '"We will open the second lane in the spring." Then Peter Brandt asked: "Is that so, after all these years?"\n'
        'Lumi Wren laughed. "It is a joke that everybody has heard," Peter Brandt said.'
    )
    said = {document.text[q.start : q.end][:12]: q.speaker for q in draft.quotes if q.marks}
    assert said["The bridge i"] == said["We will open"] == "person:lumi-wren"
    assert said["Is that so, "] == said["It is a joke"] == "person:peter-brandt"
