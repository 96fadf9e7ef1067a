"""Workspaces: where documents, dossiers and output of one subject lie, and how the output is built.

In come dossiers, and documents that were named; out comes the folder `output/`, whole or not at all. `drafts` makes the
dossiers of documents, and `open_graph` finds the graph that a command works on.
"""

from kgraph.workspace.build import Built, build, compile_workspace, registry_of
from kgraph.workspace.default import open_graph
from kgraph.workspace.drafting import FORMS, Drafted, Failed, Reading, draft, drafts
from kgraph.workspace.texts import texts_at_hand
from kgraph.workspace.workspace import Workspace, example, find

__all__ = [
    "FORMS",
    "Built",
    "Drafted",
    "Failed",
    "Reading",
    "Workspace",
    "build",
    "compile_workspace",
    "draft",
    "drafts",
    "example",
    "find",
    "open_graph",
    "registry_of",
    "texts_at_hand",
]
