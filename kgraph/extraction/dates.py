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
_NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {"an": 1, "one": 1, "twenty": 20} | {word: number for number, word in enumerate(_NUMBERS, 1)}
_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?: (?:morning|afternoon|evening|night|lunchtime|midnight|noon))?"
_ORDINAL = r"(?:st|nd|rd|th|d)"
_PERIOD = "week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter|night|session|term"
_COUNT = (
    rf"(?:(?:an|one|{'|'.join(_NUMBERS)}|twenty|several|some|many|a few|a couple of|\d{{1,3}})"
    r" (?:hours?|days?|weeks?|months?|years?|decades?|centuries))"
)
_FEW = rf"{'|'.join(_NUMBERS[1:])}|twenty|few|several|couple of|many|\d{{1,3}}"
_LATE = r"(?:[Ee]arly|[Ll]ate|[Mm]id)[ -]"
_NTH = rf"\d{{1,2}}{_ORDINAL}?"
_CENTURY = r"(?:18|19|20)\d"
#: One form of a date a line. What is bare ("May", "March") counts only with a day or a year, or after in, since, last …
_FORMS = (
    rf"\b(?:{_WEEKDAY},? )?{_MONTH} {_NTH},? \d{{4}}\b",
    rf"\b(?:{_WEEKDAY},? )?{_NTH} (?:day of |of )?{_MONTH},? \d{{4}}\b",
    rf"\b(?:{_MONTH} \d{{1,2}} ?[–-] ?\d{{1,2}}|\d{{1,2}} ?[–-] ?\d{{1,2}} {_MONTH})(?:,? \d{{4}})?\b",
    rf"\b\d{{1,2}}(?:, \d{{1,2}})* (?:and|to) {_NTH} {_MONTH}(?:,? \d{{4}})?\b",
    rf"\b(?:{_LATE})?{_MONTH}(?: of)?,? \d{{4}}\b",
    rf"\b(?:{_WEEKDAY},? )?{_MONTH} {_NTH}\b(?!,?\d)",
    rf"\b(?:{_WEEKDAY},? )?{_NTH} (?:of )?{_MONTH}\b",
    r"\b\d{4}-\d{2}-\d{2}\b",
    r"\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}\b",
    rf"\b(?:last |next |this |the following |the previous )?{_WEEKDAY}{_PART}\b",
    rf"\b{_LATE}(?:{_FULL})\b",
    rf"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince ))(?:{_FULL})\b",
    rf"\b(?:(?:[Ee]arli|[Ll]at)er )?(?:[Ll]ast|[Nn]ext|[Tt]his) (?:{_PERIOD})\b",
    rf"\bthe (?:following|previous|past|coming|same) (?:{_PERIOD})\b",
    rf"\b(?:[Pp]ast|[Ll]ast|[Nn]ext|coming|previous|following) (?:{_FEW}) (?:hour|day|week|month|year|decade)s\b",
    rf"\b(?:[Ll]ast|[Nn]ext|[Tt]his) {_MONTH}\b",
    r"\b[Tt]his (?:morning|afternoon|evening)\b",
    r"\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b",
    r"\bthe (?:(?:next|following|previous|same) day|day before)\b",
    rf"\b{_COUNT} (?:ago|earlier|later|before that)\b",
    rf"\b(?:the )?end of (?:the|this|last|next) (?:{_PERIOD})\b",
    r"\b(?:the )?(?:year[- ]end|(?:beginning|start|end) of (?:19|20)\d{2})\b",
    r"\b\d{1,2}(?:st|nd|rd|th)[- ]century\b",
    rf"\b(?:early |late |mid-)?{_CENTURY}0s\b",
    rf"\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? {_CENTURY}\d\b",
    rf"\b(?:(?:first|second|third|fourth) (?:quarter|half) of|Q[1-4]|[Ff]iscal(?: year)?|FY) ?{_CENTURY}\d\b",
    r"\b\d{1,2}(?::\d{2})? ?(?:a\.m\.|p\.m\.|am\b|pm\b)(?: (?:GMT|UTC|ET|EST|EDT|PT|CET))?",
    r"(?<![\d:/.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]|-\w)(?: (?:the next day|GMT|UTC))?",
    r"(?<![\d,.$£€-])\b(?:1[5-9]|20)\d{2}[–-](?:\d{2}|(?:19|20)\d{2})\b(?![-–/\d])",
    rf"(?:{_LATE})?(?<![\d,.$£€§#/-])\b(?:1[5-9]|20)\d{{2}}\b"
    r"(?![,.]?\d|[–-]\d|/\d| [a-z]+ (?:seekers|migrants|people)|%)",
)
#: a date in a text
PATTERN = re.compile("|".join(_FORMS))


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
    text = re.sub(rf"^{_WEEKDAY},? (?=.*\d)", "", words.strip())
    text = re.sub(rf"(?<=\d){_ORDINAL}\b(?![- ]century)(?: day)?(?: of)?", "", text)
    text = re.sub(r"^(?:early|late|mid)[ -](?!\d{3}0s)", "", text, flags=re.IGNORECASE)
    if found := _absolute(text):
        return found
    parts = [int(part) for part in re.findall(r"\d+", day.partition("/")[0])[:3]]
    return _relative(text, date(*[*parts, 1, 1][:3]), exact=len(parts) == 3) if parts else None


