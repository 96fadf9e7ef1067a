"""The rows being collected: one name for each thing, and none for two."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from kgraph.terms import slug

__all__ = ["COLUMNS", "HOLDER_COLUMNS", "Book", "Entry", "Holding", "clean", "fold", "read", "split"]

COLUMNS = (
    "id", "label", "class", "short", "aliases", "same_as", "origin",
    "demonyms", "ids", "since", "surname", "until", "country",
)  # fmt: skip
HOLDER_COLUMNS = ("office", "person", "where", "from", "to", "as_of")


@dataclass(frozen=True)
class Entry:
    """One row."""

    id: str
    label: str
    class_: str
    short: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    since: str = ""
    surname: str = ""
    until: str = ""
    country: str = ""

    def cells(self) -> list[str]:
        """The row's cells in the order of COLUMNS."""
        others = sorted({a for a in self.aliases if a not in (self.label, self.short)})
        return [
            self.id, self.label, self.class_, self.short, " | ".join(others), "", "",
            " | ".join(sorted(set(self.demonyms))), " | ".join(sorted(set(self.ids))),
            self.since, self.surname, self.until, self.country,
        ]  # fmt: skip


@dataclass(frozen=True, order=True)
class Holding:
    """One person in one office."""

    office: str
    from_: str
    person: str
    where: str
    to: str
    as_of: str


@dataclass
class Book:
    """Everything made so far, and what was there by hand."""

    #: (kind, folded name) to the names of the rows by hand that are called so
    by_hand: dict[tuple[str, str], set[str]]
    #: names of the rows by hand
    taken: set[str]
    entries: dict[str, Entry] = field(default_factory=dict)
    holdings: set[Holding] = field(default_factory=set)
    #: the country of what is added, where the row does not say
    country: str = ""

    @classmethod
    def open(cls, folder: Path) -> "Book":
        """A book that knows the rows made by hand in a folder."""
        names: dict[tuple[str, str], set[str]] = {}
        taken = set()
        for path in sorted(folder.glob("*.csv")):
            if path.stem == "holders":
                continue
            for row in read(path):
                taken.add(row["id"])
                for name in (row["label"], row["short"], *split(row["aliases"], "|")):
                    names.setdefault((path.stem, fold(name)), set()).add(row["id"])
        return cls(names, taken)

    def hand(self, kind: str, *names: str) -> str | None:
        """The one row by hand that is called so, if there is one."""
        for name in names:
            found = self.by_hand.get((kind, fold(name)), set())
            if len(found) == 1:
                return next(iter(found))
        return None

    def free(self, id_: str) -> bool:
        """Whether nothing has this name yet."""
        return id_ not in self.taken and id_ not in self.entries

    def add(
        self,
        kind: str,
        label: str,
        class_: str,
        *,
        name: str = "",
        words: Sequence[str] = (),
        new: bool = False,
        **cells: object,
    ) -> str:
        """Add a thing and give its name, a new one or that of the row by hand that it is.

        Args:
            name: what the slug is made of, if not the label.
            words: what may distinguish it from something that has its name already, best first; never a number.
            new: it is none of those by hand, even if one has its name among its other names.
        """
        if kind != "person" and not new and (found := self.hand(kind, label)):
            return found
        plain = f"{kind}:{slug(name or label)}"
        for id_ in (plain, *(f"{plain}-{slug(word)}" for word in words if re.search(r"[A-Za-z]", word))):
            if self.free(id_):
                self.entries[id_] = Entry(id_, label, class_, **({"country": self.country} | cells))  # type: ignore[arg-type]
                return id_
        raise SystemExit(f"{label!r}: {plain} is taken, and no word tells them apart: {list(words)}")

    @contextmanager
    def of(self, country: str) -> Iterator[None]:
        """What is added inside belongs to this country."""
        self.country = country
        yield
        self.country = ""

    def also(self, id_: str, *aliases: str) -> None:
        """Give a thing more names, if it is not one of those by hand."""
        if entry := self.entries.get(id_):
            self.entries[id_] = replace(entry, aliases=(*entry.aliases, *aliases))

    def _ended(self) -> list[Holding]:
        """The offices held, sorted; who was not known to have left an office when another came is taken to have left.

        Only where one follows the other: of an office that many hold, the tables say in which court or state.
        """
        by_office: dict[str, list[Holding]] = {}
        for holding in sorted(self.holdings):
            by_office.setdefault(holding.office, []).append(holding)
        found = []
        for held in by_office.values():
            alone = not any(h.where or not h.from_ for h in held) and not _overlap(held)
            for one in held:
                later = [h.from_ for h in held if h.person != one.person and h.from_ > max(one.as_of, one.from_)]
                found.append(replace(one, to=min(later)) if alone and not one.to and later else one)
        return sorted(found)

    def write(self, folder: Path) -> dict[str, int]:
        """Write one file a kind; how many rows each holds."""
        folder.mkdir(parents=True, exist_ok=True)
        kinds: dict[str, list[Entry]] = {}
        for id_ in sorted(self.entries):
            kinds.setdefault(id_.partition(":")[0], []).append(self.entries[id_])
        for kind, entries in sorted(kinds.items()):
            _write(folder / f"{kind}.csv", COLUMNS, (entry.cells() for entry in entries))
        rows = self._ended()
        _write(
            folder / "holders.csv",
            HOLDER_COLUMNS,
            ([h.office, h.person, h.where, h.from_, h.to, h.as_of] for h in rows),
        )
        return {kind: len(entries) for kind, entries in sorted(kinds.items())} | {"holders": len(rows)}


def _overlap(held: Sequence[Holding]) -> bool:
    """Whether two people held an office for a year or more at one time, as far as the table knows."""
    known = sorted((h.from_, h.to, h.person) for h in held if h.to)
    return any(two[0][:4] < one[1][:4] and one[2] != two[2] and two[0] > one[0] for one, two in pairwise(known))


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def read(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def split(cell: str, mark: str = ";") -> list[str]:
    """The values of a cell."""
    return [part for part in (clean(p) for p in cell.split(mark)) if part]


def clean(text: str) -> str:
    """One line, single spaces, no bar (it separates values)."""
    return " ".join(text.replace("|", "/").split())


def fold(text: str) -> str:
    """Lower case, without accents, periods and a leading article: for telling whether two names are one."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"^the ", "", " ".join(plain.replace(".", "").split()))
