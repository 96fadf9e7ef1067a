"""Governments, legislatures, agencies, committees, international bodies, publishers, parties, designated groups."""

import re
from pathlib import Path

from kgraph.terms import slug
from tools.registry.book import Book, fold, read, split
from tools.registry.places import ADJECTIVES, THE, country_name

__all__ = ["agencies", "committees", "governments", "groups", "international", "news", "parties", "us_bodies"]


def governments(book: Book, folder: Path, countries: dict[str, str]) -> None:
    """The government, legislature and top court of each state, and those of the US states."""
    for row in read(folder / "countries.csv"):
        country = country_name(row["name"])
        if not row["iso2"] or row["dependency_of"] or row["iso2"] in ("PS", "US", "AQ"):
            continue
        of = f"the {country}" if country in THE else country
        adjectives = [ADJECTIVES[country]] if country in ADJECTIVES else _adjectives(row["adjective"])
        book.add(
            "body",
            f"government of {of}",
            "Institution",
            name=f"government of {country}",
            aliases=tuple(f"{a} government" for a in adjectives),
            country=countries[row["iso2"]],
        )
        with book.of(countries[row["iso2"]]):
            _organ(book, row["legislature"], "Institution", country, of, adjectives)
            _organ(book, row["highest_court"], "Court", country, of, adjectives)
    for row in read(folder / "us_states.csv"):
        if row["kind"] != "state":
            continue
        book.add(
            "body",
            row["state_government"],
            "Institution",
            aliases=(f"government of {row['name']}",),
            country=countries["US"],
        )


def _adjectives(cell: str) -> list[str]:
    parts = [p.strip() for p in re.split(r"[;,]| or ", cell)]
    return [p for p in parts if p[:1].isupper() and " note" not in p and p not in ("U.S.", "US", "UK", "U.K.")]


def _organ(book: Book, cell: str, class_: str, country: str, of: str, adjectives: list[str]) -> None:
    """A body that the table calls by a common name: "National Assembly (Azgayin Zhoghov)"."""
    name, _, native = cell.partition(" (")
    if class_ == "Court":
        name, _, native = re.split(r"; | \(", cell)[0].partition(" or ")
        if not re.match(r"^(Supreme|High|Constitutional|Federal|Court|National|People's)[\w' ]*$", name):
            return
    name = name.removeprefix("The ").strip()
    if not name or " - " in name or len(name) > 60:
        name = name.partition(" - ")[0]
    if not name:
        return
    own = fold(country) in fold(name) or any(fold(a) in fold(name) for a in adjectives)
    label = name if own else f"{name} of {of}"
    aliases = [f"{a} {name}" for a in adjectives if not own]
    native = native.rstrip(")").strip()
    if class_ == "Institution" and native and " - " not in native and len(native) < 50:
        aliases.append(native)
    if class_ == "Institution":
        aliases += [f"{a} parliament" for a in adjectives if "Congress" not in name]
    if book.hand("body", label) is None and not book.free(f"body:{slug(label)}"):
        return
    book.add("body", label, class_, name=label.replace(f"of {of}", f"of {country}"), aliases=tuple(aliases))


#: what the Federal Register turned round badly
_AGENCY_NAMES = {
    "Department of Treasury": "Department of the Treasury",
    "Office of Administration for Children and Families Refugee Resettlement": "Office of Refugee Resettlement",
    "Office of United States Trade Representative": "Office of the United States Trade Representative",
    "Export-Import Bank of the United States": "Export-Import Bank",
    "Bureau of Alcohol, Tobacco, Firearms, and Explosives": "Bureau of Alcohol, Tobacco, Firearms and Explosives",
    "Bureau of Census": "Census Bureau",
    "Office of Federal Register": "Office of the Federal Register",
}


#: what the table lists beside agencies, or turned round beyond repair
_NO_AGENCY = re.compile(
    r"Regulation|\(|Office of (Secretary|and|Assistant)|Chief Financial|Staff$|Office, |^Air Transportation System"
)


