"""Frames: wordings that express a relation, read from `ontology/lexicon/frames/`, and matched by one engine.

Four kinds. `adjacent`: two mentions with only these characters between them. `nested`: a mention inside another.
`verb`: a verb with the mentions in two of its slots (`subject`, `object`, `passive` subject, `agent` of a passive,
`noun` that a participle stands behind, or a preposition), each with the types it must have; `code:SCHEME` is a code's
label or wording in the slot instead of a mention. The word of a verb may have its particle (`strike down`); the verb
alone is then another verb. `heading`: the lines above a bill (see `bills`). No relation has code of its own.

Types are the ontology's classes, `Date`, `Quantity`, and narrower ones: `Year`, a date that is a bare year; `Unnamed`,
a group without a name; `Nationality`, a place written as an adjective; `PlaceName`, one that is not; `LocalName`, one
that is no country either.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kgraph.dossier import TypedValue
from kgraph.extraction.dates import to_edtf
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import demonyms, rows
from kgraph.extraction.quantities import to_quantity
from kgraph.extraction.spans import Span
from kgraph.ontology import Ontology
from kgraph.terms import iri, name

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["THRESHOLD", "Candidate", "Frame", "candidates", "frames", "pair"]

#: a frame below this measured precision is off
THRESHOLD = 0.7

#: kinds of place names that frames tell apart
_PLACES = {"PlaceName", "LocalName", "Nationality"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One wording of a relation."""

    id: str
    kind: str
    #: lemmas of the verb; of mentions beside each other, the last word of the first
    lemmas: frozenset[str]
    #: slot and types of each end; the slot is empty for mentions beside each other
    first: tuple[str, frozenset[str]]
    second: tuple[str, frozenset[str]]
    between: str
    #: what the 20 characters before and after, with a bar for the passage, must match
    outside: str
    relation: str
    #: whether the first end is the subject of the claim
    forward: bool
    #: `publisher`: the publisher's own whoever is quoted around it; a stance: that stance; else empty
    own: str
    #: share of its firings that were right where a person read them
    precision: float
    #: how many were read; 0: none was met, and the precision is an estimate
    judged: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a frame reads, before it is attributed and passes the gate."""

    frame: Frame
    subject: Span
    #: what it says of it: a mention, a value, or a code
    object: Span | TypedValue | Decimal | int | str
    bound: str | None
    #: passage, code points of the document
    start: int
    end: int
    #: the verb, or None where no verb says it
    verb: "Token | None"


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, those that are off included."""

    def end(cell: str) -> tuple[str, frozenset[str]]:
        slot, colon, types = cell.partition(":")
        return (slot, frozenset(types.split("|"))) if colon else ("", frozenset(slot.split("|")))

    found = []
    for row in rows("frames"):
        one, relation, _ = row["relation"].split(" ")
        found.append(
            Frame(
                row["id"], row["kind"], frozenset(row["words"].split("|")), end(row["first"]), end(row["second"]),
                row["between"], row["outside"], relation, one == "1", row["own"], float(row["precision"]),
                int(row["judged"]),
            )
        )  # fmt: skip
    return tuple(found)


def candidates(paragraph: Paragraph, spans: list[Span], text: str, day: str, ontology: Ontology) -> Iterator[Candidate]:
    """What the frames read in a paragraph.

    Args:
        paragraph: a line, parsed.
        spans: the mentions in it, linked, in order.
        text: the whole document.
        day: its date, EDTF.
    """
    on = [frame for frame in frames() if frame.precision >= THRESHOLD]
    for frame in on:
        if frame.kind == "adjacent":
            yield from _adjacent(frame, spans, text, day, ontology)
        elif frame.kind == "nested":
            yield from _nested(frame, spans, ontology)
    by_head = _heads(paragraph, spans)
    verbs = [frame for frame in on if frame.kind == "verb"]
    for token in paragraph.doc:
        if token.pos_ in ("VERB", "ADJ"):
            particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), "")
            wording = f"{token.lemma_} {particle}".strip()
            for frame in verbs:
                if wording in frame.lemmas:
                    yield from _verb(frame, token, paragraph, by_head, ontology)


def _fits(span: Span, types: frozenset[str], ontology: Ontology) -> bool:
    narrower = {
        "Year": span.type == "Date" and span.text.isdigit(),
        "Unnamed": span.type == "Group" and span.form == "nominal",
    }
    if span.type in types or any(narrower.get(type_) for type_ in types):
        return True
    if span.type == "Place" and types & _PLACES:
        adjective, country = span.text in demonyms(), span.text in demonyms().values()
        return ("Nationality" in types and adjective) or (
            not adjective and ("PlaceName" in types or ("LocalName" in types and not country))
        )
    class_ = iri(f"kg:{span.type}")
    return class_ in ontology.above and any(iri(f"kg:{t}") in ontology.superclasses(class_) for t in types)


def _adjacent(frame: Frame, spans: list[Span], text: str, day: str, ontology: Ontology) -> Iterator[Candidate]:
    for index, one in enumerate(spans):
        if not _fits(one, frame.first[1], ontology) or not _headed(one, frame):
            continue
        for other in spans[index + 1 : index + 6]:
            if other.start < one.end or not _fits(other, frame.second[1], ontology):
                continue
            around = f"{text[max(0, one.start - 20) : one.start]}|{text[other.end : other.end + 20]}"
            if re.search(frame.between, text[one.end : other.start]) and re.search(frame.outside, around):
                yield from pair(frame, one, other, one.start, other.end, None, day)
                break
            if other.start - one.end > 60:
                break


