"""The script that makes the reference tables: one name for each thing, none for two; facts as news write them."""

import csv
from pathlib import Path

import pytest

from tools.registry.book import Book, Holding, fold
from tools.registry.names import bare, longer, surname

HEAD = "id,label,class,short,aliases,same_as,origin\n"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    (tmp_path / "body.csv").write_text(
        HEAD + "body:town-hall,Town Hall,Institution,,The City Hall,,\n", encoding="utf-8"
    )
    return Book.open(tmp_path)


def test_what_is_there_by_hand_is_not_made_again(book: Book) -> None:
    assert book.add("body", "City Hall", "Institution") == "body:town-hall"
    assert not book.entries


def test_a_clash_gets_a_word_that_tells_apart(book: Book) -> None:
    assert book.add("person", "Ada Moss", "Person") == "person:ada-moss"
    assert book.add("person", "Ada Moss", "Person", words=["1984", "judge"]) == "person:ada-moss-judge"
    with pytest.raises(SystemExit, match="no word tells them apart"):
        book.add("person", "Ada Moss", "Person", words=["judge"])


def test_what_is_added_inside_belongs_to_the_country(book: Book) -> None:
    with book.of("place:kenya"):
        court = book.add("body", "Ward Court", "Court")
    league = book.add("body", "League of Wards", "Institution")
    assert (book.entries[court].country, book.entries[league].country) == ("place:kenya", "")


def _written(book: Book, folder: Path) -> list[list[str]]:
    book.write(folder)
    with (folder / "holders.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))[1:]


def test_who_was_followed_in_an_office_has_left_it(book: Book, tmp_path: Path) -> None:
    mayor = "office:mayor-of-springfield"
    book.holdings = {
        Holding(mayor, "2010-01-01", "person:ada-moss", "", "", "2012-06-01"),
        Holding(mayor, "2014-05-01", "person:jo-reed", "", "", "2024-01-01"),
    }
    assert [(row[1], row[4]) for row in _written(book, tmp_path / "out")] == [
        ("person:ada-moss", "2014-05-01"),
        ("person:jo-reed", ""),
    ]


def test_where_many_hold_an_office_nobody_is_followed(book: Book, tmp_path: Path) -> None:
    judge, court = "office:ward-judge", "body:ward-court"
    book.holdings = {
        Holding(judge, "2010-01-01", "person:ada-moss", court, "", "2012-06-01"),
        Holding(judge, "2014-05-01", "person:jo-reed", court, "", "2024-01-01"),
    }
    assert [row[4] for row in _written(book, tmp_path / "out")] == ["", ""]


def test_names_as_news_write_them() -> None:
    assert bare("Sir Ada Moss (politician)") == "Ada Moss"
    assert longer("Ada", "Jane", "Moss", "Jr.", "Addie") == [
        "Ada Moss", "Ada Moss Jr.", "Ada Jane Moss Jr.", "Ada J. Moss Jr.", "Addie Moss",
    ]  # fmt: skip
    assert (surname("Choi Bok-nam", "South Korea"), surname("Ada Moss", "Kenya")) == ("Choi", "")
    assert fold("The Élan of St. Ives") == "elan of st ives"
