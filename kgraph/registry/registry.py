"""The registry in memory."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from kgraph.errors import BadInput
from kgraph.resources import ONTOLOGY
from kgraph.terms import KINDS

__all__ = ["COLUMNS", "Known", "Registry", "load"]

#: Columns of each file; several values in one cell are separated by " | ".
COLUMNS = ("id", "label", "class", "short", "aliases", "same_as", "origin")


@dataclass(frozen=True)
class Known:
    """An entity of the registry."""

    #: its name, such as `person:tom-homan`
    id: str
    label: str
    #: class of kgraph without its prefix, such as `Person`
    class_: str
    #: a shorter label for cards, or empty
    short: str = ""
    #: other names
    aliases: tuple[str, ...] = ()
    #: confirmed addresses in other databases, such as `wd:Q792`
    same_as: tuple[str, ...] = ()
    #: the text that alone teaches the entry, so that a blind test can leave it out; or empty
    origin: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called."""
        return tuple(dict.fromkeys(n for n in (self.label, self.short, *self.aliases) if n))


class Registry:
    """Known entities by name."""

    def __init__(self, entities: Iterable[Known] = ()) -> None:
        self._by_id = {entity.id: entity for entity in sorted(entities, key=lambda e: e.id)}

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Known]:
        return iter(self._by_id.values())

    def get(self, id_: str) -> Known | None:
        """The entity with this name, or None."""
        return self._by_id.get(id_)

    @cached_property
    def _by_words(self) -> dict[str, tuple[Known, ...]]:
        found: dict[str, list[Known]] = {}
        for entity in self:
            for name in dict.fromkeys(n.casefold() for n in entity.names):
                found.setdefault(name, []).append(entity)
        return {name: tuple(entities) for name, entities in found.items()}

    def called(self, text: str) -> tuple[Known, ...]:
        """The entities that are called this, whatever the case; several are a question for a person."""
        return self._by_words.get(" ".join(text.split()).casefold(), ())


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (p.strip() for p in cell.split("|")) if part)


def _rows(path: Path) -> Iterator[Known]:
    kind = path.stem
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise BadInput(f"{path}:1: the columns must be {', '.join(COLUMNS)}")
        for row in reader:
            line = reader.line_num
            if not row["id"].startswith(f"{kind}:") or not row["label"] or not row["class"]:
                raise BadInput(f"{path}:{line}: needs an id that starts with {kind}:, a label and a class")
            yield Known(
                id=row["id"],
                label=row["label"],
                class_=row["class"],
                short=row["short"],
                aliases=_split(row["aliases"]),
                same_as=_split(row["same_as"]),
                origin=row["origin"],
            )


@cache
def load(*folders: Path) -> Registry:
    """The registry that ships, and on top of it those of other folders; a later folder beats an earlier one.

    Raises:
        BadInput: a file is not a table of the registry, or names an entity twice.
    """
    found: dict[str, Known] = {}
    for folder in (ONTOLOGY / "registry", *folders):
        here: set[str] = set()
        for path in sorted(folder.glob("*.csv")):
            if path.stem not in KINDS:
                raise BadInput(f"{path}: a file of the registry is named for a kind: {', '.join(KINDS)}")
            for entity in _rows(path):
                if entity.id in here:
                    raise BadInput(f"{path}: {entity.id} stands twice; keep one")
                here.add(entity.id)
                found[entity.id] = entity
    return Registry(found.values())
