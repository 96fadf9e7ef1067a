"""Header lines as comments, so that no text in them can end the comment."""

import re
import textwrap
from collections.abc import Iterable

__all__ = ["NOT_IN_XML", "hashes", "in_xml"]

#: Characters that XML 1.0 cannot hold, escaped or not (https://www.w3.org/TR/xml/#charsets).
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Tab aside, which becomes spaces here; a NUL makes a file unreadable for many parsers.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_WIDTH = 100


def hashes(header: Iterable[str]) -> list[str]:
    """Comments of Turtle, TriG, N-Triples and N-Quads: from `#` to the end of the line."""
    return [f"# {line}".rstrip() for line in _lines(header)]


def in_xml(header: Iterable[str]) -> list[str]:
    """Comments of XML, which may hold no two hyphens in a row."""
    return [f"<!-- {NOT_IN_XML.sub('�', re.sub('-(?=-)', '- ', line))} -->" for line in _lines(header)]


def _lines(header: Iterable[str]) -> list[str]:
    return [
        line
        for text in header
        for part in text.splitlines() or [""]
        for line in textwrap.wrap(_CONTROLS.sub("�", part), _WIDTH) or [""]
    ]
