"""Which claims a picture is made of, and which of them are lines between cards."""

from collections.abc import Callable, Collection

from kgraph.claims import Claim, Claims, Named
from kgraph.errors import BadInput, Unknown
from kgraph.terms import PREFIXES, Term, iri, is_iri, kind_of, name

__all__ = ["PRESETS", "is_line", "is_thing", "select"]

#: What lines to show, by name: in words, and which claims pass.
PRESETS: dict[str, tuple[str, Callable[[Claim], bool]]] = {
    "claims": ("every claim", lambda claim: True),
    "reviewed": ("only what a person has checked", lambda claim: not claim.unreviewed),
    "facts": ("only what stands as a fact here, which does not mean true", lambda claim: claim.fact),
    "quoted": ("only what people who are quoted say", lambda claim: claim.status == "reported"),
    "disputes": ("only what is contested or denied", lambda claim: claim.status in ("contested", "denied")),
}

_NEVER_CARDS = frozenset({"claim", "doc", "run", "said"})


def is_thing(named: Named) -> bool:
    """Whether it may be a card: neither a value nor a code, and no source, claim or attribution."""
    return (
        is_iri(named.term)
        and not named.term.startswith(f"<{PREFIXES['kgc']}")
        and kind_of(named.term) not in _NEVER_CARDS
        and iri("kg:Source") not in named.classes
    )


def is_line(claim: Claim) -> bool:
    """Whether the claim joins two things; else it tells something of one."""
    return is_thing(claim.subject) and is_thing(claim.object) and claim.subject.term != claim.object.term


def select(
    claims: Claims, about: Term | None, hops: int, only: Collection[Term] | None = None, preset: str = "claims"
) -> list[Claim]:
    """All claims; or those among the things within so many lines of one, with all that it says itself.

    Args:
        only: of these claims, by their terms, only these.
        preset: of these claims, those that a name of `PRESETS` lets through.

    Raises:
        BadInput: hops is less than 1.
        Unknown: nothing is claimed about the thing or by it, or there is no such preset.
    """
    if preset not in PRESETS:
        raise Unknown(f"there is no preset {preset!r}; there are {', '.join(PRESETS)}", tuple(PRESETS))
    passes = PRESETS[preset][1]
    near = list(claims) if about is None else _near(claims, about, hops)
    return [claim for claim in near if (only is None or claim.term in only) and passes(claim)]


def _near(claims: Claims, about: Term, hops: int) -> list[Claim]:
    """The claims among the things within so many lines of one, and what it says itself."""
    if hops < 1:
        raise BadInput(f"hops is {hops}: give 1 or more, how many lines away from {name(about)} the picture goes")
    own = claims.by(about)
    reached = {about}
    edge = [about]
    for _ in range(hops):
        ends = {end for thing in edge for end in _ends(claims, thing)}
        edge = sorted(ends - reached)
        reached |= ends
    among = {
        claim.term: claim
        for thing in sorted(reached)
        for claim in claims.about(thing)
        if not is_line(claim) or {claim.subject.term, claim.object.term} <= reached
    }
    if about not in {end for claim in among.values() for end in (claim.subject.term, claim.object.term)} and not own:
        raise Unknown(f"nothing is claimed here about {claims.named(about).label} or by it")
    return claims.sorted({**among, **{claim.term: claim for claim in own}}.values())


def _ends(claims: Claims, thing: Term) -> set[Term]:
    lines = [claim for claim in claims.about(thing) if is_line(claim)]
    return {end for claim in lines for end in (claim.subject.term, claim.object.term)}
