"""All commands under one name, and what happens when something goes wrong."""

import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kgraph import __version__
from kgraph.cli.ask import ask
from kgraph.cli.build import build
from kgraph.cli.check import check
from kgraph.cli.draw import draw
from kgraph.cli.export import export
from kgraph.cli.extract import extract
from kgraph.cli.output import complain
from kgraph.cli.path import path
from kgraph.cli.show import show
from kgraph.cli.stats import stats
from kgraph.errors import plainly

__all__ = ["app", "main"]

app = typer.Typer(
    name="kgraph",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `kgraph build`: it builds the shipped example into ./output. Then `kgraph ask`.",
)
for command in (build, extract, check, ask, show, path, stats, draw, export):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kgraph {__version__}")
        raise typer.Exit


@app.callback()
def kgraph(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Who says what about whom, under which law, in which exact words.

    kgraph turns reviewed articles into a graph of claims that can be asked, drawn and exported; every answer says who
    says so and where.
    """


def main() -> None:
    """Run the command line; no traceback reaches a user."""
    _open_streams()
    try:
        app()
    except SystemExit as stop:
        # Ctrl-C arrives as this exit code
        if stop.code == 130:
            complain("stopped; no file is left half written")
        raise
    except Exception as error:
        said, code = plainly(error)
        if code == 70 and os.environ.get("KGRAPH_DEBUG"):
            raise
        complain(said)
        sys.exit(code)


def _open_streams() -> None:
    """Make the standard streams usable: closed ones lead nowhere, and what a terminal cannot show becomes visible."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
