"""The offices of the United States, and who holds them from when to when."""

import re
from pathlib import Path

from ruamel.yaml import YAML

from kgraph.terms import slug
from tools.registry.book import Book, fold, read
from tools.registry.names import bare, longer
from tools.registry.people import People, Person

__all__ = ["congress", "former_members", "judges", "presidents", "us_officials"]

US = "United States"
#: when executive.yaml and legislators-current.yaml were last brought up to date
_CONGRESS_AS_OF = "2026-06"

#: what papers call presidents and vice-presidents whose first name in the table is another
_COMMON = {
    "James Carter": "Jimmy Carter", "William Clinton": "Bill Clinton", "Joseph Biden": "Joe Biden",
    "Richard Cheney": "Dick Cheney", "Albert Gore": "Al Gore", "J. Quayle": "Dan Quayle",
    "Franklin Roosevelt": "Franklin D. Roosevelt", "John Kennedy": "John F. Kennedy",
    "Lyndon Johnson": "Lyndon B. Johnson", "Dwight Eisenhower": "Dwight D. Eisenhower",
    "Harry Truman": "Harry S. Truman", "Ulysses Grant": "Ulysses S. Grant", "James Vance": "JD Vance",
    "James Polk": "James K. Polk", "Rutherford Hayes": "Rutherford B. Hayes", "James Garfield": "James A. Garfield",
    "Chester Arthur": "Chester A. Arthur", "William Taft": "William Howard Taft", "Warren Harding": "Warren G. Harding",
    "William Harrison": "William Henry Harrison",
}  # fmt: skip


