"""The registry: what is known, asked by name, by what a text says, and by office and date."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path

from kgraph.registry.index import compiled, insert, of_files
from kgraph.registry.known import REASONS, Candidate, Holding, Known
from kgraph.registry.names import exact, fits_case, plain
from kgraph.registry.tables import read_folder
from kgraph.resources import ONTOLOGY

__all__ = ["Registry", "load"]

#: reasons for which an office's name stands for whoever holds it
_NAMES_AN_OFFICE = ("name", "short", "alias", "acronym")

#: offices held that had begun on a day and had not ended, as far as whole years and months tell
_HOLDERS = """SELECT * FROM holding WHERE office = ?1 AND start <= ?2
    AND (end = '' OR end >= substr(?2, 1, length(end))) ORDER BY start, person, place"""
_OFFICES = "SELECT * FROM holding WHERE person = ?1 ORDER BY start, office, place"


class Registry:
    """Known entities. Nothing is read before the first question."""

    def __init__(self, entities: Iterable[Known] = (), held: Iterable[Holding] = ()) -> None:
        self._open: Callable[[], sqlite3.Connection] = partial(compiled, tuple(entities), tuple(held))

    @classmethod
    def _over(cls, folders: Sequence[Path], entities: Collection[Known], held: Collection[Holding]) -> "Registry":
        """The tables of these folders, and on top of them some more."""

        def open_() -> sqlite3.Connection:
            connection = of_files(folders)
            if entities or held:
                insert(connection, entities, held)
            return connection

        registry = cls()
        registry._open = open_
        return registry

    @cached_property
    def _database(self) -> sqlite3.Connection:
        return self._open()

    @cached_property
    def _get(self) -> Callable[[str], Known | None]:
        database = self._database

        @lru_cache(maxsize=1 << 14)
        def get(id_: str) -> Known | None:
            row = database.execute("SELECT * FROM entity WHERE id = ?", (id_,)).fetchone()
            return _known(row) if row else None

        return get

    def __len__(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM entity").fetchone()[0])

    def __iter__(self) -> Iterator[Known]:
        """Every entity, in the order of their names."""
        return map(_known, self._database.execute("SELECT * FROM entity ORDER BY id").fetchall())

    def get(self, id_: str) -> Known | None:
        """The entity with this name, or None."""
        return self._get(id_)

    @cached_property
    def _named(self) -> Callable[[str], tuple[tuple[Known, str, str], ...]]:
        database = self._database

        @lru_cache(maxsize=1 << 13)
        def named(text: str) -> tuple[tuple[Known, str, str], ...]:
            rows = database.execute("SELECT id, reason, name FROM name WHERE key = ?", (plain(text),)).fetchall()
            return tuple([(known, reason, name) for id_, reason, name in rows if (known := self.get(id_)) is not None])

        return named

    def called(self, text: str) -> tuple[Known, ...]:
        """The entities that are called exactly this, whatever the case; several are a question for a person."""
        wanted = exact(text)
        return tuple(known for known, _, _ in self._named(text) if wanted in map(exact, known.names))

    def candidates(self, text: str, kinds: Iterable[str] = (), date: str | None = None) -> tuple[Candidate, ...]:
        """Everything that a text may mean, the strongest reason first: never one picked in silence.

        Accents, periods, a leading article and a possessive do not matter; an acronym must be in capitals. Two that
        fit equally well stand side by side, those known to be in office on the date first, then by name.

        Args:
            kinds: only these (`person`, `body` …); empty means any.
            date: `YYYY-MM-DD`; leaves out what did not exist yet, and lets the name of an office mean whoever held it.
        """
        wanted = set(kinds)
        found: dict[str, Candidate] = {}
        for known, reason, name in self._named(text):
            if not fits_case(name, text) or (date and known.since and known.since > date):
                continue
            if not wanted or known.kind in wanted:
                found[known.id] = Candidate(known, reason, name, self._in_office(known, date))
            if date and known.kind == "office" and reason in _NAMES_AN_OFFICE and (not wanted or "person" in wanted):
                for held in self.holder(known.id, date):
                    if (person := self.get(held.person)) is not None:
                        found.setdefault(person.id, Candidate(person, "holder", known.id, in_office=True))
        order = {reason: number for number, reason in enumerate(REASONS)}
        return tuple(sorted(found.values(), key=lambda c: (order[c.reason], not c.in_office, c.known.id)))

    def _in_office(self, known: Known, date: str | None) -> bool:
        return bool(date) and known.kind == "person" and any(h.certain(date or "") for h in self.offices_of(known.id))

    def namesakes(self, name: str) -> float:
        """How many people of a name are to be expected among as many as the registry holds, were names drawn by lot.

        About 3 for a John Smith, nothing for a name of which either part is rare.
        """
        words = plain(name).split()
        if len(words) < 2:
            return float(self._people(f"{words[0]} ", words[0])[1]) if words else 0.0
        first, last, everybody = self._people(words[0], words[-1])
        return first * last / max(everybody, 1)

    @cached_property
    def _people(self) -> Callable[[str, str], tuple[int, int, int]]:
        ask = self._database.execute
        everybody = int(ask("SELECT count(*) FROM entity WHERE id > 'person:' AND id < 'person;'").fetchone()[0])

        @lru_cache(maxsize=1 << 12)
        def count(first: str, last: str) -> tuple[int, int, int]:
            given = (
                "SELECT count(DISTINCT id) FROM name WHERE key > ?1 || ' ' AND key < ?1 || '!' AND id LIKE 'person:%'"
            )
            family = "SELECT count(*) FROM name WHERE key = ? AND reason = 'surname'"
            return int(ask(given, (first,)).fetchone()[0]), int(ask(family, (last,)).fetchone()[0]), everybody

        return count

    def holder(self, office: str, date: str) -> tuple[Holding, ...]:
        """Who held an office on a day: all that fit, the longest in office first.

        Where the table says so for none, those who had begun and are not known to have ended.

        Args:
            office: its name, such as `office:us-president`.
            date: `YYYY-MM-DD`.
        """
        begun = self._holdings(_HOLDERS, office, date)
        return tuple(h for h in begun if h.certain(date)) or tuple(h for h in begun if h.possible(date))

    def offices_of(self, person: str, date: str | None = None) -> tuple[Holding, ...]:
        """The offices of a person, the earliest first.

        Args:
            person: a name such as `person:joe-biden`.
            date: `YYYY-MM-DD`: only those that the person held on that day, or is not known to have left.
        """
        held = self._holdings(_OFFICES, person)
        return tuple(h for h in held if date is None or h.possible(date))

    @cached_property
    def _holdings(self) -> Callable[..., tuple[Holding, ...]]:
        database = self._database

        @lru_cache(maxsize=1 << 12)
        def holdings(query: str, *values: str) -> tuple[Holding, ...]:
            return tuple([Holding(*row) for row in database.execute(query, values).fetchall()])

        return holdings


def _known(row: Sequence[str]) -> Known:
    id_, label, class_, short, aliases, same_as, origin, demonyms, ids, since, surname, until, country = row
    return Known(
        id_, label, class_, short, _split(aliases), _split(same_as), origin, _split(demonyms), _split(ids),
        since, surname, until, country,
    )  # fmt: skip


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


@cache
def load(*folders: Path) -> Registry:
    """The registry that ships, and on top of it those of other folders; a later folder beats an earlier one.

    Raises:
        BadInput: a file of these folders is not a table of the registry, or names an entity twice.
    """
    entities: dict[str, Known] = {}
    held: list[Holding] = []
    for folder in folders:
        here, offices = read_folder(folder)
        entities |= here
        held += offices
    shipped = ONTOLOGY / "registry"
    return Registry._over((shipped / "reference", shipped), tuple(entities.values()), tuple(held))
