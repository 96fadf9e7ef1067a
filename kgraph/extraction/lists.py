"""Names in a list are of one kind: "in Galway, Tralee and Ennis" names three places, whatever the model thinks."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kgraph.extraction.language import Paragraph
from kgraph.extraction.spans import Span

__all__ = ["alike"]

_TYPES = {"Person", "Place", "Facility", "Organization", "Institution"}
_BETWEEN = re.compile(r",? (?:and|or) |, |; (?:and )?")
_WEIGHT = {"registry": 3, "rule": 2, "model": 1}


def alike(paragraph: Paragraph, spans: list[Span]) -> list[Span]:
    """The mentions of a paragraph, the model's in a list of three or more retyped as most of the list is."""
    retyped: dict[Span, Span] = {}
    outer = [s for s in spans if s.type in _TYPES and not any(_around(o, s) for o in spans)]
    for run in _runs(paragraph, outer):
        weights: Counter[str] = Counter()
        for span in run:
            weights[span.type] += _WEIGHT[span.origin]
        type_ = min((-weight, type_) for type_, weight in weights.items())[1]
        if sum(span.type == type_ for span in run) >= 2 and 3 * weights[type_] >= 2 * weights.total():
            retyped |= {s: replace(s, type=type_) for s in run if s.origin == "model" and s.type != type_}
    return [retyped.get(span, span) for span in spans]


def _around(outer: Span, inner: Span) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end


def _runs(paragraph: Paragraph, spans: list[Span]) -> Iterator[list[Span]]:
    run = spans[:1]
    for one, other in pairwise(spans):
        between = paragraph.text[one.end - paragraph.start : other.start - paragraph.start]
        if not _BETWEEN.fullmatch(between):
            if len(run) > 2:
                yield run
            run = []
        run.append(other)
    if len(run) > 2:
        yield run
