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
        ("about", "around", "approximately", "roughly", "nearly", "almost", "some", "an estimated", "close to", "circa",
         "just over", "just under", "just about", "in the region of"),
        "about",
    ),
    **dict.fromkeys(
        ("more than", "over", "at least", "above", "upwards of", "upward of", "no fewer than", "no less than",
         "not less than", "not fewer than", "in excess of", "larger than", "greater than", "higher than", "exceeding",
         "a minimum of", "well over"),
        "atLeast",
    ),
    **dict.fromkeys(
        ("up to", "as many as", "as much as", "fewer than", "less than", "under", "below", "at most", "no more than",
         "not more than", "not exceeding", "smaller than", "lower than", "a maximum of"),
        "atMost",
    ),
}  # fmt: skip
_WORD = rf"(?:{'|'.join((*_UNITS[1:], *_TENS))})"
_MONEY = r"(?:(?:US|A|C|NZ|HK|S|R)?\$|[£€¥₹₦₽₩₪]|KSh\.?|Sh\.?|Rs\.?|USD|EUR|GBP)"
_NUMBER = (
    rf"(?:(?:{_MONEY} ?)?\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?:{_MONEY} ?)?\d+(?:\.\d+)?|{_WORD}(?:-{_WORD})?)"
    rf"(?:[ -](?:{'|'.join(_SCALE)}))?"
)
_PERCENT = r"%| percentage points?\b| percent\b| per cent\b"
#: what belongs to a number: a span of time, a sum of money, a measure; things that are counted do not
_UNIT = (
    r"(?: (?:calendar |working |business |consecutive |full )?(?:second|minute|hour|day|week|month|year|decade)s?"
    r"| (?:(?:US |Canadian |Australian )?dollars?|cents?|euros?|pounds(?! of)|yen|yuan|rou?bles?|rupees?|francs?"
    r"|shillings?|naira|rand|pesos?|reais|kroner|kronor|zlotys?|lira)"
    r"| (?:square )?(?:miles?|(?:kilo)?met(?:re|er)s?|feet|acres?|hectares?|tons?|tonnes?|kilo(?:gram)?s?|barrels?"
    r"|lit(?:re|er)s?|megawatts?))\b"
)
_FRACTION = r"(?:a|one|two|three|four)[ -](?:thirds?|quarters?|fifths?|tenths?)|half(?= of\b)"
_BOUND = "|".join(sorted(_BOUNDS, key=len, reverse=True))
PATTERN = re.compile(
    rf"(?<![\w.,:/$£€#§-])(?:(?P<bound>{_BOUND}) )?"
    rf"(?:between {_NUMBER} and (?P<high>{_NUMBER})"
    rf"|(?P<number>{_NUMBER})(?:(?:{_PERCENT})?(?: to |–)(?P<upper>{_NUMBER}))?"
    rf"|a (?:hundred|thousand|million|billion|trillion|dozen)|(?P<fraction>{_FRACTION}))"
    rf"(?P<unit>{_PERCENT}|{_UNIT})?(?![\w/-]|[.,:]\d|\.[A-Z])"
    r"|\b\d{1,3}-to-\d{1,3}\b|\b\d{1,3}[–-]\d{1,3}(?= (?:vote|decision|ruling|majority|margin|victory|defeat|split)\b)"
    r"|(?<=vote of )\d{1,3}[–-]\d{1,3}\b|(?<=voted )\d{1,3}[–-]\d{1,3}\b"
    r"|\b(?:(?:tens|hundreds|thousands|millions|billions) of )?(?:dozens|hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of things."""

    value: Decimal
    #: `about`, `atLeast`, `atMost`, or None for exactly
    bound: str | None
    #: `%`, a currency sign, a measure such as `days`, or empty
    unit: str


def to_quantity(words: str) -> Quantity | None:
    """The number that words say; None where they give none ("dozens")."""
    match = PATTERN.fullmatch(words.strip())
    if match is None or match["number"] is None or match["upper"] is not None:
        return None
    text = match["number"].lower().replace(",", "")
    measure = (match["unit"] or "").lower().strip()
    bound = _BOUNDS.get((match["bound"] or "").lower())
    money = re.match(_MONEY, text, re.IGNORECASE)
    unit = "%" if re.fullmatch(r"%|per ?cent", measure) else measure or (money[0] if money else "")
    text = text[money.end() if money else 0 :]
    parts = re.findall(r"\d+(?:\.\d+)?|[a-z]+", text)
    value = Decimal(0)
    for part in parts:
        if part in _SCALE:
            value = (value or Decimal(1)) * _SCALE[part]
        elif part in _UNITS:
            value += _UNITS.index(part)
        elif part in _TENS:
            value += 20 + 10 * _TENS.index(part)
        else:
            value = Decimal(part)
    return Quantity(value, bound, unit)
