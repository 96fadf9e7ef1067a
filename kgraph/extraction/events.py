"""Events: what happens, found by the triggers of `events.csv`, with the roles of `roles.csv`; one thing, one event.

A trigger is a verb or noun with a code of `kgc:eventType` and a set of roles; a role is a slot (see `slots`), the types
of what may stand there, and the relation from the event to it; the type `Words` takes the words themselves. `needs` are
slots without which the trigger is another sense of the word ("release a report"): `&` joins what it needs all of, `|`
what it needs one of, and a slot of no role may hold anything (`object=treaty & place|when`). The set `back` has no
roles: such a noun ("the flights") only goes back to an event that was told of before. A sense that is meant twice has
two rows; the first whose needs are met holds.

Two triggers with one code are one event if date, place, whom it affects and who acts can be the same in both. An event
is made if the text gives two of them, or one and another role. If it is denied, planned or only possible, so is each
claim that the trigger makes of it.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from kgraph.dossier import Entity
from kgraph.extraction.frames import Candidate, Frame
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import words
from kgraph.extraction.matching import Heads
from kgraph.extraction.roles import Filled, Trigger, fill, triggers
from kgraph.extraction.spans import Span
from kgraph.extraction.stance import how
from kgraph.ontology import Ontology
from kgraph.terms import slug

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Events", "events"]

_TYPE = "sem:eventType"
#: relations in which two triggers of one event cannot differ
_TELLING = (
    "kg:when", "sem:hasPlace", "kg:affects", "sem:hasActor", "kg:plaintiff", "kg:defendant", "kg:destination",
    "kg:votesFor", "kg:votesAgainst",
)  # fmt: skip
#: relations to whom an event is about: one whose name is known is enough to know it by
_ABOUT = ("kg:affects", "kg:defendant", "kg:plaintiff", "sem:hasActor")
#: the role of who is elected: of that election more must be known
_CHOSEN = ("sem:hasActor", "patient")
#: an event of which nothing else is known that it could be told by
_FEWEST = 2
#: characters of a date to the day
_DAY = 10
#: what an event is called by, after its kind
_NAMED = (
    (("kg:affects", "kg:defendant"), "of"),
    (("sem:hasActor", "kg:plaintiff"), "by"),
    (("sem:hasPlace", "kg:destination"), "in"),
)
_DEFINITE = ("the", "this", "that", "these", "those")
_NEW = ("a", "an", "another", "other", "second", "new", "more")


@dataclass(frozen=True, slots=True)
class _Told:
    """A trigger in the text."""

    trigger: Trigger
    word: "Token"
    paragraph: Paragraph
    filled: tuple[Filled, ...]
    #: "the raid", "his arrest"
    definite: bool
    #: "another raid"
    new: bool
    #: denied, planned or only possible
    hedged: bool
    #: the event that its words name, where they are a name
    named: str | None

    def values(self, relation: str) -> set[str]:
        return {f.known for f in self.filled if f.role.relation == relation}


@dataclass(slots=True)
class _Event:
    code: str
    told: list[_Told] = field(default_factory=list)
    entity: str = ""
    label: str = ""

    def values(self, relation: str) -> set[str]:
        return {v for told in self.told for v in told.values(relation)}

    def may_be(self, other: _Told) -> bool:
        """Whether another trigger can tell of the same event."""
        if other.trigger.code != self.code or any(t.hedged for t in self.told) != other.hedged:
            return False
        names = {t.named for t in (*self.told, other) if t.named}
        if len(names) > 1:
            return False
        shared = any(t.named for t in self.told) and other.named is not None
        for relation in _TELLING:
            one, two = self.values(relation), other.values(relation)
            same = any(_same(a, b, relation) for a in one for b in two)
            if one and two and not same and not all(v.startswith("group:") for v in one | two):
                return False
            # many things of one kind happen in a year
            shared = shared or (same and (relation != "kg:when" or any(len(v) >= _DAY for v in one & two)))
        return shared or (other.definite and not any(other.values(relation) for relation in _TELLING))


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a document."""

    candidates: tuple[Candidate, ...]
    #: the words that stand for an event, in the order of the text
    spans: tuple[Span, ...]
    entities: tuple[Entity, ...]

    def at(self, paragraph: Paragraph, heads: Heads) -> Heads:
        """What the words of a paragraph stand for, events included; what is called by a name keeps it."""
        found = dict(heads.spans)
        for span in self.spans:
            if paragraph.start <= span.start < paragraph.end:
                word = paragraph.doc.char_span(span.start - paragraph.start, span.end - paragraph.start)
                known = found.get(word.root.i) if word is not None else None
                if word is not None and (known is None or (known.type == "Event" and known.form == "nominal")):
                    found[word.root.i] = replace(known, entity=span.entity) if known else span
        return replace(heads, spans=found)

    def mentions(self, others: Sequence[Span], claimed: Container[str]) -> list[Span]:
        """All mentions, with the nouns that stand for an event of which something is claimed."""
        nouns = [s for s in self.spans if s.form == "nominal" and s.entity in claimed]
        same = {s.end: s.entity for s in nouns}
        found = [
            replace(s, entity=same[s.end]) if s.type == "Event" and s.form == "nominal" and s.end in same else s
            for s in others
        ]
        taken = {i for span in others for i in range(span.start, span.end)}
        return sorted([*found, *(s for s in nouns if s.start not in taken)])


