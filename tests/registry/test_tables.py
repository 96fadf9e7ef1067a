"""The tables: what ships, what a workspace adds, what is refused."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from kgraph import registry
from kgraph.errors import BadInput
from kgraph.ontology import load as vocabulary
from kgraph.registry import Known, Registry
from kgraph.terms import iri, kind_of, slug

HEAD = "id,label,class,short,aliases,same_as,origin\n"
FOLDER = Path(__file__).resolve().parents[2] / "ontology" / "registry"
TABLES = sorted(path for path in FOLDER.rglob("*.csv") if path.stem != "holders")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_what_ships_is_sorted_and_of_known_classes() -> None:
    shipped = list(registry.load())
    assert [known.id for known in shipped] == sorted(known.id for known in shipped)
    terms = vocabulary()
    for known in shipped:
        kind = kind_of(iri(known.id))
        assert kind is not None
        assert terms.class_of_kind(kind) in terms.superclasses(iri(f"kg:{known.class_}")), known.id


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.csv")), ids=lambda p: str(p.relative_to(FOLDER)))
def test_a_file_that_ships_is_plain(path: Path) -> None:
    text = path.read_bytes()
    assert b"\r" not in text
    assert text.endswith(b"\n")
    found = rows(path)
    if path.stem == "holders":
        order = [(r["office"], r["from"], r["person"], r["where"]) for r in found]
        assert order == sorted(order)
    else:
        assert all(one["id"] < two["id"] for one, two in pairwise(found))
        for row in found:
            assert not any("  " in cell or cell != cell.strip() for cell in row.values()), row
            assert row["label"] not in row["aliases"].split(" | "), row


def test_names_follow_the_rule_for_addresses() -> None:
    for path in TABLES:
        for row in rows(path):
            kind, _, local = row["id"].partition(":")
            assert kind == path.stem
            assert local == slug(local), row["id"]


def test_a_row_made_by_hand_is_not_made_again() -> None:
    by_hand = {row["id"] for path in TABLES if path.parent == FOLDER for row in rows(path)}
    made = {row["id"] for path in TABLES if path.parent != FOLDER for row in rows(path)}
    assert by_hand.isdisjoint(made)


def test_whoever_holds_an_office_is_there_and_so_is_the_office() -> None:
    known = {row["id"] for path in TABLES for row in rows(path)}
    for row in rows(FOLDER / "reference" / "holders.csv") + rows(FOLDER / "holders.csv"):
        assert {row["office"], row["person"]} <= known, row
        assert not row["where"] or row["where"] in known, row
        assert not row["to"] or row["from"] <= row["to"] or row["from"].startswith(row["to"]), row


def test_the_files_are_not_too_big() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.csv")) < 7_000_000


def test_names_find_entities_whatever_the_case() -> None:
    known = Registry(
        [Known(id="body:town", label="Town Hall", class_="Institution", short="TH", aliases=("the Hall",))]
    )
    assert [found.id for found in known.called("  TOWN  hall")] == ["body:town"]
    assert [found.id for found in known.called("th")] == ["body:town"]
    assert known.called("hall") == ()


def test_a_workspace_adds_to_what_ships(tmp_path: Path) -> None:
    (tmp_path / "person.csv").write_text(
        HEAD + "person:ada-moss,Ada Moss,Person,Moss,A. Moss | Mayor Moss,wd:Q1,\n"
        "person:tom-homan,Thomas Homan,Person,,,,\n",
        encoding="utf-8",
    )
    (tmp_path / "holders.csv").write_text(
        "office,person,where,from,to,as_of\noffice:mayor,person:ada-moss,,2020-01-01,,2026\n"
        "office:us-border-czar,person:tom-homan,,2025-01-20,2025-02-01,2026\n",
        encoding="utf-8",
    )
    both = registry.load(tmp_path)
    assert both.get("person:ada-moss") == Known(
        id="person:ada-moss",
        label="Ada Moss",
        class_="Person",
        short="Moss",
        aliases=("A. Moss", "Mayor Moss"),
        same_as=("wd:Q1",),
    )
    assert [h.person for h in both.holder("office:mayor", "2024-02-29")] == ["person:ada-moss"]
    assert both.holder("office:us-border-czar", "2025-03-17") == ()
    replaced = both.get("person:tom-homan")
    assert replaced is not None
    assert replaced.label == "Thomas Homan"
    assert both.called("Tom Homan") == ()
    assert len(both) == len(registry.load()) + 1


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("person.csv", "id,label\n", "the columns must be id, label, class"),
        ("person.csv", HEAD + "body:x,X,Person,,,,\n", "person.csv:2: needs an id that starts with person:"),
        ("person.csv", HEAD + "person:x,,Person,,,,\n", "person.csv:2: needs"),
        ("person.csv", HEAD + "person:x,X,Person,,,,\n" * 2, "person:x stands twice"),
        ("person.csv", HEAD + "person:x,X\n", "person.csv:2: has 2 cells, and the first line has 7"),
        ("person.csv", HEAD[:-1] + ",colour\n", "and then may be demonyms"),
        ("people.csv", HEAD, "is named for a kind: body, claim"),
        ("holders.csv", "office,person\n", "the columns must be office, person, where"),
        ("holders.csv", "office,person,where,from,to,as_of\nx,y,,,,\n", "holders.csv:2: needs an office"),
    ],
)
def test_a_bad_table_is_one_clear_error(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as error:
        registry.load(tmp_path)
    assert message in str(error.value)


def test_a_table_that_is_no_text_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "person.csv").write_bytes(HEAD.encode() + b"person:x,\xff,Person,,,,\n")
    with pytest.raises(BadInput, match="save it as CSV, UTF-8"):
        registry.load(tmp_path)
