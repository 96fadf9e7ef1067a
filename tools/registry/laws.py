"""Statutes, the Constitution, executive orders, treaties and landmark decisions."""

import re
from pathlib import Path

from kgraph.terms import slug
from tools.registry.book import Book, clean, fold, read, split

__all__ = ["constitution", "decisions", "executive_orders", "statutes", "treaties"]


def statutes(book: Book, folder: Path) -> None:
    """US statutes by popular name, with their citations."""
    rows = list(read(folder / "us_statutes.csv"))
    bare: dict[str, int] = {}
    for row in rows:
        bare[fold(_without_year(row["name"]))] = bare.get(fold(_without_year(row["name"])), 0) + 1
    for row in rows:
        name = clean(row["name"])
        aliases = [clean(a) for a in split(row["other_names"])]
        if (short := _without_year(name)) != name and " " in short:
            aliases.append(short)
        if row["public_law"] and name not in _PARTS:
            aliases += [f"Pub. L. {row['public_law']}", f"Public Law {row['public_law']}"]
        if row["statutes_at_large"]:
            aliases.append(row["statutes_at_large"])
        ids = []
        if row["usc_title"] and row["usc_section"]:
            ids.append(f"usc:{row['usc_title']}/{row['usc_section'].replace('–', '-')}")
            if row["usc_chapter"]:
                aliases.append(f"{row['usc_title']} U.S.C. {row['usc_section'].replace('–', '-')} et seq.")
        if book.free(f"law:{slug(name)}"):
            book.add("law", name, "Statute", aliases=tuple(aliases), ids=tuple(ids), since=row["enacted"])


#: what is only a part of the public law that it stands in
_PARTS = {
    "Children's Online Privacy Protection Act of 1998", "Clarifying Lawful Overseas Use of Data Act",
    "Detainee Treatment Act of 2005", "Export Control Reform Act of 2018", "Federal Vacancies Reform Act of 1998",
    "Foreign Investment Risk Review Modernization Act of 2018", "Government Paperwork Elimination Act",
    "Illegal Immigration Reform and Immigrant Responsibility Act of 1996",
    "Protecting Americans from Foreign Adversary Controlled Applications Act", "REAL ID Act of 2005",
    "Stored Communications Act", "Violence Against Women Act of 1994",
}  # fmt: skip


def _without_year(name: str) -> str:
    return re.sub(r"(,? of \d{4}|, \d{4})$", "", name)


_SECTIONS = {"article-i": 10, "article-ii": 4, "article-iii": 3, "article-iv": 4}
_NUMBERS = ("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def constitution(book: Book, folder: Path) -> None:
    """Articles, their sections, amendments and named clauses of the US Constitution."""
    for row in read(folder / "us_constitution.csv"):
        if row["id"] == "constitution":
            continue
        names = [a for a in split(row["other_names"]) if "." not in a or row["kind"] != "article"]
        name = row["name"]
        article = row["kind"] == "article"
        label = (
            f"{name} {'of' if article else 'to'} the US Constitution"
            if row["kind"] in ("article", "amendment")
            else name
        )
        aliases = [name, *names]
        if article:
            aliases.append(f"{name} of the Constitution")
        if row["kind"] == "amendment":
            aliases = [a for a in aliases if not a.startswith("Amend.")] + [f"{name} to the Constitution"]
        book.add(
            "law",
            label,
            "ConstitutionalProvision",
            name=f"us constitution {name}",
            short=name if label != name else "",
            aliases=tuple(a for a in aliases if a not in ("Preamble", "Pardon Power")),
            since=row["date"],
        )
        for number in range(1, _SECTIONS.get(row["id"], 0) + 1):
            section = f"{name}, Section {number}"
            book.add(
                "law",
                f"{section} of the US Constitution",
                "ConstitutionalProvision",
                name=f"us constitution {name} section {number}",
                short=section,
                aliases=(
                    f"{section} of the Constitution",
                    f"Section {number} of {name}",
                    f"{name} Section {number}",
                    f"{name}, Section {_NUMBERS[number]}",
                ),
                since=row["date"],
            )


def executive_orders(book: Book, folder: Path) -> None:
    """Executive orders by number, with their titles."""
    for row in read(folder / "us_executive_orders.csv"):
        number = row["number"]
        titles = [clean(t).rstrip(".") for t in (row["title"], *split(row["other_names"])) if t and len(t) < 200]
        fr = [row["fr_citation"]] if row["fr_citation"] else []
        book.add(
            "law",
            f"Executive Order {number}",
            "ExecutiveOrder",
            aliases=(f"EO {number}", f"E.O. {number}", *titles, *fr),
            ids=tuple(f"federal-register:{row['fr_document']}" for _ in (1,) if row["fr_document"]),
            since=row["signed"],
        )


def decisions(book: Book, folder: Path) -> None:
    """Landmark decisions of the US Supreme Court."""
    for row in read(folder / "us_supreme_court_cases.csv"):
        names = [row["name"], row["name"].replace(" v. ", " v ")]
        aliases = (*names, *split(row["other_names"]), *([row["citation"]] if row["citation"] else []))
        book.add("law", row["name"], "CourtDecision", words=("decision",), aliases=aliases, since=row["decided"])


def treaties(book: Book, folder: Path) -> None:
    """Treaties and other agreements between states."""
    for row in read(folder / "treaties.csv"):
        book.add(
            "law",
            row["name"],
            "Agreement",
            words=("treaty",),
            aliases=tuple(split(row["other_names"])),
            since=row["signed"],
        )
