"""Dates as written, reckoned from the document's date (Monday 2024-05-06)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.claims.edtf import is_edtf
from kgraph.extraction.dates import PATTERN, to_edtf


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("March 5, 2021", "2021-03-05"),
        ("Friday, March 5, 2021", "2021-03-05"),
        ("5 March 2021", "2021-03-05"),
        ("Sept. 2020", "2020-09"),
        ("1798", "1798"),
        ("1990s", "1990/1999"),
        ("18th-century", "1701/1800"),
        ("Monday", "2024-05-06"),
        ("Monday morning", "2024-05-06"),
        ("Saturday", "2024-05-04"),
        ("next Friday", "2024-05-10"),
        ("last Monday", None),
        ("today", "2024-05-06"),
        ("yesterday", "2024-05-05"),
        ("last week", "2024-04-29/2024-05-05"),
        ("last month", "2024-04"),
        ("last year", "2023"),
        ("January", "2024-01"),
        ("June", "2023-06"),
        ("June 3", "2023-06-03"),
        ("May 2", "2024-05-02"),
        ("February 30, 2021", None),
        ("soon", None),
    ],
)
def test_words_to_date(words: str, date: str | None) -> None:
    assert to_edtf(words, "2024-05-06") == date


def test_a_weekday_needs_a_day() -> None:
    assert to_edtf("Monday", "2024-05") is None
    assert to_edtf("last year", "2024") == "2023"


@pytest.mark.parametrize("words", ["They may march on, May said", "He paid 1,798 and 20.15", "rules 1798-3"])
def test_what_is_no_date_is_not_found(words: str) -> None:
    assert PATTERN.search(words) is None


@given(st.text(max_size=40), st.dates().map(str))
def test_what_comes_out_is_a_date(words: str, day: str) -> None:
    for text in [words, *(match[0] for match in PATTERN.finditer(words))]:
        assert (found := to_edtf(text, day)) is None or is_edtf(found)
