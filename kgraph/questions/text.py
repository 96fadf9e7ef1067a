"""Answers for people: a table on a terminal, aligned text elsewhere."""

import os
import re
from io import StringIO

from kgraph.claims import value_in_words
from kgraph.questions.formats import to_ntriples
from kgraph.questions.table import NO_ANSWER, Table
from kgraph.terms import Term, is_iri, name, value

__all__ = ["to_text"]

#: C0 and C1 controls, and the marks that reorder text: a document must not steer the terminal that shows it
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")

#: columns that a column needs to be readable; where there is less, rows are shown as blocks, one cell a line
_NARROW = 16

#: characters of a line where nothing else is known; what goes into a file is not wrapped
_WIDE = 100_000


def to_text(table: Table, *, width: int | None = None, terminal: bool = False) -> str:
    """The answer as text that ends in a line feed.

    Args:
        width: columns of the terminal; cells are wrapped to fit, and where there are too many of them each row becomes
            a block with one cell a line. Without a width each row is one line.
        terminal: draw headings and rules with styles, unless NO_COLOR is set (https://no-color.org).
    """
    if table.kind == "graph":
        return to_ntriples(table)
    if table.kind == "boolean":
        return "yes\n" if table.boolean else "no. That means: nothing here fits; it may still be so.\n"
    table = table.visible
    parts = [f"{_clean(table.title)}\n\n"] if table.title else []
    parts += [_drawn(table, width or _WIDE, terminal), "\n"] if table.rows else []
    parts.append(f"{_count(table)}\n")
    parts += [f"{_clean(note)}\n" for note in table.notes]
    return "".join(parts)


def _count(table: Table) -> str:
    number = len(table.rows) if table.answers is None else table.answers
    if not number:
        return NO_ANSWER
    rows = f", in {len(table.rows):,} rows with who says so" if table.answers not in (None, len(table.rows)) else ""
    return f"{number:,} answer{'s' * (number != 1)}{rows}"


def _drawn(table: Table, width: int, terminal: bool) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawing
    from rich.text import Text

    styled = terminal and not os.environ.get("NO_COLOR")
    headings = [_clean(column.heading) for column in table.columns]
    in_words = table.question is not None
    cells = [[_clean(_shown(term, in_words)) for term in row] for row in table.rows]
    if len(headings) * _NARROW > width:
        drawing = Drawing.grid(padding=(0, 2, 0, 0))
        for number, row in enumerate(cells):
            if number:
                drawing.add_row()
            for heading, cell in zip(headings, row, strict=True):
                if cell:
                    drawing.add_row(Text(heading, style="bold"), Text(cell, overflow="fold"))
    else:
        drawing = Drawing(box=box.SIMPLE_HEAD if terminal else None, header_style="bold", pad_edge=False)
        for heading in headings:
            drawing.add_column(Text(heading), overflow="fold")
        for row in cells:
            drawing.add_row(*map(Text, row))
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        height=100,
        force_terminal=terminal,
        color_system="standard" if styled else None,
        no_color=not styled,
        legacy_windows=False,
        soft_wrap=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    console.print(drawing)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _shown(term: Term | None, in_words: bool) -> str:
    if term is None:
        return ""
    if is_iri(term):
        return name(term)
    if not term.startswith('"'):
        return term
    return value_in_words(term) if in_words else value(term)


def _clean(text: str) -> str:
    return _CONTROLS.sub(lambda m: " " if m[0] in "\t\n\r" else f"\\u{ord(m[0]):04x}", text)
