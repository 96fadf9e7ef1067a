"""Answers for people: aligned, wrapped, with no colour where none is wanted, and never empty without a word."""

import pytest

from kgraph.questions import NO_ANSWER, Column, Table, ask, to_text, with_evidence
from kgraph.terms import literal


def test_a_table_with_its_question_and_its_count(town) -> None:
    assert to_text(town.table("court-decisions")) == (
        "Which court orders and decisions appear, who made them and what do they do, as established here?\n"
        "\n"
        "what           is a            made by     dated     which   what or whom\n"
        "ruling of May  court decision  town court  May 2024  upholds  stall rule\n".replace("which   ", "which    ")
        + "\n"
        "1 answer\n"
        "What is established here is not therefore true. Ask with evidence to see on whose word it stands.\n"
    )


def test_no_answer_is_not_no(article) -> None:
    text = to_text(article.table("unreviewed-claims"))
    assert text == f"Which claims has nobody reviewed yet, and who makes them?\n\n{NO_ANSWER}\n"
    assert NO_ANSWER.startswith("0 answers. That is not the same as “nobody did”")


def test_yes_and_no(town) -> None:
    assert to_text(ask(town.worker, "ASK { ?s ?p ?o }")) == "yes\n"
    assert (
        to_text(ask(town.worker, "ASK { ?s kg:defies ?o }"))
        == "no. That means: nothing here fits; it may still be so.\n"
    )


def test_a_graph_is_shown_as_triples(town) -> None:
    graph = ask(town.worker, "DESCRIBE law:stall-rule")
    lines = to_text(graph).splitlines()
    assert lines
    assert lines == sorted(lines)
    assert all(line.endswith(" .") for line in lines)


def test_values_are_said_in_words_in_questions_and_kept_in_queries(article) -> None:
    assert "32,000" in to_text(article.table("numbers-and-how-exact"))
    assert "between 10 March 2025 and 16 March 2025" in to_text(article.table("documents"))
    raw = ask(
        article.worker, "SELECT ?n ?about { ?c rdf:predicate kg:arrestCount ; rdf:object ?n ; rdf:subject ?about }"
    )
    assert "32000  event:mass-deportation-campaign-2025" in to_text(raw)


@pytest.mark.parametrize("width", [20, 40, 60, 79, 100, 140])
@pytest.mark.parametrize("terminal", [False, True])
def test_no_drawn_line_is_wider_than_the_terminal(article, width, terminal, monkeypatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    table = with_evidence(article.table("what-is-contested"), article.claims)
    for table_ in (table, article.table("what-did-someone-say", who="leavitt")):
        drawn = to_text(table_, width=width, terminal=terminal).split("\n\n", 1)[1].rsplit("\n\n", 1)[0]
        assert max(map(len, drawn.splitlines())) <= width


def test_too_many_columns_become_blocks(town) -> None:
    text = to_text(with_evidence(town.table("promises"), town.claims), width=60)
    assert "who promises  Bo Reed\n" in text
    assert "the words     words here\n" in text


def test_colour_only_on_a_terminal_that_wants_it(town, monkeypatch) -> None:
    table = town.table("court-decisions")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in to_text(table, width=100, terminal=True)
    assert "\x1b" not in to_text(table, width=100)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in to_text(table, width=100, terminal=True)


def test_words_do_not_steer_the_terminal_nor_the_drawing() -> None:
    hostile = "a\x1b[31mred\x07 \u202ereversed\n[bold]x[/bold] :smile:"
    table = Table("rows", columns=(Column("a", hostile),), rows=((literal(hostile),),), title=hostile, notes=(hostile,))
    for terminal in (False, True):
        text = to_text(table, width=200, terminal=terminal)
        assert "\x1b[31m" not in text
        assert "\x07" not in text
        assert "\u202e" not in text
        assert text.count("[bold]x[/bold] :smile:") == 4


def test_the_same_bytes_twice(article) -> None:
    first, second = (to_text(article.table("who-denies-what"), width=90) for _ in range(2))
    assert first == second


def test_terms_of_later_standards() -> None:
    table = Table(
        "rows", columns=(Column("a", "a"),), rows=(('"x"@en--ltr',), ('<<( <http://e/s> <http://e/p> "o" )>>',))
    )
    assert 'x\n<<( <http://e/s> <http://e/p> "o" )>>\n' in to_text(table)
