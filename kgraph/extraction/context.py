"""What a document says beyond one of its lines: who acts for a country, who is quoted where, who judges."""

import re
from functools import partial
from itertools import pairwise

from kgraph.dossier import Document
from kgraph.extraction.bills import Heading
from kgraph.extraction.language import Paragraph
from kgraph.extraction.matching import Context
from kgraph.extraction.quotations import Quote
from kgraph.extraction.slots import opens
from kgraph.extraction.spans import Span
from kgraph.registry import Registry

__all__ = ["context_of", "government"]

_JUDGE = re.compile(r"(?i)\b(?:judge|justice|magistrate)$")
#: lines that open with a verb alone, from which a document is a resolution
_OPENINGS = 3
_DECISIONS = ("CourtOrder", "CourtDecision")


def context_of(
    paragraphs: list[Paragraph],
    spans: list[Span],
    text: str,
    document: Document,
    said: list[Quote],
    head: Heading | None,
    registry: Registry,
) -> Context:
    """The context of a document.

    Args:
        paragraphs: its lines, parsed.
        spans: its mentions, linked, in order.
        text: the whole of it.
        document: what is known of it.
        said: its quotations.
        head: the heading, where it is a bill.
        registry: knows who governs.
    """
    marked = [q for q in said if q.marks]

    def voice(at: int) -> str | None:
        around = [q for q in marked if q.start <= at < q.end]
        return min(around, key=lambda q: q.end - q.start).speaker if around else None

    return Context(
        government=partial(government, registry),
        voice=voice,
        bill=head.bill if head else None,
        author=_author(paragraphs, document.publisher) if head is None else None,
        document=document.id.partition(":")[2],
        judges=_judges(spans, text),
        decisions=_decisions(spans, text),
    )


def _author(paragraphs: list[Paragraph], publisher: str) -> Span | None:
    """The body that adopts a resolution, if the document is one: many of its lines open with a verb alone."""
    lines = [p for p in paragraphs if p.text.endswith((",", ";"))]
    opening = sum(any(opens(token) for token in p.doc[:5]) for p in lines)
    if opening < _OPENINGS:
        return None
    return Span(0, 0, "Institution", publisher.partition(":")[2], entity=publisher, origin="rule")


def government(registry: Registry, place: str) -> str | None:
    """The body that acts for a country or state."""
    slug = place.partition(":")[2]
    names = ("body:us-federal-government",) if slug == "united-states" else (f"body:government-of-{slug}",)
    return next((name for name in names if registry.get(name) is not None), None)


def _judges(spans: list[Span], text: str) -> frozenset[str]:
    """People with the title of a judge, and those who are called "the judge"."""
    found = {s.entity for s in spans if s.type == "Person" and s.form == "nominal" and _JUDGE.search(s.text)}
    for one, other in pairwise(spans):
        title, person = (one, other) if one.type == "Office" else (other, one)
        beside = re.fullmatch(r",? ?(?:the |an? )?", text[one.end : other.start])
        if beside and title.type == "Office" and person.type == "Person" and _JUDGE.search(title.text):
            found.add(person.entity)
    return frozenset(entity for entity in found if entity)


def _decisions(spans: list[Span], text: str) -> dict[tuple[str, str], str]:
    """Whose order or ruling the text names: the judge's, or the only one there is."""
    found: dict[tuple[str, str], str] = {}
    for class_ in _DECISIONS:
        named = {s.entity for s in spans if s.type == class_ and s.entity}
        for one, other in pairwise(spans):
            owned = re.fullmatch(r"[’'â]?s? (?:\w+ )?", text[one.end : other.start])
            if other.type == class_ and other.entity and one.entity and owned:
                found.setdefault((class_, one.entity), other.entity)
        if len(named) == 1 and not any(key[0] == class_ for key in found):
            found[class_, ""] = next(iter(named))
    return found
