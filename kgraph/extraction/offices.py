"""Offices and titles: before a name, after it, or alone."""

import re
from collections.abc import Iterator
from functools import cache

from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import words
from kgraph.extraction.spans import Span

__all__ = ["offices"]


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(re.escape(head).replace(r"\ ", " ") for head in sorted(words("title"), key=len, reverse=True))
    lead = r"(?:(?:[A-Z][\w-]*|[A-Z]\.(?:[A-Z]\.)+) ){0,4}"
    tail = r"(?: (?:of|for|to) (?:the )?[A-Z][\w-]+(?:(?: and| of| of the| for| for the)? [A-Z][\w-]+){0,4})?"
    return re.compile(rf"(?<![\w-])(?P<lead>{lead})(?P<head>(?i:{heads}))(?P<tail>{tail})(?![\w-])")


def offices(paragraph: Paragraph, names: list[Span]) -> Iterator[Span]:
    """Offices in a paragraph: written with a capital, or standing directly before or after a name.

    A title cuts at the name of a person that the model took into it.
    """
    text, at = paragraph.text, paragraph.start
    people = [(s.start - at, s.end - at) for s in names if s.type == "Person"]
    for match in _pattern().finditer(text):
        start, end = match.span()
        head_start, head_end = match.span("head")
        # "President James Smith of Texas": the tail belongs to the office only where no name stands between
        for a, b in people:
            if start < b <= head_start:
                start = b + 1 if text[b : b + 1] == " " else head_start
            if head_end <= a < end:
                end = head_end
        while start < head_start and text[start:head_start].split()[0].lower().rstrip(".") in words("no-lead"):
            start += len(text[start:head_start].split()[0]) + 1
        said = text[start:end]
        if not said or (
            match["head"].lower().startswith("spokes") and (match["head"].islower() or said == match["head"])
        ):
            continue
        before_name = any(a in (end + 1, end + 2) and text[end:a] in (" ", ", ") for a, _ in people)
        after_name = any(re.fullmatch(r", (?:the |a |an )?(?:(?:US|U\.S\.) )?", text[b:start]) for _, b in people)
        capital = match["head"][0].isupper()
        sentence_start = not start or text[:start].rstrip()[-1:] in (".", "“", '"', ":")
        if not (before_name or after_name or (capital and (len(said.split()) > 1 or not sentence_start))):
            continue
        if re.search(r"(?i)\b(former|ex|then)[- ]?$", text[max(0, start - 8) : start]) and not (
            before_name or after_name
        ):
            continue
        yield Span(at + start, at + end, "Office", said, origin="rule")
