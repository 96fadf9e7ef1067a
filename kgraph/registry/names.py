"""How names are compared: as written but for the case, or plainly, and which word is somebody's family name."""

import re
import unicodedata

from kgraph.registry.known import Known

__all__ = ["exact", "fits_case", "keys", "plain"]

_SUFFIX = re.compile(r",? (?:Jr\.?|Sr\.?|II|III|IV)$")
#: words that belong to the family name after them: "Ursula von der Leyen"
_PARTICLES = {
    "al",
    "bin",
    "da",
    "dal",
    "de",
    "del",
    "della",
    "der",
    "di",
    "do",
    "dos",
    "du",
    "el",
    "la",
    "le",
    "ter",
    "van",
    "von",
}
_QUOTES = str.maketrans("‘’ʼ–—", "'''--")


def exact(text: str) -> str:
    """The text with single spaces, whatever the case."""
    return " ".join(text.split()).casefold()


def plain(text: str) -> str:
    """Without accents, periods, hyphens, leading article and possessives: `us` of "the U.S.", `smith` of "Smith's"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.translate(_QUOTES))
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    folded = " ".join(text.casefold().replace(".", "").replace("-", " ").split())
    if folded.startswith("the ") and len(folded) > 4:
        folded = folded[4:]
    return folded.replace("'s ", " ").removesuffix("'s")


def fits_case(name: str, text: str) -> bool:
    """An acronym is one in capitals only: `WHO`, `ICE` and `US` are not `who`, `ice` and `us`."""
    return not _acronym(name) or not any(
        c.islower() for c in text.removeprefix("the ").removesuffix("'s").removesuffix("’s")
    )


def _acronym(name: str) -> bool:
    return 1 < len(name) <= 12 and name.isupper() and " " not in name


def _surnames(known: Known) -> list[str]:
    if known.surname:
        return [known.surname]
    words = _SUFFIX.sub("", known.label).split()
    if len(words) < 2:
        return []
    found = [words[-1]]
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    if start == len(words) - 1 and len(words) > 2 and not words[-2].endswith("."):
        start -= 1  # "López Obrador", "Perez Zamora": two family names
    return [*found, " ".join(words[start:])] if start < len(words) - 1 else found


def keys(known: Known) -> list[tuple[str, str, str]]:
    """Every way to call it: the plain form, the reason (one of REASONS), the name as it is written."""
    found = [(known.label, "name")]
    if known.short:
        found.append((known.short, "acronym" if _acronym(known.short) else "short"))
    found += [(alias, "acronym" if _acronym(alias) else "alias") for alias in known.aliases]
    found += [(demonym, "demonym") for demonym in known.demonyms]
    if known.kind == "person":
        found += [(name, "surname") for name in _surnames(known)]
    if known.kind == "office" and " of " in known.label:
        found.append((known.label.partition(" of ")[0], "title"))
    once: dict[str, tuple[str, str]] = {}
    for name, reason in found:
        if key := plain(name):
            once.setdefault(key, (reason, name))
    return [(key, reason, name) for key, (reason, name) in once.items()]