def agencies(book: Book, folder: Path) -> None:
    """Departments and agencies of the federal government, with acronyms."""
    everyday = {
        row["ref"].removeprefix("us_agencies:"): row
        for row in read(folder / "us_government_and_metonyms.csv")
        if row["ref"].startswith("us_agencies:")
    }
    reserved = {
        a: row["name"]
        for row in read(folder / "us_government_and_metonyms.csv")
        for a in split(row["other_names"])
        if a.isupper()
    }
    rows = list(read(folder / "us_agencies.csv"))
    acronyms = {row["name"]: row["acronym"] for row in rows}
    for row in sorted(rows, key=lambda r: (r["parent"] != "", r["slug"])):
        name = _AGENCY_NAMES.get(row["name"], row["name"])
        if row["slug"] in everyday and everyday[row["slug"]]["kind"] == "department":
            name = everyday[row["slug"]]["name"]
        if row["slug"] in ("u-s-house-of-representatives", "executive-office-of-the-president", "action"):
            continue
        if row["parent"] and not row["acronym"] and row["slug"] not in everyday:
            continue
        if _NO_AGENCY.search(name):
            continue
        us_agency(book, name, row, everyday.get(row["slug"]), reserved, acronyms.get(row["parent"], ""))
    for row in read(folder / "us_government_and_metonyms.csv"):
        if row["kind"] in ("agency", "armed service") and book.hand("body", row["name"]) is None:
            bare = row["name"].removeprefix("United States ")
            if book.free(f"body:us-{slug(bare)}"):
                us_agency(book, bare, {"acronym": "", "slug": ""}, row, reserved, "")


def us_agency(
    book: Book,
    name: str,
    row: dict[str, str],
    everyday: dict[str, str] | None,
    reserved: dict[str, str],
    parent_acronym: str,
) -> None:
    """One federal body; every one is `body:us-…`, whatever its name begins with."""
    bare = re.sub(r"^(U\.S\.|United States) ", "", name)
    national = bare != name or bare.startswith("Department of")
    label = f"US {bare}" if national else bare
    aliases = [bare, f"US {bare}", f"U.S. {bare}", f"United States {bare}"]
    acronym = row["acronym"]
    short = ""
    ours = reserved.get(acronym, name) in (name, everyday["name"] if everyday else name)
    if re.fullmatch(r"[A-Z&-]{2,11}", acronym) and acronym != parent_acronym and ours:
        short = acronym
    if everyday and everyday["kind"] != "armed service":
        aliases += [everyday["name"], *split(everyday["other_names"])]
        short = short or next((a for a in split(everyday["other_names"]) if a.isupper()), "")
    if short == "USCBP":
        short, aliases = "CBP", [*aliases, "CBP"]
    if label in ("Economic Analysis Staff",) or book.hand("body", label):
        return
    ids = (f"federal-register:{row['fr_id']}",) if row.get("fr_id") else ()
    if not book.free(f"body:us-{slug(bare)}"):
        return
    book.add(
        "body",
        label,
        "Institution",
        name=f"us {bare}",
        short=short,
        aliases=tuple(a for a in aliases if a != "Border Patrol"),
        ids=ids,
    )


def committees(book: Book, folder: Path) -> None:
    """Sitting committees of the US Congress."""
    for row in read(folder / "us_congress_committees.csv"):
        if row["current"] != "yes" or row["parent"]:
            continue
        label = row["name"].removeprefix("United States ")
        aliases = [f"US {label}", f"U.S. {label}"]
        if match := re.fullmatch(
            r"(House|Senate) (Select |Permanent Select |Special )?Committee on (?:the )?(.+)", label
        ):
            chamber, subject = match[1], match[3]
            aliases += [f"{chamber} {subject} Committee", f"{chamber} Committee on {subject}", f"{subject} Committee"]
            aliases += [f"Committee on {label.partition('Committee on ')[2]} of the {_CHAMBER[chamber]}"]
        book.add(
            "body", label, "Institution", name=f"us {label}", aliases=tuple(aliases), ids=(f"congress:{row['id']}",)
        )


_CHAMBER = {"House": "House of Representatives", "Senate": "Senate"}


