"""Names of a fixed form: laws, citations, courts and bodies by the patterns of the lexicon; dates; quantities."""

import re
from collections.abc import Iterator

from kgraph.extraction import dates, quantities
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import patterns, words
from kgraph.extraction.spans import Span

__all__ = ["by_pattern"]

_FROM = re.compile(r"(?<!range )(?<!ranges )(?<!ranged )(?<!ranging )\bfrom $")
_POSSESSOR = re.compile(r"(?P<owner>[\w-]+)(?:[’']s|(?<=s)[’']) ")
#: classes of which a possessor is no part; "People’s Court" and "Magistrates’ Court" are names
_OWNED = {"Court", "Institution", "Event", "Agreement", "Bill", "LegalAuthority", "Source"}
_FIRST = re.compile(r"[\w’'.-]+ ")
#: a heading's number, or an item of a list
_NUMBERING = re.compile(r"^[\W_]*\(?\d{1,3}[\w.]{0,3}\)?(?=\W|$)")
_LAST_WORD = re.compile(r"[(\[]?([A-Za-z§#№.]+)[\s  ]*\(?(?:\d[\w.]*(?:\(\w+\))*(?:, | and | or | to |–|-))*$")


def by_pattern(paragraph: Paragraph) -> Iterator[Span]:
    """What the patterns find, the more special class first where two find the same; then dates and quantities."""
    text = paragraph.text

    def span(start: int, end: int, type_: str) -> Span:
        return Span(paragraph.start + start, paragraph.start + end, type_, text[start:end], origin="rule")

    taken: list[tuple[int, int, str]] = []
    for pattern in patterns():
        if pattern.only_if and not any(word in text for word in pattern.only_if):
            continue
        for match in pattern.regex.finditer(text):
            start, end = _without_lead(text, *_without_possessor(text, *match.span(), pattern.class_))
            if start is None or (start != match.start() and not text[start].isupper() and not text[start].isdigit()):
                continue
            if any(type_ == pattern.class_ and a <= start and end <= b for a, b, type_ in taken):
                continue
            taken.append((start, end, pattern.class_))
            yield span(start, end, pattern.class_)
    for match in dates.PATTERN.finditer(text):
        # the year of "the 2014 protests" is a date too
        if not any(a < match.end() and match.start() < b for a, b, type_ in taken if type_ != "Event"):
            taken.append((*match.span(), "Date"))
            yield span(*match.span(), "Date")
    numbering = _NUMBERING.match(text)
    for match in quantities.PATTERN.finditer(text):
        if any(a < match.end() and match.start() < b for a, b, _ in taken) or (
            numbering and match.start() < numbering.end()
        ):
            continue
        before = _LAST_WORD.search(text[max(0, match.start() - 40) : match.start()])
        if (
            _no_quantity(text, match)
            or ((match["number"] or "").lower() == "one" and not match["unit"])
            or (before and before[1].lower().rstrip(".") in words("numbered"))
        ):
            continue
        if match["upper"] and _FROM.search(text[max(0, match.start() - 20) : match.start()]):
            # "rose from 9 to 10" has two numbers, "ranges from 9 to 10" one
            yield span(match.start(), match.end("number"), "Quantity")
            yield span(match.start("upper"), match.end(), "Quantity")
            continue
        yield span(*match.span(), "Quantity")


def _no_quantity(text: str, match: re.Match[str]) -> bool:
    """Whether a number counts nothing: a page, a number in brackets, a note."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
    number = match["number"]
    if number is None or match["unit"] or not number.isdigit():
        return False
    if re.search(r"(?:\bat |\bId\. at |¶+ ?|\bpp?\. ?)$", before):
        return not re.match(r" [a-z]", after)
    return before[-1:] in ("(", "[") and after[:1] in (")", "]")


def _without_possessor(text: str, start: int, end: int, class_: str) -> tuple[int, int]:
    """A body without the place or person it is of: in "Kenya’s Supreme Court" the court."""
    if class_ in _OWNED:
        for match in _POSSESSOR.finditer(text, start, end):
            if match["owner"].lower() not in words("collective"):
                start = match.end()
    return start, end


def _without_lead(text: str, start: int, end: int) -> tuple[int | None, int]:
    """A match without article and what begins a sentence ("Under the Clean Air Act"); None where nothing is left."""
    while (first := _FIRST.match(text, start, end)) and first[0].strip().lower().rstrip(".") in words("no-lead"):
        start = first.end()
    if start == end or (" " not in text[start:end] and text[start:end].isalpha() and text[start:end].islower()):
        return None, end
    return start, end
