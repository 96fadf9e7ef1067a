"""The offices of other states and of international bodies, and who holds them."""

import re
from pathlib import Path

from kgraph.terms import slug
from tools.registry.book import Book, clean, fold, read
from tools.registry.names import bare
from tools.registry.people import People, Person
from tools.registry.places import ADJECTIVES, THE, country_name

__all__ = ["foreign", "heads"]

US = "United States"

#: positions that are few enough and plain enough to be chosen by date
_NOT_FOREIGN = re.compile(
    r"mbassador|High Commissioner|Consul|Chargé|Parliamentary|Assistant|[Aa]ide|Advis[eo]r|Lieutenant"
    r"|[Vv]ice[ -][Gg]overnor|Deputy Governor|Lord of the Treasury|Whip|Auditor|Permanent Rep|[Mm]ayor|Deputy Minist"
    r"|Under Secretary|Undersecretary|Special|Envoy|^Minister of State|Secretary of State at|Vice[ -]Minister"
    r"|Commissioner|^Member|Head of the Office"
)
#: where the table mixes the offices of states and provinces with those of the whole: only these are clear
_CLEAR = re.compile(r"^(Prime Minister|Deputy Prime Minister|Governor[ -]General|Premier of .+)$")


def foreign(book: Book, people: People, folder: Path) -> None:
    """Heads of state and government (Wikidata, 2022) and ministers since 2000 (33 states)."""
    for row in read(folder / "heads_of_state_wikidata_2022.csv"):
        country = _SAME.get(row["country"], row["country"].removeprefix("The "))
        position = re.split(r" of ", row["position"])[0]
        if row["country"] in (US, "United States of America") or position not in _HEADS:
            continue
        person = _somebody(people, row["person"], country, row["wikidata"], position)
        person.held.add((foreign_office(book, position, country), "", row["start_year"], row["end_year"], "2022-10"))
    for row in read(folder / "foreign_officeholders.csv"):
        country, position = _SAME.get(row["country"], row["country"]), clean(row["position"])
        if position == "First Lord of the Treasury":
            position = "Prime Minister"  # the same person since 1905; the table has the dates under this title only
        if not re.match(r"[A-Za-zÀ-ž]{2}.* ", row["person"]):
            continue  # a name that nobody has written in Latin letters
        if _NOT_FOREIGN.search(position) or (country in ("Australia", "Canada") and not _CLEAR.match(position)):
            continue
        person = _somebody(people, row["person"], country, row["wikidata"], position)
        office = foreign_office(book, position, country)
        if not any(
            h[0] == office
            and h[2][:4] == row["start"][:4]
            and row["start"].startswith(h[2])
            and h[4] == "2022-10"
            and len(h[2]) == 4
            for h in person.held
        ):
            person.held.add((office, "", row["start"], row["end"], row["as_of"]))
            continue
        person.held -= {
            h
            for h in person.held
            if h[0] == office and h[4] == "2022-10" and len(h[2]) == 4 and row["start"].startswith(h[2])
        }
        person.held.add((office, "", row["start"], row["end"], row["as_of"]))


#: what the tables of offices call a country, and what the registry calls it
_SAME = {
    "People's Republic of China": "China", "Kingdom of the Netherlands": "Netherlands", "Kingdom of Denmark": "Denmark",
    "Czech Republic": "Czechia", "Republic of Ireland": "Ireland", "Ivory Coast": "Côte d'Ivoire",
    "Cape Verde": "Cabo Verde", "East Timor": "Timor-Leste", "Federated States of Micronesia": "Micronesia",
}  # fmt: skip

_HEADS = {
    "President",
    "Prime Minister",
    "King",
    "Emperor",
    "Sultan",
    "Supreme Leader",
    "Taoiseach",
    "Federal Chancellor",
    "Premier",
    "Governor-General",
    "Emir",
    "Chairman",
} - {"Chairman"}


def _somebody(people: People, name: str, country: str, qid: str, position: str) -> Person:
    common = bare(name)
    ids = [f"wikidata:{qid}"] if qid else []
    word = re.sub(r"\b(of|the|and|for|to)\b", "", position)
    return people.with_id(*ids) or people.add(Person(common, country, ids=ids, words=[country, word]))


