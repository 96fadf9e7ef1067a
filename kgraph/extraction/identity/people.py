"""People by name: full names are looked up or minted, all over the document first; shorter ones go back to them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kgraph.extraction.identity.members import SENATOR, chamber, member
from kgraph.extraction.identity.minting import Mint
from kgraph.extraction.identity.namesakes import agree, is_meant, roles, titles_in
from kgraph.extraction.identity.setting import Setting
from kgraph.extraction.identity.surnames import by_surname
from kgraph.extraction.identity.things import Found
from kgraph.extraction.lexicon import words
from kgraph.extraction.spans import Span

__all__ = ["People"]

_INITIAL = re.compile(r"(?<=\w )[A-Z]\.? (?=[A-Z])")
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_MEMBER = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\. $")
#: letters of words that may stand small in a heading, and the words that make one
_ARTICLE = 3
#: characters on each side of a name that tell who it is
_NEAR = 90


@dataclass(slots=True)
class People:
    """The people of a document."""

    text: str
    setting: Setting
    mint: Mint
    #: full name to who it is, or may be
    full: dict[str, Found] = field(default_factory=dict)
    #: last word of a full name, or any word of one of three, to the full names
    last: dict[str, set[str]] = field(default_factory=dict)
    first: dict[str, set[str]] = field(default_factory=dict)
    #: person to the titles that the text gives them
    titles: dict[str, set[str]] = field(default_factory=dict)
    #: office of those who bring in the bill, if it is one
    chamber: str | None = field(init=False)
    #: the titles that the text speaks of anywhere
    spoken: set[str] = field(init=False)
    #: family names as a bill's heading gives them
    members: dict[str, set[Found]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chamber = chamber(self.text)
        self.spoken = titles_in(self.text)
        if set(re.findall(r"[a-z]+", self.text.lower())) & words("bench").keys():
            self.spoken.add("judge")

    @property
    def house(self) -> str:
        """The chamber of the bill, as its committees are called after it."""
        return {None: "", SENATOR: "Senate"}.get(self.chamber, "House")

    def retyped(self, span: Span) -> Span:
        """A family name, known from a full name, that was taken for a body's or a place's."""
        taken = span.form == "name" and span.origin in ("model", "rule") and span.text in self.last
        return replace(span, type="Person", entity=None, origin="rule") if taken and span.type != "Person" else span

    def person(self, span: Span) -> Span:
        """Somebody who was taken for a body or a place: "Ms. Warren", "JUSTICE THOMAS", and whom the registry knows."""
        if span.type not in ("Place", "Institution", "Organization", "Facility") or span.form != "name":
            return span
        registry = self.setting.registry
        if not (span.type == "Place" and self._is_member(span)):
            called = {k.kind for k in registry.called(span.text)}
            before = self.text[max(0, span.start - 30) : span.start].rpartition("\n")[2].split()
            titled = " " not in span.text and before and titles_in(before[-1]) and before[-1][:1].isupper()
            surname = any(c.reason == "surname" for c in registry.candidates(span.text, ["person"]))
            if span.origin != "model" or not (called == {"person"} or (titled and surname and not called)):
                return span
        return replace(span, type="Person", entity=None, origin="rule")

    def learn(self, spans: Iterable[Span]) -> None:
        """Read all names of people, before any is given to somebody."""
        said: dict[str, list[Span]] = {}
        for span in spans:
            if span.form != "name" or span.type != "Person":
                continue
            if self._is_member(span):
                found = member(span.text, self.chamber, self.setting)
                for name in {span.text, span.text.partition(" of ")[0]}:
                    self.members.setdefault(name, set()).add(found)
            elif " of " not in (name := _plain(span.text)):
                said.setdefault(name, []).append(span)
        alone = {name: spans_ for name, spans_ in said.items() if " " not in name}
        for name in alone:
            del said[name]
        for name in sorted(said, key=lambda n: (-len(n.split()), said[n][0].start)):
            self.full[name] = self._shorter(name) or self._who(name, said[name], alone.get(name.split()[-1], []))
            self._places(self.full[name][0], len(said[name]))
        for name, found in self.full.items():
            # those who lead a state make others of it likelier
            if found[1]:
                self.full[name] = self._who(name, said[name], alone.get(name.split()[-1], []))
        families = {full.split()[-1]: found for full, found in self.full.items() if found[0]}
        for name in said:
            first = name.split()[0]
            if len(said[name]) == 1 and first in families and self._in_heading(said[name][0]):
                # "Moss Leaves": a family name and a verb of a headline
                self.full[name] = families[first]
                continue
            parts = name.split()
            # "Choi" of "Choi Bok-nam": written family first
            for word in parts if len(parts) > 2 or "-" in parts[-1] else parts[-1:]:
                self.last.setdefault(word, set()).add(name)
            self.first.setdefault(parts[0], set()).add(name)

    def _places(self, person: str | None, times: int) -> None:
        """A text that names somebody in office speaks of their country."""
        registry = self.setting.registry
        for country in (
            {
                office.country
                for held in registry.offices_of(person)
                if held.certain(self.setting.day) and (office := registry.get(held.office)) and office.country
            }
            if person
            else ()
        ):
            self.setting.named[country] += times

    def _is_member(self, span: Span) -> bool:
        titled = _MEMBER.search(self.text[max(0, span.start - 6) : span.start]) is not None
        return titled and (self.chamber is not None or " of " in span.text)

    def _shorter(self, name: str) -> Found | None:
        """Who a name is that leaves out a part of a longer one: "Ana Ruiz" of "Ana Ruiz Soto"."""
        first, *_, last = name.split()
        longer = [f for full, f in self.full.items() if full.split()[0] == first and last in full.split()[1:-1]]
        return longer[0] if len(longer) == 1 and longer[0][0] else None

    def _who(self, name: str, spans: list[Span], alone: list[Span]) -> Found:
        around = [self._around(span) for span in (*spans, *alone)]
        registry, day = self.setting.registry, self.setting.day or None
        known = {
            c.known.id: c.known
            for form in dict.fromkeys([*(s.text for s in spans), name])
            for c in registry.candidates(form, ["person"], day)
            if c.reason not in ("holder", "surname")
        }
        verdicts = {
            id_: is_meant(one, spans[0].text, around, self.setting, self.spoken) for id_, one in sorted(known.items())
        }
        yes = [id_ for id_, verdict in verdicts.items() if verdict == "yes"]
        if len(yes) > 1:
            here = [id_ for id_ in yes if any(h.certain(self.setting.day) for h in registry.offices_of(id_))]
            yes = here if len(here) == 1 else yes
        if len(yes) == 1:
            return yes[0], ()
        unsure = yes or [id_ for id_, verdict in verdicts.items() if verdict == "unsure"]
        if unsure:
            return None, tuple(unsure[:5])
        # of the same name as somebody known, and another
        return self.mint(spans[0], name, name) or self.mint.own(spans[0], name), ()

    def _around(self, span: Span) -> str:
        before = self.text[max(0, span.start - _NEAR) : span.start].rpartition("\n")[2]
        return f"{before}|{self.text[span.end : span.end + _NEAR].partition(chr(10))[0]}"

    def find(self, span: Span) -> Found:
        """Who a name is; what else it may be."""
        name = _plain(span.text)
        if name in self.full:
            return self.full[name]
        if span.text in self.members:
            found = self.members[span.text]
            return next(iter(found)) if len(found) == 1 else (None, _candidates(found))
        longer = re.match(r" (?:[A-Z]\. )?[A-Z][a-z]", self.text[span.end : span.end + 6])
        if " " not in name and longer and not self._in_heading(span):
            # the first half of a longer name
            return None, ()
        before = self.text[max(0, span.start - 40) : span.start].rpartition("\n")[2]
        called = _of_courtesy(self.last.get(name) or self.first.get(name) or set(), before)
        found = {self.full[full] for full in called}
        if len(found) > 1:
            title = titles_in(" ".join(before.split()[-3:]))
            fits = {f for f in found if f[0] and agree(title, self._titles(f[0]))}
            found = fits if len(fits) == 1 else found
        if found:
            return next(iter(found)) if len(found) == 1 else (None, _candidates(found))
        if called or name in self.last:
            return None, ()
        known, others = by_surname(name, before, self.setting)
        if known or others or not self._unheard_of(name, before):
            return known, others
        return self.mint(span, name), ()

    def _in_heading(self, span: Span) -> bool:
        """Whether a name stands in a line in which nearly all words have capitals, so that a verb looks like a name."""
        start = self.text.rfind("\n", 0, span.start) + 1
        line = self.text[start:].partition("\n")[0].rstrip()
        long = [word for word in line.split() if len(word) > _ARTICLE]
        return not line.endswith((".", "”", '"')) and len(long) > _ARTICLE and not any(w[:1].islower() for w in long)

    def _unheard_of(self, name: str, before: str) -> bool:
        """Whether one word is name enough: with a courtesy title, and nobody's whom the registry knows."""
        said = (before.split() or [""])[-1].lower().rstrip(".")
        known = self.setting.registry.namesakes(name) or self.setting.registry.called(name)
        return " " not in name and said in words("courtesy") and not known

    def _titles(self, person: str) -> set[str]:
        return self.titles.get(person, set()) | roles(
            self.setting.registry.offices_of(person, self.setting.day or None), self.setting.registry
        )

    def remember(self, span: Span) -> None:
        """The titles that stand beside a name: "the judge" may then be that person."""
        if span.entity is None:
            return
        before = self.text[max(0, span.start - 50) : span.start].rpartition("\n")[2]
        lead = re.search(r"(?:[\w.’'-]+ ){0,4}$", re.split(r"[,;:!?”\"]|\. (?=[A-Z])", before)[-1])
        after = re.match(r", (?:the |a |an |its |his |her )?((?:[\w.’'-]+ ){0,5}[\w.’'-]+)", self.text[span.end :][:60])
        said = titles_in(lead[0]) if lead else set()
        said |= titles_in(after[1]) if after else set()
        self.titles.setdefault(span.entity, set()).update(said)

    def is_called(self, person: str, noun: str) -> bool:
        """Whether a noun ("judge", "prime minister") may stand for this person, from the text or from the registry."""
        return agree({words("short-title").get(noun, noun)}, self._titles(person))


def _of_courtesy(names: set[str], before: str) -> set[str]:
    """Those of the full names whom "Mr." or "Mrs." before the family name fits."""
    said = words("courtesy").get((before.split() or [""])[-1].lower().rstrip("."))
    return {name for name in names if said is None or words("given").get(name.split()[0], said) == said}


def _plain(name: str) -> str:
    """A full name without initials in the middle and without "Jr."."""
    return _SUFFIX.sub("", _INITIAL.sub("", " ".join(name.split())))


def _candidates(found: Iterable[Found]) -> tuple[str, ...]:
    return tuple(sorted({id_ for entity, others in found for id_ in ((entity,) if entity else others)})[:5])
