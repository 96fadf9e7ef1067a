"""The pass over the mentions, in the order of the text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from kgraph.dossier import Entity
from kgraph.extraction.identity.acronyms import acronyms, defined
from kgraph.extraction.identity.minting import Mint
from kgraph.extraction.identity.offices import office
from kgraph.extraction.identity.people import People
from kgraph.extraction.identity.references import References
from kgraph.extraction.identity.setting import Setting, setting
from kgraph.extraction.identity.things import Found, bare, named, tells_country
from kgraph.extraction.lexicon import demonyms, words
from kgraph.extraction.spans import KIND_OF_CLASS, Span
from kgraph.registry import Registry

__all__ = ["Linked", "link"]

_APPOSITION = re.compile(r", (?:the |a |an )?")
_POSSESSED = re.compile(r"(?P<place>(?:[A-Z][\w.]+ ?){1,3})[’']s (?P<rest>[A-Z].*)")
_POSSESSIVE = re.compile(r"(?:[’']s?)? ")
_TITLE = re.compile(r"\b(?:may|shall) be (?:cited as|known as|called)[^\w]*(?:the [^\w]*)?$")
_OWNER = re.compile(r"[’'â]s? ")
_BODIES = ("Institution", "Organization", "Court")


@dataclass(slots=True)
class Linked:
    """The mentions with what they stand for, and the entities that the registry does not hold."""

    spans: list[Span]
    #: by name
    minted: dict[str, Entity]


def link(
    spans: list[Span], text: str, document: str, registry: Registry, *, date: str = "", publisher: str = ""
) -> Linked:
    """Give mentions their entities.

    Args:
        spans: the mentions, in the order of the text.
        text: the document.
        document: the 16 digits of its name, for what only this document knows.
        registry: what is known.
        date: the document's, EDTF.
        publisher: its name in the registry; its country is where the text is at home.
    """
    where = setting(spans, text, registry, date, publisher)
    mint = Mint(registry, document)
    people = People(text, where, mint)
    spans = [people.person(span) for span in spans]
    people.learn(spans)
    spans = acronyms([people.retyped(span) for span in spans], text)
    linker = _Linker(text, where, mint, people, References(text, where, mint, people))
    for index, span in enumerate(spans):
        linker.add(span, spans[index + 1] if index + 1 < len(spans) else None)
    result = _parties(linker, linker.references.before)
    _places(mint, result)
    used = {span.entity for span in result}
    return Linked(result, {name: entity for name, entity in sorted(mint.made.items()) if name in used})


@dataclass(slots=True)
class _Linker:
    text: str
    setting: Setting
    mint: Mint
    people: People
    references: References
    #: acronyms that the document defines
    short: dict[str, str]

    def __init__(self, text: str, where: Setting, mint: Mint, people: People, references: References) -> None:
        self.text, self.setting, self.mint, self.people, self.references = text, where, mint, people, references
        self.short = {}

    def add(self, span: Span, following: Span | None) -> None:
        """Give one mention its entity, and keep what later ones may go back to."""
        entity, others = self._find(span, following)
        known = self.setting.registry.get(entity) if entity else None
        done = replace(span, entity=entity, candidates=others if entity is None else ())
        if (
            known is not None
            and span.origin != "registry"
            and span.type != "Bill"
            and KIND_OF_CLASS.get(known.class_) == known.kind
        ):
            done = replace(done, type=known.class_)
        self.references.before.append(done)
        if span.form == "name" and entity:
            self._remember(done)

    def _find(self, span: Span, following: Span | None) -> Found:
        if span.type in ("Date", "Quantity"):
            return None, ()
        if span.form == "nominal":
            return self.references.find(span), ()
        if span.type == "Person":
            return self.people.find(span)
        if span.text in self.short:
            return self.short[span.text], ()
        if span.type == "Office":
            return self._office(span, following)
        if span.type in ("Place", "Facility"):
            return self._place(span)
        kind = KIND_OF_CLASS.get(span.type, "")
        if kind == "law" and span.text.lower() in ("act", *words("lawword")):
            return self.references.find(span), ()
        if kind == "law" and self.people.chamber is not None and self._is_title(span):
            self.references.bill = self.references.bill or self._named_bill(span)
            return self.references.bill, ()
        if span.type == "Bill" and re.search(r"\d", span.text):
            return self._bill(span), ()
        if kind in ("body", "law") and (own := self._of_place(span, kind)) is not None:
            return own
        found, others = named(span.text, kind, self.setting)
        if kind == "body" and (house := self.people.house) and span.text.startswith("Committee on "):
            found, others = named(f"{house} {span.text}", kind, self.setting)
        if found or others or kind != "body":
            return (found, others) if found or others else (self.mint(span, span.text), ())
        if self._shouted(span) or (bare(span.text) and " " not in span.text):
            return None, ()
        if len(span.text.split()) == 1 and not span.text.isupper() and span.origin == "model" and len(span.text) < 4:
            return None, ()
        return self.mint(span, span.text), ()

    def _office(self, span: Span, following: Span | None) -> Found:
        before = self.references.before
        person = None
        if following is not None and following.type == "Person" and self._between(span, following) in (" ", ", "):
            person = self.people.find(following)[0]
        elif before and before[-1].type == "Person" and _APPOSITION.fullmatch(self._between(before[-1], span)):
            person = before[-1].entity
        owner = next((b for b in before[-2:] if _OWNER.fullmatch(self._between(b, span))), None)
        return office(span, person, owner, self.setting, self.mint)

    def _between(self, one: Span, other: Span) -> str:
        return self.text[one.end : other.start]

    def _place(self, span: Span) -> Found:
        text = span.text
        name = words("abbreviation").get(text.lower().rstrip("."), demonyms().get(text, text))
        if self.text[max(0, span.start - 4) : span.start] == " of " and self.people.chamber is not None:
            # "Mr. Doe of Georgia" in a bill
            states = [k for k in self.setting.registry.called(name) if k.country == "place:united-states"]
            if len(states) == 1:
                return states[0].id, ()
        found, others = named(name, "place", self.setting)
        return (found, others) if found or others else (self.mint(span, name, name), ())

    def _of_place(self, span: Span, kind: str) -> Found | None:
        """What a place directly before its name makes of it: "Kenya's Supreme Court", "Ohio" and "Democratic Party"."""
        inside = _POSSESSED.match(span.text)
        before = self.references.before[-1] if self.references.before else None
        if inside:
            place, rest = inside["place"], inside["rest"]
        elif (
            before is not None
            and before.type == "Place"
            and _POSSESSIVE.fullmatch(self._between(before, span))
            and (bare(span.text) or len(self.setting.registry.called(span.text)) > 0)
            and not tells_country(span.text)
        ):
            place, rest = before.text, span.text
        else:
            return None
        known = [k for k in self.setting.registry.called(demonyms().get(place, place)) if k.kind == "place"]
        found = {k.id for one in known for k in self.setting.localized(rest, kind, one.id)}
        if len(found) == 1:
            return found.pop(), ()
        own, _ = named(rest, kind, self.setting)
        at = self.setting.registry.get(own or "")
        if at is not None and any(at.country == one.id for one in known):
            return own, ()
        if not inside and not bare(span.text):
            return None
        return self.mint(span, f"{rest} of {place}", f"{rest} of {place}"), tuple(sorted(found)[:5])

    def _is_title(self, span: Span) -> bool:
        """Whether these words are what the bill calls itself."""
        return _TITLE.search(self.text[max(0, span.start - 40) : span.start]) is not None

    def _named_bill(self, span: Span) -> str | None:
        known = [k.id for k in self.setting.registry.called(span.text) if k.class_ == "Bill"]
        return known[0] if len(known) == 1 else self.mint(replace(span, type="Bill"), span.text)

    def _shouted(self, span: Span) -> bool:
        """Whether a word in capitals stands among others, in a heading: it may be any word."""
        line = self.text[self.text.rfind("\n", 0, span.start) + 1 :].partition("\n")[0]
        return span.text.isupper() and sum(w.isupper() and len(w) > 1 for w in line.split()) > len(line.split()) / 2

    def _bill(self, span: Span) -> str | None:
        congress = re.search(r"\b(\d{2,3})(?:st|nd|rd|th) C(?:ongress|ONGRESS)", self.text)
        plain = re.sub(r"[. ]", "", re.sub(r"\d", "", span.text)).lower()
        number = re.search(r"\d+", span.text)
        words_ = f"{plain} {number[0] if number else ''} {congress[1] if congress else ''}"
        name = self.mint.name(span, words_)
        known = [k for k in self.setting.registry.called(span.text) if k.class_ == "Bill"]
        entity = (
            name if name and self.setting.registry.get(name)
            else known[0].id if len(known) == 1 and (not congress or known[0].id.endswith(f"-{congress[1]}"))
            else self.mint(span, words_)
        )  # fmt: skip
        if self.people.chamber is not None and self.references.bill is None:
            self.references.bill = entity
        return entity

    def _remember(self, span: Span) -> None:
        if span.type == "Person":
            self.people.remember(span)
        if span.entity and (acronym := defined(span, self.text)):
            self.short.setdefault(acronym, span.entity)


def _parties(linker: _Linker, spans: list[Span]) -> list[Span]:
    """A minted body that people are "of" ("Ada Moss of ABC") is an organization, all over the document."""
    found: set[str] = set()
    made = linker.mint.made
    for one, other in pairwise(spans):
        minted = one.type == "Person" and other.type == "Institution" and other.entity in made
        of = re.fullmatch(r",? of (?:the )?", linker.text[one.end : other.start])
        if minted and of and other.entity and len(other.text.split()) < 3:
            found.add(other.entity)
    for name in sorted(found):
        made[name] = made[name].model_copy(update={"class_": "Organization"})
    return [s.linked(s.entity, "Organization") if s.entity and s.entity in found else s for s in spans]


def _places(mint: Mint, spans: Iterable[Span]) -> None:
    """A minted facility and a minted place of one name are one."""
    for span in spans:
        if span.entity in mint.made and span.type == "Place" and mint.made[span.entity].class_ == "Facility":
            mint.made[span.entity] = mint.made[span.entity].model_copy(update={"class_": "Place"})
