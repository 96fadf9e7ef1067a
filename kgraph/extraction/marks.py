"""Quotation marks: which words of a line stand between them, told on characters, before any parse."""

import re

__all__ = ["inside", "marked", "trimmed", "word_count"]

_DOUBLE = re.compile(r"[“”\"«»„]|''|‘‘|’’")
_STRAIGHT = ('"', "''")
_OPENING = ("“", "‘‘", "«", "„")
_CLOSING = ("”", "’’", "»")
#: what may stand before an opening mark and after a closing one
_BEFORE = "([—–-/\xa0 "
_AFTER = " \xa0.,;:!?)]—–-’'"
#: single marks: an apostrophe stands between letters, or after the s of a plural that nothing opened
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=[\w“\"])(?P<words>[^‘\n“”\"]{2,400}?)(?<=[\w.,!?…])[’'](?![\w’'])")
_EDGE = ' ,;:—–\xa0“"‘'


def marked(text: str) -> list[tuple[int, int]]:
    """Ranges between quotation marks, without the marks; a double one that is not closed runs to the end of the line.

    Whether a straight mark opens or closes is told by the white space beside it, and only then by the one before.
    Single marks count outside double ones.
    """
    found: list[tuple[int, int]] = []
    start: int | None = None
    opened = ""
    for match in _DOUBLE.finditer(text):
        mark, before, after = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        straight = mark in _STRAIGHT
        opens = mark in _OPENING or (straight and not before.strip(_BEFORE) and bool(after.strip()))
        closes = mark in _CLOSING or (straight and bool(before.strip()) and not after.strip(_AFTER))
        if start is None:
            if opens or (straight and not closes):
                start, opened = match.end(), mark
        elif opens and not closes and mark == opened:
            # the one before was not closed
            start = match.end()
        elif mark not in _OPENING and (mark == "''") == (opened == "''"):
            if match.start() > start:
                found.append((start, match.start()))
            start = None
    if start is not None and opened in ("“", '"') and len(text) - start > 20:
        found.append((start, len(text)))
    found += [m.span("words") for m in _SINGLE.finditer(text) if not inside(found, m.start())]
    return sorted((a, b) for a, b in found if text[a:b].strip())


def inside(ranges: list[tuple[int, int]], index: int) -> bool:
    """Whether a character stands in one of the ranges."""
    return any(a <= index < b for a, b in ranges)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space, a comma or a dash at its ends, and without the marks of a quotation around it."""
    while start < end and text[start] in _EDGE + "”":
        start += 1
    while end > start and text[end - 1] in _EDGE + "”":
        end -= 1
    return start, end


def word_count(text: str, span: tuple[int, int]) -> int:
    """How many words stand in a range."""
    return len(text[span[0] : span[1]].split())
