"""Literals that are not written as their type demands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.claims import is_ill_typed
from kgraph.terms import EDTF, integer, iri, literal

GOOD = {
    "boolean": ["true", "false", "0", "1"],
    "integer": ["0", "-7", "+12", "007"],
    "nonNegativeInteger": ["0", "+3", "-0"],
    "positiveInteger": ["1", "+09"],
    "decimal": ["1", "-1.50", ".5", "5."],
    "double": ["1e3", "-1.5E-2", "INF", "NaN", "3"],
    "date": ["2024-02-29", "-0044-03-15", "2024-05-01Z", "2024-05-01+02:00", "12024-01-01"],
    "dateTime": ["2024-05-01T23:59:59", "2024-05-01T24:00:00Z", "2024-05-01T10:00:00.25-14:00"],
    "time": ["10:00:00", "23:59:59.9Z"],
    "gYear": ["1798", "-0044"],
    "gYearMonth": ["2025-03"],
    "gMonthDay": ["--02-29", "--12-31"],
    "duration": ["P1Y", "P1Y2M3DT4H5M6.7S", "-P90D", "PT36H"],
    "dayTimeDuration": ["P3DT1H"],
    "language": ["en", "es-SV"],
    "anyURI": ["https://example.org/a?b#c", ""],
    "hexBinary": ["", "0aFF"],
    "string": ["anything"],
    "unheardOf": ["anything"],
}
BAD = {
    "boolean": ["True", "yes", ""],
    "integer": ["12x", "1.0", "", " 1", "١٢"],
    "nonNegativeInteger": ["-1"],
    "positiveInteger": ["0"],
    "decimal": ["1,5", "1e3", "."],
    "double": ["inf", "1e"],
    "date": ["2023-02-29", "2024-13-01", "2024-04-31", "17 March 2025", "2024-5-1", "24-05-01", "2024-05-01+15:00"],
    "dateTime": ["2024-05-01", "2024-05-01 10:00:00", "2024-05-01T25:00:00", "2023-02-29T10:00:00"],
    "time": ["10:00", "24:30:00"],
    "gYear": ["98", "02025"],
    "gYearMonth": ["2025-13", "2025-3"],
    "gMonthDay": ["--02-30", "--04-31", "12-31"],
    "duration": ["P", "PT", "1Y", "P1S", "P1.5D"],
    "dayTimeDuration": ["P1Y"],
    "language": ["english language"],
    "anyURI": ["two words"],
    "hexBinary": ["0"],
}


@pytest.mark.parametrize(("datatype", "text"), [(kind, text) for kind, texts in GOOD.items() for text in texts])
def test_good_forms(datatype, text) -> None:
    assert not is_ill_typed(literal(text, datatype=f"xsd:{datatype}"))


@pytest.mark.parametrize(("datatype", "text"), [(kind, text) for kind, texts in BAD.items() for text in texts])
def test_bad_forms(datatype, text) -> None:
    assert is_ill_typed(literal(text, datatype=f"xsd:{datatype}"))


@pytest.mark.parametrize(
    "text", ["2025", "2025-03", "2025-03-17", "2025~", "2025-03-10/2025-03-16", "2025/..", "../2025"]
)
def test_partial_dates(text) -> None:
    assert not is_ill_typed(literal(text, datatype=EDTF))


@pytest.mark.parametrize("text", ["", "..", "2025-02-30", "2025-13", "last week", "2025/2024"])
def test_partial_dates_that_are_none(text) -> None:
    assert is_ill_typed(literal(text, datatype=EDTF))


@pytest.mark.parametrize("term", [iri("kg:Claim"), literal("12x"), literal("12x", language="en"), "_:x"])
def test_only_typed_literals_can_be_ill_typed(term) -> None:
    assert not is_ill_typed(term)


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    assert not is_ill_typed(literal(day.isoformat(), datatype="xsd:date"))


@given(st.integers())
def test_every_whole_number_is_an_integer(number: int) -> None:
    assert not is_ill_typed(integer(number))