def foreign_office(book: Book, position: str, country: str) -> str:
    """The office of a country, made when it is first met."""
    of = f"the {country}" if country in THE else country
    own = (
        fold(country) in fold(position)
        or country == "International"
        or re.match(r"(Governor|Premier|Chief Minister|First Minister) of ", position)
    )
    position = "Chancellor" if position == "Federal Chancellor" else position[0].upper() + position[1:]
    label = position if own else f"{position} of {of}"
    if found := book.hand("office", label):
        return found
    id_ = f"office:{slug(label.replace(f'of {of}', f'of {country}'))}"
    if not book.free(id_):
        return id_
    aliases = []
    adjective = (
        ADJECTIVES.get(country)
        or next(
            (
                d
                for d in book.entries.get(f"place:{slug(country)}", _NONE).demonyms
                if not d.endswith("s") or d.endswith("ss")
            ),
            "",
        )
        if not own
        else ""
    )
    if adjective and " of " not in position and " for " not in position:
        aliases.append(f"{adjective} {position}")
    if match := re.fullmatch(r"Minister (?:of|for) (?:the )?(.+)", position):
        subjects = _SUBJECTS.get(match[1], (match[1],))
        aliases += [f"{adjective} {subject} Minister" for subject in subjects if adjective]
        if len(subjects) > 1:
            aliases += [f"{subject} Minister of {of}" for subject in subjects]
    return book.add(
        "office",
        label,
        "Office",
        name=id_.partition(":")[2].replace("-", " "),
        aliases=tuple(a for a in aliases if a),
        country=_place(book, country),
    )


#: what news call ministers of these
_SUBJECTS = {
    "Foreign Affairs": ("Foreign", "Foreign Affairs"), "External Affairs": ("Foreign", "External Affairs"),
    "Defence": ("Defence", "Defense"), "Defense": ("Defense", "Defence"),
    "National Defence": ("Defence", "Defense"), "National Defense": ("Defense", "Defence"),
    "Interior": ("Interior",), "Internal Affairs": ("Interior", "Internal Affairs"),
    "Home Affairs": ("Interior", "Home"),
}  # fmt: skip


def _place(book: Book, country: str) -> str:
    """The place of a country as the tables of offices call it; nothing for what is no country."""
    id_ = f"place:{slug(country)}"
    return id_ if not book.free(id_) else book.hand("place", country) or ""


class _None:
    demonyms: tuple[str, ...] = ()


_NONE = _None()


def heads(book: Book, people: People, folder: Path) -> None:
    """Heads of state and government in January 2026."""
    independent = {r["iso2"] for r in read(folder / "countries.csv") if r["iso2"] and not r["dependency_of"]}
    titles = re.compile(
        r"(President|Prime Minister|King|Queen|Emperor|Chancellor|Premier|Supreme Leader|Sultan|Amir|Emir|Taoiseach"
        r"|Federal Chancellor|Interim President|Transitional President|Acting President|Grand Duke|Prince|Pope)$"
    )
    for row in read(folder / "heads_of_state_current.csv"):
        country = country_name(row["country"])
        name = bare(row["name"])
        if row["iso2"] not in independent or row["iso2"] == "US" or not titles.match(row["title"]):
            continue
        if (
            re.match(r"^(and|of) |.* and ", name)
            or len(name.split()) > 6
            or (row["title"] == "King" and name == "Charles III" and row["iso2"] != "GB")
        ):
            continue
        name = " ".join(
            w.capitalize() if w.isupper() and len(w) > 1 and w not in ("II", "III", "IV", "VI", "XIV", "X") else w
            for w in name.split()
        )
        name = bare(re.sub(r" of the Netherlands$| of Denmark$", "", name))
        before = "United Kingdom" if name == "Mark Carney" else country
        person = people.like(before, name) or people.add(Person(name, country, words=[country, row["title"]]))
        names = [name]
        words = name.split()
        if row["surname"] and len(words) > 2 and words[0] not in row["surname"].split():
            names.append(f"{words[0]} {row['surname']}")
        people.know(person, (), names)
        if row["surname"] and person.common.split()[-1] != row["surname"] and row["surname"] in person.common:
            person.family = row["surname"]
        title = re.sub(r"^(Interim|Transitional|Acting) ", "", row["title"])
        office = foreign_office(book, title, country)
        if any(h[0] == office and row["since"][:4] == h[2][:4] for h in person.held):
            old = {h for h in person.held if h[0] == office and row["since"][:4] == h[2][:4]}
            person.held -= old
        person.held.add((office, "", row["since"], "", "2026-01"))
