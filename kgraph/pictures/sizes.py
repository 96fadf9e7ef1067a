"""How large words will be, so that cards and labels get their size here and the page never moves anything.

Widths are those of DejaVu Sans Bold (`widths.json`: width in thousandths of the letter height, and the characters that
have it) and a little more, because it is the widest of the fonts that a page may fall back on.
"""

import json
import textwrap
import unicodedata
from functools import cache
from pathlib import Path

__all__ = ["shortened", "text_width", "wrapped"]

_MARGIN = 1.05
_OTHER = 0.72


@cache
def _widths() -> dict[str, float]:
    table = json.loads((Path(__file__).parent / "widths.json").read_text(encoding="utf-8"))
    return {character: int(width) / 1000 for width, characters in table.items() for character in characters}


def text_width(text: str, letters: float) -> int:
    """Width of the text in pixels when set in letters of this height in pixels, rounded up."""
    known = _widths()
    total = 0.0
    for character in text:
        if (width := known.get(character)) is None:
            wide = unicodedata.east_asian_width(character) in ("W", "F")
            width = 1.0 if wide else 0.0 if unicodedata.combining(character) else _OTHER
        total += width
    return int(total * letters * _MARGIN) + 1


def shortened(text: str, columns: int) -> str:
    """The text on one line, cut at a word or, failing that, anywhere, with an ellipsis."""
    return wrapped(text, columns, 1)[0]


def wrapped(text: str, columns: int, rows: int) -> tuple[str, ...]:
    """The text in at most so many rows of at most so many characters; what is left out is marked by an ellipsis."""
    found = textwrap.wrap(" ".join(text.split()), columns, break_on_hyphens=False)
    if not found:
        return ("…",)
    if len(found) > rows:
        last = found[rows - 1]
        if len(last) >= columns:
            last = last[: columns - 1].rsplit(" ", 1)[0]
        found[rows - 1 :] = [last.rstrip(" ,;:.") + "…"]
    return tuple(found)