def us_bodies(book: Book, folder: Path) -> None:
    """Administrations, chambers, services, party committees, and the seats that stand for a government."""
    spans: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in read(folder / "us_government_and_metonyms.csv"):
        if row["kind"] == "administration":
            spans.setdefault((row["name"], row["other_names"]), []).append(row)
        elif row["kind"] == "metonym":
            country = row["part_of"].removeprefix("Government of ").removeprefix("the ")
            book.also(f"body:government-of-{slug(country)}", row["name"], *split(row["other_names"]))
        elif row["kind"] in (
            "legislature",
            "legislative chamber",
            "armed force",
            "movement",
            "party committee",
            "caucus",
            "judicial body",
            "council",
            "office",
            "staff body",
            "reserve force",
            "legislative agency",
            "armed service",
        ):
            if row["part_of"] in ("United States Congress",) and row["kind"] == "legislative chamber":
                continue
            ours = row["part_of"] in _OURS or row["kind"] in ("judicial body", "armed service", "legislative agency")
            name = row["name"].removeprefix("United States ")
            class_ = "Organization" if row["kind"] in ("movement", "party committee", "caucus") else "Institution"
            id_ = slug(name)
            if not book.free(f"body:{'us-' * ours}{id_}"):
                continue
            book.add(
                "body",
                f"US {name}" if row["name"] != name else name,
                class_,
                name=f"us {name}" if ours else name,
                aliases=(row["name"], *(n for n in split(row["other_names"]) if n not in _WORDS)),
            )
    for (name, other), rows in sorted(spans.items()):
        starts = sorted((r["start"], r["end"]) for r in rows)
        runs = [[starts[0][0], starts[0][1]]]
        for start, end in starts[1:]:
            if start == runs[-1][1]:
                runs[-1][1] = end
            else:
                runs.append([start, end])
        for number, (start, end) in enumerate(runs):
            if name == "Bush administration":
                label = "George H. W. Bush administration" if start < "1999" else "George W. Bush administration"
            else:
                label = name
            if number and label == name:
                continue
            book.add("body", label, "Institution", aliases=(name, _WHO.get(other, other)), since=start, until=end)


_WHO = {
    "Joseph Biden administration": "Joe Biden administration",
    "William Clinton administration": "Bill Clinton administration",
    "James Carter administration": "Jimmy Carter administration",
    "George Bush administration": "Bush administration",
}
_OURS = {
    "Department of Defense",
    "Department of Homeland Security",
    "Executive Office of the President",
    "United States House of Representatives",
}
#: words of the language, told apart only by their context
_WORDS = {
    "Army",
    "Navy",
    "Air Force",
    "Marines",
    "Commons",
    "Lords",
    "LOC",
    "PA",
    "Coast Guard",
    "Marine Corps",
    "Space Force",
}


def international(book: Book, folder: Path) -> None:
    """International and non-governmental bodies; called by a short form that is itself a name (NATO, UNESCO)."""
    for row in read(folder / "international_bodies.csv"):
        if row["source"] != "hand":
            continue
        names = split(row["other_names"])
        short = next((n for n in names if re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]", n)), "")
        book.add(
            "body",
            row["name"],
            "Organization" if row["kind"] == "non-governmental organisation" else "Institution",
            name=short if len(short) > 3 and short.isupper() else "",
            words=("international body",),
            short=short,
            aliases=tuple(n for n in names if n not in _NOT_INTERNATIONAL),
            since=row["start"],
            until=row["end"],
        )


_NOT_INTERNATIONAL = {"the alliance", "the Commonwealth", "General Assembly"}


def news(book: Book, folder: Path, countries: dict[str, str]) -> None:
    """News publishers, agencies, broadcasters and platforms: the rows by hand only."""
    for row in read(folder / "news_outlets.csv"):
        if row["kind"] == "outlet":
            continue
        bare = row["name"].removeprefix("The ")
        names = split(row["other_names"])
        book.add(
            "body",
            row["name"],
            "Organization" if row["kind"] == "platform" else "Institution",
            name="AFP" if "AFP" in names else bare,
            words=("news",),
            aliases=tuple(n for n in (bare, *names) if n not in ("Time", "Dow Jones", "AA", "CP", "PA", "SPA", "DW")),
            ids=tuple(f"domain:{row['domain']}" for _ in (1,) if row["domain"]),
            country=countries.get(row["country"], ""),
        )


_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]")
#: words of a name that is written out
_LONG = 3


