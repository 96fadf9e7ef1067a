"""Nouns that go back: "the judge", "the court", "the party", "the order"; unresolved ones stay unresolved."""

import re
from dataclasses import dataclass, field

from kgraph.extraction.identity.minting import Mint
from kgraph.extraction.identity.people import People
from kgraph.extraction.identity.setting import Setting
from kgraph.extraction.identity.things import named
from kgraph.extraction.lexicon import words
from kgraph.extraction.spans import Span

__all__ = ["References"]

_DEFINITE = re.compile(r"(?i)\b(?:the|this|that|these|those|his|her|its|their|our)\s(?:same |very )?$")
_OWNER = re.compile(r"[’'â]s? ")
_BODIES = ("Institution", "Organization", "Court")
#: what "the act", "the order" and so on may go back to
_LAWS = {
    "Bill": ("Bill",),
    "LegalAuthority": ("LegalAuthority", "Statute", "Bill"),
    "CourtOrder": ("CourtOrder", "ExecutiveOrder"),
    "CourtDecision": ("CourtDecision", "CourtOrder"),
    "ExecutiveOrder": ("ExecutiveOrder",),
    "Statute": ("Statute", "Bill"),
}


@dataclass(slots=True)
class References:
    """What nouns of a document go back to."""

    text: str
    setting: Setting
    mint: Mint
    people: People
    #: the bill that the document is
    bill: str | None = None
    #: mentions so far, in the order of the text
    before: list[Span] = field(default_factory=list)

    def find(self, span: Span) -> str | None:
        """What a noun stands for."""
        head = span.text.split()[-1].lower()
        definite = _DEFINITE.search(self.text[max(0, span.start - 12) : span.start]) is not None
        if span.type == "Person":
            return self._person(span, head, definite=definite)
        if span.type in _BODIES:
            return self._body(span, head, definite=definite)
        if span.type == "Place":
            return self._place(span, head) if definite or span.text.lower().startswith("the ") else None
        if span.type == "Group":
            # "three people" are not the "50 people" of another line
            counted = self.before[-1:] if self.before and self.before[-1].type == "Quantity" else []
            number = [q.text.lower() for q in counted if self.text[q.end : span.start] == " "]
            return self.mint.own(span, " ".join([*number, span.text.lower()]))
        if span.type in ("Office", "Place", "Facility", "Source", "Event", "Topic"):
            return None
        return self._law(span, head, definite=definite)

    def _person(self, span: Span, head: str, *, definite: bool) -> str | None:
        noun = span.text.lower()
        if len(noun.split()) > 1 and not definite:
            return self.mint.own(span, f"unnamed {span.text}") if head == "official" else None
        called = [s for s in self.before if s.type == "Person" and s.entity and self.people.is_called(s.entity, head)]
        found = self._last(called, span)
        if found is None and definite and noun in words("head") and self.setting.exact:
            return self._holder(noun)
        return found

    def _place(self, span: Span, head: str) -> str | None:
        """The country that the text is about, unless the paragraph names another, or the one region named."""
        if head in ("country", "nation"):
            start = self.text.rfind("\n", 0, span.start)
            here = {s.entity for s in self.before if s.type == "Place" and s.entity and s.start > start}
            others = [e for e in here if (known := self.setting.registry.get(e)) and known.demonyms]
            return self.setting.main if self.setting.main and set(others) <= {self.setting.main} else None
        if head == "region":
            named_ = [self.setting.registry.get(s.entity or "") for s in self.before if s.type == "Place"]
            regions = [known.id for known in named_ if known and not known.country and not known.demonyms]
            return regions[-1] if len(set(regions)) == 1 else None
        return None

    def _last(self, fitting: list[Span], span: Span) -> str | None:
        """The one thing that fits; of several, the only one of this paragraph, or the last paragraph's."""
        every = {s.entity for s in fitting}
        if len(every) < 2:
            return fitting[-1].entity if fitting else None
        start = self.text.rfind("\n", 0, span.start)
        here = {s.entity for s in fitting if s.start > start}
        return next(iter(here)) if len(here) == 1 else None

    def _holder(self, noun: str) -> str | None:
        """Who holds that office of the one country that the text is about, if one person does for certain."""
        country = self.setting.main
        if not country or not self.setting.sure(country):
            return None
        office, _ = named(noun, "office", self.setting)
        if office is None:
            return None
        held = self.setting.registry.holder(office, self.setting.day)
        return held[0].person if len(held) == 1 and held[0].certain(self.setting.day) else None

    def _body(self, span: Span, head: str, *, definite: bool) -> str | None:
        if span.type == "Court":
            if definite or head.endswith("s"):
                found, others = named(span.text, "body", self.setting)
                if found or others:
                    return found
            if not definite:
                return self.mint.own(span, f"unnamed {span.text}")
            courts = [s for s in self.before if s.type == "Court" and s.entity and self._is_court(s, span)]
            return self._last(courts, span) if courts else self.mint.own(span, f"unnamed {span.text}")
        if not definite:
            return None
        kinds = words("bodyword") if head == "agency" else (head,)
        fitting = [
            s for s in self.before
            if s.type in _BODIES and s.entity and s.form == "name" and self._last_word(s) in kinds
        ]  # fmt: skip
        if fitting:
            return self._last(fitting, span)
        country = self.setting.main or self.setting.home
        if head == "administration":
            return self._administration()
        if head == "government" and country and self.setting.sure(country) and self._spoken_of(country):
            governments = self.setting.localized("government", "body", country)
            return governments[0].id if len(governments) == 1 else None
        return None

    def _is_court(self, court: Span, noun: Span) -> bool:
        """Whether what a noun says of a court ("the appeals court") is in this one's name."""
        known = self.setting.registry.get(court.entity or "")
        name = f"{court.text} {known.label if known else ''}".lower()
        said = [word for word in noun.text.lower().split()[:-1] if word not in ("same", "very")]
        return all(any(part in name for part in words("court").get(word, word).split("|")) for word in said)

    def _spoken_of(self, country: str) -> bool:
        """Whether the text has named the country, or what is its own, before; the publisher's needs no naming."""
        known = (self.setting.registry.get(s.entity or "") for s in self.before)
        return country == self.setting.home or any(country in (one.id, one.country) for one in known if one)

    def _administration(self) -> str | None:
        """That of the president then, where the text is about a country whose presidents have one."""
        president, _ = named("president", "office", self.setting)
        held = self.setting.registry.holder(president, self.setting.day) if president and self.setting.exact else ()
        person = self.setting.registry.get(held[0].person) if len(held) == 1 else None
        if person is None or not held[0].certain(self.setting.day):
            return None
        return named(f"{person.label.split()[-1]} administration", "body", self.setting)[0]

    def _last_word(self, span: Span) -> str:
        known = self.setting.registry.get(span.entity or "")
        name = known.label if known and span.text.isupper() else span.text
        # "Committee" of "Committee of the Security Council"
        return re.split(r" (?:of|for|on|in|to|\(\S*) ?", name)[0].split()[-1].lower()

    def _law(self, span: Span, head: str, *, definite: bool) -> str | None:
        if self.bill and (span.type == "Bill" or head == "act"):
            return self.bill
        owner = next((b for b in self.before[-2:] if _OWNER.fullmatch(self.text[b.end : span.start])), None)
        if owner is not None:
            return self.mint.own(span, f"{owner.text} {span.text.lower()}")
        if definite and span.text.lower() == head and self._several(head):
            return None
        for earlier in reversed(self.before):
            if earlier.entity and earlier.form == "nominal" and earlier.type == span.type:
                if earlier.text.split()[-1].lower() == head:
                    return earlier.entity
            elif definite and earlier.entity and earlier.form == "name" and _fits(earlier, span.type, head):
                return earlier.entity
        return self.mint.own(span, span.text.lower())

    def _several(self, head: str) -> bool:
        """Whether laws of several kinds are called so: "the order" after an executive order and one of a court."""
        called = [s for s in self.before if s.entity and s.entity.startswith("law:") and s.form == "nominal"]
        return len({s.type for s in called if s.text.split()[-1].lower() == head}) > 1


def _fits(earlier: Span, type_: str, head: str) -> bool:
    """Whether a named law is what "the act", "the order" goes back to."""
    if earlier.type not in _LAWS.get(type_, ()):
        return False
    return head in ("act", "law", "bill", "legislation") or head in earlier.text.lower()
