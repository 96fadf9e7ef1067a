"""An answer as a table with headings, and how a question is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from kgraph.questions.question import Column, Question
from kgraph.store import Answer
from kgraph.terms import Term

__all__ = ["ESTABLISHED", "NO_ANSWER", "Row", "Table", "ask"]

Row = tuple[Term | None, ...]

#: What is said instead of an empty table.
NO_ANSWER = (
    "0 answers. That is not the same as “nobody did”: it means that no document here says so. Look at what is "
    "contested or denied, or add a document."
)

#: What stands below facts.
ESTABLISHED = "What is established here is not therefore true. Ask with evidence to see on whose word it stands."


class Answering(Protocol):
    """What answers queries: a worker, or an open graph."""

    def query(
        self, text: str, bindings: Mapping[str, Term] | None = None, /, *, timeout: float, max_rows: int
    ) -> Answer:
        """The answer to a query that only reads."""
        ...


@dataclass(frozen=True)
class Table:
    """An answer: rows under headings, yes or no, or the triples of a graph."""

    kind: Literal["rows", "boolean", "graph"]
    columns: tuple[Column, ...] = ()
    #: one term, or None, for each column
    rows: tuple[Row, ...] = ()
    #: yes or no
    boolean: bool | None = None
    #: the question; empty where it is a query of somebody's own
    title: str = ""
    question: Question | None = None
    #: variables of `columns` that are not shown: parameters, and what the words behind a row are found by
    hidden: frozenset[str] = frozenset()
    #: what a reader should know beside the rows
    notes: tuple[str, ...] = ()
    #: how many answers the rows are, where evidence made several rows of one
    answers: int | None = None

    @property
    def visible(self) -> "Table":
        """The table without its hidden columns; rows that then say the same are one row."""
        if not self.hidden:
            return self
        kept = [n for n, column in enumerate(self.columns) if column.variable not in self.hidden]
        rows = dict.fromkeys(tuple(row[n] for n in kept) for row in self.rows)
        return replace(self, columns=tuple(self.columns[n] for n in kept), rows=tuple(rows), hidden=frozenset())


def ask(
    worker: Answering,
    question: Question | str,
    bindings: Mapping[str, Term] | None = None,
    *,
    timeout: float = 20.0,
    max_rows: int = 1_000_000,
) -> Table:
    """The answer to a question of the library, or to a SPARQL query.

    Args:
        worker: `kgraph.store.Worker` or `kgraph.Graph`.
        bindings: terms for variables, as `bind` gives them.
        timeout: seconds.
        max_rows: rows after which the answer is an error, never a part.

    Raises:
        BadQuery: the query is refused or does not parse.
        TooMuch: time, memory or rows passed the limit.
    """
    text = question if isinstance(question, str) else question.text
    answer = worker.query(text, bindings or {}, timeout=timeout, max_rows=max_rows)
    if answer.kind == "boolean":
        return Table("boolean", boolean=answer.boolean)
    plain = Table(
        "graph" if answer.kind == "graph" else "rows",
        columns=tuple(Column(variable, variable) for variable in answer.variables),
        rows=answer.rows,
    )
    return plain if isinstance(question, str) else _headed(plain, question)


def _headed(table: Table, question: Question) -> Table:
    place = {column.variable: n for n, column in enumerate(table.columns)}
    shown = [column.variable for column in question.columns]
    hidden = [variable for variable in place if variable not in shown]
    order = [place[variable] for variable in (*shown, *hidden)]
    return replace(
        table,
        columns=(*question.columns, *(Column(variable, variable) for variable in hidden)),
        rows=tuple(tuple([row[n] for n in order]) for row in table.rows),
        title=question.summary,
        question=question,
        hidden=frozenset(hidden),
        notes=(ESTABLISHED,) if question.about_facts and table.rows else (),
    )
