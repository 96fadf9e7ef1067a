"""Short marks for speakers: initials that are unique in one picture."""

import re
from collections.abc import Iterable

from kgraph.claims import Named
from kgraph.terms import Term

__all__ = ["badges"]

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SKIPPED = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "senior", "the", "to", "unnamed", "us"})


def badges(speakers: Iterable[Named]) -> dict[Term, str]:
    """Two or three letters for each speaker (`KL`, `NYP`); `?` goes before those whom a source does not name.

    Where two would be alike the one whose address sorts later gets more letters of its last word, then a number.
    """
    found: dict[Term, str] = {}
    taken: set[str] = set()
    for speaker in sorted(set(speakers), key=lambda s: s.term):
        if speaker.term not in found:
            badge = next(b for b in _candidates(speaker.label) if b not in taken)
            taken.add(badge)
            found[speaker.term] = badge
    return found


def _candidates(label: str) -> Iterable[str]:
    words = _WORD.findall(label)
    told = [word for word in words if word.casefold() not in _SKIPPED] or words or ["?"]
    unnamed = label.casefold().startswith("unnamed ")
    mark, letters = ("?", 2) if unnamed else ("", 3)
    initials = "".join(word[0] for word in told)[:letters].upper()
    if len(told) == 1 and len(initials) == 1:
        initials = told[0][:2].upper() if told[0].islower() else told[0][:2]
    yield mark + initials
    for end in range(1, min(len(told[-1]), 4)):
        yield mark + initials + told[-1][1 : 1 + end].lower()
    number = 2
    while True:
        yield f"{mark}{initials}{number}"
        number += 1
