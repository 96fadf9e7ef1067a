"""Federal courts and the top and appellate courts of the states."""

import re
from pathlib import Path

from kgraph.terms import slug
from tools.registry.book import Book, fold, read

__all__ = ["courts"]

_STATES = {
    "C": "Central", "D": "", "E": "Eastern", "M": "Middle", "N": "Northern", "S": "Southern", "W": "Western",
}  # fmt: skip
_ORDINALS = {
    "First": "1st", "Second": "2nd", "Third": "3rd", "Fourth": "4th", "Fifth": "5th", "Sixth": "6th",
    "Seventh": "7th", "Eighth": "8th", "Ninth": "9th", "Tenth": "10th", "Eleventh": "11th",
}  # fmt: skip
#: registers, reporters and offices that the table lists among courts
_NO_COURT = re.compile(
    r"judcoun|usdistct|uslandoffice|ussurveyor|usjc|usjudconf|oha$|dept|^fcc$|^olc$|^circt|usnbdrev|reglrail|^scotus$|^ncd$|^okd$|^wvad$"
)


def courts(book: Book, folder: Path) -> dict[str, str]:
    """Courts that sit; gives body names by courts-db id and by the full name."""
    found: dict[str, str] = {"scotus": "body:us-supreme-court"}
    for row in read(folder / "us_courts.csv"):
        # the table has the District of New Jersey end in 1801; its judges sit
        if (row["end"] and row["id"] != "njd") or _NO_COURT.search(row["id"]):
            continue
        label = _label(row)
        if label is None:
            continue
        bare = label.removeprefix("US ")
        aliases = [row["citation_string"]] if row["system"] == "federal" and "." in row["citation_string"] else []
        if label.startswith("US "):
            aliases += [f"U.S. {bare}", f"United States {bare}"]
        if match := re.fullmatch(r"US Court of Appeals for the (.+) Circuit", label):
            aliases += _circuit(match[1])
        if match := re.fullmatch(r"US District Court for the (.+)", label):
            aliases += [f"federal district court for the {match[1]}", match[1]]
        if match := re.fullmatch(r"(.+) Supreme Court", label):
            aliases += [f"Supreme Court of {match[1]}"]
        id_ = book.hand("body", label)
        if id_ is None and not book.free(f"body:{slug(label)}"):
            continue
        id_ = book.add("body", label, "Court", aliases=tuple(aliases), ids=(f"courts-db:{row['id']}",))
        found[row["id"]] = found[fold(label)] = id_
    _top_of_the_states(book, folder)
    return found


#: where the court of last resort is not called Supreme Court
_TOP = {
    "District of Columbia": ("District of Columbia Court of Appeals",),
    "Maine": ("Maine Supreme Judicial Court",),
    "Massachusetts": ("Massachusetts Supreme Judicial Court",),
    "New York": ("New York Court of Appeals",),
    "Oklahoma": ("Oklahoma Supreme Court", "Oklahoma Court of Criminal Appeals"),
    "Texas": ("Texas Supreme Court", "Texas Court of Criminal Appeals"),
}


def _top_of_the_states(book: Book, folder: Path) -> None:
    """The courts of last resort that the table of courts leaves out."""
    for row in read(folder / "us_states.csv"):
        state = row["name"]
        if row["kind"] == "territory":
            continue
        for label in _TOP.get(state, (f"{state} Supreme Court",)):
            top = label.removeprefix(f"{state} ")
            if book.free(f"body:{slug(label)}") and book.free(f"body:{slug(f'{top} of {state}')}"):
                book.add("body", label, "Court", aliases=(f"{top} of {state}",))


def _circuit(name: str) -> list[str]:
    number = _ORDINALS.get(name, name)
    if name == "District of Columbia":
        return [
            "D.C. Circuit",
            "DC Circuit",
            "D.C. Circuit Court of Appeals",
            "U.S. Court of Appeals for the D.C. Circuit",
        ]
    return [
        f"{name} Circuit", f"{number} Circuit", f"{name} Circuit Court of Appeals",
        f"{number} Circuit Court of Appeals", f"{number} U.S. Circuit Court of Appeals",
        f"U.S. Court of Appeals for the {number} Circuit",
    ]  # fmt: skip


def _label(row: dict[str, str]) -> str | None:
    name = row["full_name"] or row["name"]
    name = re.sub(r"^(United States|U\.? ?S\.?) ", "US ", name)
    name = (
        name.replace(" For The ", " for the ")
        .replace(" of The ", " of the ")
        .replace("US Court of Veteran Appeals", "US Court of Appeals for Veterans Claims")
    )
    if row["system"] != "federal":
        if row["id"] == "prapp" or "Tribunal" in name:
            return None
        return name
    if "District Court" in name and not name.startswith("US District Court for"):
        return _district(row)
    if "Bankruptcy Court" in name:
        return _district(row)
    if name.startswith("Court of Appeals"):
        name = f"US {name}"
    return name.replace("D.C. Circuit", "District of Columbia Circuit")


#: Bluebook abbreviations of the states, as the citations have them
_ABBREVIATIONS = {
    "Ala": "Alabama", "Alaska": "Alaska", "Ariz": "Arizona", "Ark": "Arkansas", "Cal": "California",
    "Colo": "Colorado", "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Florida": "Florida",
    "Ga": "Georgia", "Guam": "Guam", "Haw": "Hawaii", "Idaho": "Idaho", "Ill": "Illinois", "Ind": "Indiana",
    "Iowa": "Iowa", "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Mass": "Massachusetts", "Md": "Maryland",
    "Maryland": "Maryland", "Me": "Maine", "Mich": "Michigan", "Minn": "Minnesota", "Minnesota": "Minnesota",
    "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana", "NC": "North Carolina", "ND": "North Dakota",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "Neb": "Nebraska",
    "Nev": "Nevada", "Ohio": "Ohio", "Okla": "Oklahoma", "Or": "Oregon", "PR": "Puerto Rico", "Pa": "Pennsylvania",
    "Penn": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "Tenn": "Tennessee",
    "Tex": "Texas", "Utah": "Utah", "VI": "Virgin Islands", "Va": "Virginia", "Vt": "Vermont", "WVa": "West Virginia",
    "Wash": "Washington", "Wis": "Wisconsin", "Wyo": "Wyoming",
}  # fmt: skip


def _district(row: dict[str, str]) -> str | None:
    """The full name of a district or bankruptcy court, from its citation: "S.D.N.Y."."""
    cite = re.sub(r"[.\s]", "", row["citation_string"])
    kind = "Bankruptcy" if cite.startswith("Bankr") else "District"
    cite = cite.removeprefix("Bankr")
    if cite in ("DDC", "DC"):
        return f"US {kind} Court for the District of Columbia"
    if cite == "NMarI":
        return f"US {kind} Court for the Northern Mariana Islands"
    if row["id"] == "iasb" or row["id"] == "ianb":
        cite = "SDIowa" if row["id"] == "iasb" else "NDIowa"
    for length in (2, 1):
        side, state = cite[:length], _ABBREVIATIONS.get(cite[length:])
        if state and length == 2 and side[1] == "D" and side[0] in _STATES and side[0] != "D":
            return f"US {kind} Court for the {_STATES[side[0]]} District of {state}"
        if state and length == 1 and side == "D":
            return (
                f"US {kind} Court for the District of {state}"
                if state != "Virgin Islands"
                else f"US {kind} Court for the Virgin Islands"
            )
    return None
