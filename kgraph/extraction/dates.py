"""Dates as written to the Extended Date/Time Format, reckoned from the document's date.

Levels 0 and 1 of https://www.loc.gov/standards/datetime/. A weekday is the latest one on or before the document's date
(the date itself included), a month without a year the latest one that has begun; what cannot be told is left out.
"""

import re
from datetime import date, timedelta

__all__ = ["PATTERN", "to_edtf"]

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
#: A date in a text. What is bare ("May", "March") counts only with a day or a year, or after in, since, last …
PATTERN = re.compile(
    rf"\b(?:{_WEEKDAY}, )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\b\d{{1,2}} {_MONTH},? \d{{4}}\b"
    rf"|\b{_MONTH},? \d{{4}}\b"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?!,?\d)"
    rf"|\b\d{{1,2}} {_MONTH}\b"
    rf"|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
    rf"|\b(?:last |next |this )?{_WEEKDAY}{_PART}\b"
    rf"|(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince ))(?:{_FULL})\b"
    r"|\b(?:last|next|this) (?:week|month|year|spring|summer|autumn|fall|winter)\b"
    rf"|\b(?:last|next|this) {_MONTH}\b"
    r"|\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)-century\b|\b\d{1,2}(?:st|nd|rd|th) century\b|\b(?:18|19|20)\d0s\b"
    r"|(?<![\d,.$£€-])\b(?:1[5-9]|20)\d{2}\b(?![,.]?\d|-\d| [a-z]+ (?:seekers|migrants|people)|%)"
)


def _number(word: str) -> int | None:
    for number, month in enumerate(_MONTHS, 1):
        if month.startswith(word.lower().rstrip(".")[:3]):
            return number
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def to_edtf(words: str, day: str) -> str | None:
    """A date as written, in EDTF; None where it cannot be told.

    Args:
        words: as it stands in the text.
        day: the document's date, EDTF; relative words need it to the day, and take the first day of less.
    """
    text = re.sub(rf"^{_WEEKDAY}, (?=.*\d)", "", words.strip())
    if match := re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return _day(*(int(part) for part in text.split("-")))
    if match := re.fullmatch(rf"({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", text):
        return _day(int(match[3]), _number(match[1]) or 0, int(match[2]))
    if match := re.fullmatch(rf"(\d{{1,2}}) ({_MONTH}),? (\d{{4}})", text):
        return _day(int(match[3]), _number(match[2]) or 0, int(match[1]))
    if match := re.fullmatch(rf"({_MONTH}),? (\d{{4}})", text):
        return f"{match[2]}-{_number(match[1]):02}"
    if re.fullmatch(r"\d{4}", text):
        return text
    if match := re.fullmatch(r"(\d{3})0s", text):
        return f"{match[1]}0/{match[1]}9"
    if match := re.fullmatch(r"(\d{1,2})\w\w[- ]century", text):
        century = int(match[1])
        return f"{century - 1:02}01/{century:02}00" if century else None
    parts = [int(part) for part in re.findall(r"\d+", day.partition("/")[0])[:3]]
    return _relative(text, date(*[*parts, 1, 1][:3]), exact=len(parts) == 3) if parts else None


def _relative(text: str, today: date, *, exact: bool) -> str | None:
    text = re.sub(r" (morning|afternoon|evening|night)$", "", text)
    low = text.lower()
    if match := re.fullmatch(rf"({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?|(\d{{1,2}}) ({_MONTH})", text):
        month, number = _number(match[1] or match[4]) or 0, int(match[2] or match[3])
        return _day(today.year if (month, number) <= (today.month, today.day) else today.year - 1, month, number)
    if match := re.fullmatch(rf"(last |next |this )?({_MONTH})", text):
        month = _number(match[2]) or 0
        if match[1] == "next ":
            return f"{today.year if month > today.month else today.year + 1}-{month:02}"
        if match[1] == "last ":
            return f"{today.year if month < today.month else today.year - 1}-{month:02}"
        return f"{today.year if month <= today.month else today.year - 1}-{month:02}"
    if match := re.fullmatch(r"(last|next|this) (month|year)", low):
        step = {"last": -1, "next": 1, "this": 0}[match[1]]
        if match[2] == "year":
            return str(today.year + step)
        months = today.year * 12 + today.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    if not exact:
        return None
    if low in ("today", "tonight", "yesterday", "tomorrow"):
        return (today + timedelta({"yesterday": -1, "tomorrow": 1}.get(low, 0))).isoformat()
    if match := re.fullmatch(rf"(last |next |this )?({_WEEKDAY})", text):
        back = (today.weekday() - _WEEKDAYS.index(match[2].lower())) % 7
        if match[1] == "next ":
            return (today + timedelta(7 - back)).isoformat()
        # "last Monday" may be that of this week or of the one before
        return None if match[1] == "last " else (today - timedelta(back)).isoformat()
    if match := re.fullmatch(r"(last|next|this) week", low):
        monday = today + timedelta(-today.weekday() + {"last": -7, "next": 7, "this": 0}[match[1]])
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    return None
