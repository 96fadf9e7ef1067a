"""Members of Congress as bills name them: by family name, and by state where two share one."""

import re

from kgraph.extraction.identity.setting import Setting
from kgraph.extraction.identity.things import Found

__all__ = ["SENATOR", "chamber", "member"]

SENATOR, _REPRESENTATIVE = "office:us-senator", "office:us-representative"
_INTRODUCED = re.compile(r"\b(?:introduced|submitted|reported) the following\b")
_HEADING = 4000
_YOUNGEST, _OLDEST = 25, 92


def chamber(text: str) -> str | None:
    """The office of those who bring in a bill or resolution of the US Congress; None where the text is none."""
    introduced = _INTRODUCED.search(text, 0, _HEADING)
    if introduced is None:
        return None
    before = text[: introduced.end()]
    if re.search(r"IN THE SENATE OF THE UNITED STATES|\bS\. ?(?:J\. ?|Con\. ?)?(?:R(?:es|ES)\. ?)?\d", before):
        return SENATOR
    if re.search(r"IN THE HOUSE OF REPRESENTATIVES|\bH\. ?(?:J\. ?|Con\. ?)?R(?:es|ES)?\. ?\d", before):
        return _REPRESENTATIVE
    return None


def member(name: str, office: str | None, setting: Setting) -> Found:
    """The member of that chamber on the day: "Doe", or "Doe of Texas"; those it may be where several fit.

    Args:
        name: the family name, and the state if it is given.
        office: of the chamber; None where either may be meant.
        setting: of the document.
    """
    surname, _, state = name.partition(" of ")
    offices = {office} if office else {SENATOR, _REPRESENTATIVE}
    certain, possible = set[str](), set[str]()
    for candidate in setting.registry.candidates(surname, ["person"], setting.day or None):
        for held in setting.registry.offices_of(candidate.known.id):
            if held.office not in offices or (state and not _of(held.where, state, setting)):
                continue
            if not _of_age(candidate.known.since, setting.day):
                continue
            if setting.exact and held.certain(setting.day):
                certain.add(candidate.known.id)
            elif setting.day and held.possible(setting.day):
                possible.add(candidate.known.id)
    found = sorted(certain or possible)
    return (found[0], ()) if len(found) == 1 else (None, tuple(found[:5]))


def _of_age(born: str, day: str) -> bool:
    """Terms of former members have no dates in the registry; their lives bound them."""
    age = int(day[:4] or 0) - int(born[:4] or 0) if day and born else _YOUNGEST
    return _YOUNGEST <= age <= _OLDEST


def _of(where: str, state: str, setting: Setting) -> bool:
    place = setting.registry.get(where)
    return place is not None and state in place.names
