"""Frames: wordings that express a relation, read from `ontology/lexicon/frames/`, and matched by one engine.

Kinds of frames:

- `adjacent`: two mentions with only the characters `between` them, a regular expression.
- `nested`: a mention inside another, whose words match `between`; those of the inner match `outside`.
- `verb`, `noun`, `adjective`: a word and what stands in two of its slots (see `slots` for their names). `words` are
  lemmas; a verb may have a particle ("strike down": the verb alone is then another verb), a noun words before it
  ("chief executive"); `between`, if any, is what the word's own form must match ("serves", not "served"). `first` and
  `second` read `slot:types`; several slots are alternatives (`of|against:Actor`). "X is a member of Y", "X, a member of
  Y" and "member X of Y" are one row: `noun,member,bearer:Person,,of:Organization`. "X's criticism of Y", "criticism of
  Y by X" and "X voiced criticism of Y" are one row: `noun,criticism,agent:Actor,,of:Actor|LegalAuthority|Event`. "X
  criticised Y", "Y was criticised by X", "X wants to criticise Y", "X, criticising Y" are one row:
  `verb,criticize,agent:Actor,,patient:Actor`.
- `heading`: the lines above a bill (see `bills`).

Types are the ontology's classes, `Date`, `Quantity`, and narrower ones: `Year`, a date that is a bare year; `Unnamed`,
a group without a name; `Body`, an organization where no country is meant; `Nationality`, a place written as an
adjective; `PlaceName`, one that is not: a `Country` or a `LocalName`. `Event` is an event that a mention or a trigger
of `events.csv` names. `Topic` makes a topic of what stands there, if it is nothing else: a noun phrase, or with the
slot `infinitive` the act ("plans to cut taxes"). `code:SCHEME` is a code's label or wording in the slot instead of a
mention. `Ruling` and `Order` are what a court decides that does something ("the court struck down X"). A relation may
end in `true` instead of a second end. No relation has code of its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kgraph.dossier import Entity, LangText, TypedValue
from kgraph.extraction.codes import codes_in
from kgraph.extraction.dates import to_edtf
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import countries, demonyms, rows, words
from kgraph.extraction.matching import Context, Heads, Index
from kgraph.extraction.quantities import to_quantity
from kgraph.extraction.slots import enacts, fillers, opens
from kgraph.extraction.spans import Span
from kgraph.extraction.topics import topic
from kgraph.ontology import Ontology
from kgraph.terms import Term, iri, slug

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["THRESHOLD", "Candidate", "Frame", "candidates", "filler", "fits", "frames", "made", "pair", "standing"]

#: a frame below this measured precision is off
THRESHOLD = 0.7

#: what a court that does something makes: its class, and its word
_COURT = re.compile(r"\b(?:Court|Tribunal)\b")
_DECIDES = {"Order": ("CourtOrder", "order"), "Ruling": ("CourtDecision", "ruling")}

#: kinds of place names that frames tell apart
_PLACES = {"PlaceName", "LocalName", "Country", "Nationality"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One wording of a relation."""

    id: str
    kind: str
    #: lemmas of the verb, noun or adjective; of mentions beside each other, the last word of the first
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
    #: `publisher`: the publisher's own whoever is quoted around it; a stance or modality: that one; else empty
    own: str
    #: share of its firings that were right where a person read them
    precision: float
    #: how many were read; 0: none was met, and the precision is an estimate
    judged: int
    #: what it says of the first end where it has no second: true or false
    value: bool | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that a frame reads, before it is attributed and passes the gate."""

    frame: Frame
    subject: Span
    #: what it says of it: a mention, a value, or a code
    object: Span | TypedValue | LangText | Decimal | bool | int | str
    bound: str | None
    #: passage, code points of the document
    start: int
    end: int
    #: the verb, noun or adjective that says it, or None
    verb: "Token | None"

    def words(self, start: int, end: int) -> str:
        """Words of its paragraph."""
        return str(self.verb.doc.text[start:end]) if self.verb is not None else ""


@cache
def frames() -> tuple[Frame, ...]:
    """All frames, those that are off included."""

    def end(cell: str) -> tuple[str, frozenset[str]]:
        slot, colon, types = cell.partition(":")
        return (slot, frozenset(types.split("|"))) if colon else ("", frozenset(slot.split("|")))

    found = []
    for row in rows("frames"):
        one, relation, other = row["relation"].split(" ")
        found.append(
            Frame(
                row["id"], row["kind"], _words(row["words"]), end(row["first"]), end(row["second"]),
                row["between"], row["outside"], relation, one == "1", row["own"], float(row["precision"]),
                int(row["judged"]), None if other in ("1", "2") else other == "true",
            )
        )  # fmt: skip
    return tuple(found)


def _words(cell: str) -> frozenset[str]:
    """The words of a cell; `@Group` is every noun for a group, `@event` every word for what happens."""
    if cell == "@event":
        return frozenset(word for row in rows("events") for word in row["words"].split("|"))
    if cell.startswith("@"):
        return frozenset(row["word"] for row in rows("nominals") if row["class"] == cell[1:])
    return frozenset(cell.split("|"))


@cache
def _by_word() -> Index[Frame]:
    on = [f for f in frames() if f.precision >= THRESHOLD and f.kind in ("verb", "noun", "adjective")]
    return Index((frame.kind, word, frame) for frame in on for word in sorted(frame.lemmas))


@cache
def _of_kind(kind: str) -> tuple[Frame, ...]:
    return tuple(frame for frame in frames() if frame.kind == kind and frame.precision >= THRESHOLD)


def candidates(
    paragraph: Paragraph, spans: list[Span], heads: Heads, text: str, day: str, ontology: Ontology
) -> Iterator[Candidate]:
    """What the frames read in a paragraph.

    Args:
        paragraph: a line, parsed.
        spans: the mentions in it, linked, in order.
        heads: what its words stand for (see `heads_of`).
        text: the whole document.
        day: its date, EDTF.
    """
    for frame in _of_kind("adjacent"):
        yield from _adjacent(frame, spans, text, day, ontology)
    for frame in _of_kind("nested"):
        yield from _nested(frame, spans, ontology)
    for token in paragraph.doc:
        for frame in _by_word().at(token):
            yield from _worded(frame, token, paragraph, heads, day, ontology)


def made(found: Iterable[Candidate]) -> Iterator[Entity]:
    """The topics and decisions that the candidates are about and no mention names."""
    for one in found:
        for end in (one.subject, one.object):
            if isinstance(end, Span) and (end.type == "Topic" or end.form == "made") and end.entity:
                yield Entity.model_validate({"id": end.entity, "label": end.text, "class": end.type})


def fits(span: Span, types: frozenset[str], ontology: Ontology) -> bool:
    """Whether a mention is of one of the types."""
    if span.type in types:
        return True
    if ("Year" in types and span.type == "Date" and span.text.isdigit()) or (
        "Unnamed" in types and span.type == "Group" and span.form == "nominal"
    ):
        return True
    if "Body" in types and span.type in ("Organization", "Institution", "Court"):
        return True
    if span.type == "Place" and types & _PLACES:
        adjective, country = span.text in demonyms(), span.text in countries()
        continent = demonyms().get(span.text) in words("continent")
        return ("Nationality" in types and adjective and not continent) or (
            (country or not adjective) and ("PlaceName" in types or ("Country" if country else "LocalName") in types)
        )
    class_ = _class(span.type)
    return class_ in ontology.above and not ontology.superclasses(class_).isdisjoint(map(_class, types))


@cache
def _class(type_: str) -> Term:
    return iri(f"kg:{type_}")


def _adjacent(frame: Frame, spans: list[Span], text: str, day: str, ontology: Ontology) -> Iterator[Candidate]:
    for index, one in enumerate(spans):
        if not fits(one, frame.first[1], ontology) or not _headed(one, frame):
            continue
        for other in spans[index + 1 : index + 6]:
            if other.start < one.end or not fits(other, frame.second[1], ontology):
                continue
            before = text[max(0, one.start - 20) : one.start].rpartition("\n")[2]
            around = f"{before}|{text[other.end : other.end + 20]}"
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
        if fits(outer, frame.first[1], ontology):
            for inner in spans:
                inside = outer.start <= inner.start and inner.end <= outer.end and inner is not outer
                told = re.search(frame.between, outer.text) and re.search(frame.outside, inner.text)
                if inside and told and fits(inner, frame.second[1], ontology) and inner.entity != outer.entity:
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


def _worded(
    frame: Frame, word: "Token", paragraph: Paragraph, heads: Heads, day: str, ontology: Ontology
) -> Iterator[Candidate]:
    ones = standing(*frame.first, word, heads, ontology)
    if not ones or not re.search(frame.between, word.text):
        return
    start, end = paragraph.start + word.idx, paragraph.start + word.idx + len(word)
    others: list[Span] = []
    coded: list[tuple[str, int]] = []
    scheme = next((t.removeprefix("code:") for t in frame.second[1] if t.startswith("code:")), None)
    for token in fillers(frame.second[0], word):
        if scheme is not None:
            tokens = list(token.subtree)
            said = paragraph.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]
            coded += [(code, paragraph.start + tokens[0].idx + b) for code, (_, b) in codes_in(said, scheme, ontology)]
        elif span := filler(frame.second[1], token, heads, ontology):
            others.append(span)
        elif "Topic" in frame.second[1] and (made := topic(token, paragraph, heads)):
            others.append(made)
    for one in ones:
        if frame.value is not None:
            yield Candidate(frame, one, frame.value, None, min(one.start, start), max(one.end, end), word)
        for code, b in coded:
            yield Candidate(frame, one, code, None, min(one.start, start), max(b, one.end), word)
        for other in others:
            if other.entity != one.entity or other.entity is None:
                a, b = min(one.start, other.start, start), max(one.end, other.end, end)
                if frame.outside and not re.search(frame.outside, _around(paragraph, a, b)):
                    continue
                yield from pair(frame, one, other, a, b, word, day)


def _around(paragraph: Paragraph, start: int, end: int) -> str:
    """The 20 characters before and after a passage, with a bar for it."""
    a, b = start - paragraph.start, end - paragraph.start
    return f"{paragraph.text[max(0, a - 20) : a]}|{paragraph.text[b : b + 20]}"


def standing(slot: str, types: frozenset[str], word: "Token", heads: Heads, ontology: Ontology) -> list[Span]:
    """What of these types stands in a slot of a word; who does what a bill or resolution says to be done is itself."""
    found = [span for token in fillers(slot, word) if (span := filler(types, token, heads, ontology))]
    if found or "agent" not in slot.split("|"):
        return found
    bill, author = heads.context.bill, heads.context.author
    own = bill if bill is not None and enacts(word) else author if author is not None and opens(word) else None
    if own is None or not fits(own, types, ontology):
        return []
    at = heads.paragraph.start + word.idx
    return [replace(own, start=at, end=at + len(word), form="")]


def _decision(court: Span, kind: str, context: Context) -> Span:
    """What a court or judge decides, where the text says only that they do so: one of a kind in a document."""
    class_, word = _DECIDES[kind]
    known = context.decisions.get((class_, court.entity or "")) or context.decisions.get((class_, ""))
    name = known or f"law:{slug(f'{court.text} {word} {context.document}')}"
    return replace(court, type=class_, text=f"{court.text} {word}", form="made", entity=name)


def filler(types: frozenset[str], token: "Token", heads: Heads, ontology: Ontology) -> Span | None:
    """The mention that a word heads or ends, or that is added to it ("the president, X"), if it is of one of the types.

    A country where only an actor can stand is its government.
    """
    for one in (token, *(c for c in token.children if c.dep_ == "appos")):
        span = heads.get(one.i) or heads.meant(one)
        if span is None:
            continue
        if fits(span, types, ontology):
            return span
        court = span.type == "Court" or (span.type == "Institution" and _COURT.search(span.text))
        decides = court or span.entity in heads.context.judges
        if decides and span.entity and (kinds := types & set(_DECIDES)):
            return _decision(span, min(kinds), heads.context)
        acting = heads.acting(span)
        if acting is not None and "Body" not in types and fits(acting, types, ontology):
            return acting
    whole = heads.ending(token)
    return whole if whole is not None and fits(whole, types, ontology) else None
