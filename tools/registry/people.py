"""People who hold or held an office, each once, whatever the table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kgraph.terms import slug
from tools.registry.book import Book, Holding, fold
from tools.registry.names import surname

__all__ = ["People", "Person"]


@dataclass
class Person:
    """Somebody, while the tables are being read."""

    common: str
    country: str
    aliases: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    born: str = ""
    died: str = ""
    #: the word of the name that is the family's, where it is not the last
    family: str = ""
    #: what tells this one from another of the same name
    words: list[str] = field(default_factory=list)
    #: office, where, from, to, as_of
    held: set[tuple[str, str, str, str, str]] = field(default_factory=set)


class People:
    """Everybody so far; the earlier somebody came, the better the claim to the plain name."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.all: list[Person] = []
        self._by_id: dict[str, Person] = {}
        self._by_name: dict[tuple[str, str], list[Person]] = {}

    def with_id(self, *ids: str) -> Person | None:
        """The one with one of these external ids."""
        return next((self._by_id[i] for i in ids if i in self._by_id), None)

    def called(self, country: str, *names: str, born: str = "", since: str = "") -> Person | None:
        """The only one of a country that is called so.

        Args:
            born: leaves out whoever is known to be born at another time (a day or a year).
            since: leaves out whoever is known to be born earlier.
        """
        found = {
            id(p): p
            for n in names
            for p in self._by_name.get((country, fold(n)), [])
            if not p.born or (p.born >= since and (not born or p.born.startswith(born) or born.startswith(p.born)))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def like(self, country: str, name: str) -> Person | None:
        """The only one of a country all of whose name's words (two or more) are words of this longer name."""
        words = set(re.findall(r"\w+", fold(name)))
        found = [
            p
            for p in self.all
            if p.country == country
            and len(own := set(re.findall(r"\w+", fold(p.common)))) > 1
            and (own <= words or (words <= own and len(words) > 1))
        ]
        return found[0] if len(found) == 1 else None

    def add(self, person: Person) -> Person:
        """Take in somebody new."""
        self.all.append(person)
        self.know(person, person.ids, [person.common, *person.aliases])
        return person

    def know(self, person: Person, ids: Iterable[str] = (), names: Iterable[str] = ()) -> None:
        """More ids and names of somebody."""
        for i in ids:
            if i not in person.ids:
                person.ids.append(i)
            self._by_id.setdefault(i, person)
        for name in names:
            if name != person.common and name not in person.aliases:
                person.aliases.append(name)
            known = self._by_name.setdefault((person.country, fold(name)), [])
            if person not in known:
                known.append(person)

    def finish(self) -> None:
        """Name everybody and write down what they held."""
        taken_by_hand: set[str] = set()
        for person in self.all:
            id_ = None
            if person.country in ("United States", "El Salvador"):
                id_ = self.book.hand("person", person.common, *person.aliases)
            if id_ is None or id_ in taken_by_hand:
                id_ = self.book.add(
                    "person",
                    person.common,
                    "Person",
                    words=self._words(person),
                    aliases=tuple(person.aliases),
                    ids=tuple(person.ids),
                    since=person.born,
                    until=person.died,
                    surname=person.family or surname(person.common, person.country),
                )
            else:
                taken_by_hand.add(id_)
            once: dict[tuple[str, str, str], tuple[str, str]] = {}
            for office, where, start, end, as_of in sorted(person.held):
                other = once.get((office, where, start), ("", ""))
                once[office, where, start] = max((end, as_of), other)  # a known end, then the newer table
            runs: set[tuple[str, str, str, str]] = set()
            for (office, where, start), (end, as_of) in once.items():
                run = (office, where, start[:7], end)
                if len(start) > 7 and run in runs:
                    continue  # one term, whose first day two tables give differently
                runs.add(run)
                if not (start or end) or (end and end < start[: len(end)]):
                    continue  # a fault of the table: neither start nor end, or an end before the start
                self.book.holdings.add(Holding(office, start, id_, where, end, as_of))

    @staticmethod
    def _words(person: Person) -> list[str]:
        """Middle names first: `john-sidney-roberts`, not `john-roberts-2`."""
        base = slug(person.common)
        longest = max((slug(a) for a in person.aliases), key=lambda s: len(s.split("-")), default="")
        middle = "-".join(w for w in longest.split("-") if w not in base.split("-"))
        place = slug(person.country)
        joined = [f"{a}-{b}" for a in person.words for b in person.words if a != b]
        return [w for w in (*person.words, place, middle, *joined, f"{place}-{middle}") if w]
