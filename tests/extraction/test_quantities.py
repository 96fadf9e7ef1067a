"""Numbers and their bounds."""

from decimal import Decimal

import pytest

from kgraph.extraction.quantities import to_quantity


@pytest.mark.parametrize(
    ("words", "value", "bound", "unit"),
    [
        ("238", 238, None, ""),
        ("roughly 250", 250, "about", ""),
        ("more than 32,000", 32_000, "atLeast", ""),
        ("up to 40", 40, "atMost", ""),
        ("at least twenty-one", 21, "atLeast", ""),
        ("2.5 million", 2_500_000, None, ""),
        ("around five thousand", 5_000, "about", ""),
        ("70%", 70, None, "%"),
        ("12 percent", 12, None, "%"),
        ("$3 billion", 3_000_000_000, None, "$"),
    ],
)
def test_number_and_bound(words: str, value: int, bound: str | None, unit: str) -> None:
    found = to_quantity(words)
    assert found is not None
    assert (found.value, found.bound, found.unit) == (Decimal(value), bound, unit)


@pytest.mark.parametrize("words", ["dozens", "", "nothing", "12:30"])
def test_no_number(words: str) -> None:
    assert to_quantity(words) is None
