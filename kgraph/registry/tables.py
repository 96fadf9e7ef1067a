"""Reading the registry's CSV files: one a kind, and who held which office."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from kgraph.errors import BadInput
from kgraph.registry.known import Holding, Known
from kgraph.terms import KINDS

__all__ = ["COLUMNS", "HOLDER_COLUMNS", "MORE_COLUMNS", "read_folder"]

#: Columns of each file; several values in one cell are separated by " | ".
COLUMNS = ("id", "label", "class", "short", "aliases", "same_as", "origin")

#: Columns that a file may have after these, in this order.
MORE_COLUMNS = ("demonyms", "ids", "since", "surname", "until", "country")

#: Columns of holders.csv.
HOLDER_COLUMNS = ("office", "person", "where", "from", "to", "as_of")


def read_folder(folder: Path) -> tuple[dict[str, Known], list[Holding]]:
    """The entities of a folder by name, and the offices held.

    Raises:
        BadInput: a file is not a table of the registry, or names an entity twice.
    """
    found: dict[str, Known] = {}
    held: list[Holding] = []
    for path in sorted(folder.glob("*.csv")):
        if path.stem == "holders":
            held += _holdings(path)
            continue
        if path.stem not in KINDS:
            raise BadInput(f"{path}: a file of the registry is named for a kind: {', '.join(KINDS)}; or holders.csv")
        for entity in _entities(path):
            if entity.id in found:
                raise BadInput(f"{path}: {entity.id} stands twice; keep one")
            found[entity.id] = entity
    return found, held


def _split(cell: str) -> tuple[str, ...]:
    return tuple([part for p in cell.split("|") if (part := p.strip())]) if cell else ()


def _entities(path: Path) -> Iterator[Known]:
    start = f"{path.stem}:"
    for line, row in _rows(path, COLUMNS, MORE_COLUMNS):
        id_, label, class_, short, aliases, same_as, origin, demonyms, ids, since, surname, until, country = row
        if not id_.startswith(start) or not label or not class_:
            raise BadInput(f"{path}:{line}: needs an id that starts with {start}, a label and a class")
        yield Known(
            id_, label, class_, short, _split(aliases), _split(same_as), origin,
            _split(demonyms), _split(ids), since, surname, until, country,
        )  # fmt: skip


def _holdings(path: Path) -> Iterator[Holding]:
    for line, row in _rows(path, HOLDER_COLUMNS, ()):
        office, person = row[:2]
        if not office.startswith("office:") or not person.startswith("person:"):
            raise BadInput(f"{path}:{line}: needs an office (office:…) and a person (person:…)")
        yield Holding(*row)


def _rows(path: Path, columns: tuple[str, ...], more: tuple[str, ...]) -> Iterable[tuple[int, list[str]]]:
    try:
        stream = path.open(encoding="utf-8", newline="")
        with stream:
            reader = csv.reader(stream)
            head = tuple(next(reader, ()))
            count = len(head)
            if head != (*columns, *more)[:count] or count < len(columns):
                may = f", and then may be {', '.join(more)}" if more else ""
                raise BadInput(f"{path}:1: the columns must be {', '.join(columns)}{may}")
            blank = [""] * (len(columns) + len(more) - count)
            for row in reader:
                if len(row) != count:
                    raise BadInput(f"{path}:{reader.line_num}: has {len(row)} cells, and the first line has {count}")
                yield reader.line_num, [*row, *blank]
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput(f"{path}: is not a UTF-8 table ({error}); save it as CSV, UTF-8") from None
