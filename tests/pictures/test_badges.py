"""Initials of speakers: short, unique, and told apart from those whom a source does not name."""

from hypothesis import given
from hypothesis import strategies as st

from kgraph.claims import Named
from kgraph.pictures.badges import badges


def badge(label: str) -> str:
    return badges([Named("<urn:x>", label)])["<urn:x>"]


def test_initials_skip_small_words() -> None:
    assert badge("New York Post") == "NYP"
    assert badge("The Washington Post") == "WP"
    assert badge("US Supreme Court") == "SC"
    assert badge("Office of the Attorney General of the State") == "OAG"


def test_a_single_word_is_one_letter_or_two() -> None:
    assert badge("Reuters") == "Re"
    assert badge("marchers") == "MA"


def test_the_unnamed_carry_a_question_mark() -> None:
    assert badge("unnamed senior administration official") == "?AO"


def test_labels_without_letters_get_a_badge_all_the_same() -> None:
    assert badge("") == "?"
    assert badge("</script>") == "SC"


def test_alike_initials_are_told_apart_by_the_last_word_then_by_number() -> None:
    people = [Named(f"<urn:{i}>", label) for i, label in enumerate(["John Bell", "Jane Burns", "Jim Burns", "Jo Bu"])]
    assert list(badges(people).values()) == ["JB", "JBu", "JBur", "JB2"]


@given(st.lists(st.text(max_size=20), max_size=30))
def test_badges_are_always_unique(labels: list[str]) -> None:
    speakers = [Named(f"<urn:{i}>", label) for i, label in enumerate(labels)]
    found = badges(speakers)
    assert len(set(found.values())) == len(speakers)
    assert badges(reversed(speakers)) == found
