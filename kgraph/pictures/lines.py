"""Lines between cards: claims with the same ends, words and status are one line, and plain offices fold into it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgraph.claims import ORDER, Claim, Named
from kgraph.pictures.model import Badge, Line
from kgraph.pictures.selection import is_line
from kgraph.pictures.sizes import text_width, wrapped
from kgraph.pictures.statements import badge, verb
from kgraph.terms import Term, iri, name

__all__ = ["Joint", "joints", "line"]

_HOLDS = iri("org:holds")
_POST_IN = iri("org:postIn")
#: letters of the verb and of a badge, in pixels
_LETTERS = 11.5
_CONTESTED_LETTERS = 14
_BADGE_LETTERS = 10.5


@dataclass(frozen=True)
class Joint:
    """The claims that one line stands for."""

    subject: Named
    verb: str
    object: Named
    claims: tuple[Claim, ...]

    @property
    def status(self) -> str:
        """Of all its claims, which have the same."""
        return self.claims[0].status


def joints(claims: Sequence[Claim], keep: Term | None = None) -> tuple[dict[Term, str], list[Joint]]:
    """What each folded office adds to its holder's card, and the lines.

    An office is folded when all that is claimed of it is accepted: who holds it and where it is. Its holder's card
    then names it, and one line says `White House press secretary of`.

    Args:
        keep: a thing that stays a card whatever it is.
    """
    folded = _offices(claims, keep)
    subtitles: dict[Term, str] = {}
    found: dict[tuple[object, ...], list[Claim]] = {}
    ends: dict[tuple[object, ...], tuple[Named, str, Named]] = {}

    def add(subject: Named, word: str, object_: Named, *about: Claim) -> None:
        key = (subject.term, word, object_.term, about[0].status, about[0].unreviewed)
        ends[key] = subject, word, object_
        found.setdefault(key, []).extend(about)

    for claim in filter(is_line, claims):
        if claim.object.term in folded and claim.relation.term == _HOLDS:
            titles = [subtitles[claim.subject.term]] if claim.subject.term in subtitles else []
            subtitles[claim.subject.term] = ", ".join([*titles, claim.object.label])
        elif claim.subject.term in folded:
            held = folded[claim.subject.term]
            of = "in" if " of " in claim.subject.label else "of"
            add(held.subject, f"{claim.subject.label} {of}", claim.object, held, claim)
        else:
            add(claim.subject, verb(claim), claim.object, claim)
    order = sorted(found, key=lambda key: (ORDER.index(str(key[3])), *map(str, key)))
    return subtitles, [Joint(*ends[key], tuple(found[key])) for key in order]


def _offices(claims: Iterable[Claim], keep: Term | None) -> dict[Term, Claim]:
    """Offices that need no card of their own, with the claim of who holds them."""
    told: dict[Term, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.subject.term, []).append(claim)
        told.setdefault(claim.object.term, []).append(claim)
    found = {}
    for term, about in told.items():
        held = [claim for claim in about if claim.relation.term == _HOLDS and claim.object.term == term]
        posts = [claim for claim in about if claim.relation.term == _POST_IN and claim.subject.term == term]
        plain = all(c.status == "accepted" and not c.unreviewed and c.modality is None for c in about)
        if term != keep and plain and len(held) == 1 and len(held) + len(posts) == len(about):
            found[term] = held[0]
    return found


def line(id_: str, joint: Joint, marks: Mapping[Term, str]) -> Line:
    """One line with the size of its label."""
    first = joint.claims[0]
    letters = _CONTESTED_LETTERS if joint.status == "contested" else _LETTERS
    rows = wrapped(joint.verb, 20, 2)
    marked = _badges(joint, marks) if joint.status != "accepted" or first.unreviewed else ()
    both = len({one.affirms for one in marked}) == 2
    across = sum(one.width + 4 for one in marked) + (12 if both else 0)
    return Line(
        id=id_,
        subject=name(joint.subject.term),
        object=name(joint.object.term),
        verb=joint.verb,
        rows=rows,
        status=joint.status,
        unreviewed=first.unreviewed,
        badges=marked,
        statements=tuple(name(claim.term) for claim in joint.claims),
        width=max(across, *(text_width(row, letters) for row in rows)) + 8,
        height=round(len(rows) * (letters + 2)) + (19 if marked else 0) + 2,
    )


def _badges(joint: Joint, marks: Mapping[Term, str]) -> tuple[Badge, ...]:
    """Who says so, then who says it is not so; those who are only relayed, where they are not heard themselves."""
    voices = [said for claim in joint.claims for said in claim.said]
    heard = {(said.affirms, said.speaker.term) for said in voices if said.via is None}
    found: dict[tuple[bool, str], Badge] = {}
    for said in voices:
        if said.via is None or (said.affirms, said.speaker.term) not in heard:
            text = badge(said, marks) + ("?" if said.proposed else "")
            width = text_width(f"❝ {text}", _BADGE_LETTERS) + 12
            found[not said.affirms, text] = Badge(text, said.affirms, said.proposed, width)
    return tuple(found[key] for key in sorted(found))
