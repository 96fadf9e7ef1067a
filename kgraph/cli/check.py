"""kgraph check."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.output import AS_JSON, STORE, emit, say

__all__ = ["check"]


def check(
    dossiers: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="DOSSIER", help="Dossiers to check; without one, the graph is checked.", show_default=False
        ),
    ] = None,
    documents: Annotated[
        list[Path] | None,
        typer.Option(
            "--documents", metavar="DIR", help="A folder with their documents: every passage is then verified."
        ),
    ] = None,
    store: Annotated[str | None, STORE] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """Say in plain words what is wrong with dossiers, or with a graph (SHACL).

    Exit code 0: nothing is wrong; 1: something is.

    \b
    Examples:
      kgraph check
      kgraph check review.yaml --documents ../articles
      kgraph check --store graph.trig --json
    """
    if dossiers:
        _dossiers(dossiers, documents or [], as_json=as_json)
    else:
        _graph(store, as_json=as_json)


def _dossiers(paths: list[Path], documents: list[Path], *, as_json: bool) -> None:
    from kgraph import dossier, ontology
    from kgraph.claims import compile_dossiers, problems
    from kgraph.errors import BadInput
    from kgraph.workspace import find, registry_of, texts_at_hand

    found: list[str] = []
    read = []
    for path in paths:
        try:
            read.append(dossier.read(path))
        except BadInput as error:
            found += str(error).splitlines()
    here = find()
    registry = registry_of(here)
    try:
        texts, missing = texts_at_hand(read, documents)
        found += [f"{text}; no folder of --documents holds it" for text in missing if documents]
        found += [str(problem) for problem in problems(read, registry, ontology.load(), texts)]
        if not found:
            compile_dossiers(read, registry, ontology.load(), texts)
    except BadInput as error:
        found += str(error).splitlines()
    if as_json:
        emit({"conforms": not found, "problems": found})
    elif found:
        for line in found:
            say(line)
        say(f"{len(found)} problem{'s' if len(found) > 1 else ''}.")
    else:
        claims = sum(len(said.claims) for d in read for said in d.attributions)
        verified = f", {len(texts)} with their documents" if documents else ""
        files = "1 dossier" if len(read) == 1 else f"{len(read)} dossiers"
        say(f"Nothing is wrong: {claims} attributed claims in {files}{verified}.")
    if found:
        raise typer.Exit(1)


def _graph(store: str | None, *, as_json: bool) -> None:
    from kgraph.checks import check as check_graph
    from kgraph.workspace import open_graph

    with open_graph(store) as graph:
        report = check_graph(graph.store.data())
    if as_json:
        emit(report.to_json())
    else:
        say(report.to_text(), lines=True)
    if not report.conforms:
        raise typer.Exit(1)
