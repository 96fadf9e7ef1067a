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


#: the tables' name to the name that news use
_NEWS = {
    "Benyamin Netanyahu": "Benjamin Netanyahu", "Matamela Cyril Ramaphosa": "Cyril Ramaphosa",
    "Javier Gerardo Milei": "Javier Milei", "Sergey Shoygu": "Sergei Shoigu", "Sergey Lavrov": "Sergei Lavrov",
    "Andrey Belousov": "Andrei Belousov",
    "Daniel Noboa Azin": "Daniel Noboa", "José Raúl Mulino Quintero": "José Raúl Mulino",
    "Santiago Peña Palacios": "Santiago Peña", "José Enrique Jerí Oré": "José Jerí",
    "Rodrigo Paz Pereira": "Rodrigo Paz", "Rodrigo Alberto de Jesús Chaves Robles": "Rodrigo Chaves",
    "Yamandú Orsi Martínez": "Yamandú Orsi", "Bola Ahmed Tinubu": "Bola Tinubu", "Abiy Ahmed Ali": "Abiy Ahmed",
    "Alassane Dramane Ouattara": "Alassane Ouattara", "Salva Kiir Mayardit": "Salva Kiir",
    "Philip Edward Davis": "Philip Davis", "Antonio Luis Montenegro": "Luís Montenegro",
    "John Dramani Mahama": "John Mahama",
    "Muhammad Bin Zayid Al Nuhayyan": "Mohamed bin Zayed Al Nahyan", "Antonio Guterres": "António Guterres",
    "Christopher A. Wray": "Christopher Wray", "Salman bin Abd al-Aziz Al Saud": "Salman of Saudi Arabia",
    "Mark T. Esper": "Mark Esper", "Sitiveni Ligamamada Rabuka": "Sitiveni Rabuka",
    "Kamla Susheila Persad-Bissessar": "Kamla Persad-Bissessar", "Kay Rala Xanana Gusmao": "Xanana Gusmão",
    "Daniel Francisco Chapo": "Daniel Chapo",
}  # fmt: skip


def bare(name: str) -> str:
    """A name without title, and without what Wikipedia puts in brackets; the one that news use."""
    plain = " ".join(_TITLES.sub("", re.sub(r" ?\(.*?\)", "", name)).split())
    return _NEWS.get(plain, plain)


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
