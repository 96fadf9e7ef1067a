"""From claims to the statements of a picture: sentences, both sides, words and places."""

from collections.abc import Iterable, Iterator, Mapping

from kgraph.claims import Claim, Claims, Said, explain, sentence, value_in_words
from kgraph.pictures.model import Source, Statement, Voice, Words
from kgraph.terms import Term, edtf, iri, name, value

__all__ = ["badge", "links", "sources", "statement", "verb"]

_PAGES = ("schema:url", "foaf:page", "owl:sameAs")


def statement(claims: Claims, claim: Claim, marks: Mapping[Term, str], cards: tuple[str, ...]) -> Statement:
    """One claim as it is told beside the picture.

    Args:
        marks: badge of each speaker.
        cards: names of the cards that it stands on or between.
    """
    return Statement(
        id=name(claim.term),
        status=claim.status,
        text=claim.label[:1].upper() + claim.label[1:],
        subject=claim.subject.label,
        verb=verb(claim),
        relation=claim.relation.label,
        object=_object(claims, claim),
        cards=cards,
        reasons=tuple(explain(claims.ontology, claim)[2:]),
        voices=tuple(_voice(claims, claim, said, marks) for said in claim.said),
        contradicts=tuple(name(term) for term in claim.contradicts),
        unreviewed=claim.unreviewed,
    )


def verb(claim: Claim) -> str:
    """The relation with how it is hedged: `complies with (intended)`, `arrest count (at least)`."""
    hedges = ", ".join(hedge.label for hedge in (claim.modality, claim.bound) if hedge)
    return f"{claim.relation.label} ({hedges})" if hedges else claim.relation.label


def links(claims: Claims, term: Term) -> Iterator[str]:
    """Addresses of web pages about a thing or source; never anything but http and https."""
    for predicate in _PAGES:
        for address in sorted(value(quad.object) for quad in claims.store.quads(term, iri(predicate))):
            if address.startswith(("http://", "https://")):
                yield address


def _object(claims: Claims, claim: Claim) -> str:
    if not claim.object.term.startswith('"'):
        return claim.object.label
    relation = claims.ontology.relations.get(claim.relation.term)
    return value_in_words(claim.object.term, percent=relation is not None and "{object:percent}" in relation.phrase)


def _voice(claims: Claims, claim: Claim, said: Said, marks: Mapping[Term, str]) -> Voice:
    known = said.stance.term in claims.ontology.codes
    told = sentence(claims.ontology, claim, said) if known else f"{said.speaker.label}: {claim.label}"
    return Voice(
        badge=badge(said, marks),
        speaker=said.speaker.label,
        stance=said.stance.label,
        affirms=said.affirms,
        sentence=told[:1].upper() + told[1:],
        context=" · ".join(_context(said)),
        confidence=said.confidence if said.confidence not in ("1", "1.0") else "",
        unreviewed=said.proposed,
        words=tuple(Words(p.words, p.place, p.start, p.end, name(p.source.term)) for p in said.passages),
    )


def badge(said: Said, marks: Mapping[Term, str]) -> str:
    """The speaker's mark, and who relays it: `SC‹KL` is the Supreme Court according to Karoline Leavitt."""
    mark = marks.get(said.speaker.term, "?")
    return f"{mark}‹{marks[said.via.term]}" if said.via and said.via.term in marks else mark


def _context(said: Said) -> Iterator[str]:
    if said.own_voice:
        yield "in its own voice"
    if said.via:
        yield f"relayed by {said.via.label}"
    if said.said_in and not said.own_voice:
        yield f"in {said.said_in.label}"
    if said.addressee:
        yield f"to {said.addressee.label}"
    for before, date in (
        ("said", said.said_on),
        ("from", said.valid_from),
        ("until", said.valid_to),
        ("as of", said.as_of),
    ):
        if date:
            yield f"{before} {_day(date)}"


def _day(date: str) -> str:
    return value_in_words(edtf(date))


def sources(claims: Claims, told: Iterable[Claim]) -> tuple[Source, ...]:
    """The documents that the words of these claims stand in, sorted by name."""
    passages = {passage.source.term: passage for claim in told for said in claim.said for passage in said.passages}
    return tuple(
        Source(
            id=name(term),
            label=passage.source.label,
            publisher=passage.publisher.label if passage.publisher else None,
            date=_day(passage.date) if passage.date else None,
            links=tuple(links(claims, term)),
        )
        for term, passage in sorted(passages.items())
    )
