"""Terms come out of the engine's text as they would out of its objects."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import TooMuch
from kgraph.store import Answer, Store, Worker
from kgraph.store.conversion import term_of
from kgraph.terms import Quad, Term, boolean, integer, iri, literal

XSD = "http://www.w3.org/2001/XMLSchema#"
PLACE = (iri("person:ann-example"), "<http://e/p>")
GRAPH = iri("graph:facts")


def typed(text: str, datatype: str) -> Term:
    return f'"{text}"^^<{XSD}{datatype}>'


TERMS = [
    integer(7),
    integer(-7),
    boolean(True),
    typed("1.5", "decimal"),
    typed("2", "decimal"),
    typed("1", "double"),
    typed("INF", "double"),
    typed("not a number", "integer"),
    typed("2025-03-17", "date"),
    literal(""),
    literal("7"),
    literal("true"),
    literal("_:b"),
    literal("<<( x )>>"),
    literal('tab\there, line\nthere, return\rquote " and back \\'),
    literal("\x00\x01\x08\x0b\x0c\x1f\x7f\x85\u2028"),
    '"café"@en',
    '"שלום"@he--rtl',
    "_:somebody",
    "<http://e/x#y>",
    f'<<( <http://e/a> <http://e/p> "5"^^<{XSD}integer> )>>',
    '<<( <http://e/a> <http://e/p> "a \\"b\\" .\\u0001" )>>',
]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker([Quad(*PLACE, term, GRAPH) for term in TERMS]) as worker:
        yield worker


def objects(query: str) -> list[tuple[Term | None, ...]]:
    """The same by the engine's objects, one by one."""
    engine = ox.Store()
    lines = "".join(f"{' '.join(PLACE)} {term} .\n" for term in TERMS)
    engine.load(lines.encode("utf-8"), ox.RdfFormat.N_TRIPLES)
    return [tuple(None if x is None else term_of(x) for x in row) for row in engine.query(query)]


def test_every_kind_of_term_stays_what_it_is(worker: Worker) -> None:
    query = "SELECT ?x ?none {?s <http://e/p> ?x . FILTER (!isBlank(?x))}"
    found = worker.query(query)
    assert found.rows == tuple(sorted(objects(query), key=lambda row: row[0]))
    assert {row[0] for row in found.rows} == {term for term in TERMS if not term.startswith("_:")}
    assert len(worker.query("SELECT ?x {?s <http://e/p> ?x FILTER isBlank(?x)}").rows) == 1


def test_triples_stay_what_they_are(worker: Worker) -> None:
    found = worker.query("CONSTRUCT {?s <http://e/q> ?x} WHERE {?s <http://e/p> ?x FILTER (!isBlank(?x))}")
    terms = sorted(term for term in TERMS if not term.startswith("_:"))
    assert found == Answer(
        "graph", ("subject", "predicate", "object"), tuple((PLACE[0], "<http://e/q>", term) for term in terms)
    )
    assert worker.query("CONSTRUCT {?s ?p ?s} WHERE {?s <http://e/none> ?p}").rows == ()


def test_empty_cells_and_rows_are_kept(worker: Worker) -> None:
    assert worker.query("SELECT * {}") == Answer("solutions", (), ((),))
    assert worker.query("SELECT ?x {}").rows == ((None,),)
    assert worker.query("SELECT ?x ?y {VALUES (?x ?y) {(UNDEF 1) (UNDEF UNDEF) (2 UNDEF)}}").rows == (
        (None, None),
        (None, integer(1)),
        (integer(2), None),
    )
    assert worker.query("SELECT ?x ?y {?x <http://e/none> ?y}").rows == ()


def test_rows_keep_an_order_of_their_own_and_are_sorted_otherwise(worker: Worker) -> None:
    values = "{VALUES ?x {2 10 1}}"
    assert worker.query(f"SELECT ?x {values} ORDER BY ?x").rows == ((integer(1),), (integer(2),), (integer(10),))
    assert worker.query(f"SELECT ?x {values}").rows == ((integer(1),), (integer(10),), (integer(2),))


def test_no_more_rows_are_made_than_may_be(worker: Worker) -> None:
    endless = "SELECT * {?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l}"
    with pytest.raises(TooMuch, match="more than 10,000 rows"):
        worker.query(endless, timeout=60)
    assert len(worker.query("SELECT * {?a ?b ?c . FILTER (isIRI(?c))}", max_rows=1000).rows) > 0
    with pytest.raises(TooMuch, match="more than 2 rows"):
        worker.query("CONSTRUCT WHERE {?s <http://e/p> ?x}", max_rows=2)


@pytest.mark.parametrize(
    "character", [chr(n) for n in (*range(1, 0x20), 0x7F, 0x85, 0x2028, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF)]
)
def test_every_odd_character_comes_back_as_the_same_term(character: str) -> None:
    term = literal(f"a{character}b", language="en")
    with Store.of([Quad(*PLACE, term, GRAPH)]) as store:
        assert store.query("SELECT ?x {?s <http://e/p> ?x}").rows == ((term,),)
        assert store.query("CONSTRUCT WHERE {?s <http://e/p> ?x}").rows[0][2] == term
        assert next(store.quads(None, PLACE[1])).object == term


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=5))
def test_any_text_comes_back(texts: list[str]) -> None:
    terms = {literal(text) for text in texts}
    with Store.of([Quad(*PLACE, term, GRAPH) for term in terms]) as store:
        assert store.query("SELECT ?x {?s <http://e/p> ?x}").rows == tuple((term,) for term in sorted(terms))
