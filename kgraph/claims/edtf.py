"""Partial and uncertain dates: their bounds, and how they are said.

The part of the Extended Date/Time Format that kgraph uses (https://www.loc.gov/standards/datetime/, levels 0 and 1):
`2025`, `2025-03`, `2025-03-17`, each with `~ ? %`, intervals of two of them, and `..` for an open end.
"""

import re
from dataclasses import dataclass

__all__ = ["Bounds", "bounds", "day_key", "earliest", "in_words", "is_edtf", "latest", "overlap"]

_DAY = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Bounds:
    """The first and the last day a date may mean, as xsd:date text; None where an end is open."""

    first: str | None
    last: str | None


def is_edtf(text: str) -> bool:
    """Whether the text is a date or interval that exists in the calendar."""
    return text not in ("", "..", "/", "../..") and bounds(text) is not None


def bounds(text: str) -> Bounds | None:
    """The bounds of a date or interval; None if it is not one."""
    first, slash, last = text.partition("/")
    start = _day(first)
    end = _day(last) if slash else start
    if start is None or end is None:
        return None
    found = Bounds(start[0], end[1])
    if found.first and found.last and day_key(found.first) > day_key(found.last):
        return None
    return found


def _day(text: str) -> tuple[str | None, str | None] | None:
    if text in ("", ".."):
        return None, None
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year, month, day = match[1], match[2], match[3]
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12:
        return None
    length = 29 if int(month) == 2 and _is_leap(int(year)) else _DAYS[int(month) - 1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{length:02}"
    return (f"{year}-{month}-{day}",) * 2 if 1 <= int(day) <= length else None


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_key(day: str) -> tuple[int, int, int]:
    """Sort key of an xsd:date, years before 1 included."""
    year, month, day_of_month = day.rsplit("-", 2)
    return int(year), int(month), int(day_of_month)


def earliest(days: list[str]) -> str:
    """The first of several days."""
    return min(days, key=day_key)


def latest(days: list[str]) -> str:
    """The last of several days."""
    return max(days, key=day_key)


def overlap(one: Bounds, other: Bounds) -> bool:
    """Whether the two periods share a day."""

    def before(end: str | None, start: str | None) -> bool:
        return end is not None and start is not None and day_key(end) < day_key(start)

    return not before(one.last, other.first) and not before(other.last, one.first)


def in_words(text: str) -> str:
    """The date as people write it: `17 March 2025`, `no later than March 2025`; the text itself if it is no date."""
    first, slash, last = text.partition("/")
    if slash:
        if first in ("", ".."):
            return f"no later than {in_words(last)}"
        if last in ("", ".."):
            return f"from {in_words(first)} on"
        return f"between {in_words(first)} and {in_words(last)}"
    match = _DAY.fullmatch(text)
    if match is None or (match[2] and not 1 <= int(match[2]) <= 12):
        return text
    year = match[1].lstrip("0") or "0" if not match[1].startswith("-") else match[1]
    words = [match[3].lstrip("0")] if match[3] else []
    words += [_MONTHS[int(match[2]) - 1]] if match[2] else []
    said = " ".join([*words, year])
    return {"~": f"about {said}", "?": f"perhaps {said}", "%": f"perhaps about {said}"}.get(text[-1], said)
