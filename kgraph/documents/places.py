"""Where something stands in a text: its paragraphs and lines, in Unicode code points."""

import re

__all__ = ["line_of", "paragraphs"]

_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end (exclusive) of each paragraph: a line that is not blank, without the white space around it."""
    return [match.span() for match in _LINE.finditer(text)]


def line_of(text: str, offset: int) -> int:
    r"""The number of the line, from 1, that holds the character at this offset (line ends: `\n`, `\r\n`, `\r`)."""
    alone = text.count("\r", 0, offset) - text.count("\r\n", 0, offset + 1)
    return 1 + text.count("\n", 0, offset) + alone
