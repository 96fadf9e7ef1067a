"""Acronyms that a document defines in brackets after the full name, and uses later."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kgraph.extraction.spans import Span

__all__ = ["acronyms", "defined"]

_DEFINED = re.compile(r"\s\((?:the )?[“\"]?([A-Z][A-Za-z&.-]{1,9})[”\"]?\)")
_CAPITALS = 2


def defined(span: Span, text: str) -> str | None:
    """The acronym in brackets behind a name: "Riverside Tenants Association (RTA)"."""
    found = _DEFINED.match(text, span.end)
    if found is None or " " not in span.text or sum(c.isupper() for c in found[1]) < _CAPITALS:
        return None
    return found[1]


def acronyms(spans: Iterable[Span], text: str) -> list[Span]:
    """The mentions, and with them each use of an acronym that the text defines; all of the full name's class."""
    found = list(spans)
    meant = {short: s for s in reversed(found) if s.form == "name" and (short := defined(s, text))}
    found = [replace(s, type=meant[s.text].type, entity=None) if s.text in meant else s for s in found]
    taken = {place for s in found for place in range(s.start, s.end)}
    for short, full in sorted(meant.items()):
        for use in re.finditer(rf"(?<![\w.&-]){re.escape(short)}(?![\w&-])", text):
            if not taken.intersection(range(use.start(), use.end())):
                found.append(Span(use.start(), use.end(), full.type, short, origin="rule"))
    return sorted(found)
