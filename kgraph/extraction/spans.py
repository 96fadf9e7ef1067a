"""What the steps of the reader pass on: mentions in the text, and how overlapping ones are settled."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kgraph.extraction.lexicon import words

__all__ = ["KIND_OF_CLASS", "Span", "settle"]

#: class of a mention to the kind of the name it gets
KIND_OF_CLASS = {
    "Person": "person",
    "Group": "group",
    "Organization": "body",
    "Institution": "body",
    "Court": "body",
    "Office": "office",
    "Place": "place",
    "Facility": "place",
    "Event": "event",
    "Source": "doc",
    "Topic": "topic",
    **dict.fromkeys(
        ("LegalAuthority", "Statute", "ConstitutionalProvision", "ExecutiveOrder", "Proclamation", "CourtOrder"), "law"
    ),
    **dict.fromkeys(("CourtDecision", "Regulation", "Bill", "Agreement"), "law"),
}

#: what may stand inside what; elsewhere the better of two overlapping mentions stays alone
_DESCRIBED = {"Event", "LegalAuthority", "Statute", "Source", "CourtOrder", "CourtDecision", "Agreement", "Bill"}
_INSIDE = {
    "Place": {
        "Person",
        "Institution",
        "Organization",
        "Court",
        "Office",
        "Group",
        "ConstitutionalProvision",
        *_DESCRIBED,
    },
    "Institution": {"Office", "Group", "Person", *_DESCRIBED},
    "Court": {"Office", "Group", "CourtOrder", "CourtDecision"},
    "Organization": {"Office", "Group", "Person", *_DESCRIBED},
    "Person": {"Institution", *_DESCRIBED},
    "Agreement": {"Agreement"},
    "Statute": {"Statute"},
    "ConstitutionalProvision": {"ConstitutionalProvision"},
    "Date": {"Event"},
}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A mention: a range of the document, code points, end not included."""

    start: int
    end: int
    #: class of kgraph, or `Date`, `Quantity`
    type: str
    #: its words
    text: str
    form: str = "name"
    #: name of what it stands for, once that is known
    entity: str | None = None
    #: which step found it; the first of `model`, `rule`, `registry` is the weakest
    origin: str = "model"
    #: where what it stands for is open: names of those that it may be
    candidates: tuple[str, ...] = ()
    #: whether it does or says something here
    acts: bool = False

    def linked(self, entity: str, type_: str | None = None) -> "Span":
        """The same mention, standing for this entity."""
        return replace(self, entity=entity, type=type_ or self.type)


_STRENGTH = {"model": 0, "rule": 1, "registry": 2}


def settle(spans: Iterable[Span]) -> list[Span]:
    """The mentions that stay, in the order of the text.

    Of two on the same characters, or crossing, the registry beats a rule and a rule the model; then the longer wins.
    A rule's name around one of the registry beats it: "Supreme Court of Ruritania" is not the "Supreme Court" in it.
    One inside another stays where its kind may stand there (a place inside an office).
    """
    once = list(dict.fromkeys(spans))
    known = _Ranges(s for s in once if s.origin == "registry")

    def strength(span: Span) -> int:
        if span.origin == "rule":
            near = known.near(span)
            if near and all(span.start <= k.start and k.end <= span.end and len(k.text) < len(span.text) for k in near):
                return 3
        return _STRENGTH[span.origin]

    kept = _Ranges()
    # a longer mention that a rule made around a known name keeps it inside, so nothing is lost by order
    for span in sorted(once, key=lambda s: (-strength(s), s.start - s.end, s.start, s.type, s.text)):
        if all(_agree(span, other) for other in kept.near(span)):
            kept.add(span)
    return sorted(kept.all, key=lambda s: (s.start, s.end, s.type))


class _Ranges:
    """Mentions by where they stand, so that a long line takes no longer a word than a short one."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.all: list[Span] = []
        self._cells: dict[int, list[Span]] = {}
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        self.all.append(span)
        for cell in range(span.start // 64, span.end // 64 + 1):
            self._cells.setdefault(cell, []).append(span)

    def near(self, span: Span) -> list[Span]:
        """Those that share a character with it."""
        cells = range(span.start // 64, span.end // 64 + 1)
        return [s for c in cells for s in self._cells.get(c, ()) if s.start < span.end and span.start < s.end]


def _agree(one: Span, other: Span) -> bool:
    if one.end <= other.start or other.end <= one.start:
        return True
    inner, outer = (one, other) if one.end - one.start < other.end - other.start else (other, one)
    inside = (
        outer.start <= inner.start and inner.end <= outer.end and (inner.start, inner.end) != (outer.start, outer.end)
    )
    if inner.type == outer.type and not re.match(
        r"(?i)sections? |articles? |title |chapter |annex |part |§|\d", outer.text
    ):
        return False
    if (
        inner.type == "Place"
        and outer.type in ("Institution", "Organization")
        and inner.text.lower() in words("continent")
    ):
        # "European Union", "Economic Community of West African States"
        return False
    if outer.type == "CourtDecision" and outer.text[:1].isdigit():
        # the "U.S." of 410 U.S. 113 is a series of books
        return False
    if outer.type == "Office" and inner.type in ("Institution", "Organization") and inner.origin == "model":
        # the model makes a body of the "Home" in Home Secretary
        return inner.text.split()[-1].lower() in words("bodyword")
    return inside and outer.type in _INSIDE.get(inner.type, ())
