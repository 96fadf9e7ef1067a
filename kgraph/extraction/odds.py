"""How likely a cue reports: from counts of how often it did, in that construction, and under those circumstances.

`reporting.csv` counts lemma and construction; `shifts.csv` counts circumstances, beside what lemma and construction
alone would lead to expect. Both were counted in 840 news articles (`tools/reporting.py`).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.extraction.lexicon import rows

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["SHIFTS", "Case", "Counts", "base", "chances", "circumstances", "keys", "logit", "rivals", "sigmoid"]

#: what is looked at, in this order; each is counted against what those before it lead to expect
SHIFTS = ("variant", "rest", "cue", "marks", "source", "length", "head", "rival", "over", "end")
#: how much the wider count weighs beside the narrower one, in observations
_WEIGHTS = (10, 10, 10, 5, 5, 5)
#: lemma, part of speech and construction (or parts of them) to how often it stood, and how often it reported
Counts = dict[tuple[str, str, str], tuple[int, int]]


#: what a cue hangs on if another clause governs it, and who speaks if the writer or a quoted one does
_UNDER = ("ccomp", "xcomp", "pcomp", "relcl", "acl", "csubj")
_SPEAKING = ("i", "we", "you", "it", "that", "this", "which")


@dataclass(slots=True, eq=False)
class Case:
    """Something that might be attributed to somebody, in the paragraph's characters."""

    start: int
    end: int
    cue: "Token | None"
    #: how cue and content are joined, with its words (`prep:about`), and without (`prep`)
    construction: str
    family: str
    source: "Token | None"
    head: "Token | None"
    #: which of several cuts of the content this is, and what comes next in the text
    variant: str
    rest: str
    #: whether the content holds words in quotation marks
    marks: bool
    first: bool
    #: whether it closes the line
    closing: bool

    @property
    def lemma(self) -> str:
        """The cue's."""
        return self.cue.lemma_.lower() if self.cue is not None else ""

    @property
    def stated(self) -> bool:
        """Whether the text itself says that somebody did so: a main verb, not "I", not "would", not denied."""
        cue, source = self.cue, self.source
        if cue is None or source is None or cue.dep_ in _UNDER or source.lower_ in _SPEAKING:
            return False
        return not any(c.dep_ == "neg" or c.tag_ in ("MD", "TO") for c in cue.children)

    @property
    def pos(self) -> str:
        """The cue's part of speech."""
        return str(self.cue.pos_) if self.cue is not None else ""


def logit(chance: float) -> float:
    """Log odds, within sane bounds."""
    chance = min(0.995, max(0.002, chance))
    return math.log(chance / (1 - chance))


def sigmoid(odds: float) -> float:
    """The chance that these log odds are."""
    return 1 / (1 + math.exp(-odds))


def keys(case: Case) -> list[tuple[str, str, str]]:
    """Under what a case is counted, from the widest to the narrowest."""
    lemma, pos, family, construction = case.lemma, case.pos, case.family, case.construction
    stated = "stated" if case.stated else "other"
    return [
        ("", "", family),
        ("", "", construction),
        ("", "", f"{family} {stated}"),
        (lemma, pos, family),
        (lemma, pos, construction),
        (lemma, pos, f"{construction} {stated}"),
    ]


def base(counts: Counts, case: Case, *, without: int | None = None) -> float:
    """How likely lemma and construction alone make it, shrunk from the narrow count to the wide one.

    Args:
        counts: how often each stood, and reported.
        case: what is asked about.
        without: whether this very case reported, where it is among those counted and has to be left out.
    """
    own = 0 if without is None else 1
    chance = 0.02
    for key, weight in zip(keys(case), _WEIGHTS, strict=True):
        stood, reported = counts.get(key, (0, 0))
        if stood > own:
            chance = (reported - (without or 0) + weight * chance) / (stood - own + weight)
    return chance


def circumstances(case: Case, rival: str) -> dict[str, str]:
    """What can be seen of a case, by the name of its shift."""
    cue, head = case.cue, case.head
    return {
        "variant": case.variant,
        "rest": f"{case.variant} {case.rest}",
        "cue": f"{cue.tag_} {cue.dep_}" if cue is not None else "",
        "marks": str(int(case.marks)),
        "source": _source_kind(case.source),
        "length": f"{case.variant} {min(7, int(math.log2(max(1, (case.end - case.start) / 8))))}",
        "head": "" if head is None else head.lower_ if head.pos_ == "PRON" else head.ent_type_ or head.tag_,
        "rival": rival,
        "over": cue.head.lemma_ if cue is not None and cue.dep_ in ("xcomp", "ccomp") else "",
        "end": f"{int(case.closing)}{int(case.first)}",
    }


def _source_kind(source: "Token | None") -> str:
    if source is None:
        return "none"
    if source.pos_ == "PRON":
        return str(source.lower_)
    return str(source.ent_type_ or source.tag_)


def rivals(cases: Sequence[Case], odds: Sequence[float]) -> list[str]:
    """For each case, how likely the best other reading of its cue is."""
    by_cue: dict[int, list[float]] = {}
    for case, own in zip(cases, odds, strict=True):
        if case.cue is not None:
            by_cue.setdefault(case.cue.i, []).append(own)
    found = []
    for case, own in zip(cases, odds, strict=True):
        others = sorted(by_cue.get(case.cue.i, [own]) if case.cue is not None else [own])
        others.remove(own)
        best = others[-1] if others else -9.0
        size = "3" if best > 0 else "1" if best > -1.5 else "0"
        found.append("none" if best < -3 else f"{'more' if best > own else 'less'}{size}")
    return found


@cache
def _counts() -> Counts:
    return {(r["lemma"], r["pos"], r["construction"]): (int(r["count"]), int(r["reported"])) for r in rows("reporting")}


@cache
def _shifts() -> dict[tuple[str, str, str], float]:
    return {
        (r["shift"], r["family"], r["value"]): logit(float(r["share"])) - logit(float(r["expected"]))
        for r in rows("shifts")
    }


def chances(cases: Iterable[Case]) -> list[float]:
    """How likely each of a line's cases is an attribution."""
    cases, shifts = list(cases), _shifts()
    odds = [logit(base(_counts(), case)) for case in cases]
    rival = rivals(cases, odds)
    found = []
    for case, own, other in zip(cases, odds, rival, strict=True):
        seen = circumstances(case, other)
        found.append(sigmoid(own + sum(shifts.get((shift, case.family, seen[shift]), 0.0) for shift in SHIFTS)))
    return found