def events(read: Iterable[tuple[Paragraph, Heads]], day: str, document: str, ontology: Ontology) -> Events:
    """The events of a document and what it says of them.

    Args:
        read: its lines, with what their words stand for.
        day: its date, EDTF.
        document: the 16 digits of its name, for events that only it knows.
        ontology: the types.
    """
    found: list[_Event] = []
    for paragraph, heads in read:
        for told in _told(paragraph, heads, day, ontology):
            same = next((e for e in reversed(found) if e.may_be(told)), None)
            if same is None and told.trigger.roles:
                found.append(same := _Event(told.trigger.code))
            if same is not None:
                same.told.append(told)
    made = [event for event in found if _is_told(event)]
    taken: set[str] = set()
    for event in made:
        _name(event, document, taken)
    spans = sorted(_mention(event, told) for event in made for told in event.told)
    entities = [Entity.model_validate({"id": e.entity, "label": e.label, "class": "Event"}) for e in made]
    return Events(tuple(c for event in made for c in _claims(event)), tuple(spans), tuple(entities))


def _told(paragraph: Paragraph, heads: Heads, day: str, ontology: Ontology) -> Iterator[_Told]:
    counted: set[int] = set()
    for word in paragraph.doc:
        own = heads.get(word.i)
        named = own.entity if own is not None and own.type == "Event" and own.form == "name" else None
        if word.dep_ == "amod" or (word.pos_ == "PROPN" and named is None) or _carries(word):
            # "the rescued sailors" are so called, and Rock the Vote; "passed a no-confidence motion" is one event
            continue
        for trigger in triggers().at(word):
            filled = tuple(fill(trigger, word, paragraph, heads, day, ontology))
            # votes are counted once: "passed it by 52 votes to 48"
            filled = tuple(f for f in filled if f.role.slot != "tally" or f.span.start not in counted)
            if not trigger.meant(word, filled):
                continue
            put = how(word, "")
            if put is None:
                break
            definite = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _DEFINITE) for c in word.children)
            new = any(c.lower_ in _NEW for c in word.children)
            hedged = put.modality is not None or put.stance == "denies"
            if filled or named or (word.pos_ == "NOUN" and definite):
                counted |= {f.span.start for f in filled if f.role.slot == "tally"}
                noun = word.pos_ != "VERB"
                yield _Told(trigger, word, paragraph, filled, definite and noun, new and noun, hedged, named)
                break


def _carries(verb: "Token") -> bool:
    """Whether a verb only says of what a noun names that it happens."""
    if verb.lemma_ not in words("light"):
        return False
    nouns = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"]
    return any(trigger.roles and not trigger.needs for noun in nouns for trigger in triggers().at(noun))


def _same(one: str, other: str, relation: str) -> bool:
    if relation == "kg:when":
        return one.startswith(other) or other.startswith(one)
    return one == other


def _is_told(event: _Event) -> bool:
    """Whether enough is known of it: two roles, or whom by name it is about."""
    filled = [f for told in event.told for f in told.filled]
    if filled and any(told.named and not told.hedged for told in event.told):
        return True
    # "Migrants are detained" may be any
    named = [f for f in filled if f.span.form == "name" and f.span.type not in ("Place", "Facility")]
    if any(f.role.relation in _ABOUT and (f.role.relation, f.role.slot) != _CHOSEN for f in named):
        return True
    # "the coup on 12 April"
    if any(t.definite and any(len(v) == _DAY for v in t.values("kg:when")) for t in event.told):
        return True
    return len({f.role.relation for f in filled} - {"-"}) >= _FEWEST


def _name(event: _Event, document: str, taken: set[str]) -> None:
    """What, of whom or by whom, where and when: `event:arrest-of-ada-moss-2019-03-02`."""
    what = event.code.partition(":")[2].replace("-", " ")
    filled = [f for told in event.told for f in told.filled]
    label, known = what, False
    for relations, preposition in _NAMED:
        whom = next((f for f in filled if f.role.relation in relations and isinstance(f.value, Span)), None)
        if whom is not None:
            undergoes = "patient" in whom.role.slot or preposition == "of"
            label += f" {'of' if undergoes else preposition} {_called(whom.span)}"
            known = known or not str(whom.span.entity).startswith("group:")
            if undergoes:
                break
    when = min((f.known for f in filled if f.role.relation == "kg:when"), default=None)
    name = f"event:{slug(label)}"
    if when is not None:
        name += f"-{when.partition('/')[0]}"
    if not known or when is None or name in taken:
        name += f"-{document}"
    name = next((told.named for told in event.told if told.named), name)
    number = sum(t == name or t.startswith(f"{name}-") for t in taken)
    event.entity = f"{name}-{number + 1}" if number else name
    event.label = f"{label}, {when}" if when else label
    taken.add(event.entity)


def _called(span: Span) -> str:
    return span.text if span.form != "pronoun" else str(span.entity).partition(":")[2].replace("-", " ")


def _mention(event: _Event, told: _Told) -> Span:
    start, text = told.paragraph.start + told.word.idx, told.word.text
    form = "nominal" if told.word.pos_ == "NOUN" else "verb"
    return Span(start, start + len(text), "Event", text, form=form, entity=event.entity, origin="rule")


def _claims(event: _Event) -> Iterator[Candidate]:
    first = True
    for told in event.told:
        span = _mention(event, told)
        if first or told.filled:
            frame = _frame(told.trigger, _TYPE)
            if first:
                yield Candidate(frame, span, event.code, None, span.start, span.end, told.word)
            first = False
        for filled in told.filled:
            if filled.role.relation == "-":
                continue
            start, end = min(span.start, filled.span.start), max(span.end, filled.span.end)
            frame = _frame(told.trigger, filled.role.relation)
            yield Candidate(frame, span, filled.value, None, start, end, told.word)


@cache
def _frame(trigger: Trigger, relation: str) -> Frame:
    nothing: tuple[str, frozenset[str]] = ("", frozenset())
    return Frame(trigger.id, "event", frozenset(), nothing, nothing, "", "", relation, True, "", trigger.precision, 0)
