"""python -m tools.registry FOLDER: make ontology/registry/reference/ anew."""

import sys
from pathlib import Path

from tools.registry import bodies, courts, foreign, laws, offices, places
from tools.registry.book import Book
from tools.registry.people import People

REGISTRY = Path(__file__).resolve().parents[2] / "ontology" / "registry"


def make(tables: Path, registry: Path = REGISTRY) -> dict[str, int]:
    """Write the reference files; how many rows each holds."""
    book = Book.open(registry)
    countries = places.countries(book, tables)
    states = places.states(book, tables)
    places.regions(book, tables)
    places.cities(book, tables, countries, states)
    with book.of(countries["US"]):
        bodies.agencies(book, tables)
    bodies.governments(book, tables, countries)
    with book.of(countries["US"]):
        bodies.us_bodies(book, tables)
        bodies.committees(book, tables)
    bodies.international(book, tables)
    bodies.news(book, tables, countries)
    with book.of(countries["US"]):
        sitting = courts.courts(book, tables)
    bodies.groups(book, tables)
    bodies.parties(book, tables, countries)
    with book.of(countries["US"]):
        laws.constitution(book, tables)
        laws.statutes(book, tables)
        laws.decisions(book, tables)
    laws.executive_orders(book, tables)
    laws.treaties(book, tables)
    people = People(book)
    with book.of(countries["US"]):
        offices.presidents(book, people, tables)
        offices.us_officials(book, people, tables)
        offices.congress(book, people, tables, states)
    foreign.foreign(book, people, tables)
    foreign.heads(book, people, tables)
    offices.former_members(people, tables, states)
    with book.of(countries["US"]):
        offices.judges(book, people, tables, sitting)
    people.finish()
    return book.write(registry / "reference")


if __name__ == "__main__":
    for kind, rows in make(Path(sys.argv[1])).items():
        print(f"{kind}: {rows}")
