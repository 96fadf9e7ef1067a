"""What stands in the slots of a word, in every construction that a row of the lexicon should reach."""

import pytest

from kgraph.extraction.language import load_model
from kgraph.extraction.slots import enacts, fillers


def found(sentence: str, word: str, slot: str) -> list[str]:
    token = next(t for t in load_model().pipeline(sentence) if t.text == word)
    return [t.text for t in fillers(slot, token)]


@pytest.mark.parametrize(
    ("sentence", "word", "agent", "patient"),
    [
        ("Kenya and Uganda condemned the coup.", "condemned", ["Kenya", "Uganda"], ["coup"]),
        ("The coup was condemned by Kenya.", "condemned", ["Kenya"], ["coup"]),
        ("Kenya refused to condemn the coup.", "condemn", ["Kenya"], ["coup"]),
        ("Kenya, which condemned the coup, stayed away.", "condemned", ["Kenya"], ["coup"]),
        ("Police arrested and deported the smugglers.", "arrested", ["Police"], ["smugglers"]),
        ("Police arrested and deported the smugglers.", "deported", ["Police"], ["smugglers"]),
        ("Smith was arrested and charged in May.", "charged", [], ["Smith"]),
        ("The minister left, condemning the verdict.", "condemning", ["minister"], ["verdict"]),
        ("Smith, arrested by police in May, denied it.", "arrested", ["police"], ["Smith"]),
        ("Kenya’s condemnation of the coup was loud.", "condemnation", ["Kenya"], ["coup"]),
        ("The condemnation of the coup by Kenya was loud.", "condemnation", ["Kenya"], ["coup"]),
        ("Kenya voiced criticism of the coup.", "criticism", ["Kenya"], ["coup"]),
    ],
)
def test_who_does_what_to_whom(sentence: str, word: str, agent: list[str], patient: list[str]) -> None:
    assert found(sentence, word, "agent") == agent
    assert found(sentence, word, "patient") == patient


@pytest.mark.parametrize(
    ("sentence", "word", "bearer"),
    [
        ("Lee is a member of the Senate.", "member", ["Lee"]),
        ("Lee became a member of the Senate.", "member", ["Lee"]),
        ("Lee, a member of the Senate, voted.", "member", ["Lee"]),
        ("Lee served as chairman of the board.", "chairman", ["Lee"]),
        ("Lee is critical of the treaty.", "critical", ["Lee"]),
    ],
)
def test_who_is_called_so(sentence: str, word: str, bearer: list[str]) -> None:
    assert found(sentence, word, "bearer") == bearer


def test_prepositions_of_one_and_of_two_words() -> None:
    assert found("Britain withdrew from the treaty.", "withdrew", "from") == ["treaty"]
    assert found("Britain pulled out of the treaty.", "pulled", "out of") == ["treaty"]
    assert found("The minister resigned because of the scandal.", "resigned", "because of") == ["scandal"]
    assert found("The ruling against Peru was read.", "ruling", "for|against") == ["Peru"]


@pytest.mark.parametrize(
    ("sentence", "word", "does"),
    [
        ("To repeal the Quiet Night Act.", "repeal", True),
        ("Recognizing the harm and calling for peace.", "Recognizing", True),
        ("Section 5 of the Quiet Night Act is repealed.", "repealed", True),
        ("The Congress repealed the Quiet Night Act.", "repealed", False),
        ("Section 5 was repealed by the Senate.", "repealed", False),
    ],
)
def test_what_a_bill_does_itself(sentence: str, word: str, does: bool) -> None:
    token = next(t for t in load_model().pipeline(sentence) if t.text == word)
    assert enacts(token) is does


def test_who_undergoes_and_who_does_it() -> None:
    assert found("Lee faces trial in Oslo.", "trial", "patient") == ["Lee"]
    assert found("The pact drew criticism from Peru.", "criticism", "patient") == ["pact"]
    assert found("The pact drew criticism from Peru.", "criticism", "agent") == ["Peru"]
    # a sentence that begins with the verb
    assert found("Arrested in May, Lee denied it.", "Arrested", "patient") == ["Lee"]
