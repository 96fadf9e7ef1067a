"""The compiled copy: it says what the tables say, and a damaged or missing one does no harm."""

import csv
from pathlib import Path

import pytest

from kgraph.registry import Known
from kgraph.registry.index import cache_folder, of_files
from kgraph.registry.registry import Registry, load

FOLDER = Path(__file__).resolve().parents[2] / "ontology" / "registry"
HEAD = "id,label,class,short,aliases,same_as,origin\n"


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "body.csv").write_text(HEAD + "body:town,Town Hall,Institution,,the Hall,,\n", encoding="utf-8")
    return folder


def labels(folder: Path) -> list[str]:
    return [row[0] for row in of_files([folder]).execute("SELECT label FROM entity ORDER BY id")]


def copies() -> list[Path]:
    return sorted(cache_folder().glob("*"))


def test_the_index_says_what_the_tables_say() -> None:
    rows: dict[str, dict[str, str]] = {}
    for folder in (FOLDER / "reference", FOLDER):
        for path in folder.glob("*.csv"):
            if path.stem != "holders":
                with path.open(encoding="utf-8", newline="") as stream:
                    rows |= {row["id"]: row for row in csv.DictReader(stream)}
    shipped = {known.id: known for known in load()}
    assert shipped.keys() == rows.keys()
    for id_, row in rows.items():
        known = shipped[id_]
        assert (known.label, known.class_, known.short, known.origin) == (
            row["label"],
            row["class"],
            row["short"],
            row["origin"],
        )
        assert " | ".join(known.aliases) == row["aliases"]
        assert " | ".join(known.same_as) == row["same_as"]
        assert " | ".join(known.demonyms) == row.get("demonyms", "")
        assert (known.since, known.until) == (row.get("since", ""), row.get("until", ""))


def test_the_copy_is_kept_and_used(tables: Path) -> None:
    assert labels(tables) == ["Town Hall"]
    (copy,) = copies()
    before = copy.stat().st_mtime_ns
    assert labels(tables) == ["Town Hall"]
    assert copy.stat().st_mtime_ns == before


def test_a_changed_table_is_read_anew(tables: Path) -> None:
    labels(tables)
    (tables / "body.csv").write_text(HEAD + "body:town,New Hall,Institution,,,,\n", encoding="utf-8")
    assert labels(tables) == ["New Hall"]


@pytest.mark.parametrize("damage", ["", "short", "garbage", "flipped", "other"])
def test_a_damaged_copy_is_made_anew(tables: Path, damage: str) -> None:
    labels(tables)
    (copy,) = copies()
    good = copy.read_bytes()
    position = good.index(b"Town Hall")
    copy.write_bytes(
        {
            "": b"",
            "short": good[:1000],
            "garbage": b"\x00garbage" * 500,
            "flipped": good[:position] + b"B" + good[position + 1 :],
            "other": b"\xa6\x84\x1d\x26not a database",
        }[damage]
    )
    assert labels(tables) == ["Town Hall"]
    assert copy.read_bytes() == good


def test_where_nothing_can_be_written_it_is_made_in_memory(tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tables.parent / "a-file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert labels(tables) == ["Town Hall"]
    assert blocked.read_text(encoding="utf-8") == ""


def test_old_copies_go(tables: Path) -> None:
    for number in range(7):
        (tables / "body.csv").write_text(HEAD + f"body:town,Hall {number},Institution,,,,\n", encoding="utf-8")
        labels(tables)
    assert len(copies()) == 4


def test_nothing_is_read_before_the_first_question(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folders: object) -> None:
        raise AssertionError

    monkeypatch.setattr("kgraph.registry.registry.of_files", refuse)
    load.cache_clear()
    try:
        load()
    finally:
        load.cache_clear()


def test_a_registry_of_a_few_needs_no_files() -> None:
    assert [k.id for k in Registry([Known("body:b", "B", "Institution"), Known("body:a", "A", "Institution")])] == [
        "body:a",
        "body:b",
    ]
