"""Graphs that can be asked, and files that may be trusted or not.

In come quads, graph files, folders of `kgraph build` and Oxigraph directories; out come quads by pattern and answers to
SPARQL queries that only read. `Store` asks in this process, `Worker` in one that can be ended: users' queries go there.
`read_quads` reads a file, `check_query` lets a query through, `parse_term` takes a value from outside.
"""

from kgraph.store.answers import Answer
from kgraph.store.client import Worker
from kgraph.store.conversion import DEFAULT_GRAPH, parse_term
from kgraph.store.guard import CheckedQuery, check_query
from kgraph.store.reading import read_quads
from kgraph.store.store import ONTOLOGY_GRAPH, Store

__all__ = [
    "DEFAULT_GRAPH",
    "ONTOLOGY_GRAPH",
    "Answer",
    "CheckedQuery",
    "Store",
    "Worker",
    "check_query",
    "parse_term",
    "read_quads",
]