def parties(book: Book, folder: Path, places: dict[str, str]) -> None:
    """Parties that exist, or did in 2010."""
    by_iso3 = {r["iso3"]: places.get(r["iso2"], "") for r in read(folder / "countries.csv")}
    countries = {r["iso3"]: country_name(r["name"]) for r in read(folder / "countries.csv") if r["iso3"]}
    rows = [
        r
        for r in read(folder / "political_parties.csv")
        if (not r["year_last"] or r["year_last"] >= "2010")
        and not re.search(r"[\[\];]|--|\bcoalition\b", r["name_english"], re.I)
        and not r["name_english"].isupper()
        and r["country_iso3"] in countries
    ]
    shared: dict[str, set[str]] = {}
    for row in rows:
        shared.setdefault(fold(row["name_english"]), set()).add(row["country_iso3"])
    for row in rows:
        name, country = row["name_english"].strip(), countries[row["country_iso3"]]
        place = {"United Kingdom": "UK", "United States": "US"}.get(country, country)
        common = len(shared[fold(name)]) > 1 or not book.free(f"body:{slug(name)}")
        if len(shared[fold(name)]) == 1 and common:
            continue  # a designated group that stands for election: one body
        label = f"{name} ({place})" if common else name
        if book.hand("body", f"{name} ({place})") or not re.search(r"[A-Za-z]", name):
            continue
        short = row["name_short"] if _ACRONYM.fullmatch(row["name_short"]) and len(row["name_short"]) > 2 else ""
        # nobody writes out a long name: the acronym is the common one
        acronym = f"{short} {place}" if short and len(name.split()) > _LONG else ""
        if acronym and not book.free(f"body:{slug(acronym)}"):
            acronym = ""
        if not book.free(f"body:{slug(acronym or label)}"):
            continue
        book.add(
            "body",
            label,
            "Organization",
            name=acronym,
            words=(place,),
            aliases=tuple(a for a in (name, row["name"], short) if a),
            ids=(f"partyfacts:{row['partyfacts_id']}",),
            since=row["year_first"],
            until=row["year_last"],
            country=by_iso3.get(row["country_iso3"], ""),
        )


def groups(book: Book, folder: Path) -> None:
    """Groups that the United States has designated as foreign terrorist organizations."""
    for row in read(folder / "designated_groups.csv"):
        label = _GROUPS.get(row["name"], row["name"])
        names = [n for n in split(row["other_names"]) if not re.search(r"[()]", n) and len(n) < 60]
        names += _ALSO.get(label, [])
        aliases = tuple(n for n in (row["name"], *names) if re.search(r"[A-Za-z]{3}", n) and "(" not in n)
        if not book.free(made := f"body:{slug(label)}"):
            book.also(made, *aliases)
            continue
        book.add(
            "body",
            label,
            "Organization",
            aliases=aliases,
            ids=tuple(f"ofac:{row['ofac_id']}" for _ in (1,) if row["ofac_id"]),
        )


#: spellings that the list leaves out
_ALSO = {
    "Hezbollah": ["Hizbullah", "Hizbollah"],
    "Houthis": ["Houthi rebels", "Huthis"],
    "Islamic State": ["IS", "Daesh", "ISIL", "ISIS"],
    "al-Qaeda": ["al-Qaida"],
}

#: what news call them
_GROUPS = {
    "Ansarallah": "Houthis", "Al Qa'ida": "al-Qaeda", "Hizballah": "Hezbollah",
    "Islamic State of Iraq and the Levant": "Islamic State", "Irgc Ground Forces": "IRGC Ground Forces",
    "Irgc Navy": "IRGC Navy", "Real Ira": "Real IRA", "Continuity Ira": "Continuity IRA",
    "Islamic Revolutionary Guard Corps (irgc)-Qods Force": "Quds Force", "Cartel de Sinaloa": "Sinaloa Cartel",
    "Cartel de Jalisco Nueva Generacion": "Jalisco New Generation Cartel", "Cartel del Golfo": "Gulf Cartel",
    "Tehrik-E Taliban Pakistan (ttp)": "Tehrik-e Taliban Pakistan", "Lashkar E-Tayyiba": "Lashkar-e-Taiba",
    "Harakat Ul-Jihad-I-Islami/bangladesh": "Harakat ul-Jihad-i-Islami Bangladesh",
    "Al-Nusrah Front": "al-Nusra Front",
}  # fmt: skip
