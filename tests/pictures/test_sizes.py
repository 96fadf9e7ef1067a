"""Words are measured and cut before they reach the page."""

from hypothesis import given
from hypothesis import strategies as st

from kgraph.pictures.sizes import shortened, text_width, wrapped


def test_wide_letters_take_more_room() -> None:
    assert text_width("iiii", 13) < text_width("nnnn", 13) < text_width("MMMM", 13)
    # 4 × 1042 thousandths of 13 pixels, 5 % margin, rounded up
    assert text_width("nnnn", 13) == int(4 * 0.712 * 13 * 1.05) + 1
    assert text_width("漢字", 10) == int(2 * 10 * 1.05) + 1


def test_labels_are_wrapped_at_words_and_cut_with_an_ellipsis() -> None:
    assert wrapped("order on the harbour", 12, 3) == ("order on the", "harbour")
    assert wrapped("one two three four five six", 9, 2) == ("one two", "three…")
    assert shortened("a very long subtitle indeed", 12) == "a very long…"
    assert wrapped("", 12, 3) == ("…",)


@given(st.text(max_size=200), st.integers(4, 30), st.integers(1, 3))
def test_no_row_is_longer_than_it_may_be(text: str, columns: int, rows: int) -> None:
    found = wrapped(text, columns, rows)
    assert 1 <= len(found) <= rows
    assert all(len(row) <= columns for row in found)
