"""Who is who: each mention gets the entity that it stands for, a new proposed one, or none.

The registry decides; what it does not know is minted from its full name. Surnames, acronyms in brackets and "the judge"
go back to what came before in the document. What stays open stays open: it has no entity, and no claim is made of it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from kgraph.dossier import Entity
from kgraph.errors import BadInput
from kgraph.extraction.lexicon import demonyms, words
from kgraph.extraction.spans import KIND_OF_CLASS, Span
from kgraph.registry import Registry
from kgraph.terms import slug

__all__ = ["Linked", "link"]

_INITIAL = re.compile(r"(?<=\w )[A-Z]\.? (?=[A-Z])")


@dataclass(slots=True)
class Linked:
    """The mentions with what they stand for, and the entities that the registry does not hold."""

    spans: list[Span]
    #: by name
    minted: dict[str, Entity]


@dataclass(slots=True)
class _Linker:
    registry: Registry
    text: str
    document: str
    minted: dict[str, Entity] = field(default_factory=dict)
    #: full name, and each word of it, to the people who are called so here
    people: dict[str, set[str]] = field(default_factory=dict)
    #: other short names to what they stand for: acronyms, and the last word of a body's name
    short: dict[str, str] = field(default_factory=dict)
    #: entity to the head of the office it was given, and where
    titles: dict[str, set[str]] = field(default_factory=dict)

    def mint(self, span: Span, words_: str, label: str | None = None, *, class_: str | None = None) -> str | None:
        try:
            name = f"{KIND_OF_CLASS[span.type]}:{slug(words_)}"
        except (BadInput, KeyError):
            return None
        if self.registry.get(name) is None and name not in self.minted:
            data = {"id": name, "label": " ".join((label or span.text).split()), "class": class_ or span.type}
            self.minted[name] = Entity.model_validate(data)
        return name

    def own(self, span: Span, label: str) -> str | None:
        """A thing of this document alone: its name ends in the document's."""
        return self.mint(span, f"{label} {self.document}", label)

    def known(self, text: str, kind: str) -> str | None:
        found = [k for k in self.registry.called(text) if k.id.startswith(f"{kind}:")]
        return found[0].id if len(found) == 1 else None


def link(spans: list[Span], text: str, document: str, registry: Registry) -> Linked:
    """Give mentions their entities.

    Args:
        spans: the mentions, in the order of the text.
        text: the document.
        document: the 16 digits of its name, for what only this document knows.
    """
    linker = _Linker(registry, text, document)
    for span in spans:
        if span.type == "Person" and span.form == "name":
            _learn(linker, span)
    result: list[Span] = []
    for index, span in enumerate(spans):
        entity = span.entity or _entity(linker, span, result, spans[index - 1] if index else None)
        result.append(span.linked(entity) if entity else span)
        if entity and span.form == "name":
            _remember(linker, result[-1], result)
    result = _parties(linker, result)
    _places(linker, result)
    used = {span.entity for span in result}
    return Linked(result, {name: entity for name, entity in sorted(linker.minted.items()) if name in used})


def _learn(linker: _Linker, span: Span) -> None:
    plain = _INITIAL.sub("", span.text)
    if " " not in plain or (" of " in plain and span.entity is None):
        # "Doe of Texas" is a surname and a state
        return
    entity = span.entity or linker.known(span.text, "person") or linker.known(plain, "person")
    entity = entity or linker.mint(span, plain, plain)
    if entity:
        for word in (plain, span.text, *(plain.split() if len(plain.split()) > 2 else plain.split()[-1:])):
            linker.people.setdefault(word, set()).add(entity)


def _entity(linker: _Linker, span: Span, before: list[Span], previous: Span | None) -> str | None:
    if span.type in ("Date", "Quantity"):
        return None
    if span.form == "nominal":
        return _nominal(linker, span, before)
    if span.type == "Person":
        if " " not in span.text and re.match(r" (?:[A-Z]\. )?[A-Z][a-z]", linker.text[span.end : span.end + 6]):
            # the first half of a longer name
            return None
        found = linker.people.get(_INITIAL.sub("", span.text), set()) or linker.people.get(span.text, set())
        if len(found) == 1:
            return next(iter(found))
        return None if found else linker.known(span.text, "person")
    kind = KIND_OF_CLASS.get(span.type, "")
    if span.text in linker.short:
        return linker.short[span.text]
    known = linker.known(span.text, kind)
    if known:
        return known
    if span.type == "Office":
        return _office(linker, span, before)
    if span.type in ("Place", "Facility"):
        country = words("abbreviation").get(span.text.lower().rstrip("."), demonyms().get(span.text, span.text))
        return linker.known(country, "place") or linker.mint(span, country, country)
    if span.type == "Group":
        return linker.mint(span, span.text)
    if span.type == "Bill":
        congress = re.search(r"\b(\d{2,3})(?:st|nd|rd|th) C(?:ongress|ONGRESS)", linker.text)
        plain = re.sub(r"[. ]", "", re.sub(r"\d", "", span.text)).lower()
        number = re.search(r"\d+", span.text)
        return linker.mint(span, f"{plain} {number[0] if number else ''} {congress[1] if congress else ''}")
    if kind == "body" and len(span.text.split()) == 1 and not span.text.isupper() and span.origin == "model":
        return linker.mint(span, span.text) if len(span.text) > 3 else None
    return linker.mint(span, span.text)


