"""What a person typed for a parameter, as a term: checked, never part of a query's text."""

import re
from datetime import date as day

from kgraph.claims.edtf import bounds
from kgraph.errors import BadQuery
from kgraph.questions.question import Parameter
from kgraph.terms import Term, date, integer, literal

__all__ = ["check_text", "value_of"]

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")


def value_of(parameter: Parameter, text: str) -> Term:
    """The term of a value that needs no graph: a date, a number, words or a choice.

    Raises:
        BadQuery: it is not what the parameter takes.
    """
    check_text(text)
    if parameter.type == "date":
        return date(_day(parameter, text))
    if parameter.type == "number":
        if not _NUMBER.fullmatch(text):
            raise BadQuery(f"{text!r} is not a whole number: write one such as {parameter.example}")
        return integer(int(text))
    if parameter.type == "choice" and text not in parameter.values:
        raise BadQuery(f"{text!r} is not one of {', '.join(parameter.values)}")
    if not text.strip():
        raise BadQuery(f"nothing is given: write {parameter.kind_words}, such as {parameter.example}")
    return literal(text)


def check_text(text: str) -> None:
    """Let text through that is Unicode.

    Raises:
        BadQuery: it holds half a character, as broken command lines do.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise BadQuery(f"{text!a} is not text: write it in UTF-8") from None


def _day(parameter: Parameter, text: str) -> str:
    found = bounds(text) if _DATE.fullmatch(text) else None
    edge = (found.first if parameter.edge == "first" else found.last) if found else None
    try:
        return day.fromisoformat(edge or "").isoformat()
    except ValueError:
        raise BadQuery(f"{text!r} is not a date: write a day such as 2025-03-17, a month or a year") from None