def _yaml(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _past(date: str, as_of: str) -> str:
    """An end that has come; a term that is still to end has none."""
    return date if date <= as_of else ""


def presidents(book: Book, people: People, folder: Path) -> None:
    """Presidents and vice-presidents of the United States."""
    vice = book.add(
        "office",
        "Vice President of the United States",
        "Office",
        name="us vice president",
        short="US Vice President",
        aliases=("Vice President", "VPOTUS", "U.S. Vice President"),
    )
    offices = {"prez": book.hand("office", "President of the United States") or "", "viceprez": vice}
    for row in _yaml(folder / "executive.yaml"):
        name = row["name"]
        first, last = name["first"], name["last"]
        common = _COMMON.get(f"{first} {last}", f"{first} {last}")
        if name.get("middle") == "Quincy":
            common = "John Quincy Adams"
        if last == "Bush":
            common = "George W. Bush" if name.get("middle") == "Walker" else "George H. W. Bush"
        ids = [f"{k}:{row['id'][k]}" for k in ("bioguide", "wikidata") if row["id"].get(k)]
        person = people.add(
            Person(
                common,
                US,
                longer(first, name.get("middle") or "", last, name.get("suffix") or "", name.get("nickname") or ""),
                ids,
                born=row["bio"].get("birthday", ""),
                words=["president"],
            )
        )
        people.know(person, ids)
        _terms(person, [(offices[t["type"]], "", t["start"], t["end"]) for t in row["terms"]])


def _terms(person: Person, terms: list[tuple[str, str, str, str]]) -> None:
    """Join terms that follow on each other."""
    runs: list[list[str]] = []
    for office, where, start, end in sorted(terms, key=lambda t: (t[0], t[1], t[2])):
        if (
            runs
            and runs[-1][:2] == [office, where]
            and start[:4] <= runs[-1][3][:4]
            and start <= runs[-1][3][:8] + "31"
        ):
            runs[-1][3] = end
        else:
            runs.append([office, where, start, end])
    for office, where, start, end in runs:
        person.held.add((office, where, start, _past(end, _CONGRESS_AS_OF), _CONGRESS_AS_OF))


def congress(book: Book, people: People, folder: Path, states: dict[str, str]) -> None:
    """Sitting members of Congress, with their terms."""
    places = states | {abbr: f"place:{place}" for abbr, place in _TERRITORIES.items()}
    offices = {
        "sen": book.add(
            "office",
            "US senator",
            "Office",
            aliases=("senator", "U.S. senator", "United States senator", "Senator", "Sen."),
        ),
        "rep": book.add(
            "office",
            "US representative",
            "Office",
            aliases=(
                "congressman",
                "congresswoman",
                "U.S. representative",
                "representative",
                "Representative",
                "Rep.",
                "member of Congress",
                "House member",
            ),
        ),
    }
    wikipedia = {r["bioguide"]: r["wikipedia"] for r in read(folder / "us_legislators.csv")}
    for row in _yaml(folder / "legislators-current.yaml"):
        name = row["name"]
        ids = [f"{k}:{row['id'][k]}" for k in ("bioguide", "wikidata") if row["id"].get(k)]
        names = longer(
            name["first"], name.get("middle") or "", name["last"], name.get("suffix") or "", name.get("nickname") or ""
        )
        names += [name["official_full"]] if name.get("official_full") else []
        last = row["terms"][-1]
        common = bare(wikipedia.get(row["id"]["bioguide"], "") or names[0])
        birthday = str(row["bio"].get("birthday") or "")
        person = people.with_id(*ids) or people.called(US, common, born=birthday) or people.add(Person(common, US))
        person.born = person.born or birthday
        person.words += [w for w in (_CHAMBERS[last["type"]], last["state"]) if w not in person.words]
        people.know(person, ids, names)
        _terms(person, [(offices[t["type"]], places.get(t["state"], ""), t["start"], t["end"]) for t in row["terms"]])


_CHAMBERS = {"sen": "senator", "rep": "representative"}
_TERRITORIES = {
    "AS": "american-samoa",
    "GU": "guam",
    "MP": "northern-mariana-islands",
    "PR": "puerto-rico",
    "VI": "us-virgin-islands",
}


def us_officials(book: Book, people: People, folder: Path) -> None:
    """Cabinet, White House, service chiefs, ambassadors, governors and leaders of Congress."""
    for row in read(folder / "us_officeholders.csv"):
        position = row["position"]
        if position in ("President", "Vice President", "Supreme Court Justice", "Chief Justice", "First Lady"):
            continue
        common = bare(row["person"])
        ids = [f"wikidata:{row['wikidata']}"] if row["wikidata"] else []
        person = (
            people.with_id(*ids)
            or people.called(US, common, since="1900")
            or people.add(Person(common, US, ids=ids, words=[re.sub(r"\b(of|the|and|for|to)\b", "", position)]))
        )
        people.know(person, ids, [common])
        person.held.add((us_office(book, position), "", row["start"], row["end"], _year(row["as_of"])))


def _year(as_of: str) -> str:
    return as_of.removeprefix("hand ")


def us_office(book: Book, position: str) -> str:
    """The office of a position of the table, made when it is first met."""
    position = _POSITIONS.get(position, position)
    if position.startswith(("Governor", "Lieutenant Governor")) or re.match(r"Secretary of State of", position):
        label, others = position, []
        if match := re.fullmatch(r"(Governor|Lieutenant Governor) of (?:the )?(.+)", position):
            others = [f"{match[2]} {match[1]}"]
    elif position.startswith(("White House", "Permanent Representative", "Homeland Security Advisor", "United States")):
        label, others = position.replace("United States Trade", "US Trade"), [position]
    else:
        label = f"US {position}"
        others = [position, f"U.S. {position}", f"United States {position}"]
    if position.startswith(("ambassador", "Ambassador")):
        label = f"US {position[0].lower()}{position[1:]}"
        others = [f"U.S. {label[3:]}", f"American {label[3:]}"]
    if match := re.fullmatch(r"(Deputy )?Secretary of (?:the )?(.+)", position):
        others.append(f"{match[1] or ''}{match[2]} Secretary")
    if match := re.fullmatch(r"(Director|Administrator) of (?:the )?(.+)", position):
        others.append(f"{match[2]} {match[1].lower()}")
    others += _MORE.get(position, [])
    if found := book.hand("office", label, position):
        return found
    id_ = f"office:{slug(label)}"
    return id_ if not book.free(id_) else book.add("office", label, "Office", aliases=tuple(others))


_POSITIONS = {
    "Director of the CIA": "Director of the Central Intelligence Agency",
    "Director of the FBI": "Director of the Federal Bureau of Investigation",
    "Deputy Secretary of Health": "Deputy Secretary of Health and Human Services",
}
_MORE = {
    "Director of the Central Intelligence Agency": ["CIA director", "Director of the CIA", "CIA chief"],
    "Director of the Federal Bureau of Investigation": ["FBI director", "Director of the FBI", "FBI chief"],
    "Chair of the Federal Reserve": [
        "Fed chair", "Federal Reserve chair", "Fed chairman", "Federal Reserve chairman",
        "Chairman of the Federal Reserve",
    ],
    "Speaker of the House of Representatives": ["House speaker", "Speaker of the House", "House Speaker"],
    "Administrator of the Environmental Protection Agency": ["EPA administrator", "EPA chief"],
    "Secretary of Homeland Security": ["DHS Secretary", "Secretary of the Department of Homeland Security"],
    "Secretary of Health and Human Services": ["HHS Secretary", "health secretary"],
    "Secretary of Defense": ["Pentagon chief", "Secretary of War"],
    "National Security Advisor": ["national security adviser"],
    "Director of the Office of Management and Budget": ["OMB director", "budget director"],
    "Solicitor General": ["solicitor general"],
}  # fmt: skip


def former_members(people: People, folder: Path, states: dict[str, str]) -> None:
    """Former members of Congress born since 1920; the table has no dates of their terms, so they have no start."""
    places = states | {abbr: f"place:{place}" for abbr, place in _TERRITORIES.items()}
    for row in read(folder / "us_legislators.csv"):
        if row["current"] or row["birthday"] < "1920":
            continue
        office = {"sen": "office:us-senator", "rep": "office:us-representative"}[row["last_type"]]
        term = (office, places.get(row["state"], ""), "", _CONGRESS_AS_OF, _CONGRESS_AS_OF)
        if there := people.with_id(f"bioguide:{row['bioguide']}"):
            there.held.add(term)
            continue
        names = longer(row["first"], row["middle"], row["last"], row["suffix"], row["nickname"])
        common = bare(row["wikipedia"] or names[0])
        word = {"sen": "senator", "rep": "representative"}[row["last_type"]]
        # Wikidata's common name and Wikipedia's title without brackets are one person; two with brackets may be two
        known = people.called(US, common, born=row["birthday"]) if "(" not in row["wikipedia"] else None
        if known is None or any(i.startswith("bioguide:") for i in known.ids):
            known = people.add(Person(common, US, words=[word, row["state"]]))
        known.born = known.born or row["birthday"]
        known.words += [w for w in (word, row["state"]) if w not in known.words]
        known.held.add(term)
        people.know(known, [f"bioguide:{row['bioguide']}"], names)


#: judges who held another office, of whom the tables give no common id
_ALSO_JUDGES = {
    "Brian Sandoval", "Elena Kagan", "Louis Freeh", "Mark Filip", "Merrick Garland", "Michael Chertoff",
    "Michael Mukasey",
}  # fmt: skip


def judges(book: Book, people: People, folder: Path, courts: dict[str, str]) -> None:
    """Article III judges, with their courts."""
    offices = {
        "district": book.hand("office", "US district judge") or "",
        "circuit": book.add(
            "office",
            "US circuit judge",
            "Office",
            aliases=("circuit judge", "federal appeals judge", "federal appeals court judge", "U.S. circuit judge"),
        ),
        "chief": book.add(
            "office",
            "Chief Justice of the United States",
            "Office",
            short="Chief Justice",
            aliases=("Chief Justice of the Supreme Court", "US Chief Justice", "U.S. Chief Justice"),
        ),
        "justice": book.add(
            "office",
            "US Supreme Court justice",
            "Office",
            aliases=(
                "Associate Justice of the Supreme Court",
                "Supreme Court justice",
                "Supreme Court Justice",
                "associate justice",
                "Associate Justice of the Supreme Court of the United States",
            ),
        ),
        "other": book.add("office", "US federal judge", "Office", aliases=("federal judge",)),
    }
    for row in read(folder / "us_federal_judges.csv"):
        ids = [f"fjc:{row['fjc_nid']}"]
        suffix = row["suffix"] if row["suffix"].strip(".") in ("Jr", "Sr", "II", "III", "IV") else ""
        names = longer(row["first"], row["middle"], row["last"], suffix)
        common = f"{row['first']} {row['middle']} {row['last']}" if re.fullmatch(r"\w\.?", row["first"]) else names[0]
        court = courts.get(row["court_id"]) or courts.get(fold(re.sub(r"^U\.S\. ", "US ", row["court"])), "")
        top = "Supreme Court of the United States" in row["court"]
        person = people.with_id(*ids)
        if person is None:
            known = people.called(US, common, born=row["birth_year"])
            same = known is not None and known.born and known.born[:4] == row["birth_year"]
            if known and (same or (top and not known.held) or common in _ALSO_JUDGES):
                person = known
            else:
                person = people.add(
                    Person(
                        " ".join(common.split()),
                        US,
                        words=[
                            "judge",
                            f"judge {row['court'].rpartition(' for the ')[2]}",
                            f"judge appointed by {row['appointed_by']}",
                        ],
                    )
                )
            person.born, person.died = person.born or row["birth_year"], person.died or row["death_year"]
        people.know(person, ids, names)
        where = "body:us-supreme-court" if top else court
        kind = (
            ("chief" if "Chief" in row["title"] else "justice")
            if top
            else "district"
            if "District" in row["court"] and "Appeals" not in row["court"]
            else "circuit"
            if "Circuit" in row["court"]
            else "other"
        )
        if row["start"]:
            person.held.add((offices[kind], where, row["start"], row["end"], "2025-11-07"))
        if row["chief_from"] and court and not top:
            label = book.entries[court].label.replace("US ", "US ") if court in book.entries else ""
            if label:
                chief = f"office:chief-judge-of-the-{court.partition(':')[2]}"
                if book.free(chief):
                    book.add("office", f"Chief Judge of the {label}", "Office")
                person.held.add((chief, court, row["chief_from"], row["chief_to"], "2025-11-07"))
