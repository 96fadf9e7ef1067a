"""Building: dossiers and documents in, the folder `output/` out, whole or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph import dossier as dossiers_room
from kgraph import ontology as vocabulary
from kgraph import registry as known
from kgraph.claims import RULE, Options, compile_dossiers
from kgraph.dossier import Dossier
from kgraph.errors import BadInput
from kgraph.files import write_folder
from kgraph.terms import GRAPHS, Quad, iri
from kgraph.workspace.texts import texts_at_hand
from kgraph.workspace.workspace import Workspace

__all__ = ["Built", "build", "compile_workspace", "registry_of"]

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


def registry_of(workspace: Workspace | None) -> known.Registry:
    """The shipped registry, and a workspace's own."""
    return known.load(*(workspace.registries if workspace else ()))


def compile_workspace(workspace: Workspace) -> list[Quad]:
    """The graph of a workspace, as `kgraph build` would write it.

    Raises:
        BadInput: something in a dossier or document is wrong.
    """
    read = [dossiers_room.read(path) for path in workspace.dossiers]
    texts, _ = texts_at_hand(read, [workspace.documents] if workspace.documents.is_dir() else [])
    return compile_dossiers(read, registry_of(workspace), vocabulary.load(), texts)


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
    from kgraph.exports import trig, turtle
    from kgraph.pictures import draw
    from kgraph.store import Store
    from kgraph.workspace.report import report

    options = options or Options()
    progress("reading documents")
    texts, notes = texts_at_hand(dossiers, documents)
    progress("compiling")
    quads = compile_dossiers(dossiers, registry_of(workspace), vocabulary.load(), texts, options)
    progress("checking")
    checked = check(quads)
    if not checked.conforms:
        raise BadInput(f"the graph does not fit its shapes, so nothing was written:\n{checked.to_text()}")
    header = [f"{title}: made by kgraph.", RULE, *options.in_words]
    kept = {d.document.id for d in dossiers if d.document.words == "kept"}
    shown = {} if options.withhold_text else {id_: text for id_, text in texts.items() if id_ in kept}
    with Store.of(quads) as store:
        claims = Claims(store, vocabulary.load())
        progress("drawing")
        files = {
            **{f"{part}.ttl": turtle([q for q in quads if q.graph == iri(f"graph:{part}")], header) for part in GRAPHS},
            "graph.trig": trig(quads, header),
            "graph.html": draw(
                claims,
                title=title,
                notes=header[2:],
                texts=shown,
                cache=workspace.layouts if workspace else None,
            ).encode("utf-8"),
            "report.md": report(claims, dossiers, title=title, notes=[*notes, *header[2:]]).encode("utf-8"),
        }
        statuses = {status: sum(1 for c in claims if c.status == status) for status in ORDER}
        facts = sum(1 for claim in claims if claim.fact)
    progress("writing")
    write_folder(output, files)
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