def _headed(span: Span, frame: Frame) -> bool:
    """Whether the first mention ends in one of the frame's words, where it has some."""
    return frame.lemmas == {""} or span.text.split()[-1].lower() in frame.lemmas


def _nested(frame: Frame, spans: list[Span], ontology: Ontology) -> Iterator[Candidate]:
    for outer in spans:
        if _fits(outer, frame.first[1], ontology):
            for inner in spans:
                inside = outer.start <= inner.start and inner.end <= outer.end and inner is not outer
                if inside and _fits(inner, frame.second[1], ontology) and inner.entity != outer.entity:
                    yield from pair(frame, outer, inner, outer.start, outer.end, None, "")


def pair(
    frame: Frame, one: Span, other: Span, start: int, end: int, verb: "Token | None", day: str
) -> Iterator[Candidate]:
    """The claim of a frame on two mentions; numbers and dates become values, and what gives none gives no claim."""
    subject, object_ = (one, other) if frame.forward else (other, one)
    if object_.type == "Quantity":
        quantity = to_quantity(object_.text)
        if quantity and not quantity.unit and quantity.value == quantity.value.to_integral_value():
            yield Candidate(frame, subject, int(quantity.value), quantity.bound, start, end, verb)
    elif object_.type == "Date":
        if value := to_edtf(object_.text, day):
            yield Candidate(frame, subject, TypedValue(value=value, datatype="edtf"), None, start, end, verb)
    else:
        yield Candidate(frame, subject, object_, None, start, end, verb)


def _heads(paragraph: Paragraph, spans: list[Span]) -> dict[int, Span]:
    """The head token of each mention, by its index; of two the longer."""
    found: dict[int, Span] = {}
    for span in sorted(spans, key=lambda s: s.end - s.start):
        piece = paragraph.doc.char_span(
            span.start - paragraph.start, span.end - paragraph.start, alignment_mode="expand"
        )
        if piece is not None:
            found[piece.root.i] = span
    return found


def _slot(slot: str, verb: "Token") -> list["Token"]:
    """The tokens in a slot of a verb, those that are coordinated with them included."""
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    found: list[Token] = []
    if slot == "subject" and not passive:
        found = [c for c in verb.children if c.dep_ == "nsubj"]
        if not found and verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
            found = [c for c in verb.head.children if c.dep_ == "nsubj"]
    elif slot == "object" and not passive:
        found = [c for c in verb.children if c.dep_ == "dobj"]
    elif slot == "passive":
        found = [c for c in verb.children if c.dep_ == "nsubjpass"]
    elif slot == "agent":
        found = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
    elif slot == "noun" and verb.dep_ == "acl" and verb.tag_ == "VBN":
        found = [verb.head]
    elif slot not in ("subject", "object", "noun"):
        found = [
            o
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ == slot
            for o in c.children
            if o.dep_ in ("pobj", "pcomp")
        ]
    if verb.dep_ == "relcl":
        # "the firm, which is based in Oslo": the firm is
        found = [verb.head if token.tag_ in ("WDT", "WP") else token for token in found]
    return [token for head in found for token in (head, *head.conjuncts) if token.i != verb.i]


def _verb(
    frame: Frame, verb: "Token", paragraph: Paragraph, heads: dict[int, Span], ontology: Ontology
) -> Iterator[Candidate]:
    ones = [
        heads[t.i] for t in _slot(frame.first[0], verb) if t.i in heads and _fits(heads[t.i], frame.first[1], ontology)
    ]
    start, end = paragraph.start + verb.idx, paragraph.start + verb.idx + len(verb)
    scheme = next((t.removeprefix("code:") for t in frame.second[1] if t.startswith("code:")), None)
    for one in ones:
        if scheme is not None:
            for token in _slot(frame.second[0], verb)[:1]:
                tokens = list(token.subtree)
                words = paragraph.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]
                for code, (_, b) in _codes(words, scheme, ontology):
                    b += paragraph.start + tokens[0].idx
                    yield Candidate(frame, one, code, None, min(one.start, start), max(b, one.end), verb)
            continue
        for token in _slot(frame.second[0], verb):
            other = heads.get(token.i)
            if other is not None and other.entity != one.entity and _fits(other, frame.second[1], ontology):
                yield from pair(
                    frame, one, other, min(one.start, other.start, start), max(one.end, other.end, end), verb, ""
                )


def _codes(words: str, scheme: str, ontology: Ontology) -> list[tuple[str, tuple[int, int]]]:
    """The codes of a scheme whose label stands in the words; the longest label wins where two share characters."""
    codes = {name(term): code.label for term, code in ontology.scheme(scheme).items()}
    said = [(row["wording"], row["code"]) for row in rows("codes") if row["code"] in codes]
    labels = sorted({*said, *((label, code) for code, label in codes.items())}, key=lambda x: (-len(x[0]), x))
    found: list[tuple[str, tuple[int, int]]] = []
    for label, code in labels:
        for match in re.finditer(rf"(?i)\b{re.escape(label)}\b", words):
            if not any(a < match.end() and match.start() < b for _, (a, b) in found):
                found.append((code, match.span()))
    return sorted(found, key=lambda x: x[1])
