"""Who says it, how, in which words and where, beside the rows of any answer."""

import hashlib

import pytest

from kgraph.errors import BadQuery
from kgraph.questions import ask, to_text, with_evidence
from kgraph.questions.table import Table
from kgraph.terms import iri, value

PREFIXES = "PREFIX kg: <https://w3id.org/kgraph/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "


def added(table):
    """What evidence has added, as text."""
    return [tuple("" if term is None else value(term) for term in row[-4:]) for row in table.rows]


def query(town, text):
    return with_evidence(ask(town.worker, PREFIXES + text), town.claims)


def test_an_attribution_shows_its_own_words_and_does_not_repeat_who_speaks(town) -> None:
    table = with_evidence(town.table("promises", who="bo-reed"), town.claims)
    assert [c.variable for c in table.visible.columns] == [
        *("speaker", "claim", "addressee", "status"),
        *("stance", "words", "place"),
    ]
    assert [value(term) for term in table.rows[0][-3:]] == [
        "promises",
        "words here",
        "The Gazette on the week in council, characters 60–70",
    ]


def test_each_passage_is_a_row_and_the_answers_are_still_counted(town) -> None:
    table = with_evidence(town.table("who-was-accused-of-what"), town.claims)
    assert [[value(term) for term in row[-2:]] for row in table.rows] == [
        ["words here", "The Gazette on the week in council, characters 100–110"],
        ["more words", "The Gazette on the week in council, characters 120–130"],
        ["words here", "The Gazette on the week in council, characters 140–150, according to Bo Reed"],
    ]
    assert table.answers == 2
    assert "2 answers, in 3 rows with who says so" in to_text(table)


def test_the_source_that_words_were_said_in_is_named(town) -> None:
    table = with_evidence(town.table("which-law-changes-which"), town.claims)
    assert value(table.rows[0][-1]) == "The Gazette on the week in council, characters 40–50, in Moss's radio talk"


def test_facts_show_each_claim_that_they_rest_on(town) -> None:
    table = with_evidence(town.table("court-decisions"), town.claims)
    places = [column.variable for column in table.visible.columns]
    assert places[-5:] == ["speaker", "stance", "claim", "words", "place"]
    assert [value(row[-3]) for row in table.rows] == [
        "ruling of May is issued by town court",
        "ruling of May is dated May 2024",
        "ruling of May upholds stall rule",
    ]
    assert not any("Ask with evidence" in note for note in table.notes)


def test_withheld_words_are_shown_as_their_place_and_digest(article, shared) -> None:
    table = with_evidence(article.table("what-is-contested"), article.claims)
    text = (shared / "sources" / "homan-2025-03-17.txt").read_bytes()
    assert text
    shown = [value(row[-2]) for row in table.rows]
    assert [words.split(", SHA-256")[0] for words in shown] == [
        "(withheld: characters 358–404",
        "(withheld: characters 2109–2134",
    ]
    digests = {p.digest for c in article.claims for s in c.said for p in s.passages}
    assert all(any(digest.startswith(words[-10:-2]) for digest in digests) for words in shown)
    assert all(len(digest) == len(hashlib.sha256().hexdigest()) for digest in digests)


def test_both_sides_of_what_is_contested(article) -> None:
    table = with_evidence(article.table("what-is-contested"), article.claims)
    assert [tuple(value(term) for term in row[2:4]) for row in table.rows] == [
        ("New York Post", "states"),
        ("Karoline Leavitt", "denies"),
    ]


def test_relayed_words_say_so_twice(article) -> None:
    table = with_evidence(article.table("who-holds-which-office"), article.claims)
    assert table.rows
    relayed = with_evidence(
        ask(article.worker, "SELECT ?claim { ?said kg:claim ?claim ; kg:speaker body:us-supreme-court }"),
        article.claims,
    )
    rows = [row for row in added(relayed) if row[0].startswith("US Supreme Court")]
    assert rows
    assert all(speaker == "US Supreme Court (according to Karoline Leavitt)" for speaker, *_ in rows)
    assert all(place.endswith("in Leavitt's X post, according to Karoline Leavitt") for *_, place in rows)


@pytest.mark.parametrize("variable", ["claim", "anything"])
def test_a_query_of_ones_own_with_a_claim_in_any_column(town, variable) -> None:
    table = query(town, f"SELECT ?{variable} {{ ?{variable} rdf:predicate kg:accusedOf }}")
    assert [c.variable for c in table.columns] == [variable, "speaker", "stance", "words", "place"]
    assert [row[:3] for row in added(table)] == [
        ("Bo Reed", "alleges", "words here"),
        ("Bo Reed", "alleges", "more words"),
    ]


def test_an_attribution_or_a_passage_is_enough(town) -> None:
    said = query(town, "SELECT ?said { ?said kg:stance kgc:alleges }")
    assert [row[2] for row in added(said)] == ["words here", "more words"]
    passage = query(town, "SELECT ?p { ?said kg:stance kgc:alleges ; kg:evidence ?p . ?p oa:start 120 }")
    assert added(passage) == [
        ("Bo Reed", "alleges", "more words", "The Gazette on the week in council, characters 120–130")
    ]


def test_two_things_between_which_there_are_claims(town) -> None:
    table = query(town, "SELECT ?who ?what { ?who a kg:Person . BIND (kgc:fraud AS ?what) } ORDER BY ?who")
    assert [name(row[0]) for row in table.rows] == ["ada-moss", "bo-reed", "cy-pike", "cy-pike", "cy-pike"]
    # nobody says it of Moss and Reed: their rows stay, and it is said
    assert [row[0] for row in added(table)] == ["", "", "Bo Reed", "Bo Reed", "Ada Moss (according to Bo Reed)"]
    assert table.notes == ("For 2 of 3 rows no claim is found here that could show who says it.",)


def name(term):
    return value(term).rpartition("/")[2]


def test_columns_that_are_taken_get_another_name(town) -> None:
    table = query(town, "SELECT ?claim ?speaker { ?claim rdf:predicate kg:chargedWith . BIND (1 AS ?speaker) }")
    assert [c.variable for c in table.columns] == ["claim", "speaker", "speaker2", "stance", "words", "place"]


def test_no_column_names_a_claim(town) -> None:
    with pytest.raises(BadQuery, match=r"no column of this answer names a claim.*Add a column \?claim"):
        query(town, "SELECT ?label { ?x rdfs:label ?label }")
    assert query(town, "SELECT ?claim { ?claim rdf:predicate kg:nothing }").rows == ()
    unknown = query(town, "SELECT ?claim { BIND (claim:0000000000000000 AS ?claim) }")
    assert added(unknown) == [("", "", "", "")]


def test_lists_of_things_and_other_answers_have_no_evidence(town) -> None:
    with pytest.raises(BadQuery, match="documents lists things and not claims"):
        with_evidence(town.table("documents"), town.claims)
    for text in ("ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s rdf:predicate kg:accusedOf }"):
        with pytest.raises(BadQuery, match="evidence can be added to rows only"):
            query(town, text)


def test_a_hedged_claim_is_no_evidence_for_a_fact(town) -> None:
    # “it is expected that …” has the same three parts as the plain claim would have
    facts = Table(
        "rows",
        columns=town.table("who-issued-what").columns,
        rows=((None, None, None, iri("law:market-bill"), iri("body:law-committee")),),
        question=town.table("who-issued-what").question,
    )
    assert with_evidence(facts, town.claims).rows[0][-5:] == (None,) * 5
