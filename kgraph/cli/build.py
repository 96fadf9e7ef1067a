"""kgraph build."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.extract import DATE, KEEP_WORDS, MODEL, NO_READER, PUBLISHER
from kgraph.cli.output import AS_JSON, emit, note, one_line, say, steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from kgraph.dossier import Dossier
    from kgraph.workspace import Built, Reading, Workspace

__all__ = ["build"]


def build(
    what: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="DOSSIER|DOCUMENT|WORKSPACE",
            help="What to build. Nothing: the workspace here, else the shipped example.",
            show_default=False,
        ),
    ] = None,
    documents: Annotated[
        list[Path] | None,
        typer.Option("--documents", metavar="DIR", help="A folder with the documents that dossiers speak of."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Where to write.  [default: output]")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What picture and report are called.")] = None,
    publisher: Annotated[str | None, PUBLISHER] = None,
    date: Annotated[str | None, DATE] = None,
    keep_words: Annotated[bool, KEEP_WORDS] = False,
    no_reader: Annotated[bool, NO_READER] = False,
    model: Annotated[str | None, MODEL] = None,
    reviewed_only: Annotated[bool, typer.Option("--reviewed-only", help="Leave proposals out.")] = False,
    trust_proposals: Annotated[
        bool, typer.Option("--trust-proposals", help="Let proposals make facts; every file then says so.")
    ] = False,
    corroboration: Annotated[
        int,
        typer.Option("--corroboration", min=1, metavar="N", help="Publishers that must say it before it is accepted."),
    ] = 1,
    withhold_text: Annotated[
        bool, typer.Option("--withhold-text", help="Ranges and digests in place of all exact words.")
    ] = False,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Read dossiers, compile and check them, and write the output folder.

    Output: graph.html (the picture), report.md, facts.ttl, claims.ttl, sources.ttl and graph.trig. Each file is written
    whole; if anything is wrong, none is.

    \b
    Examples:
      kgraph build
      kgraph build --documents ../articles
      kgraph build review.yaml --documents ../articles --output out
    """
    from kgraph.claims import Options
    from kgraph.errors import BadInput
    from kgraph.workspace import Reading, example, find
    from kgraph.workspace import build as build_output

    if reviewed_only and trust_proposals:
        raise BadInput("--reviewed-only leaves proposals out and --trust-proposals believes them; choose one")
    named = list(what or [])
    workspace = find()
    if len(named) == 1 and named[0].is_dir():
        folder = named.pop()
        # a folder inside a workspace is not the workspace
        workspace = find(folder) if (folder / "kgraph.toml").is_file() else None
        if workspace is None:
            raise BadInput(f"{folder} is no workspace: it has no kgraph.toml; name its dossiers")
    elif not named and workspace is None:
        workspace = example()
    with steps(as_json) as progress:
        progress("reading dossiers")
        given = {k: v for k, v in {"publisher": publisher, "date": date}.items() if v is not None}
        read = _read(named, workspace, Reading(given, keep_words, no_reader, model), progress)
        made = build_output(
            read,
            output or (Path("output") if named or not workspace or workspace.is_example else workspace.root / "output"),
            title=title or (workspace.title if workspace and not named else read[0].document.title),
            documents=[
                *(documents or []),
                *sorted({path.parent for path in named if path.suffix not in (".yaml", ".yml")}),
                *([workspace.documents] if workspace and workspace.documents.is_dir() else []),
            ],
            workspace=workspace,
            options=Options(reviewed_only, trust_proposals, corroboration, withhold_text),
            progress=progress,
        )
    if as_json:
        emit(_record(made))
    else:
        own = Path("output") if workspace is None or workspace.is_example else workspace.root / "output"
        _tell(
            made,
            example=bool(workspace and workspace.is_example and not named),
            found_without_store=made.output.resolve() == own.resolve(),
        )


def _read(
    named: list[Path], workspace: "Workspace | None", how: "Reading", progress: "Callable[[str], None]"
) -> "list[Dossier]":
    from kgraph import dossier
    from kgraph.documents import read as read_document
    from kgraph.errors import BadInput
    from kgraph.workspace import draft

    paths = named or (workspace.dossiers if workspace else [])
    if not paths:
        raise BadInput(f"{workspace.root if workspace else '.'} has no dossiers; `kgraph extract DOCUMENT` starts one")
    read = []
    for number, path in enumerate(paths, 1):
        if path.suffix in (".yaml", ".yml"):
            read.append(dossier.read(path))
            continue
        progress(f"reading {path} ({number} of {len(paths)})")
        text = read_document(path, **how.given)  # type: ignore[arg-type]
        reviewed = [
            d for d in (dossier.read(p) for p in (workspace.dossiers if workspace else [])) if d.document.id == text.id
        ]
        if reviewed:
            read.append(reviewed[0])
            continue
        found, notes = draft(text, workspace, how)
        for text_ in notes:
            note(text_)
        if found.dossier.attributions:
            note(
                f"{path}: read by rules just now; nobody has reviewed what they propose, and none of it is a fact; "
                "`kgraph extract` writes it down for review"
            )
        else:
            note(
                f"{path}: nobody has read it yet, so it stands in the graph without a claim; "
                "`kgraph extract` starts its dossier"
            )
        read.append(found.dossier)
    return read


def _tell(made: "Built", *, example: bool, found_without_store: bool) -> None:
    total = sum(made.statuses.values())
    documents = "1 document" if made.documents == 1 else f"{made.documents} documents"
    kinds = ", ".join(f"{number} {status}" for status, number in made.statuses.items())
    say(
        f"{total} claims by {made.attributions} statements in {documents}: {kinds or 'none yet'}.",
        style="bold",
    )
    say(f"{made.facts} of them stand as facts; accepted does not mean true.")
    for text in made.notes:
        say(f"Note: {one_line(text)}.")
    say()
    meanings = {
        "graph.html": "the picture: open it in a browser, click a line to see who says so, in which words",
        "report.md": "counts, disputes, open questions",
        "facts.ttl": "the facts alone",
        "claims.ttl": "every claim with its speaker and words",
        "sources.ttl": "the documents",
        "graph.trig": "all of it, for `kgraph ask` and other programs",
    }
    for file in made.files:
        say(f"  {file!s:24} {meanings[file.name]}")
    say()
    store = "" if found_without_store else f" --store {shlex.quote(str(made.output))}"
    say(f"Next: kgraph ask{store}    kgraph show {'boasberg' if example else 'NAME'}{store}")


def _record(made: "Built") -> dict[str, object]:
    return {
        "output": str(made.output),
        "files": [str(file) for file in made.files],
        "statements": made.statements,
        "claims": made.statuses,
        "facts": made.facts,
        "attributions": made.attributions,
        "documents": made.documents,
        "notes": list(made.notes),
    }
