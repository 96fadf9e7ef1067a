"""Paragraphs and line numbers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.documents import line_of, paragraphs


def test_a_paragraph_is_a_line_without_the_space_around_it() -> None:
    text = "One.\n\n  Two \t\r\nThree three.\n   \n"
    assert [text[start:end] for start, end in paragraphs(text)] == ["One.", "Two", "Three three."]
    assert paragraphs("") == paragraphs(" \n ") == []


def test_lines_count_from_one_whatever_ends_them() -> None:
    text = "a\nb\r\nc\rd"
    assert [line_of(text, at) for at in range(len(text) + 1)] == [1, 1, 2, 2, 2, 3, 3, 4, 4]


@settings(deadline=None)
@given(st.text(alphabet="ab \n\r"))
def test_paragraphs_hold_all_that_is_not_space(text: str) -> None:
    spans = paragraphs(text)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == "".join(text.split())
    assert len({line_of(text, start) for start, _ in spans}) == len(spans)
    assert all(line_of(text, start) == line_of(text, end - 1) for start, end in spans)
