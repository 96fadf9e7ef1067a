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
    """What the patterns find; then the dates and quantities outside of it."""
    text, at = paragraph.text, paragraph.start
    #: characters of names, by class, so that a long line takes no longer a word than a short one
    taken: dict[str, bytearray] = {}

    def take(start: int, end: int, class_: str) -> Span:
        taken.setdefault(class_, bytearray(len(text)))[start:end] = b"\1" * (end - start)
        return Span(at + start, at + end, class_, text[start:end], origin="rule")

    def free(start: int, end: int, but: str = "") -> bool:
        return not any(1 in marks[start:end] for class_, marks in taken.items() if class_ != but)

    for class_, start, end in _names(text):
        if 0 in taken.get(class_, b"\0" * end)[start:end]:
            yield take(start, end, class_)
    for match in dates.PATTERN.finditer(text):
        # the year of "the 2014 protests" is a date too
        if free(*match.span(), but="Event"):
            yield take(*match.span(), "Date")
    for start, end in _numbers(text):
        if free(start, end):
            yield take(start, end, "Quantity")


def _names(text: str) -> Iterator[tuple[str, int, int]]:
    for pattern in patterns():
        if pattern.only_if and not any(word in text for word in pattern.only_if):
            continue
        for match in pattern.regex.finditer(text):
            start, end = _without_lead(text, *_without_possessor(text, *match.span(), pattern.class_))
            if start is not None and (start == match.start() or text[start].isupper() or text[start].isdigit()):
                yield pattern.class_, start, end


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    numbering = _NUMBERING.match(text)
    for match in quantities.PATTERN.finditer(text):
        before = _LAST_WORD.search(text[max(0, match.start() - 40) : match.start()])
        if (
            (numbering and match.start() < numbering.end())
            or _no_quantity(text, match)
            or ((match["number"] or "").lower() == "one" and not match["unit"])
            or (before and before[1].lower().rstrip(".") in words("numbered"))
        ):
            continue
        if match["upper"] and _FROM.search(text[max(0, match.start() - 20) : match.start()]):
            # "rose from 9 to 10" has two numbers, "ranges from 9 to 10" one
            yield match.start(), match.end("number")
            yield match.start("upper"), match.end()
            continue
        yield match.span()


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
