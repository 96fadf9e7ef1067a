"""Countries, US states, capitals, cities and regions."""

import re
from pathlib import Path

from tools.registry.book import Book, read, split

__all__ = ["ADJECTIVES", "THE", "cities", "countries", "country_name", "regions", "states"]

#: the Factbook's name to the name that news use
_NAMES = {
    "Burma": "Myanmar", "Congo": "Republic of the Congo", "DRC": "Democratic Republic of the Congo",
    "Curacao": "Curaçao", "Holy See": "Vatican City", "The Bahamas": "Bahamas", "The Dominican": "Dominican Republic",
    "The Gambia": "Gambia", "Virgin Islands": "US Virgin Islands", "Federated States of Micronesia": "Micronesia",
}  # fmt: skip

#: countries whose adjective is shared in the table, or whose row is written by hand
ADJECTIVES = {
    "North Korea": "North Korean", "South Korea": "South Korean", "Germany": "German", "Italy": "Italian",
    "Japan": "Japanese", "Venezuela": "Venezuelan", "El Salvador": "Salvadoran", "Palestine": "Palestinian",
}  # fmt: skip

#: countries that take the article
THE = {
    "Bahamas", "British Virgin Islands", "Cayman Islands", "Central African Republic", "Comoros", "Cook Islands",
    "Czech Republic", "Democratic Republic of the Congo", "Dominican Republic", "Falkland Islands", "Faroe Islands",
    "Gambia", "Maldives", "Marshall Islands", "Netherlands", "Northern Mariana Islands", "Philippines",
    "Republic of the Congo", "Seychelles", "Solomon Islands", "US Virgin Islands", "United Arab Emirates",
    "United Kingdom", "United States", "Vatican City",
}  # fmt: skip

#: names of the table that are out of use, of another thing, or a word of the language
_NOT_NAMES = {
    "AS",
    "BS",
    "CH",
    "Eastern Samoa",
    "Upper Peru",
    "New Philippines",
    "Rossiya",
    "Misr",
    "Uman",
    "the State of Eritrea",
}


def country_name(name: str) -> str:
    """What news call a country of the Factbook."""
    return _NAMES.get(name, name)


def countries(book: Book, folder: Path) -> dict[str, str]:
    """Countries and territories; gives place names by ISO code."""
    found = {}
    for row in read(folder / "countries.csv"):
        if not row["iso2"] or row["iso2"] == "PS":
            continue
        label = country_name(row["name"])
        names = [row["name"], row["long_name"], *split(row["other_names"])]
        aliases = [n for n in names if n and _usable(n) and n != row["capital"] and n != label]
        adjective = ADJECTIVES.get(label)
        demonyms = [adjective] if adjective else _demonyms(row["adjective"], row["demonym_noun"])
        found[row["iso2"]] = book.add(
            "place",
            label,
            "Place",
            words=("country",),
            aliases=tuple(aliases),
            demonyms=tuple(d for d in demonyms if d not in (label, row["name"])),
            ids=tuple(f"{scheme}:{row[key]}" for scheme, key in _CODES if row[key]),
        )
    return found


_CODES = (("iso3166-1", "iso2"), ("iso3166-1", "iso3"), ("wikidata", "wikidata"))


def _usable(name: str) -> bool:
    return not re.search(r"[,\[\]]|former|Soviet Socialist|Empire|People's Socialist", name) and name not in _NOT_NAMES


def _demonyms(adjectives: str, nouns: str) -> list[str]:
    found = []
    for part in re.split(r"[;,]| or ", adjectives):
        found.append(part.strip())
    for part in re.split(r"[;,]| or ", nouns):
        noun = part.strip()
        if noun.endswith(("(men)", "(women)")):
            stem = noun.partition("(")[0].removesuffix("man").removesuffix("wo")
            found += [f"{stem}man", f"{stem}men", f"{stem}woman", f"{stem}women"]
            continue
        plural = "(s)" in noun
        noun = re.sub(r"\(.*?\)|\(.*", "", noun).strip()
        found += [noun, f"{noun}s"] if plural else [noun]
    return [f for f in found if f[:1].isupper() and len(f) > 2 and f not in ("Congo",) and " note" not in f]


def states(book: Book, folder: Path) -> dict[str, str]:
    """US states and territories; gives place names by postal code."""
    found = {}
    for row in read(folder / "us_states.csv"):
        if row["kind"] == "territory":
            continue
        found[row["abbr"]] = book.add(
            "place",
            row["name"],
            "Place",
            name="New York state" if row["abbr"] == "NY" else "Washington state" if row["abbr"] == "WA" else "",
            words=("US state",),
            new=row["abbr"] in ("NY", "WA"),
            aliases=(*split(row["other_names"]), row["ap_abbr"]),
            demonyms=tuple(f for d in split(row["demonyms"]) for f in (d, f"{d}s")),
            ids=(f"wikidata:{row['wikidata']}", f"fips:{row['fips']}", f"usps:{row['abbr']}"),
            since=row["statehood_year"],
            country="place:united-states",
        )
    return found


def cities(book: Book, folder: Path, countries_: dict[str, str], states_: dict[str, str]) -> None:
    """Capitals, and cities of 500,000 people (in the US of 100,000)."""
    capitals = {(r["iso2"], r["capital"]) for r in read(folder / "countries.csv")}
    capitals |= {("US", r["capital"]) for r in read(folder / "us_states.csv")}
    names = {r["iso2"]: country_name(r["name"]) for r in read(folder / "countries.csv")}
    state_names = {r["abbr"]: r["name"] for r in read(folder / "us_states.csv")}
    rows = sorted(read(folder / "cities.csv"), key=lambda r: (-int(r["population"]), r["geonameid"]))
    seen: set[tuple[str, str]] = set()
    for row in rows:
        capital = (row["country"], row["name"]) in capitals
        if (row["country"], row["name"]) in seen and row["country"] != "US":
            continue
        if row["name"] == "Washington" or not (
            capital or int(row["population"]) >= (100_000 if row["country"] == "US" else 500_000)
        ):
            continue
        seen.add((row["country"], row["name"]))
        country = names.get(row["country"], "")
        state = state_names.get(row["admin1"], "") if row["country"] == "US" else ""
        book.add(
            "place",
            row["name"],
            "Place",
            words=(state, country, f"city {state or country}", "city", f"city near {row['geonameid']}"),
            aliases=tuple(a for a in (state and f"{row['name']}, {state}", _ASCII.get(row["name"], "")) if a),
            ids=(f"geonames:{row['geonameid']}",),
            country=countries_.get(row["country"], ""),
        )


_ASCII = {"Kyiv": "Kiev", "New York City": "New York", "Saint Petersburg": "St. Petersburg", "Beijing": "Peking"}


def regions(book: Book, folder: Path) -> None:
    """Continents, seas and regions that are no state."""
    names = {"Southeast Asia": "South East Asia"}
    for row in read(folder / "regions.csv"):
        label = names.get(row["name"], row["name"])
        if book.hand("place", label) or not book.free(f"place:{label.lower()}"):
            continue
        book.add("place", label, "Place", words=("region",), aliases=(row["name"], *split(row["other_names"])))
