"""The gate: what a candidate must pass to be proposed, in this order, each with its counter.

Identity registered or proposed; relation known and its types fit; words an exact slice; speaker found; stance found.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kgraph.dossier import Entity, LangText, TypedValue
from kgraph.extraction.frames import Candidate
from kgraph.extraction.spans import Span
from kgraph.ontology import Ontology
from kgraph.registry import Registry
from kgraph.terms import iri

__all__ = ["REASONS", "Drop", "Gate", "Passed"]

#: why a candidate falls, in the order of the gate
REASONS = ("identity", "types", "words", "speaker", "stance")

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Drop:
    """A candidate that fell, and where."""

    #: one of `REASONS`
    reason: str
    frame: str
    #: its words, a range of the document
    start: int
    end: int
    #: what was missing, in words
    note: str


@dataclass(frozen=True, slots=True)
class Passed:
    """What of a candidate goes into the dossier."""

    subject: str
    object: str | TypedValue | LangText | Decimal | int
    speaker: str
    stance: str


@dataclass(slots=True)
class Gate:
    """Called with each candidate; keeps what passed and what it dropped."""

    text: str
    ontology: Ontology
    registry: Registry
    minted: Mapping[str, Entity]
    _drops: list[Drop] = field(default_factory=list)
    _passed: list[Candidate] = field(default_factory=list)

    def differ(self, found: list[Candidate]) -> list[Candidate]:
        """Those that can stand together: of a relation with one value at a time, two values of one subject fall.

        "Ten judges" and "four judges" are two groups, and which is meant elsewhere is not known.
        """
        values: dict[tuple[str | None, str], set[str]] = {}
        for one in found:
            values.setdefault((one.subject.entity, one.frame.relation), set()).add(f"{one.object} {one.bound}")
        kept = []
        for one in found:
            relation = self.ontology.relations.get(iri(one.frame.relation))
            if relation and relation.single_valued and len(values[one.subject.entity, one.frame.relation]) > 1:
                note = f"which of several {one.subject.text!r} is meant"
                self._drops.append(Drop("identity", one.frame.id, one.start, one.end, note))
            else:
                kept.append(one)
        return kept

    @property
    def passed(self) -> tuple[Candidate, ...]:
        """What passed, in the order of the text: which wording proposed what."""
        return tuple(sorted(self._passed, key=lambda c: (c.start, c.end, c.frame.id)))

    @property
    def drops(self) -> tuple[Drop, ...]:
        """What fell, in the order of the text."""
        return tuple(sorted(self._drops, key=lambda d: (d.start, d.end, d.frame, d.reason)))

    def __call__(self, found: Candidate, speaker: str | None, stance: str | None) -> Passed | None:
        """What is left of a candidate; None where it fell, and then why is kept."""
        if problem := self._problem(found, speaker, stance):
            self._drops.append(Drop(problem[0], found.frame.id, found.start, found.end, problem[1]))
            return None
        self._passed.append(found)
        object_ = found.object.entity if isinstance(found.object, Span) else found.object
        return Passed(found.subject.entity or "", object_ or "", speaker or "", stance or "")

    def _problem(self, found: Candidate, speaker: str | None, stance: str | None) -> tuple[str, str] | None:
        """The first thing that is missing: its reason and what it is, in words."""
        ends = [found.subject, *([found.object] if isinstance(found.object, Span) else [])]
        open_ = [span.text for span in ends if span.entity is None or not self._is_known(span.entity)]
        if open_:
            return "identity", f"who or what {' and '.join(repr(t) for t in open_)} is"
        if isinstance(found.object, Span) and found.object.entity == found.subject.entity:
            return "identity", "both ends are one and the same"
        relation = self.ontology.relations.get(iri(found.frame.relation))
        if relation is None:
            return "types", f"{found.frame.relation} is no relation"
        if not self._fits(found.subject, relation.domain) or (
            isinstance(found.object, Span) and not self._fits(found.object, relation.range)
        ):
            return "types", f"the types of {relation.label}"
        if found.end - found.start > _LONGEST or not self.text[found.start : found.end].strip():
            return "words", f"a passage of at most {_LONGEST} characters"
        if speaker is None:
            return "speaker", "who is quoted here"
        if stance is None:
            return "stance", "how the speaker puts it"
        return None

    def _is_known(self, entity: str) -> bool:
        return entity in self.minted or self.registry.get(entity) is not None

    def _class(self, entity: str) -> str:
        known = self.registry.get(entity)
        return known.class_ if known else self.minted[entity].class_ or ""

    def _fits(self, span: Span, classes: frozenset[str]) -> bool:
        class_ = iri(f"kg:{self._class(span.entity or '')}")
        return not classes or bool(self.ontology.superclasses(class_) & classes)