def _absolute(text: str) -> str | None:
    """What names its year."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return _day(*(int(part) for part in text.split("-")))
    if match := re.fullmatch(rf"({_MONTH}) (\d{{1,2}}),? (\d{{4}})|(\d{{1,2}}) ({_MONTH}),? (\d{{4}})", text):
        return _day(int(match[3] or match[6]), _number(match[1] or match[5]) or 0, int(match[2] or match[4]))
    span = (
        rf"({_MONTH}) (\d{{1,2}}) ?[–-] ?(\d{{1,2}}),? (\d{{4}})|(\d{{1,2}}) ?[–-] ?(\d{{1,2}}) ({_MONTH}),? (\d{{4}})"
    )
    if match := re.fullmatch(span, text):
        year, month = int(match[4] or match[8]), _number(match[1] or match[7]) or 0
        first, last = (_day(year, month, int(number)) for number in (match[2] or match[5], match[3] or match[6]))
        return f"{first}/{last}" if first and last and first < last else None
    if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
        one, two = int(match[1]), int(match[2])
        # 5/6 is May in one country and June in another
        return _day(int(match[3]), *((two, one) if one > 12 else (one, two))) if max(one, two) > 12 else None
    if match := re.fullmatch(rf"({_MONTH})(?: of)?,? (\d{{4}})", text):
        return f"{match[2]}-{_number(match[1]):02}"
    if re.fullmatch(r"\d{4}", text):
        return text
    if match := re.fullmatch(r"(\d{2})(\d{2})[–-](\d{2})?(\d{2})", text):
        begin, end = f"{match[1]}{match[2]}", f"{match[3] or match[1]}{match[4]}"
        return f"{begin}/{end}" if begin < end else None
    if match := re.fullmatch(r"(\d{3})0s", text):
        return f"{match[1]}0/{match[1]}9"
    if match := re.fullmatch(r"(\d{1,2})\w\w[- ]century", text):
        century = int(match[1])
        return f"{century - 1:02}01/{century:02}00" if century else None
    if match := re.fullmatch(r"(?:(first|second|third|fourth) (quarter|half) of|Q(\d)) ?(\d{4})", text):
        nth = match[3] or ["first", "second", "third", "fourth"].index(match[1]) + 1
        months = 6 if match[2] == "half" else 3
        until = int(nth) * months
        return f"{match[4]}-{until - months + 1:02}/{match[4]}-{until:02}" if 0 < until <= 12 else None
    return None


def _relative(text: str, today: date, *, exact: bool) -> str | None:
    """What is reckoned from the document's date."""
    text = re.sub(r" (morning|afternoon|evening|night|lunchtime|midnight|noon)$", "", text)
    text = re.sub(r"^(?:earlier|later|late|early) (?=this )", "", text, flags=re.IGNORECASE)
    low = text.lower()
    if match := re.fullmatch(rf"({_MONTH}) (\d{{1,2}})|(\d{{1,2}}) ({_MONTH})", text):
        month, number = _number(match[1] or match[4]) or 0, int(match[2] or match[3])
        return _day(today.year if (month, number) <= (today.month, today.day) else today.year - 1, month, number)
    if match := re.fullmatch(rf"([Ll]ast |[Nn]ext |[Tt]his )?({_MONTH})", text):
        month, which = _number(match[2]) or 0, (match[1] or "").lower()
        year = today.year - (month > today.month)
        if which == "next ":
            year = today.year + (month <= today.month)
        if which == "last ":
            year = today.year - (month >= today.month)
        return f"{year:04}-{month:02}"
    if match := re.fullmatch(r"(last|next|this) (month|year)", low):
        return _back(today, match[2], {"last": 1, "next": -1, "this": 0}[match[1]])
    if match := re.fullmatch(r"(\w+) (day|month|year)s? ago", low):
        count = _COUNTS.get(match[1]) or (int(match[1]) if match[1].isdigit() else 0)
        return _back(today, match[2], count) if count and (exact or match[2] == "year") else None
    return _of_week(low, today) if exact else None


def _back(today: date, unit: str, count: int) -> str | None:
    """So many days, months or years before; in that unit."""
    try:
        if unit == "year":
            return f"{date(today.year - count, 1, 1).year:04}"
        if unit == "day":
            return (today - timedelta(count)).isoformat()
        months = today.year * 12 + today.month - 1 - count
        return date(months // 12, months % 12 + 1, 1).isoformat()[:7]
    except (ValueError, OverflowError):
        return None


def _of_week(low: str, today: date) -> str | None:
    day = low.removeprefix("this ") if low in ("this morning", "this afternoon", "this evening") else low
    if day in ("today", "tonight", "yesterday", "tomorrow", "this"):
        return (today + timedelta({"yesterday": -1, "tomorrow": 1}.get(day, 0))).isoformat()
    if match := re.fullmatch(rf"(last |next |this )?({_WEEKDAY.lower()})", low):
        back = (today.weekday() - _WEEKDAYS.index(match[2])) % 7
        if match[1] == "next ":
            return (today + timedelta(7 - back)).isoformat()
        # "last Monday" may be that of this week or of the one before
        return None if match[1] == "last " else (today - timedelta(back)).isoformat()
    if match := re.fullmatch(r"(last|next|this) week", low):
        monday = today + timedelta(-today.weekday() + {"last": -7, "next": 7, "this": 0}[match[1]])
        return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"
    return None
