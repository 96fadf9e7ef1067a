"""The document's date, and the countries it is about: by them one of several things of the same name is chosen."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kgraph.extraction.lexicon import demonyms, words
from kgraph.extraction.spans import Span
from kgraph.registry import Known, Registry

__all__ = ["Setting", "adjectives", "is_publisher", "setting"]

_TWICE, _OFTEN, _DATED = 2, 3, 3
_PARTS = 2
_DATELINE = re.compile(r"(?:, [\w. ]+)?(?: \([A-Z][\w ]+\))? ?[-–—]{1,2} ")
#: how much oftener one of two countries must be named than the other
_TIMES = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """When and where a text speaks."""

    registry: Registry
    #: YYYY-MM-DD; the first day of a date that is not known to the day
    day: str
    #: whether it is known to the day
    exact: bool
    #: the publisher's country, such as `place:kenya`, or empty
    home: str
    #: whether it comes from a body of no country, whose "President" is its own
    international: bool
    #: countries to how often the text names them or what is theirs
    named: Counter[str]

    def choose(self, countries: Iterable[str]) -> list[str]:
        """Of the countries that something may belong to, the sure one; else all that the text may be about."""
        here = sorted({c for c in countries if c == self.home or self.named[c]}, key=lambda c: (-self.named[c], c))
        if len(here) > 1 and self.main in here:
            return [self.main]
        if len(here) > 1 and self.home not in here and self.named[here[0]] >= _TIMES * self.named[here[1]]:
            return here[:1]
        return sorted(here)

    def sure(self, country: str) -> bool:
        """Whether a bare name ("the Senate") means this country's: the text is about it, or at home there."""
        return bool(country) and country == (self.main or self.home)

    def speaks_of(self, country: str) -> bool:
        """Whether the text names this country at all, or is at home there."""
        return country == self.home or self.named[country] > 0

    def elsewhere(self, countries: Iterable[str]) -> bool:
        """Whether the text speaks of countries, and of none of these."""
        return bool(self.home or self.named) and not any(c == self.home or self.named[c] for c in countries)

    @property
    def main(self) -> str:
        """The one country whose "president" or "Supreme Court" needs no name; empty where two compete."""
        if not self.named:
            return self.home
        top, number = min(self.named.items(), key=lambda item: (-item[1], item[0]))
        if self.home and self.named[self.home] >= number:
            return self.home
        second = max((n for c, n in self.named.items() if c != top), default=0)
        return top if number >= (max(_OFTEN, _TWICE * second) if second else _TWICE) else ""

    def localized(self, text: str, kind: str, country: str) -> list[Known]:
        """What a bare name ("Supreme Court", "foreign minister") is called in full in this country."""
        place = self.registry.get(country)
        if place is None:
            return []
        forms = [f"{text} of {place.label}", f"{text} of the {place.label}"]
        forms += [f"{adjective} {text}" for adjective in (*place.demonyms, *adjectives().get(place.label, ()))]
        found = {k.id: k for form in forms for k in self.registry.called(form) if k.kind == kind}
        return [found[id_] for id_ in sorted(found)]


def setting(spans: Iterable[Span], text: str, registry: Registry, date: str, publisher: str) -> Setting:
    """Reads off the mentions which countries a text names, by name, adjective, city, state or body."""
    named: Counter[str] = Counter()
    for span in spans:
        if span.type in ("Place", "Facility"):
            # where a text is dated from, "NAIROBI -", counts for more
            dated = _DATELINE.match(text, span.end) and span.text.isupper() and text[: span.start][-1:] in ("", "\n")
            named.update(_country(span.text, registry) * (_DATED if dated else 1))
        elif span.text.lower() not in words("local") and not span.text.isupper():
            known = registry.get(span.entity or "")
            if known is not None and known.country and known.kind != "person":
                named[known.country] += 1
    issuer = registry.get(publisher)
    parts = re.findall(r"\d+", date.partition("/")[0])[:3]
    day = "-".join([*parts, "01", "01"][:3]) if parts else ""
    home = issuer.country if issuer else ""
    international = issuer is not None and not home and bool(issuer.since) and not is_publisher(issuer)
    return Setting(registry, day, len(parts) > _PARTS and "/" not in date, home, international, named)


def is_publisher(known: Known) -> bool:
    """Whether a body publishes news."""
    return any(id_.startswith("domain:") for id_ in known.ids)


@cache
def adjectives() -> dict[str, tuple[str, ...]]:
    """Place's name to the words that stand for it before a noun: `Kenyan`, `US`."""
    found: dict[str, tuple[str, ...]] = {}
    for word, place in demonyms().items():
        found[place] = (*found.get(place, ()), word)
    return found


def _country(text: str, registry: Registry) -> list[str]:
    """The country of a place, if all places that are called so are of one."""
    found = [k for k in registry.called(demonyms().get(text, text)) if k.kind == "place"]
    countries = {known.country or (known.id if known.demonyms else "") for known in found}
    return sorted(countries) if len(countries) == 1 and "" not in countries else []
