"""What commands print: answers on standard output, all else on standard error, and nothing that moves a cursor."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer

__all__ = ["AS_JSON", "STORE", "clean", "complain", "emit", "emit_bytes", "note", "one_line", "say", "steps"]

STORE = typer.Option(
    "--store",
    metavar="PLACE",
    help="The graph: a TriG, Turtle or N-Quads file, an output folder or an Oxigraph directory. "
    "Without it: the workspace's, else ./output/graph.trig, else the shipped example.",
)
AS_JSON = typer.Option("--json", help="JSON on standard output, for scripts.")

# C0 and C1 controls but tab and line feed, and the marks that reorder text
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
_BREAKS = re.compile(r"\s*[\t-\r\x1c-\x1e\x85\u2028\u2029]\s*")


def clean(text: str) -> str:
    """Text from documents as a terminal may show it: control characters become visible."""
    return _CONTROLS.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def one_line(text: str) -> str:
    """Text as part of one line: a label or passage with line feeds must not look like a line of our own."""
    return clean(" ".join(text.split()))


def _on_one_line(text: str) -> str:
    # the indentation and the blanks between columns are ours
    return clean(_BREAKS.sub(" ", text))


def _coloured(stream: Any) -> bool:
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def say(text: str = "", *, style: str | None = None, lines: bool = False) -> None:
    """One line of an answer, whatever the text of documents in it holds.

    Args:
        text: the line.
        style: such as `bold` or `dim`; shows on a terminal only.
        lines: the text is a report of several lines, in which texts of documents have been put on one line each.
    """
    line = clean(text) if lines else _on_one_line(text)
    if style and _coloured(sys.stdout):
        line = typer.style(line, **_STYLES[style])
    sys.stdout.write(f"{line}\n")


_STYLES: dict[str, dict[str, Any]] = {
    "bold": {"bold": True},
    "dim": {"dim": True},
    "accepted": {"bold": True},
    "reported": {"fg": "blue", "bold": True},
    "contested": {"fg": "yellow", "bold": True},
    "denied": {"fg": "red", "bold": True},
    "retracted": {"dim": True},
}


def emit(data: Any) -> None:
    """An answer as JSON."""
    # where the stream cannot hold all characters, JSON has its own way to write them
    plain = not str(sys.stdout.encoding).lower().startswith("utf")
    sys.stdout.write(json.dumps(data, ensure_ascii=plain, indent=2) + "\n")


def emit_bytes(data: bytes) -> None:
    """An answer that is a file of its own."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def note(text: str) -> None:
    """Something beside the answer, on one line."""
    sys.stderr.write(f"{_on_one_line(text)}\n")


def complain(text: str) -> None:
    """An error."""
    sys.stdout.flush()
    head = typer.style("error:", fg="red", bold=True) if _coloured(sys.stderr) else "error:"
    sys.stderr.write(f"{head} {clean(text)}\n")


@contextmanager
def steps(quiet: bool = False, total: int | None = None) -> Iterator[Callable[[str], None]]:
    """Progress of long work: the step that is under way, on standard error and only on a terminal.

    Args:
        quiet: show nothing.
        total: of how many things one is over with each call but the first; a bar then shows how many are.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, no_color=not _coloured(sys.stderr))
    columns = [SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn()]
    if total is not None:
        columns[1:1] = [BarColumn(), MofNCompleteColumn()]
    # answers go where they were sent, not to the console of the bar
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("starting", total=total)
        begun = -1

        def step(name: str) -> None:
            nonlocal begun
            begun += 1
            bar.update(task, description=one_line(name), completed=None if total is None else begun)

        yield step
