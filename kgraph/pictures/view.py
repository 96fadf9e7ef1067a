"""From claims to a picture as plain data. A pure function: the same claims give the same picture."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from kgraph.claims import Claim, Claims, Named
from kgraph.pictures.badges import badges
from kgraph.pictures.cards import card, list_card
from kgraph.pictures.communities import communities
from kgraph.pictures.documents import documents
from kgraph.pictures.focus import best, left_out
from kgraph.pictures.lines import Joint, joints, line
from kgraph.pictures.lists import Gathered, gather
from kgraph.pictures.model import Picture, Speaker
from kgraph.pictures.selection import is_thing, select
from kgraph.pictures.statements import sources, statement
from kgraph.pictures.timeline import timeline
from kgraph.terms import Term, name

__all__ = ["MOST_CARDS", "view"]

#: What a reader can still take in; and what the layout does in a few seconds.
MOST_CARDS = 150
#: Of a graph that has more, so many are drawn, beside a map of all.
FOCUS = 80


def view(
    claims: Claims,
    *,
    title: str,
    about: Term | None = None,
    hops: int = 1,
    only: Collection[Term] | None = None,
    preset: str = "claims",
    notes: Sequence[str] = (),
    texts: Mapping[str, str] | None = None,
    most_cards: int = MOST_CARDS,
) -> Picture:
    """The picture of all claims, or of those around one thing.

    Args:
        about: the thing in the middle; None for all claims.
        hops: how many lines away from it the picture goes.
        only: of these claims, by their terms, only these.
        preset: what lines to show, a name of `PRESETS`.
        notes: what the reader must know about these claims.
        texts: whole texts of documents that may be shown whole, by name (`doc:…`).
        most_cards: beyond it only the surroundings of what is disputed most are drawn, and a note says so.

    Raises:
        BadInput: hops is less than 1.
        Unknown: nothing is claimed about the thing or by it, or there is no such preset.
    """
    chosen = select(claims, about, hops, only, preset)
    marks = badges(who for claim in chosen for said in claim.said for who in (said.speaker, said.via) if who)
    subtitles, found = joints(chosen, keep=about)
    lists, found = gather(found, keep={*subtitles, *([about] if about else [])})
    things = _things(chosen, found, subtitles)
    large = len(things) > most_cards
    kept = best(things, found, about, min(FOCUS, most_cards)) if large else frozenset(things)
    clusters, bridges = communities(found) if large else ((), ())
    more = left_out(found, kept)
    drawn = [joint for joint in found if joint.subject.term in kept and joint.object.term in kept]
    everything, chosen = chosen, _shown(chosen, lists, kept) if large else chosen
    where = _ends(chosen, drawn, lists, kept)
    about_each: dict[Term, list[Claim]] = {}
    for claim in chosen:
        for term in where[claim.term]:
            about_each.setdefault(term, []).append(claim)
    lines = tuple(line(f"line{i}", joint, marks) for i, joint in enumerate(drawn, 1))
    cards = tuple(
        list_card(claims, lists[term], about_each, lines)
        if term in lists
        else card(claims, thing, about_each.get(term, ()), lines, subtitles.get(term, ""), more[term])
        for term, thing in sorted(things.items())
        if term in kept
    )
    return Picture(
        title=title,
        counts=_counts(chosen, len(everything)),
        notes=(*notes, *_unseen(chosen, where, len(things) - len(cards), len(everything) - len(chosen))),
        statements=tuple(
            statement(claims, claim, marks, tuple(dict.fromkeys(map(name, where[claim.term])))) for claim in chosen
        ),
        cards=cards,
        lines=lines,
        speakers=_speakers(chosen, marks),
        sources=sources(claims, chosen),
        documents=documents(chosen, texts or {}),
        timeline=timeline(chosen),
        middle=name(about) if about in kept else None,
        clusters=clusters,
        bridges=bridges,
    )


def _things(chosen: Iterable[Claim], found: Iterable[Joint], titled: Iterable[Term]) -> dict[Term, Named]:
    """What is a card: the ends of lines, and holders of a folded office."""
    things = {end.term: end for joint in found for end in (joint.subject, joint.object)}
    holders = {claim.subject.term: claim.subject for claim in chosen}
    return things | {term: holders[term] for term in titled}


def _shown(chosen: Iterable[Claim], lists: Mapping[Term, Gathered], kept: frozenset[Term]) -> list[Claim]:
    """The claims all of whose things are drawn."""
    seen = kept | {thing.term for term in kept & lists.keys() for thing, _ in lists[term].rows}
    return [claim for claim in chosen if _is_near(claim, seen)]


def _is_near(claim: Claim, seen: frozenset[Term]) -> bool:
    ends = [end.term in seen for end in (claim.subject, claim.object) if is_thing(end)]
    return any(ends) and all(ends)


def _ends(
    chosen: Iterable[Claim], drawn: Iterable[Joint], lists: Mapping[Term, Gathered], kept: frozenset[Term]
) -> dict[Term, tuple[Term, ...]]:
    """For each claim the things that are drawn, on a card or as a row of one, and that it stands on or between."""
    seen = {thing.term for term in kept & lists.keys() for thing, _ in lists[term].rows} | kept
    where = {
        claim.term: tuple(end.term for end in (claim.subject, claim.object) if end.term in seen and is_thing(end))
        for claim in chosen
    }
    for joint in drawn:
        for claim in joint.claims:
            # a claim of a folded office stands on the line from its holder
            folded = not lists.keys() & {joint.subject.term, joint.object.term}
            where[claim.term] = (joint.subject.term, joint.object.term) if folded else where[claim.term]
    return where


def _speakers(chosen: Iterable[Claim], marks: Mapping[Term, str]) -> tuple[Speaker, ...]:
    """Those who say most first."""
    names: dict[Term, Named] = {}
    sides: dict[tuple[Term, bool], dict[str, None]] = {}
    for claim in chosen:
        for said in claim.said:
            names[said.speaker.term] = said.speaker
            sides.setdefault((said.speaker.term, said.affirms), {})[name(claim.term)] = None
    speakers = [
        Speaker(
            id=name(term),
            badge=marks[term],
            name=named.label,
            affirms=tuple(sides.get((term, True), ())),
            denies=tuple(sides.get((term, False), ())),
        )
        for term, named in sorted(names.items())
    ]
    return tuple(sorted(speakers, key=lambda s: (-len(s.affirms) - len(s.denies), s.name, s.badge)))


def _counts(chosen: Sequence[Claim], of: int) -> str:
    speakers = len({said.speaker.term for claim in chosen for said in claim.said})
    unreviewed = sum(claim.unreviewed for claim in chosen)
    number = _many(of, "claim") if len(chosen) == of else f"{len(chosen):,} of {_many(of, 'claim')}"
    text = f"{number} by {_many(speakers, 'speaker')}"
    return f"{text} · {unreviewed} unreviewed" if unreviewed else text


def _unseen(chosen: Iterable[Claim], where: Mapping[Term, tuple[Term, ...]], cards: int, claims: int) -> list[str]:
    """What the page leaves out, in words: nothing is left out silently."""
    notes = []
    if cards:
        notes.append(
            f"too large to draw whole: {_many(cards, 'card')} and {_many(claims, 'claim')} are not on this page; "
            "shown is what is near what is disputed most. The map shows all; "
            "kgraph draw --about NAME draws what is near another"
        )
    if absent := sum(not where[claim.term] for claim in chosen):
        notes.append(f"{_many(absent, 'claim')} not in the picture; the table has every claim")
    return notes


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
