"""Attributions in the wide sense: what was said, and what is wanted, thought, asked or refused."""

import json

from kgraph.extraction import to_json

MEETING = """Minister Wanjiru Otieno believes that the harbour tax is unlawful.
The council urged the fishermen to accept the treaty.
“The quota is dead,” said Otieno. “It will not come back.”
The quay is closed, according to the port authority.
OTIENO: We never signed that paper and we never will.
The boats are green.
"""


def attributed(read_text, text: str) -> dict[str, tuple[str, str]]:
    """The words attributed, with those of their source and of their cue."""
    document, draft = read_text(text)

    def words(span):
        return document.text[span[0] : span[1]] if span else ""

    rows = json.loads(to_json(draft))["attributions"]
    return {words((r["start"], r["end"])): (words(r["speaker_span"]), words(r["cue_span"])) for r in rows}


def test_who_is_made_to_think_or_say_what(read_text) -> None:
    found = attributed(read_text, MEETING)
    assert found["that the harbour tax is unlawful"] == ("Minister Wanjiru Otieno", "believes")
    assert found["The quay is closed"] == ("the port authority", "according")
    # two pieces of one quotation are one
    assert found["The quota is dead,” said Otieno. “It will not come back"] == ("Otieno", "said")
    assert found["We never signed that paper and we never will"] == ("OTIENO", "")
    assert "council" in next(source for words, (source, cue) in found.items() if cue == "urged")
    assert not any("green" in words for words in found)


def test_marks_tell_a_quotation_from_an_apostrophe() -> None:
    from kgraph.extraction.marks import marked

    def inner(text: str) -> list[str]:
        return [text[a:b] for a, b in marked(text)]

    assert inner("The workers' rights and the owners' duties are 'not for sale' here.") == ["not for sale"]
    assert inner("‘Unfit to serve’: it’s the judges’ word") == ["Unfit to serve"]
    assert inner('He said “one thing" and left.') == ["one thing"]
    assert inner("''All of it,'' she said, ''in March.''") == ["All of it,", "in March."]
    assert inner('An inch is written 1" long') == []


def test_a_claim_within_a_belief_is_the_believers(read_text) -> None:
    _, draft = read_text(
        "Karoline Leavitt believes that Nayib Bukele criticized the Alien Enemies Act. "
        "Karoline Leavitt knows that Tom Homan criticized the Alien Enemies Act."
    )
    found = {
        (said.speaker, said.stance, claim.subject)
        for said in draft.dossier.attributions
        for claim in said.claims
        if claim.relation == "kg:criticizes"
    }
    assert found == {
        ("person:karoline-leavitt", "argues", "person:nayib-bukele"),
        ("body:the-gazette", "states", "person:tom-homan"),
    }