def _remember(linker: _Linker, span: Span, before: list[Span]) -> None:
    """What later words may go back to."""
    if span.entity is None:
        return
    acronym = re.match(r"\s\(([A-Z][A-Za-z]{1,7})\)", linker.text[span.end : span.end + 12])
    if acronym and len(span.text.split()) > 1:
        linker.short.setdefault(acronym[1], span.entity)
    if span.type in ("Institution", "Organization", "Court") and " " in span.text:
        linker.short.setdefault(f"*{span.text.split()[-1].lower()}", span.entity)
    # an office beside a person makes "the judge" that person
    for one, other in zip(before[-2:-1], before[-1:], strict=False):
        gap = linker.text[one.end : other.start]
        pair = (one, other) if one.type == "Office" else (other, one)
        if {one.type, other.type} == {"Office", "Person"} and re.fullmatch(r",? ?(?:the |a )?", gap) and pair[1].entity:
            linker.titles.setdefault(pair[1].entity, set()).update(pair[0].text.lower().split())


def _nominal(linker: _Linker, span: Span, before: list[Span]) -> str | None:
    head = span.text.split()[-1].lower()
    definite = re.search(
        r"(?i)\b(?:the|this|that|his|her|its|their)\s$", linker.text[max(0, span.start - 6) : span.start]
    )
    if span.type == "Person":
        if len(span.text.split()) > 1 and not definite:
            return linker.own(span, f"unnamed {span.text}") if head == "official" else None
        for earlier in reversed(before):
            if earlier.type == "Person" and earlier.entity and head in linker.titles.get(earlier.entity, ()):
                return earlier.entity
        return None
    if span.type in ("Institution", "Court"):
        if span.type == "Court" and not definite:
            return linker.own(span, f"unnamed {span.text}")
        if span.type == "Court":
            courts = {s.entity for s in before if s.type == "Court" and s.entity}
            return next(iter(courts)) if len(courts) == 1 else None
        return linker.short.get(f"*{head}")
    if span.type == "Group":
        return linker.own(span, span.text.lower())
    if span.type in ("Source", "Place"):
        return None
    owner = next((b for b in before[-2:] if re.fullmatch(r"[’'â]s ", linker.text[b.end : span.start])), None)
    if owner is not None:
        return linker.own(span, f"{owner.text} {span.text.lower()}")
    for earlier in reversed(before):
        same = earlier.text.split()[-1].lower() == head
        if same and earlier.form == "nominal" and earlier.type == span.type and earlier.entity:
            return earlier.entity
    return linker.own(span, span.text.lower())


_HEAD_ALONE = re.compile(r"(?i)(?:vice |prime |deputy |first |chief )*\w+(?: general)?")


def _office(linker: _Linker, span: Span, before: list[Span]) -> str | None:
    """An office by its title and the place or body it belongs to; a bare title is nobody's."""
    text = span.text
    place, title = None, text
    for word, country in demonyms().items():
        if text.startswith(f"{word} "):
            place, title = country, text[len(word) + 1 :]
            break
    owner = next((b for b in before[-2:] if re.fullmatch(r"[’']s ", linker.text[b.end : span.start])), None)
    if place is None and owner is not None and owner.type == "Place" and owner.entity:
        place = owner.entity.partition(":")[2].replace("-", " ")
    if place is not None:
        united = place.lower() in ("united states", "us")
        name = f"us {title}" if united else f"{title} of {place}"
        label = f"{'US ' if united else ''}{title[0].upper()}{title[1:]}{'' if united else f' of {place}'}"
        for other in (label, name, f"{title} of the {place}"):
            if known := linker.known(other, "office"):
                return known
        return linker.mint(span, name, label)
    if text.lower() in words("generic") or (_HEAD_ALONE.fullmatch(text) and text.lower() in words("title")):
        return None
    return linker.mint(span, re.sub(r"(?i)\bof the\b", "of", text), text)


def _parties(linker: _Linker, spans: list[Span]) -> list[Span]:
    """A minted body that people are "of" ("Ada Moss of ABC") is an organization, all over the document."""
    found: set[str] = set()
    for one, other in pairwise(spans):
        minted = one.type == "Person" and other.type == "Institution" and other.entity in linker.minted
        of = re.fullmatch(r",? of (?:the )?", linker.text[one.end : other.start])
        if minted and of and other.entity and len(other.text.split()) < 3:
            found.add(other.entity)
    for name in sorted(found):
        linker.minted[name] = linker.minted[name].model_copy(update={"class_": "Organization"})
    return [s.linked(s.entity, "Organization") if s.entity and s.entity in found else s for s in spans]


def _places(linker: _Linker, spans: Iterable[Span]) -> None:
    """A minted facility and a minted place of one name are one."""
    for span in spans:
        if span.entity in linker.minted and span.type == "Place" and linker.minted[span.entity].class_ == "Facility":
            linker.minted[span.entity] = linker.minted[span.entity].model_copy(update={"class_": "Place"})
