"""The question library: ready questions, the values of their parameters, and answers with the words behind them.

In come `.rq` files (`library`), what a person typed (`bind`) and something that answers SPARQL (`ask`); out comes a
`Table`, with who says so and where beside each row (`with_evidence`), as text for a terminal (`to_text`) or in the
SPARQL results formats (`to_json`, `to_csv`, `to_tsv`, `to_xml`). Values are bound, never pasted into a query.
"""

from kgraph.questions.binding import bind, resolver
from kgraph.questions.evidence import with_evidence
from kgraph.questions.formats import MEDIA_TYPES, to_csv, to_json, to_ntriples, to_tsv, to_xml
from kgraph.questions.library import Group, find, library, listing
from kgraph.questions.question import Column, Parameter, Question
from kgraph.questions.table import NO_ANSWER, Table, ask
from kgraph.questions.text import to_text

__all__ = [
    "MEDIA_TYPES",
    "NO_ANSWER",
    "Column",
    "Group",
    "Parameter",
    "Question",
    "Table",
    "ask",
    "bind",
    "find",
    "library",
    "listing",
    "resolver",
    "to_csv",
    "to_json",
    "to_ntriples",
    "to_text",
    "to_tsv",
    "to_xml",
    "with_evidence",
]
