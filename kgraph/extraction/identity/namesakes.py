"""Whether somebody of the registry is the person that a text calls by the same name, or a namesake.

To take one person for another is the worst fault: a name is given to somebody of the registry only where the text or
the time speaks for it, and never where they speak against.
"""

import re
from functools import cache
from typing import Literal

from kgraph.extraction.identity.setting import Setting
from kgraph.extraction.lexicon import words
from kgraph.registry import Holding, Known, Registry

__all__ = ["Verdict", "agree", "is_meant", "roles", "titles_in", "without_titles"]

Verdict = Literal["yes", "no", "unsure"]

#: years: the youngest in public life, the oldest, how long people are named after they left office, and before
_YOUNGEST, _OLDEST, _AFTER, _BEFORE = 18, 100, 15, 8
#: namesakes to expect among as many people as the registry holds, at most, where nothing but the name speaks for it
_RARE, _RARE_IN_OFFICE = 0.1, 0.5
#: the same for somebody who is in office long before or after, and where the text speaks of other countries
_SELDOM, _UNHEARD = 0.02, 0.001
_PARTY = re.compile(r"\s?\((?:Republican|Democrat|Democratic|Independent|[RDI])[-–—,. ]+(?P<state>[A-Z][\w. ]*?)\.?\)")


def is_meant(known: Known, said: str, around: list[str], setting: Setting, spoken: set[str]) -> Verdict:
    """Whether this person is meant.

    Args:
        known: one of the registry who is called so.
        said: the full name as the text has it.
        around: for each time the text says it, the words before, a bar in place of the name, and the words after.
        setting: when and where.
        spoken: titles that the text speaks of anywhere.
    """
    held = setting.registry.offices_of(known.id)
    if _too_early(known, setting.day) or _other_initial(known, said) or any(map(_is_tail, around)):
        return "no"
    titles = roles(held, setting.registry)
    state = _state(around, held)
    if state == "no":
        return "no"
    if state == "yes" or any(_role(words_, titles) for words_ in around):
        return "yes"
    if _too_late(known, held, setting.day) or not held:
        return "unsure"
    if any(_otherwise(words_) for words_ in around):
        return "unsure"
    if titles and titles <= words("common").keys() and not agree(spoken, titles):
        return "unsure"
    expected, led = setting.registry.namesakes(said), bool(titles & words("head").keys())
    countries = {c for h in held if (c := _country(h, setting))}
    if countries and not led and expected > _UNHEARD and setting.elsewhere(countries):
        return "unsure"
    if any(h.possible(setting.day) for h in held):
        return "yes" if expected < _RARE_IN_OFFICE else "unsure"
    if expected < _SELDOM:
        return "yes"
    near = any(
        (led or _years(h.end or h.start, setting.day) < _AFTER) and _years(setting.day, h.start) < _BEFORE for h in held
    )
    return "yes" if near and expected < _RARE else "unsure"


def titles_in(text: str) -> set[str]:
    """The titles that stand in some words, as long as they go: `senator` for "Sen.", `foreign minister`."""
    return {words("short-title").get(found, found) for found in _titles().findall(text.lower())}


def without_titles(text: str) -> str:
    """The words without titles, and without "of" and "the" before or after: `FBI` of "director of the FBI"."""
    rest = " ".join(text[a:b] for a, b in _gaps(text))
    return re.sub(r"^(?:(?:of|for|to|the) )+|(?: (?:of|for|to|the))+$", "", " ".join(rest.split()))


def _gaps(text: str) -> list[tuple[int, int]]:
    ends = [0, *(place for found in _titles().finditer(text.lower()) for place in found.span()), len(text)]
    return list(zip(ends[::2], ends[1::2], strict=True))


@cache
def _titles() -> re.Pattern[str]:
    every = {*words("title"), *words("holder"), *words("short-title")}
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, every), key=len, reverse=True))})(?![\w-])")


def agree(said: set[str], held: set[str]) -> bool:
    """Whether one of the titles in the text may be one of those held: "judge" of a district judge's."""
    return any(_same(one, other) for one in said for other in held)


def _same(said: str, held: str) -> bool:
    if said == held or held.startswith(f"{said} of "):
        return True
    for short, long in ((said, held), (held, said)):
        if long.endswith(f" {short}"):
            return long.split()[0] not in words("lesser")
    return False


def roles(held: tuple[Holding, ...], registry: Registry) -> set[str]:
    """The titles of these offices."""
    found: set[str] = set()
    for holding in held:
        office = registry.get(holding.office)
        for name in office.names if office else ():
            found |= titles_in(name)
    return found


def _role(around: str, titles: set[str]) -> bool:
    """Whether one of these titles stands directly before or after the name."""
    before, _, after = around.partition("|")
    near = " ".join(re.split(r"[.!?] (?=[A-Z])", before)[-1].split()[-5:])
    apposition = re.match(r", [^.!?;|]{0,70}", after)
    return agree(titles_in(near), titles) or bool(apposition and agree(titles_in(apposition[0]), titles))


def _otherwise(around: str) -> bool:
    """Whether the text calls the person something else: "the actor |", "|, a professor at"."""
    before, _, after = around.partition("|")
    apposition = re.match(r", (?:who (?:is|was) )?(?:a|an|the|his|her) ([^,.;|]{0,60})", after)
    said = {w.strip(",.").lower() for w in (*before.split()[-1:], *(apposition[1].split() if apposition else ()))}
    return any(w in words("occupation") for w in said)


def _state(around: list[str], held: tuple[Holding, ...]) -> Verdict:
    """What "(R-Texas)" says for or against."""
    for words_ in around:
        if match := _PARTY.match(words_.partition("|")[2]):
            state = match["state"].strip(". ")
            name = words("postal").get(state.lower()) or words("abbreviation").get(state.lower(), state)
            places = {h.where.partition(":")[2].removesuffix("-us-state") for h in held if h.where.startswith("place:")}
            slugs = {p.removesuffix("-state") for p in places}
            if places:
                return "yes" if name.lower().replace(" ", "-") in slugs else "no"
            return "unsure"
    return "unsure"


def _country(holding: Holding, setting: Setting) -> str:
    office = setting.registry.get(holding.office)
    return office.country if office else ""


def _years(earlier: str, later: str) -> int:
    """Whole calendar years between two dates, cut as they are; 0 where one is not known."""
    return int(later[:4]) - int(earlier[:4]) if earlier[:4].isdigit() and later[:4].isdigit() else 0


def _too_early(known: Known, day: str) -> bool:
    return bool(known.since) and bool(day) and _years(known.since, day) < _YOUNGEST


def _too_late(known: Known, held: tuple[Holding, ...], day: str) -> bool:
    if known.until and known.until[:4] < day[:4]:
        return True
    if known.since and _years(known.since, day) > _OLDEST:
        return True
    return bool(held) and all(h.end and _years(h.end, day) > 2 * _AFTER for h in held)


def _is_tail(around: str) -> bool:
    """Whether a given name stands directly before, so that the name is longer: "Michael | Patrick Leahy"."""
    before = around.partition("|")[0]
    return before[-1:] == " " and (before.split() or [""])[-1] in words("given")


def _other_initial(known: Known, said: str) -> bool:
    """Whether the text has a middle initial, and the registry another."""
    given = re.search(r"^\S+ ([A-Z])\.? \S", said)
    if given is None:
        return False
    middles = {m[1] for name in known.names if (m := re.search(r"^\S+ ([A-Z])[\w.]* \S", name))}
    return bool(middles) and given[1] not in middles
