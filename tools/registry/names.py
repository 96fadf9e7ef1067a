"""Names of people: the common one, the longer ones, and which word is the family's."""

import re

from tools.registry.book import fold

__all__ = ["FAMILY_FIRST", "bare", "longer", "surname"]

#: countries whose names are written family first in English
FAMILY_FIRST = {"China", "Hong Kong", "Macau", "North Korea", "South Korea", "Taiwan", "Vietnam", "Cambodia"}

_TITLES = re.compile(
    r"^((Sir|Dame|Dr\.?|Capt\.?|Col\.?|Gen\.?|Lt\.?|Maj\.?|Sr\.?|Brig\.?|Adm\.?|Air|Vice-Marshal|Field|Marshal|Crown"
    r"|Prince|Princess|Sheikh|Shaykh|Sayyid|Amir|Lord|Lady|Baroness|Baron|Hon\.?|Prof\.?|Tuilaepa|Mr\.?|Ms\.?|Mrs\.?"
    r"|General|Colonel|Captain|Justice|Rear|Admiral|Ratu) )+"
)
_SUFFIX = re.compile(r",? (Jr\.?|Sr\.?|II|III|IV)$")


def bare(name: str) -> str:
    """A name without title, and without what Wikipedia puts in brackets."""
    return " ".join(_TITLES.sub("", re.sub(r" ?\(.*?\)", "", name)).split())


def longer(first: str, middle: str, last: str, suffix: str = "", nickname: str = "") -> list[str]:
    """The forms in which papers and courts write somebody's name."""
    tail = f" {suffix}" if suffix else ""
    found = [f"{first} {last}", f"{first} {last}{tail}"]
    if middle:
        found += [f"{first} {middle} {last}{tail}"]
        if middle[:1].isalpha():
            found += [f"{first} {middle[0]}. {last}{tail}"]
    if nickname and fold(nickname) != fold(f"{nickname} {last}") and " " not in nickname:
        found += [f"{nickname} {last}"]
    return [" ".join(f.split()) for f in found if first]


def surname(name: str, country: str) -> str:
    """The family's name where it is not the last word; else nothing."""
    words = _SUFFIX.sub("", name).split()
    if country in FAMILY_FIRST and len(words) in (2, 3) and not words[0].endswith("."):
        return words[0]
    return ""
