"""When things happened and when words were said: in order, not to scale, in the words of the dates."""

from collections.abc import Iterable

from kgraph.claims import Claim, value_in_words
from kgraph.claims.edtf import bounds, day_key
from kgraph.pictures.model import Moment, Occasion
from kgraph.pictures.sizes import shortened
from kgraph.terms import edtf, iri, name, value

__all__ = ["timeline"]

_WHEN = iri("kg:when")
#: characters of what stands at a date
_COLUMNS = 32


def timeline(told: Iterable[Claim]) -> tuple[Moment, ...]:
    """The dates of these claims, the earliest first, with what happened and what was said then."""
    found: dict[str, dict[tuple[bool, str], list[Claim]]] = {}
    for claim in told:
        if claim.relation.term == _WHEN and bounds(date := value(claim.object.term)):
            found.setdefault(date, {}).setdefault((False, claim.subject.label), []).append(claim)
        for said in claim.said:
            if said.said_on and bounds(said.said_on):
                where = said.said_in.label if said.said_in and not said.own_voice else said.speaker.label
                found.setdefault(said.said_on, {}).setdefault((True, where), []).append(claim)
    return tuple(
        Moment(
            when=value_in_words(edtf(date)),
            day=date,
            occasions=tuple(
                Occasion(said, shortened(label, _COLUMNS), tuple(dict.fromkeys(name(claim.term) for claim in claims)))
                for (said, label), claims in sorted(found[date].items())
            ),
        )
        for date in sorted(found, key=_order)
    )


def _order(date: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """By first day, open beginnings first; then by last day, open ends last."""
    reach = bounds(date)
    first, last = (reach.first, reach.last) if reach else (None, None)
    return day_key(first) if first else (-100_000,), day_key(last) if last else (100_000,), date
