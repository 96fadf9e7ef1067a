"""Who says what a row holds, how, in which words and where: columns beside any answer.

A row names what is behind it in one of three ways: an IRI of a claim, an attribution or a passage; subject, relation
and object of a fact; or, in a query of somebody's own, two things between which there are claims.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kgraph.claims import Claim, Claims, Passage, Said
from kgraph.errors import BadQuery, Unknown
from kgraph.questions.question import Column, Witness
from kgraph.questions.table import ESTABLISHED, Row, Table
from kgraph.terms import Term, iri, is_iri, kind_of, literal

__all__ = ["with_evidence"]

#: The columns that are added; a 2 is put behind a variable that the query has already.
_ADDED = (
    Column("speaker", "who says it"),
    Column("stance", "how"),
    Column("claim", "that"),
    Column("words", "the words"),
    Column("place", "where"),
)

_NO_COLUMN = (
    "no column of this answer names a claim, so nobody can be named for its rows. Add a column ?claim to the query, "
    "with the pattern ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o in it; or columns with the two things "
    "that the row is about"
)


@dataclass(frozen=True)
class _Behind:
    """One attribution of a claim in one passage."""

    said: Said
    passage: Passage | None
    #: the claim in words, where a row may be more than one
    claim: str = ""


def with_evidence(table: Table, claims: Claims) -> Table:
    """The answer with speaker, stance, words and place: one row for each attribution and passage behind a row.

    A row behind which nothing is found stays, with these columns empty, and a note says so. Withheld words are shown as
    their place and the begin of their digest. A row of facts may rest on several claims, so there each is said in words
    too. Where a question's rows are attributions that name speaker and stance, these two are not repeated.

    Raises:
        BadQuery: no column names a claim, or the answer is not a table.
    """
    if table.kind != "rows":
        raise BadQuery("evidence can be added to rows only; this answer has none: ask for rows, with a column ?claim")
    if table.question is not None and not table.question.evidence:
        raise BadQuery(
            f"{table.question.name} lists things and not claims, so there is no evidence to add; "
            "for who says what of one of them: kgraph ask what-is-said-about about=NAME"
        )
    behind = [_behind(table, row, claims) for row in table.rows]
    if table.question is None and table.rows and not any(behind) and not _names_claims(table):
        raise BadQuery(_NO_COLUMN)
    added = _added(table)
    taken = {column.variable for column in table.columns}
    columns = tuple(replace(c, variable=c.variable + "2" * (c.variable in taken)) for c in added)
    rows: list[Row] = []
    for row, found in zip(table.rows, behind, strict=True):
        rows += [(*row, *[_cell(c.variable, b) for c in added]) for b in found] or [(*row, *[None] * len(added))]
    empty = sum(not found for found in behind)
    note = (f"For {empty} of {len(behind)} rows no claim is found here that could show who says it.",) if empty else ()
    return replace(
        table,
        columns=(*table.columns, *columns),
        rows=tuple(rows),
        notes=(*(n for n in table.notes if n != ESTABLISHED), *note),
        answers=len(table.visible.rows),
    )


def _names_claims(table: Table) -> bool:
    return any(term and _is_evidence(term) for row in table.rows for term in row)


def _added(table: Table) -> tuple[Column, ...]:
    question = table.question
    left_out = set() if question is not None and question.about_facts else {"claim"}
    if question is not None and question.evidence == (("said",),):
        left_out |= {"speaker", "stance"} & {column.variable for column in question.columns}
    return tuple(column for column in _ADDED if column.variable not in left_out)


def _behind(table: Table, row: Row, claims: Claims) -> list[_Behind]:
    if table.question is not None:
        by_name = {column.variable: term for column, term in zip(table.columns, row, strict=True)}
        found = list(_of_witnesses(table.question.evidence, by_name, claims))
    else:
        found = list(_of_terms([t for t in row if t], claims)) or list(_between([t for t in row if t], claims))
    return list(dict.fromkeys(found))


def _of_witnesses(witnesses: Iterable[Witness], row: Mapping[str, Term | None], claims: Claims) -> Iterator[_Behind]:
    named = [term for witness in witnesses if len(witness) == 1 and (term := row.get(witness[0]))]
    yield from _of_terms(named, claims)
    for witness in witnesses:
        if len(witness) == 3:
            subject, relation, object_ = (iri(part) if ":" in part else row.get(part) for part in witness)
            if subject and relation and object_:
                found = claims.between(subject, relation, object_)
                # a hedged claim has the same subject, relation and object, but is not what makes the fact
                plain = [c for c in found if c.modality is None and c.bound is None]
                for claim in plain or found:
                    yield from (replace(b, claim=claim.label) for b in _of_claims([claim]))


def _of_terms(terms: list[Term], claims: Claims) -> Iterator[_Behind]:
    """What the IRIs of attributions, passages and claims name: the narrowest of them counts."""
    said = [found for term in terms if kind_of(term) == "said" for found in _attribution(term, claims)]
    passages = [term for term in terms if _is_passage(term)]
    if not said and passages:
        stating = [q.subject for term in passages for q in claims.store.quads(None, iri("kg:evidence"), term)]
        said = [found for term in dict.fromkeys(stating) for found in _attribution(term, claims)]
    if said:
        for attribution in said:
            places = {f"<{p.source.term[1:-1]}#char={p.start},{p.end}>": p for p in attribution.passages}
            kept = tuple(places[term] for term in passages if term in places)
            yield from _in_passages(attribution, kept or attribution.passages)
    else:
        yield from _of_claims(c for term in terms if kind_of(term) == "claim" for c in _claim(term, claims))


def _of_claims(found: Iterable[Claim]) -> Iterator[_Behind]:
    for claim in found:
        for said in claim.said:
            yield from _in_passages(said, said.passages)


def _in_passages(said: Said, passages: tuple[Passage, ...]) -> Iterator[_Behind]:
    yield from (_Behind(said, passage) for passage in passages or (None,))


def _between(terms: list[Term], claims: Claims) -> Iterator[_Behind]:
    things = [term for term in dict.fromkeys(terms) if is_iri(term)]
    for subject in things:
        for object_ in dict.fromkeys(terms):
            if subject != object_:
                yield from _of_claims(claims.between(subject, None, object_))


def _claim(term: Term, claims: Claims) -> list[Claim]:
    try:
        return [claims.claim(term)]
    except Unknown:
        return []


def _attribution(term: Term, claims: Claims) -> list[Said]:
    for quad in claims.store.quads(term, iri("kg:claim")):
        found = [said for claim in _claim(quad.object, claims) for said in claim.said if said.term == term]
        if found:
            return found
    return []


def _is_passage(term: Term) -> bool:
    return is_iri(term) and "#char=" in term


def _is_evidence(term: Term) -> bool:
    return kind_of(term) in ("claim", "said") or _is_passage(term)


def _cell(variable: str, behind: _Behind) -> Term | None:
    said, passage = behind.said, behind.passage
    if variable == "speaker":
        return literal(said.speaker.label + (f" (according to {said.via.label})" if said.via else ""))
    if variable == "stance":
        return literal(said.stance.label)
    if variable == "claim":
        return literal(behind.claim)
    if passage is None:
        return None
    return literal(_words(passage) if variable == "words" else _place(said, passage))


def _words(passage: Passage) -> str:
    if passage.words is not None:
        return passage.words
    digest = f", SHA-256 {passage.digest[:8]}…" if passage.digest else ""
    return f"(withheld: {passage.place}{digest})"


def _place(said: Said, passage: Passage) -> str:
    parts = [passage.source.label, passage.place]
    if said.said_in and said.said_in.term != passage.source.term:
        parts.append(f"in {said.said_in.label}")
    if said.via:
        parts.append(f"according to {said.via.label}")
    return ", ".join(parts)
