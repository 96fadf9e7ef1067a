"""Roles: who does what to whom where and when in what a word tells of, by the tables `events.csv` and `roles.csv`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from kgraph.dossier import LangText, TypedValue
from kgraph.extraction.dates import to_edtf
from kgraph.extraction.frames import THRESHOLD, standing
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import rows
from kgraph.extraction.matching import Heads, Index
from kgraph.extraction.quantities import to_quantity
from kgraph.extraction.slots import fillers, tally
from kgraph.extraction.spans import Span
from kgraph.extraction.stance import how
from kgraph.ontology import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Filled", "Role", "Trigger", "fill", "triggers"]

#: characters of a date to the day
_DAY = 10
#: words that a sentence ends before: what it was for
_REASONS = ("for", "after", "on", "over", "by")


@dataclass(frozen=True, slots=True)
class Role:
    """Where who or what stands, and what it is to the event."""

    slot: str
    types: frozenset[str]
    relation: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event, in one sense."""

    id: str
    code: str
    roles: tuple[Role, ...]
    #: of each group one slot must be filled
    needs: tuple[frozenset[str], ...]
    precision: float

    def meant(self, word: "Token", filled: Iterable["Filled"]) -> bool:
        """Whether it is this sense of the word."""
        own = {slot for role in self.roles for slot in role.slot.split("|")}
        held = {slot for one in filled for slot in one.role.slot.split("|")}
        return all(
            any(slot in held or (slot not in own and fillers(slot, word)) for slot in group) for group in self.needs
        )


@dataclass(frozen=True, slots=True)
class Filled:
    """A role, and what the text says of it."""

    role: Role
    #: the mention; of a tally, the words
    span: Span
    value: Span | TypedValue | LangText | int

    @property
    def known(self) -> str:
        """What two triggers are compared by."""
        return str(self.value.entity if isinstance(self.value, Span) else getattr(self.value, "value", self.value))


@cache
def triggers() -> Index[Trigger]:
    """The triggers, by their words."""
    sets: dict[str, list[Role]] = {}
    for row in rows("roles"):
        if float(row["precision"]) >= THRESHOLD:
            role = Role(row["slot"], frozenset(row["types"].split("|")), row["relation"])
            sets.setdefault(row["set"], []).append(role)
    found = []
    for row in rows("events"):
        needs = tuple(frozenset(group.split("|")) for group in row["needs"].split(" & ") if group)
        trigger = Trigger(row["id"], row["code"], tuple(sets.get(row["roles"], ())), needs, float(row["precision"]))
        if trigger.precision >= THRESHOLD:
            found += [(row["kind"], word, trigger) for word in row["words"].split("|")]
    return Index(found)


def fill(
    trigger: Trigger, word: "Token", paragraph: Paragraph, heads: Heads, day: str, ontology: Ontology
) -> Iterator[Filled]:
    """What the text says of the roles of a trigger.

    Args:
        trigger: a row of the table.
        word: its word in the text.
        paragraph: the line it stands in.
        heads: what the words of that line stand for.
        day: the document's date, EDTF.
        ontology: the types.
    """
    for role in trigger.roles:
        if role.slot == "tally":
            if counted := tally(word, paragraph):
                start, end, *votes = counted
                span = Span(start, end, "Quantity", paragraph.text[start - paragraph.start : end - paragraph.start])
                yield Filled(role, span, votes["Against" in role.types])
            continue
        if "Words" in role.types:
            yield from (
                Filled(role, span, LangText(value=span.text, lang="en")) for span in _words(role, word, paragraph)
            )
            continue
        found = standing(role.slot, role.types, word, heads, ontology)
        if role.relation == "sem:hasPlace" and len(found) > 1:
            # "attacks in Paris and Nice" are several
            continue
        for one in found:
            if one.type == "Date" and _apart(word, one, paragraph):
                continue
            if one.entity is not None:
                yield Filled(role, one, one)
            elif one.type == "Quantity" and (number := to_quantity(one.text)):
                yield Filled(role, one, int(number.value))
            elif one.type == "Date" and (value := _day(one.text, word, day)):
                yield Filled(role, one, TypedValue(value=value, datatype="edtf"))


def _apart(word: "Token", when: Span, paragraph: Paragraph) -> bool:
    """Whether another act stands between a verb and a date, so that the date may be that one's."""
    if word.pos_ != "VERB":
        return False
    at = when.start - paragraph.start
    between = (t for t in word.doc[word.i + 1 :] if t.idx < at)
    return any(
        t.pos_ == "NOUN" and not (t.dep_ == "pobj" and t.head.lower_ in ("in", "during") and t.head.head == word)
        and t not in word.children
        and next(triggers().at(t), None) is not None
        for t in between
    )  # fmt: skip


def _day(said: str, word: "Token", day: str) -> str | None:
    """The date of an event; "8 November" of what is to come is the next one, and of a noun the nearest."""
    value = to_edtf(said, day)
    if (
        value is None
        or re.search(r"\d{4}", said)
        or len(value) != _DAY
        or len(day) < _DAY
        or not re.search(r"\d", said)
    ):
        return value
    put = how(word, "")
    later = f"{int(value[:4]) + 1}{value[4:]}"
    try:
        back = (date.fromisoformat(day[:_DAY]) - date.fromisoformat(value)).days
        ahead = (date.fromisoformat(later) - date.fromisoformat(day[:_DAY])).days
    except ValueError:
        return value
    to_come = put is not None and put.modality in ("intended", "expected")
    return later if to_come or (word.pos_ == "NOUN" and ahead < back) else value


def _words(role: Role, word: "Token", paragraph: Paragraph) -> Iterator[Span]:
    """What stands in a slot as it is written, up to a comma or what it was for: "five years in prison"."""
    for head in fillers(role.slot, word)[:1]:
        last = head
        for token in sorted(head.subtree, key=lambda t: t.i):
            if token.i > last.i + 1 or (token.i > head.i and (token.is_punct or token.lower_ in _REASONS)):
                break
            last = max(last, token, key=lambda t: t.i)
        start, end = head.left_edge.idx, last.idx + len(last)
        yield Span(paragraph.start + start, paragraph.start + end, "Quantity", paragraph.text[start:end])
