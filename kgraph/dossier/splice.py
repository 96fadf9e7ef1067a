"""A merged dossier as its file with some lines more and some fewer, so that comments and layout stay."""

from bisect import bisect_left, bisect_right
from typing import Any

from kgraph.dossier.decide import LINE_END
from kgraph.dossier.file import parse, plain_data
from kgraph.dossier.model import Dossier, Where
from kgraph.dossier.text import Span, spans, to_text
from kgraph.errors import BadInput

__all__ = ["splice"]

_SECTIONS = ("sources", "entities", "mentions", "quotations", "attributions")

#: from which character to which, and what stands there instead
Edit = tuple[int, int, str]


def splice(text: str, merged: Dossier) -> str | None:
    """The text of a dossier, changed to hold what it was merged to; None where that cannot be done line by line.

    Args:
        text: the file as it is; read it without translating line ends, so that these stay too.
        merged: what it is to hold: of each of its lists, some entries of the file in their order, then others.
    """
    mark, body = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    try:
        before, file, data = parse(body), _File(body), plain_data(merged)
        for section in _SECTIONS:
            there, after = getattr(before, section), getattr(merged, section)
            kept = 0
            gone = []
            for number, entry in enumerate(there):
                if kept < len(after) and entry == after[kept]:
                    kept += 1
                else:
                    gone.append(number)
            file.change(section, len(there), gone, data.get(section, [])[kept:])
        body = file.changed()
        # the proof: read again, it holds that and nothing else
        same = parse(body).model_dump() == merged.model_dump()
    except BadInput:
        return None
    return mark + body if same else None


class _File:
    """A text and the edits that are to be made in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: dict[Where, Span] = spans(text)
        self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        first = LINE_END.search(text)
        self._line_end = first[0] if first else "\n"
        self._edits: list[Edit] = []

    def change(self, section: str, length: int, gone: list[int], added: list[Any]) -> None:
        """Take entries out of a list, and put others at its end.

        Raises:
            BadInput: the list is not written entry by entry.
        """
        if not gone and not added:
            return
        lines = to_text({section: added}).splitlines()[1:] if added else []
        around = self._spans.get((section,))
        if around is None:
            self._insert(len(self._text), [f"{section}:", *lines])
            return
        if around.flow or not length:
            raise BadInput(f"{section} is not a list with one entry below another")
        for number in gone:
            span = self._spans[section, number]
            self._edits.append((self._line(span.start), self._below(span.end), ""))
        first = self._line(self._spans[section, 0].start)
        indent = " " * (self._text.index("-", first) - first)
        # as it is written anew, a list is indented by two
        self._insert(self._below(self._spans[section, length - 1].end), [indent + line[2:] for line in lines])

    def changed(self) -> str:
        """The text with all edits made."""
        text = self._text
        for start, end, instead in sorted(self._edits, reverse=True):
            text = text[:start] + instead + text[end:]
        return text

    def _insert(self, place: int, lines: list[str]) -> None:
        before = "" if place in self._starts else self._line_end
        self._edits.append((place, place, before + "".join(line + self._line_end for line in lines)))

    def _line(self, place: int) -> int:
        """Where the line begins that a place is in."""
        return self._starts[bisect_right(self._starts, place) - 1]

    def _below(self, end: int) -> int:
        """Where the line begins after the one in which a value ends; below a block of text, where it ends."""
        at = bisect_left(self._starts, end)
        if at < len(self._starts) and not self._text[self._line(end) : end].strip(" "):
            return self._line(end)
        return self._starts[at] if at < len(self._starts) else len(self._text)
