"""kgraph extract, and reading a document as other commands do it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.output import AS_JSON, emit, note, say

if TYPE_CHECKING:
    from kgraph.dossier import Dossier

__all__ = ["DATE", "KEEP_WORDS", "PUBLISHER", "extract", "read_document"]

PUBLISHER = typer.Option(
    "--publisher", metavar="NAME", help="Who published the document: a name, or body:… of the registry."
)
DATE = typer.Option("--date", metavar="DATE", help="When it was published: YYYY-MM-DD, YYYY-MM or YYYY.")
KEEP_WORDS = typer.Option("--keep-words", help="Its words may be passed on; without it, passages carry digests.")


def extract(
    document: Annotated[
        Path, typer.Argument(metavar="DOCUMENT", help="A .txt, .md, .html or .pdf file; - is standard input.")
    ],
    publisher: Annotated[str | None, PUBLISHER] = None,
    date: Annotated[str | None, DATE] = None,
    title: Annotated[str | None, typer.Option("--title", help="Its title, if it does not say.")] = None,
    address: Annotated[str | None, typer.Option("--address", metavar="URL", help="Where it was published.")] = None,
    author: Annotated[str | None, typer.Option("--author", help="Who wrote it.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="Its language, such as en.")
    ] = None,
    licence: Annotated[str | None, typer.Option("--licence", help="Under which licence its words stand.")] = None,
    keep_words: Annotated[bool, KEEP_WORDS] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - prints it.")
    ] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Start the dossier of a document: its hash, publisher, date and repairs, ready for its claims.

    What it says is added by a person; nothing is guessed. A publisher or date that the document does not name is asked
    for. A dossier that is there already is never overwritten.

    \b
    Examples:
      kgraph extract article.html
      kgraph extract article.txt --publisher "New York Post" --date 2025-03-17
      curl -s https://example.org/a.html | kgraph extract - -o a.yaml
    """
    from kgraph import dossier
    from kgraph.errors import BadInput
    from kgraph.workspace import find

    start = read_document(
        document,
        publisher=publisher,
        date=date,
        title=title,
        address=address,
        author=author,
        language=language,
        licence=licence,
        keep_words=keep_words,
    )
    if output == Path("-"):
        typer.echo(dossier.write(start), nl=False)
        return
    if output is None:
        if document == Path("-"):
            raise BadInput("name the dossier to write with -o FILE; -o - prints it")
        here = find()
        output = (here.root / "dossiers" if here else Path()) / f"{document.stem}.yaml"
    if output.exists():
        raise BadInput(f"{output} is there already and may hold decisions; name another with -o")
    output.parent.mkdir(parents=True, exist_ok=True)
    dossier.write(start, output)
    if as_json:
        emit({"dossier": str(output), "document": start.document.id, "extent": start.document.extent})
        return
    say(
        f"{output}: {start.document.title}, {start.document.date}, {start.document.extent:,} characters, no claims yet."
    )
    say(f"Add claims under `attributions:`, then: kgraph check {output}")


def read_document(path: Path, *, keep_words: bool = False, **given: str | None) -> "Dossier":
    """The start of a document's dossier; says what was minted."""
    from kgraph.documents import read
    from kgraph.extraction import start
    from kgraph.registry import load

    registry = load()
    begun = start(read(str(path), **{k: v for k, v in given.items() if v is not None}), registry, keep_words=keep_words)  # type: ignore[arg-type]
    minted = begun.entities[0]
    if minted.label is not None:
        note(f"“{minted.label}” is not in the registry; it is {minted.id} here, an institution")
    return begun
