"""Where the data that ships with kgraph lies: vocabulary, question library, example workspace.

In an installed package it lies inside the package; in a checkout `ontology/` and `queries/` lie beside it, where people
edit them.
"""

from pathlib import Path

__all__ = ["EXAMPLE", "ONTOLOGY", "QUERIES"]

_PACKAGE = Path(__file__).parent


def _folder(in_package: str, beside: str) -> Path:
    installed = _PACKAGE / in_package
    return installed if installed.is_dir() else _PACKAGE.parent / beside


#: kgraph.ttl, shapes.ttl and registry/
ONTOLOGY = _folder("ontology_data", "ontology")
#: one .rq file a question
QUERIES = _folder("queries", "queries")
#: the shipped example, a workspace like any other
EXAMPLE = _PACKAGE / "example"
