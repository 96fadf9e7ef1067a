"""kgraph extract."""

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgraph.cli.output import AS_JSON, complain, emit, emit_bytes, note, say, steps

if TYPE_CHECKING:
    from kgraph.workspace import Drafted, Failed, Workspace

__all__ = ["DATE", "KEEP_WORDS", "MODEL", "NO_READER", "PUBLISHER", "extract"]

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
    documents: Annotated[
        list[Path], typer.Argument(metavar="DOCUMENT...", help=".txt, .md, .html or .pdf files; - is standard input.")
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
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, metavar="N", help="How many processes read; the drafts are the same.")
    ] = 1,
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
        Path | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="Where to write; - prints it. Several: a folder."),
    ] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Draft the dossiers of documents: who is mentioned, who is quoted, and what is claimed, in which words.

    Everything is a proposal until a person has decided on it. Reading needs kgraph[reader]; without it, or with
    --no-reader, a dossier starts with the document and its publisher alone. A publisher or date that a document
    does not name is asked for. A dossier that is there already is never overwritten; --merge brings new proposals
    into it, and what a person wrote or decided stays, comments too where the file can be changed line by line.

    Of several documents, one that cannot be drafted does not stop the others: its error is printed, and the exit code
    is 2 in the end. Each draft is written whole or not at all.

    \b
    Examples:
      kgraph extract article.html
      kgraph extract article.txt --publisher "New York Post" --date 2025-03-17
      kgraph extract article.html --explain
      kgraph extract article.html --format json
      kgraph extract articles/*.html -o dossiers --jobs 4
      curl -s https://example.org/a.html | kgraph extract - -o a.yaml
    """
    from kgraph.errors import BadInput
    from kgraph.workspace import FORMS, Failed, Reading, drafts, find

    if form not in FORMS:
        raise BadInput(f"--format {form}: a draft is written as yaml, json or trig")
    about_one = {"title": title, "address": address, "author": author}
    given = {"publisher": publisher, "date": date, "language": language, "licence": licence, **about_one}
    several = len(documents) > 1
    for option, value in about_one.items():
        if several and value is not None:
            raise BadInput(f"--{option} is that of one document; give it with that document alone")
    here = find()
    places = _places(documents, output, form, here)
    how = Reading({k: v for k, v in given.items() if v is not None}, keep_words, no_reader, model, form, merge)
    made: list[Drafted] = []
    failed: list[Failed] = []
    with steps(as_json, len(places) if several else None) as progress:
        progress("reading")
        for result in drafts(places, here, how, jobs):
            result = _kept(result)
            if isinstance(result, Failed):
                complain(result.message)
                failed.append(result)
            else:
                for text in result.notes:
                    note(text)
                made.append(result)
            progress(str(result.source))
    if as_json and (several or not failed):
        emit(_record(made, failed, explain=explain) if several else _one(made[0], explain=explain))
    elif not as_json:
        for draft in made:
            _tell(draft, explain=explain, last=not several)
        if several:
            _tell_all(made, failed)
    if failed:
        raise typer.Exit(max(failure.exit_code for failure in failed))


def _places(
    documents: list[Path], output: Path | None, form: str, workspace: "Workspace | None"
) -> list[tuple[Path, Path | None]]:
    """Each document with the place of its draft; None is standard output."""
    from kgraph.errors import BadInput

    if len(documents) == 1:
        if output == Path("-") or (output is None and form != "yaml"):
            return [(documents[0], None)]
        if output is None and documents == [Path("-")]:
            raise BadInput("name the dossier to write with -o FILE; -o - prints it")
        if output is not None and not output.is_dir():
            return [(documents[0], output)]
    if Path("-") in documents and (len(documents) > 1 or output is not None):
        raise BadInput("standard input is read alone, into a file; give - without other documents, and -o FILE")
    if output == Path("-"):
        raise BadInput("several drafts are no single file; name a folder with -o DIR")
    if output is None and form != "yaml":
        raise BadInput(f"name the folder for several drafts in {form} with -o DIR")
    if output is not None and output.exists() and not output.is_dir():
        raise BadInput(f"{output} is no folder; name one with -o DIR for several drafts")
    folder = output or (workspace.root / "dossiers" if workspace else Path())
    places: dict[Path, Path] = {}
    for document in documents:
        target = folder / f"{document.stem}.{form}"
        if target in places:
            raise BadInput(f"the drafts of {places[target]} and {document} would both be {target}; draft one alone")
        places[target] = document
    return [(document, target) for target, document in places.items()]


def _kept(result: "Drafted | Failed") -> "Drafted | Failed":
    """What was drafted, written where it belongs."""
    from kgraph.errors import BadInput
    from kgraph.files import write_file
    from kgraph.workspace import Drafted, Failed

    if isinstance(result, Drafted) and result.target is not None:
        try:
            write_file(result.target, result.content, parents=True)
        except BadInput as error:
            return Failed(result.source, str(error), error.exit_code)
    return result


def _tell(draft: "Drafted", *, explain: bool, last: bool) -> None:
    """What a draft holds; where it is itself the answer, only what was asked beside it."""
    tell = note if draft.target is None else say
    if draft.target is None:
        emit_bytes(draft.content)
    else:
        found = f"{draft.claims} claims proposed, {draft.quotations} quotations" if draft.mentions else "no claims yet"
        say(f"{draft.target}: {draft.title}, {draft.date}, {draft.extent:,} characters, {found}.")
    if explain:
        for drop in draft.dropped:
            where = f"“{drop.words}” {drop.start}-{drop.end}"
            tell(f"  not proposed ({drop.reason}; frame {drop.frame}): {where}: {drop.note}")
        for words, at, names in draft.undecided:
            tell(f"  open: “{words}” {at}: {' or '.join(names)}?")
        tell(f"  left out: {_counted(draft.left_out) or 'nothing'}")
    elif draft.dropped and draft.target is not None:
        say(f"{len(draft.dropped)} more were left out; --explain lists them.")
    if last and draft.target is not None and draft.target.suffix == ".yaml":
        doing = "Decide on the proposals" if draft.attributions else "Add claims"
        say(f"{doing} under `attributions:`, then: kgraph check {draft.target}")


def _tell_all(made: "list[Drafted]", failed: "list[Failed]") -> None:
    claims, quotations = sum(draft.claims for draft in made), sum(draft.quotations for draft in made)
    found = f"{claims} claims proposed, {quotations} quotations; left out: {_counted(_total(made)) or 'nothing'}"
    say(f"{len(made)} of {len(made) + len(failed)} documents drafted: {found}.", style="bold")


def _total(made: "list[Drafted]") -> dict[str, int]:
    total: Counter[str] = Counter()
    for draft in made:
        total.update(draft.left_out)
    return dict(sorted(total.items()))


def _counted(left_out: dict[str, int]) -> str:
    return ", ".join(f"{reason} {number}" for reason, number in left_out.items())


def _one(draft: "Drafted", *, explain: bool) -> dict[str, Any]:
    record: dict[str, Any] = {
        "dossier": str(draft.target),
        "document": draft.id,
        "extent": draft.extent,
        "mentions": draft.mentions,
        "quotations": draft.quotations,
        "attributions": draft.attributions,
        "left_out": draft.left_out,
    }
    if explain:
        record["dropped"] = [asdict(drop) for drop in draft.dropped]
        record["open"] = [{"words": w, "at": at, "candidates": list(names)} for w, at, names in draft.undecided]
    return record


def _record(made: "list[Drafted]", failed: "list[Failed]", *, explain: bool) -> dict[str, Any]:
    return {
        "drafts": [{"file": str(draft.source), **_one(draft, explain=explain)} for draft in made],
        "failed": [{"file": str(failure.source), "error": failure.message} for failure in failed],
        "left_out": _total(made),
    }
