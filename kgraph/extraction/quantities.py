"""Numbers as written: the value and the bound that the words before it give."""

import re
from decimal import Decimal

__all__ = ["PATTERN", "Quantity", "to_quantity"]

from dataclasses import dataclass

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_BOUNDS = {
    **dict.fromkeys(
        ("about", "around", "approximately", "roughly", "nearly", "almost", "some", "an estimated"), "about"
    ),
    **dict.fromkeys(("more than", "over", "at least", "above", "upwards of", "no fewer than"), "atLeast"),
    **dict.fromkeys(("up to", "as many as", "fewer than", "less than", "under", "at most", "no more than"), "atMost"),
}
_WORD = rf"(?:{'|'.join((*_UNITS[1:], *_TENS))})"
_NUMBER = (
    rf"(?:(?:[$£€] ?)?\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?:[$£€] ?)?\d+(?:\.\d+)?|{_WORD}(?:-{_WORD})?)"
    rf"(?: (?:{'|'.join(_SCALE)}))?(?:%| percent\b| per cent\b)?"
)
_BOUND = "|".join(sorted(_BOUNDS, key=len, reverse=True))
PATTERN = re.compile(
    rf"(?<![\w.,:/$£€-])(?:(?P<bound>{_BOUND}) )?(?P<number>{_NUMBER})(?![\w/-]|[.,:]\d|\.[A-Z])"
    r"|\b(?:dozens|hundreds|thousands)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things."""

    value: Decimal
    #: `about`, `atLeast`, `atMost`, or None for exactly
    bound: str | None
    #: `%`, a currency sign, or empty
    unit: str


def to_quantity(words: str) -> Quantity | None:
    """The number that words say; None where they give none ("dozens")."""
    match = PATTERN.fullmatch(words.strip())
    if match is None or match["number"] is None:
        return None
    text = match["number"].lower().replace(",", "")
    bound = _BOUNDS.get((match["bound"] or "").lower())
    unit = "%" if re.search(r"%|per ?cent", text) else next((sign for sign in "$£€" if sign in text), "")
    parts = re.findall(r"\d+(?:\.\d+)?|[a-z]+", text)
    value = Decimal(0)
    for part in parts:
        if part in ("percent", "per", "cent"):
            continue
        if part in _SCALE:
            value = (value or Decimal(1)) * _SCALE[part]
        elif part in _UNITS:
            value += _UNITS.index(part)
        elif part in _TENS:
            value += 20 + 10 * _TENS.index(part)
        else:
            value = Decimal(part)
    return Quantity(value, bound, unit)
