"""kgraph extract, and drafting a document's dossier as other commands do it."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.output import AS_JSON, emit, emit_bytes, note, one_line, say

if TYPE_CHECKING:
    from kgraph.documents import Document
    from kgraph.extraction import Draft
    from kgraph.workspace import Workspace

__all__ = ["DATE", "KEEP_WORDS", "MODEL", "NO_READER", "PUBLISHER", "draft_of", "extract", "read_document"]

PUBLISHER = typer.Option(
    "--publisher",
    metavar="NAME",
    help='Who published the document: a name, body:… of the registry, or a new one such as "body:xinhua=Xinhua".',
)
DATE = typer.Option("--date", metavar="DATE", help="When it was published: YYYY-MM-DD, YYYY-MM or YYYY.")
NO_READER = typer.Option("--no-reader", help="Propose nothing: only the document and its publisher.")
MODEL = typer.Option(
    "--model", metavar="NAME", help="An installed English spaCy pipeline.  [default: the pinned en_core_web_sm]"
)
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
    no_reader: Annotated[bool, NO_READER] = False,
    model: Annotated[str | None, MODEL] = None,
    explain: Annotated[bool, typer.Option("--explain", help="List what was not proposed, and why.")] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="yaml|json|trig", help="The dossier, its mentions and quotations, or its graph."
        ),
    ] = "yaml",
    merge: Annotated[
        bool, typer.Option("--merge", help="Bring the proposals into the dossier that is there; decisions stay.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - prints it.")
    ] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Draft the dossier of a document: who is mentioned, who is quoted, and what is claimed, in which words.

    Everything is a proposal until a person has decided on it. Reading needs kgraph[reader]; without it, or with
    --no-reader, the dossier starts with the document and its publisher alone. A publisher or date that the document
    does not name is asked for. A dossier that is there already is never overwritten; --merge brings new proposals
    into it, and what a person wrote or decided stays (comments in the file do not).

    \b
    Examples:
      kgraph extract article.html
      kgraph extract article.txt --publisher "New York Post" --date 2025-03-17
      kgraph extract article.html --explain
      kgraph extract article.html --format json
      curl -s https://example.org/a.html | kgraph extract - -o a.yaml
    """
    from kgraph import dossier
    from kgraph.errors import BadInput
    from kgraph.files import write_file
    from kgraph.workspace import find

    if form not in ("yaml", "json", "trig"):
        raise BadInput(f"--format {form}: a draft is written as yaml, json or trig")
    text = read_document(
        document,
        publisher=publisher,
        date=date,
        title=title,
        address=address,
        author=author,
        language=language,
        licence=licence,
    )
    here = find()
    draft = draft_of(text, here, keep_words=keep_words, no_reader=no_reader, model=model)
    made = draft.dossier
    if form != "yaml":
        content = _in_form(form, draft, text, here)
        if output is None or output == Path("-"):
            emit_bytes(content.encode("utf-8"))
        else:
            write_file(output, content.encode("utf-8"))
        return
    if output == Path("-"):
        emit_bytes(dossier.write(made).encode("utf-8"))
        return
    if output is None:
        if document == Path("-"):
            raise BadInput("name the dossier to write with -o FILE; -o - prints it")
        output = (here.root / "dossiers" if here else Path()) / f"{document.stem}.yaml"
    if output.exists():
        if not merge:
            raise BadInput(f"{output} is there already and may hold decisions; --merge keeps them, -o names another")
        made = dossier.merge(dossier.read(output), made)
    dossier.write(made, output)
    counts = {
        "mentions": len(made.mentions),
        "quotations": len(made.quotations),
        "attributions": len(made.attributions),
    }
    if as_json:
        emit(
            {
                "dossier": str(output),
                "document": made.document.id,
                "extent": made.document.extent,
                **counts,
                "left_out": dict(sorted(Counter(drop.reason for drop in draft.drops).items())),
            }
        )
        return
    about = made.document
    say(f"{output}: {about.title}, {about.date}, {about.extent:,} characters, {_proposed(draft) or 'no claims yet'}.")
    if explain:
        for drop in draft.drops:
            words = " ".join(text.text[drop.start : drop.end].split())
            say(f"  not proposed ({drop.reason}; frame {drop.frame}): “{words}” {drop.start}-{drop.end}: {drop.note}")
    elif draft.drops:
        say(f"{len(draft.drops)} more were left out; --explain lists them.")
    doing = "Decide on the proposals" if made.attributions else "Add claims"
    say(f"{doing} under `attributions:`, then: kgraph check {output}")


def _in_form(form: str, draft: "Draft", text: "Document", workspace: "Workspace | None") -> str:
    from kgraph import ontology
    from kgraph.claims import compile_dossiers
    from kgraph.exports import trig
    from kgraph.extraction import to_json
    from kgraph.workspace import registry_of

    if form == "json":
        return to_json(draft)
    registry = registry_of(workspace)
    return trig(compile_dossiers([draft.dossier], registry, ontology.load(), {text.id: text.text})).decode("utf-8")


def _proposed(draft: "Draft") -> str:
    claims = sum(len(said.claims) for said in draft.dossier.attributions)
    return f"{claims} claims proposed, {len(draft.dossier.quotations)} quotations" if draft.dossier.mentions else ""


def read_document(path: Path, **given: str | None) -> "Document":
    """A document with what is known of it."""
    from kgraph.documents import read

    return read(str(path), **{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]


def draft_of(
    text: "Document",
    workspace: "Workspace | None" = None,
    *,
    keep_words: bool = False,
    no_reader: bool = False,
    model: str | None = None,
) -> "Draft":
    """A document's dossier, with proposals where the reader is installed; says what was minted and what is amiss.

    Args:
        text: the document.
        workspace: whose registry is used beside the shipped one.
        keep_words: whether its words may be passed on.
        no_reader: propose nothing.
        model: the name of an installed pipeline, or None for the pinned one.
    """
    from pydantic import ValidationError

    from kgraph import ontology
    from kgraph.errors import BadInput
    from kgraph.extraction import Draft, NoReader, extract, start
    from kgraph.workspace import registry_of

    registry = registry_of(workspace)
    draft = Draft(start(text, registry, keep_words=keep_words), ())
    minted = draft.dossier.entities[0]
    if minted.label is not None:
        note(f"“{one_line(minted.label)}” is not in the registry; it is {minted.id} here, an institution")
    if no_reader:
        return draft
    if draft.dossier.document.language != "en":
        note(f"this reads English; {text.name} is in “{draft.dossier.document.language}”, so nothing is proposed")
        return draft
    try:
        return extract(text, registry, ontology.load(), model=model, keep_words=keep_words)
    except NoReader as missing:
        if model is not None:
            raise
        note(f"nothing is proposed: {missing}")
        return draft
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        raise BadInput(
            f"{text.name}: a proposal does not fit a dossier ({problem['msg']}); --no-reader starts it without"
        ) from None
