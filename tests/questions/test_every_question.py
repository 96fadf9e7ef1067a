"""Every question of the library: its header is whole, its example works, and it gives the same bytes twice."""

import re

import pytest

from kgraph.ontology import load as load_ontology
from kgraph.questions import ask, bind, library, listing, to_json, with_evidence
from kgraph.questions.library import GROUPS

QUESTIONS = library()

#: The first article has nothing of it; `test_answers_on_the_town.py` has.
NOT_IN_THE_ARTICLE = {
    "bills-and-their-sponsors": "it speaks of no bill",
    "claims-with-conditions": "nobody ties a claim to a condition",
    "lawsuits-and-parties": "it names no party to the suit",
    "unreviewed-claims": "all of it has been reviewed",
    "which-law-changes-which": "no law or ruling in it changes another",
}
#: Answered only by a graph that follows another rule; `tests/cli/test_build.py` builds one.
UNUSUAL = {"how-this-graph-was-made"}
#: Their rows are things, counts, notes or documents, and not claims.
LISTS = {"addresses-in-other-databases", "documents", "who-is-quoted-how-often", *UNUSUAL}


def examples(question):
    return {p.name: p.example for p in question.parameters if p.default is None}


def test_there_are_enough() -> None:
    assert len(QUESTIONS) >= 32


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_header_is_whole(name) -> None:
    question = QUESTIONS[name]
    assert question.summary.endswith("?")
    assert question.description.endswith(".")
    assert question.group in GROUPS
    assert question.columns
    assert all(column.heading for column in question.columns)
    assert all(p.summary and p.example for p in question.parameters)
    assert question.text.startswith("#+ summary: ")


@pytest.mark.parametrize("name", QUESTIONS)
def test_codes_and_terms_are_those_of_the_vocabulary(name) -> None:
    question = QUESTIONS[name]
    ontology = load_ontology()
    query = "\n".join(line for line in question.text.splitlines() if not line.startswith("PREFIX"))
    used = {word.rstrip("+*") for word in re.findall(r"\bkgc?:[A-Za-z-]+", query)}
    known = {
        term.replace("<https://w3id.org/kgraph/ns#", "kg:").replace("<https://w3id.org/kgraph/code#", "kgc:")
        for term in ontology.terms
    }
    assert used <= {term.rstrip(">") for term in known}
    for parameter in question.parameters:
        assert not parameter.scheme or ontology.scheme(f"kgc:{parameter.scheme}")


@pytest.mark.parametrize("name", QUESTIONS)
def test_equality_is_written_into_patterns(name) -> None:
    # Oxigraph does not push FILTER (?p = kg:x) down into a pattern
    assert not re.search(r"FILTER *\( *\?\w+ = \w+:", QUESTIONS[name].text)


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_somebody_claims_comes_with_who_says_it(name) -> None:
    question = QUESTIONS[name]
    shown = {column.variable for column in question.columns}
    if question.about_facts:
        assert "established here" in f"{question.summary} {question.description}"
    elif name not in LISTS:
        assert shown & {"speaker", "publisher"}


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_example_is_answered_on_the_article(article, name) -> None:
    question = QUESTIONS[name]
    table = article.table(name, **examples(question))
    assert bool(table.rows) is (name not in NOT_IN_THE_ARTICLE and name not in UNUSUAL)
    assert to_json(article.table(name, **examples(question)), everything=True) == to_json(table, everything=True)


@pytest.mark.parametrize("name", sorted(NOT_IN_THE_ARTICLE))
def test_what_is_not_in_the_article_is_answered_elsewhere(town, name) -> None:
    assert town.table(name, **examples(QUESTIONS[name])).rows


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_may_be_left_out_may_be_left_out(article, name) -> None:
    question = QUESTIONS[name]
    given = {p.name: p.example for p in question.parameters if p.required}
    table = ask(article.worker, question, bind(question, given, article.resolve))
    assert len(table.rows) >= len(article.table(name, **examples(question)).rows)


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - LISTS))
def test_evidence_loses_no_row(article, name) -> None:
    table = article.table(name, **examples(QUESTIONS[name]))
    found = with_evidence(table, article.claims)
    width = len(table.columns)
    assert list(dict.fromkeys(row[:width] for row in found.rows)) == list(table.rows)
    if name != "legal-authorities":  # lists the constitution's article, of which only Leavitt says anything
        assert all(row[-1] for row in found.rows)


def test_the_list_shows_each_once_under_its_heading() -> None:
    groups = listing(QUESTIONS)
    assert [group.title for group in groups] == list(GROUPS)
    assert sorted(q.name for group in groups for q in group.questions) == sorted(QUESTIONS)
    (denies,) = (q for group in groups for q in group.questions if q.name == "who-denies-what")
    assert denies.call == "kgraph ask who-denies-what who=leavitt"
