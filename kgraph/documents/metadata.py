"""What is known about a document besides its text: found in its file, or given by a person, who is believed first."""

import re
from collections.abc import Iterable, Mapping
from datetime import date as calendar_date
from typing import TypedDict

from kgraph import terms
from kgraph.errors import BadInput

__all__ = ["Metadata", "from_file", "from_person"]


class Metadata(TypedDict, total=False):
    """Title, publisher, date … of a document; None or absent where it is not known."""

    #: its title or headline
    title: str | None
    #: who published it: a name, or the IRI of an entity such as body:new-york-post
    publisher: str | None
    #: when it was published: YYYY, YYYY-MM or YYYY-MM-DD
    date: str | None
    #: who wrote it; several names are joined by ", "
    author: str | None
    #: where it was published, an absolute IRI
    address: str | None
    #: the language that it is written in, a language tag (BCP 47)
    language: str | None
    #: under which licence it may be passed on: an address, or the words that stand there
    licence: str | None


#: longer than any title or list of authors that is one
_LONGEST = 2000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=[T ]|\Z)", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")


def from_file(found: Iterable[tuple[str, object]]) -> dict[str, str]:
    """The first usable value of each field among those that a file holds; what is not usable is as good as not there.

    Of a date and time the date is kept as it is written, without moving it to another time zone.

    Args:
        found: fields and values, the most trusted first; a value that is no string is skipped.
    """
    metadata: dict[str, str] = {}
    for field, value in found:
        if field not in Metadata.__annotations__ or field in metadata or not isinstance(value, str):
            continue
        text = _line(value)
        if text and len(text) <= _LONGEST and (usable := _USABLE.get(field, str)(text)):
            metadata[field] = usable
    return metadata


def from_person(given: Mapping[str, object]) -> dict[str, str]:
    """What a person gave, checked.

    Raises:
        BadInput: a date, address or language is not one; the message names the option.
        TypeError: there is no such field.
    """
    metadata: dict[str, str] = {}
    for field, value in given.items():
        if field not in Metadata.__annotations__:
            raise TypeError(f"a document has no {field!r}")
        if value is None or not (text := _line(str(value))):
            continue
        if field in _USABLE and _USABLE[field](text) != text:
            raise BadInput(f"--{field} {text!r} is not {_EXPECTED[field]}")
        metadata[field] = text
    return metadata


def _line(text: str) -> str:
    """One line, and nothing in it that UTF-8 cannot hold."""
    return _SURROGATE.sub("\ufffd", " ".join(text.split()))


def _date(text: str) -> str | None:
    match = _DATE.match(text)
    if not match:
        return None
    try:
        calendar_date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
    return match[0]


def _address(text: str) -> str | None:
    try:
        terms.iri(text)
    except BadInput:
        return None
    return text if re.match(r"https?://[^/]", text) else None


def _language(text: str) -> str | None:
    tag = text.replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None


# What a value must be to be used, where not every text will do: the value, or None.
_USABLE = {"date": _date, "address": _address, "language": _language}
_EXPECTED = {
    "date": "a date: write YYYY-MM-DD, YYYY-MM or YYYY, such as 2025-03-17",
    "address": "an address: write it in full, such as https://example.org/news/1",
    "language": "a language tag: write one such as en or es-SV",
}
