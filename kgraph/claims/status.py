"""The status rule, and which claims become facts (MODEL section 4). Pure functions; the rule itself is `RULE`.

accepted    affirmed in a source's own voice, denied by nobody
reported    affirmed only by quoted speakers, or only as an allegation
contested   affirmed by one, denied by another
denied      denied, affirmed by nobody
retracted   withdrawn by its source or by a reviewer
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kgraph.claims.edtf import Bounds, day_key, overlap
from kgraph.terms import Term, parts

__all__ = ["ORDER", "RULE", "Value", "Voice", "clash", "latest_values", "period", "status"]

#: Statuses in the order in which every list shows them: what is disputed first.
ORDER = ("contested", "denied", "reported", "accepted", "retracted")

#: The rule in words; it travels with every export.
RULE = (
    "A claim is accepted when a source states it in its own voice and nobody here denies it; reported when only quoted "
    "speakers affirm it, or it is only alleged; contested when one affirms and another denies it; denied when it is "
    "denied and nobody here affirms it. A fact is an accepted claim that a person has approved, without a hedge, that "
    "no other accepted claim contradicts. Accepted does not mean true."
)


@dataclass(frozen=True)
class Voice:
    """One attribution, as far as it bears on the status of a claim."""

    affirms: bool
    #: publisher that states it in its own voice; None for quoted speakers, relayed words and allegations
    own: Term | None
    #: nobody has decided on it yet
    proposed: bool
    #: when, the speaker says, the claim holds
    period: Bounds


def period(valid_from: Bounds | None, valid_to: Bounds | None, as_of: Bounds | None) -> Bounds:
    """The time for which an attribution holds; open on both sides where it says nothing."""
    if valid_from is None and valid_to is None:
        return as_of or Bounds(None, None)
    return Bounds(valid_from.first if valid_from else None, valid_to.last if valid_to else None)


def status(voices: Iterable[Voice], *, corroboration: int = 1, retracted: bool = False) -> str | None:
    """The status of a claim with these attributions; None if there is none.

    Args:
        corroboration: how many publishers must state it in their own voice before it is accepted.
    """
    voices = list(voices)
    yes = any(voice.affirms for voice in voices)
    no = any(not voice.affirms for voice in voices)
    if not voices:
        return None
    if retracted:
        return "retracted"
    if no:
        return "contested" if yes else "denied"
    publishers = {voice.own for voice in voices if voice.own}
    return "accepted" if len(publishers) >= max(1, corroboration) else "reported"


@dataclass(frozen=True)
class Value:
    """An accepted claim of a single-valued relation."""

    claim: Term
    object: Term
    #: code without its prefix, or None for exactly
    bound: str | None
    periods: tuple[Bounds, ...]


def clash(values: Sequence[Value]) -> list[tuple[Term, Term]]:
    """The pairs of values of one subject and relation that cannot both hold at one time."""
    return [
        (one.claim, other.claim)
        for i, one in enumerate(values)
        for other in values[i + 1 :]
        if _differ(one, other) and any(overlap(a, b) for a in one.periods for b in other.periods)
    ]


def _differ(one: Value, other: Value) -> bool:
    if "about" in (one.bound, other.bound):
        return False
    if one.bound is None and other.bound is None:
        return one.object != other.object
    a, b = _number(one.object), _number(other.object)
    if a is None or b is None:
        return False
    low_a, high_a = _interval(a, one.bound)
    low_b, high_b = _interval(b, other.bound)
    return (high_a is not None and low_b is not None and high_a < low_b) or (
        high_b is not None and low_a is not None and high_b < low_a
    )


def _interval(number: Decimal, bound: str | None) -> tuple[Decimal | None, Decimal | None]:
    return (None if bound == "atMost" else number), (None if bound == "atLeast" else number)


def _number(term: Term) -> Decimal | None:
    try:
        return Decimal(parts(term)[0])
    except (InvalidOperation, ValueError):
        return None


def latest_values(values: Sequence[Value]) -> set[Term]:
    """Of values that hold at different times, the claims that do not have the latest one: they stay claims."""
    if len({value.object for value in values}) < 2:
        return set()

    def start(value: Value) -> tuple[int, int, int]:
        days = [p.first for p in value.periods if p.first]
        return max((day_key(day) for day in days), default=(-10_000, 0, 0))

    newest = max(start(value) for value in values)
    return {value.claim for value in values if start(value) != newest}
