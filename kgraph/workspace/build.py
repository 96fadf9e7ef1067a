"""Building: dossiers and documents in, the folder `output/` out, whole or not at all."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph import dossier as dossiers_room
from kgraph import ontology as vocabulary
from kgraph import registry as known
from kgraph.claims import RULE, Options, compile_dossiers
from kgraph.dossier import Dossier
from kgraph.errors import BadInput
from kgraph.resources import ONTOLOGY
from kgraph.terms import Quad
from kgraph.workspace.texts import texts_at_hand
from kgraph.workspace.workspace import Workspace

__all__ = ["Built", "build", "compile_workspace", "write_all"]

#: called with the name of each step as it begins
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """What a build made."""

    #: the folder
    output: Path
    #: the files in it, in the order in which to look at them
    files: tuple[Path, ...]
    #: statements in the graph
    statements: int
    #: claims by status
    statuses: dict[str, int]
    facts: int
    attributions: int
    documents: int
    #: what was left out or not found, in words
    notes: tuple[str, ...]


def _registry(workspace: Workspace | None) -> known.Registry:
    folders = workspace.registries if workspace else ()
    return known.load(*((ONTOLOGY / "registry", *folders) if folders else ()))


def compile_workspace(workspace: Workspace) -> list[Quad]:
    """The graph of a workspace, as `kgraph build` would write it.

    Raises:
        BadInput: something in a dossier or document is wrong.
    """
    read = [dossiers_room.read(path) for path in workspace.dossiers]
    texts, _ = texts_at_hand(read, [workspace.documents] if workspace.documents.is_dir() else [])
    return compile_dossiers(read, _registry(workspace), vocabulary.load(), texts)


def build(
    dossiers: Sequence[Dossier],
    output: Path,
    *,
    title: str,
    documents: Sequence[Path] = (),
    workspace: Workspace | None = None,
    options: Options | None = None,
    progress: Progress = lambda step: None,
) -> Built:
    """Compile dossiers, check the graph, and write the output folder.

    Args:
        dossiers: what is to be in the graph.
        output: the folder to write; what is in it under other names stays.
        title: what the picture and the report are called.
        documents: folders in which the documents are looked for, by name and hash; no other file is read.
        workspace: whose registry is used beside the shipped one.
        options: how the graph is made.
        progress: told the name of each step.

    Raises:
        BadInput: a dossier or document is wrong, or the graph does not fit the shapes; nothing was written.
    """
    from kgraph.checks import check
    from kgraph.claims import ORDER, Claims
    from kgraph.exports import export
    from kgraph.pictures import draw
    from kgraph.store import Store
    from kgraph.workspace.report import report

    options = options or Options()
    progress("reading documents")
    texts, notes = texts_at_hand(dossiers, documents)
    progress("compiling")
    quads = compile_dossiers(dossiers, _registry(workspace), vocabulary.load(), texts, options)
    progress("checking")
    checked = check(quads)
    if not checked.conforms:
        raise BadInput(f"the graph does not fit its shapes, so nothing was written:\n{checked.to_text()}")
    header = [f"{title}: made by kgraph.", RULE]
    if options.trust_proposals:
        header.append("Made with --trust-proposals: proposals that nobody has reviewed count as facts here.")
    with Store.of(quads) as store:
        claims = Claims(store, vocabulary.load())
        progress("drawing")
        files = {
            "facts.ttl": export(quads, "turtle", what="facts", header=header),
            "claims.ttl": export(quads, "turtle", what="claims", header=header),
            "sources.ttl": export(quads, "turtle", what="sources", header=header),
            "graph.trig": export(quads, "trig", what="all", header=header),
            "graph.html": draw(claims, title=title, notes=header[2:]).encode("utf-8"),
            "report.md": report(claims, dossiers, title=title, notes=[*notes, *header[2:]]).encode("utf-8"),
        }
        statuses = {status: sum(1 for c in claims if c.status == status) for status in ORDER}
        facts = sum(1 for claim in claims if claim.fact)
    progress("writing")
    write_all(output, files)
    return Built(
        output=output,
        files=tuple(
            output / name for name in ("graph.html", "report.md", *sorted(set(files) - {"graph.html", "report.md"}))
        ),
        statements=len(quads),
        statuses={status: number for status, number in statuses.items() if number},
        facts=facts,
        attributions=sum(1 for d in dossiers for said in d.attributions if said.state != "rejected"),
        documents=len(dossiers),
        notes=tuple(notes),
    )


def write_all(output: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder: all are written beside it first and then renamed, so that a crash while they are made
    leaves the old ones.

    Raises:
        BadInput: the folder cannot be written.
    """
    beside = output / ".new"
    try:
        output.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        for name, content in files.items():
            with (beside / name).open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        for name in files:
            (beside / name).replace(output / name)
        beside.rmdir()
    except OSError as error:
        raise BadInput(
            f"{output} cannot be written: {error.strerror or error}; name another folder with --output"
        ) from None
