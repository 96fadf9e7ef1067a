"""The report of a build, in Markdown: counts, disputes, and what is left open, each with who says so and where."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kgraph.claims import ORDER, RULE, Claim, Claims, Said, sentence
from kgraph.dossier import Dossier
from kgraph.terms import iri

__all__ = ["report"]

_MEANING = {
    "contested": "one affirms it, another denies it",
    "denied": "denied, affirmed by nobody here",
    "reported": "only quoted speakers say so, or it is only alleged",
    "accepted": "a source says so in its own voice, nobody here denies it",
    "retracted": "withdrawn by its source or by a reviewer",
}
_ACCUSING = ("kg:accusedOf", "kg:chargedWith", "kg:convictedOf")
# C0 and C1 controls, and the marks that reorder text
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!])")


def report(claims: Claims, dossiers: Sequence[Dossier], *, title: str, notes: Iterable[str] = ()) -> str:
    """The report as Markdown text.

    Args:
        claims: the claims of the graph.
        dossiers: what it was made from.
        title: its heading.
        notes: what was left out or not found, in words.
    """
    every = list(claims)
    lines = [f"# {_plain(title)}", "", "Everything here is a claim by somebody, with their words.", "", RULE, ""]
    lines += _counts(every, dossiers)
    for heading, text, chosen in (
        ("Contested", "Both sides, each in their own words. kgraph does not decide who is right.", "contested"),
        ("Denied, and affirmed by nobody here", "Somebody may affirm it elsewhere.", "denied"),
    ):
        lines += _section(heading, text, _claims(claims, [c for c in every if c.status == chosen]))
    lines += _section("Cannot hold together", "Pairs of claims of which at most one can hold.", _pairs(claims, every))
    lines += _section(
        "Accusations",
        "Who accuses whom of what. None of it is a finding.",
        _claims(claims, [c for c in every if c.relation.term in {iri(r) for r in _ACCUSING}]),
    )
    lines += ["## Open questions", "", *_open(claims, every, notes), *_which(dossiers), ""]
    return "\n".join(lines)


def _counts(claims: Sequence[Claim], dossiers: Sequence[Dossier]) -> list[str]:
    lines = ["## What is here", "", "| document | published | claims | statements |", "|---|---|---:|---:|"]
    for dossier in sorted(dossiers, key=lambda d: d.sort_key):
        live = [said for said in dossier.attributions if said.state != "rejected"]
        number = len({c.model_dump_json(exclude={"label", "retracted"}) for said in live for c in said.claims})
        lines.append(f"| {_plain(dossier.document.title)} | {dossier.document.date} | {number} | {len(live)} |")
    lines += ["", "| status | claims | what it means |", "|---|---:|---|"]
    for status in ORDER:
        if number := sum(1 for claim in claims if claim.status == status):
            lines.append(f"| {status} | {number} | {_MEANING[status]} |")
    facts = sum(1 for claim in claims if claim.fact)
    lines += ["", f"{len(claims)} claims, of which {facts} stand as facts.", ""]
    return lines


def _section(heading: str, text: str, body: Iterable[str]) -> list[str]:
    found = list(body)
    return [f"## {heading}", "", text, "", *(found or ["None."]), ""]


def _claims(claims: Claims, chosen: Iterable[Claim]) -> Iterator[str]:
    for claim in chosen:
        yield f"- **{_plain(claim.label)}** ({claim.status}{', unreviewed' if claim.unreviewed else ''})"
        for said in claim.said:
            yield f"  - {_plain(sentence(claims.ontology, claim, said))} {_evidence(said)}"


def _evidence(said: Said) -> str:
    passage = said.passages[0]
    words = f"“{_plain(passage.words)}”" if passage.words is not None else "words withheld"
    where = f", in {_plain(said.said_in.label)}" if said.said_in else ""
    return f"({words}{where}; {_plain(passage.source.label)}, {passage.place})"


def _pairs(claims: Claims, every: Sequence[Claim]) -> Iterator[str]:
    pairs = sorted({tuple(sorted((claim.term, other))) for claim in every for other in claim.contradicts})
    for one, other in pairs:
        yield f"- “{_plain(claims.claim(one).label)}” and “{_plain(claims.claim(other).label)}”"


def _open(claims: Claims, every: Sequence[Claim], notes: Iterable[str]) -> Iterator[str]:
    """What a reader must still ask, or a reporter find out."""
    yield from (f"- {_plain(note[0].upper() + note[1:])}." for note in notes)
    unreviewed = sum(1 for claim in every if claim.unreviewed)
    if unreviewed:
        yield f"- {unreviewed} claims are proposals that nobody has reviewed; none of them is a fact."
    anonymous = iri("kg:anonymous")
    speakers = {said.speaker for claim in every for said in claim.said}
    for speaker in sorted(speakers, key=lambda s: s.label):
        if any(True for _ in claims.store.quads(speaker.term, anonymous)):
            number = sum(1 for claim in every if any(s.speaker == speaker for s in claim.said))
            yield f"- Who is “{_plain(speaker.label)}”? {number} claims rest on them."
    undisclosed = [c for c in every if c.relation.term == iri("kg:disclosed") and c.status == "denied"]
    for claim in undisclosed:
        yield f"- Not disclosed: {_plain(claim.object.label)} (by {_plain(claim.subject.label)})."
    hedged = [c for c in every if c.bound is not None]
    for claim in hedged:
        yield f"- How many exactly? {_plain(claim.label)}."
    counts = [
        c for c in every if c.object.term.startswith('"') and c.bound is None and not c.fact and c.status == "reported"
    ]
    for subject, group in groupby(sorted(counts, key=lambda c: c.subject.term), key=lambda c: c.subject):
        said = "; ".join(_plain(claim.label) for claim in group)
        yield f"- Only quoted speakers say so of {_plain(subject.label)}: {said}."


def _which(dossiers: Sequence[Dossier]) -> Iterator[str]:
    """Mentions that may mean several: once for those that may mean the same."""
    for dossier in sorted(dossiers, key=lambda d: d.sort_key):
        found: dict[tuple[str, ...], list[str]] = {}
        for mention in dossier.mentions:
            if mention.entity is None and mention.candidates:
                found.setdefault(tuple(mention.candidates), []).append(mention.at)
        for names, places in found.items():
            which = f"Is it {names[0]}" if len(names) == 1 else f"Which is meant: {' or '.join(names)}"
            more = f" and {len(places) - 1} more" if len(places) > 1 else ""
            yield f"- {_plain(which)}? ({_plain(dossier.document.title)}, {places[0]}{more})"


def _plain(text: str) -> str:
    """Text from a document, so that nothing in it is markup, starts a line or moves a cursor."""
    return _MARKUP.sub(r"\\\1", _CONTROLS.sub("", " ".join(text.split())))
