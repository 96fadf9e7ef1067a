"""Bills: the chamber speaks in the heading alone, the lead sponsor in all the rest (MODEL section 4)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.extraction.frames import Candidate, frames, pair
from kgraph.extraction.language import Paragraph
from kgraph.extraction.spans import Span

__all__ = ["Heading", "heading", "members", "of_heading", "own_names"]

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr)\. "
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?"
_MEMBER = re.compile(rf"\b{_TITLE}(?P<name>{_NAME})")
_INTRODUCED = re.compile(r"\b(?:introduced|submitted) the following (?:bill|(?:joint |concurrent )?resolution)")
#: what only a bill says of itself
_OF_ITSELF = re.compile(r"\bThis Act may be cited as\b|\bA BILL\b|\bBe it enacted by the Senate and House\b")
_KIND = re.compile(r"^(?:A |AN )?(?:JOINT |CONCURRENT )?(?P<own>BILL|RESOLUTION|ACT)$")
_THIS = re.compile(r"\b[Tt]his (?P<own>Act|bill|(?:joint |concurrent )?[Rr]esolution)\b")
_SHORT_TITLE = re.compile(r"\bmay be cited as (?:the )?[“\"‘]*(?P<own>[A-Z][^.;”\"’]*?)\s*(?=[.;”\"’,]|$)")
_LINES = 15


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a bill."""

    #: code points; the chamber speaks up to here
    end: int
    #: who introduced it; None where the text does not say who, or of whom it is not known who that is
    sponsor: str | None
    #: whether a line names the sponsor
    named: bool
    #: the bill, and then whom and what the heading names: sponsor, cosponsors, date
    spans: tuple[Span, ...] = ()
    #: the bill itself
    bill: Span | None = None


def own_names(paragraphs: list[Paragraph]) -> list[list[Span]]:
    """What a bill or resolution calls itself, in each paragraph: A BILL, RESOLUTION, this Act, its short title.

    Nothing where the document is no bill.
    """
    found: list[list[Span]] = [[] for _ in paragraphs]
    top = paragraphs[:_LINES]
    if not any(_OF_ITSELF.search(p.text) or _INTRODUCED.search(p.text) or _KIND.fullmatch(p.text) for p in top):
        return found
    for spans, paragraph in zip(found, paragraphs, strict=True):
        for match in (m for pattern in (_KIND, _THIS, _SHORT_TITLE) for m in pattern.finditer(paragraph.text)):
            start, end = match.span("own")
            form = "name" if match.re is _SHORT_TITLE else "nominal"
            at = paragraph.start
            spans.append(Span(at + start, at + end, "Bill", match["own"], form=form, origin="rule"))
    return found


def members(paragraph: Paragraph) -> Iterator[Span]:
    """Members as a bill names them: "Mr. Doe of Texas", without the title."""
    for match in _MEMBER.finditer(paragraph.text):
        start = paragraph.start + match.start("name")
        yield Span(start, start + len(match["name"]), "Person", match["name"], origin="rule")


def heading(paragraphs: list[Paragraph], spans: list[Span]) -> Heading | None:
    """The heading, where the document is a bill or resolution."""
    for paragraph in paragraphs[:_LINES]:
        if introduced := _INTRODUCED.search(paragraph.text):
            end = paragraph.start + introduced.end()
            names = [s for s in spans if paragraph.start <= s.start < end and s.type == "Person"]
            bill = [s for s in spans if s.type == "Bill" and s.form == "name" and s.end < end]
            date = [s for s in spans if s.type == "Date" and paragraph.start <= s.start < end]
            about = (*bill[:1], *names, *date[:1]) if bill else ()
            own = next(iter(bill), None)
            return Heading(end, names[0].entity if names else None, bool(names), about, own)
    if any(_OF_ITSELF.search(paragraph.text) for paragraph in paragraphs[:_LINES]):
        own = next((s for s in spans if s.type == "Bill" and s.entity), None)
        return Heading(0, None, False, bill=own)
    return None


def of_heading(found: Heading, day: str) -> Iterator[Candidate]:
    """What the chamber says of the bill: when it was introduced, by whom, and with whom."""
    by_id = {frame.id: frame for frame in frames() if frame.kind == "heading"}
    first = True
    for other in found.spans[1:]:
        frame = by_id["introduced-on" if other.type == "Date" else "introduced-by" if first else "cosponsored-by"]
        first = first and other.type != "Person"
        yield from pair(frame, found.spans[0], other, min(other.start, found.end), found.end, None, day)
