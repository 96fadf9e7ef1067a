"""kgraph ask."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.output import STORE, emit_bytes, note, say

if TYPE_CHECKING:
    from kgraph.graph import Graph
    from kgraph.questions import Question, Table
    from kgraph.terms import Term

__all__ = ["ask"]


def ask(
    question: Annotated[
        str | None,
        typer.Argument(metavar="QUESTION", help="A question of the library; without one, they are listed."),
    ] = None,
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY=VALUE", help="What the question asks for, as in who=boasberg.", show_default=False),
    ] = None,
    sparql: Annotated[str | None, typer.Option("--sparql", metavar="TEXT", help="A SPARQL query of your own.")] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="A file with a SPARQL query; - is standard input.")
    ] = None,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Add speaker, stance, words and place to each row.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="SPARQL results JSON on standard output.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="SPARQL results CSV.")] = False,
    as_tsv: Annotated[bool, typer.Option("--tsv", help="SPARQL results TSV.")] = False,
    as_xml: Annotated[bool, typer.Option("--xml", help="SPARQL results XML.")] = False,
    excel_safe: Annotated[
        bool, typer.Option("--excel-safe", help="With --csv: no cell can be taken for a formula.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all-columns", help="Show the addresses of things and claims too.")
    ] = False,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="When a query is ended.")
    ] = 20.0,
    max_rows: Annotated[
        int, typer.Option("--max-rows", min=1, help="More rows are an error, never a part.")
    ] = 1_000_000,
    store: Annotated[str | None, STORE] = None,
) -> None:
    """Ask a question of the library, or a SPARQL query of your own that only reads.

    Exit code 1: no rows, or the answer is no. With --json, --csv, --tsv or --xml the answer is in the output, and the
    exit code is 0.

    \b
    Examples:
      kgraph ask
      kgraph ask who-denies-what who=leavitt --evidence
      kgraph ask --file query.rq --json
    """
    from kgraph.errors import BadQuery
    from kgraph.questions import ask as answer
    from kgraph.questions import with_evidence
    from kgraph.workspace import open_graph

    if sum(map(bool, (as_json, as_csv, as_tsv, as_xml))) > 1:
        raise BadQuery("--json, --csv, --tsv and --xml: choose one")
    if sum(x is not None for x in (sparql, file)) > 1:
        raise BadQuery("--sparql and --file: choose one")
    own = sparql is not None or file is not None
    # with a query of one's own, what stands first is a value already
    values = ([question] if own and question else []) + list(given or [])
    if question is None and not own:
        _list(as_json=as_json)
        return
    pairs = _pairs(values)
    with open_graph(store) as graph:
        if own:
            table = answer(
                graph,
                sparql if sparql is not None else _text(file or Path("-")),
                {key: _term(text) for key, text in pairs.items()},
                timeout=timeout,
                max_rows=max_rows,
            )
        else:
            chosen = _question(question or "")
            table = answer(graph, chosen, _bind(graph, chosen, pairs), timeout=timeout, max_rows=max_rows)
        if evidence:
            table = with_evidence(table, graph.claims)
        table = _with_how_made(table, graph)
    _print(
        table,
        as_json=as_json,
        as_csv=as_csv,
        as_tsv=as_tsv,
        as_xml=as_xml,
        excel_safe=excel_safe,
        everything=everything,
    )


def _with_how_made(table: "Table", graph: "Graph") -> "Table":
    """The answer with a note for each way in which the graph follows another rule than the usual one."""
    from dataclasses import replace

    from kgraph.questions import ask as answer
    from kgraph.terms import value

    made = answer(graph, _question("how-this-graph-was-made"))
    return replace(table, notes=(*table.notes, *(value(row[0]) for row in made.rows if row[0])))


def _library() -> "dict[str, Question]":
    from kgraph.questions import library
    from kgraph.resources import QUERIES
    from kgraph.workspace import find

    here = find()
    return library(QUERIES, *(here.queries if here else ()))


def _question(name: str) -> "Question":
    from kgraph.questions import find

    return find(_library(), name)


def _list(*, as_json: bool) -> None:
    from kgraph.cli.output import emit
    from kgraph.questions import listing

    groups = listing(_library())
    if as_json:
        emit(
            [
                {
                    "name": q.name,
                    "group": group.title,
                    "summary": q.summary,
                    "parameters": [
                        {
                            "name": p.name,
                            "type": p.type,
                            "summary": p.summary,
                            "example": p.example,
                            "required": p.required,
                        }
                        for p in q.parameters
                    ],
                    "columns": [{"name": c.variable, "summary": c.heading} for c in q.columns],
                    "example": q.call,
                }
                for group in groups
                for q in group.questions
            ]
        )
        return
    for group in groups:
        say(group.title, style="bold")
        for q in group.questions:
            say(f"  {q.summary}")
            say(f"      {q.call}", style="dim")
        say()
    say("Add --evidence to see who says it, in which words, and where.")


def _pairs(values: list[str]) -> dict[str, str]:
    from kgraph.errors import BadQuery

    pairs: dict[str, str] = {}
    for text in values:
        key, equals, value = text.partition("=")
        if not equals or not key.isidentifier():
            raise BadQuery(f"{text!r} is not KEY=VALUE; write it as in who=boasberg")
        if key in pairs:
            raise BadQuery(f"{key} is given twice")
        pairs[key] = value
    return pairs


def _bind(graph: "Graph", question: "Question", pairs: dict[str, str]) -> "dict[str, Term]":
    from kgraph.questions import bind, resolver

    # what a question does not ask for needs no look at the graph
    return bind(question, pairs, lambda text, kinds: resolver(graph.claims, graph.find)(text, kinds), graph.ontology)


def _term(text: str) -> "Term":
    """A value for a variable of one's own query: an address or prefixed name, else words."""
    from kgraph.errors import BadInput
    from kgraph.terms import PREFIXES, iri, literal

    if text.partition(":")[0] in {*PREFIXES, "http", "https", "urn"}:
        try:
            return iri(text)
        except BadInput:
            pass
    return literal(text)


def _text(path: Path) -> str:
    from kgraph.errors import BadInput, BadQuery

    try:
        data = sys.stdin.buffer.read() if path == Path("-") else path.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadQuery(f"{path}: a query must be UTF-8 text") from None
    except (OSError, ValueError) as error:
        raise BadInput(f"{path}: {getattr(error, 'strerror', None) or error}; name a file with a query") from None


def _print(
    table: "Table", *, as_json: bool, as_csv: bool, as_tsv: bool, as_xml: bool, excel_safe: bool, everything: bool
) -> None:
    from kgraph.questions import to_csv, to_json, to_text, to_tsv, to_xml

    if as_json:
        text = to_json(table, everything=everything)
    elif as_csv:
        text = to_csv(table, everything=everything, excel_safe=excel_safe)
    elif as_tsv:
        text = to_tsv(table, everything=everything)
    elif as_xml:
        text = to_xml(table, everything=everything)
    else:
        terminal = sys.stdout.isatty()
        shown = _all_shown(table) if everything else table
        sys.stdout.write(
            to_text(shown, width=shutil.get_terminal_size().columns if terminal else None, terminal=terminal)
        )
        if not table.rows and not table.boolean:
            raise typer.Exit(1)
        return
    emit_bytes(text.encode("utf-8"))
    for line in table.notes:
        note(line)


def _all_shown(table: "Table") -> "Table":
    from dataclasses import replace

    return replace(table, hidden=frozenset())
