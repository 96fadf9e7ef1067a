"""The dossier: one YAML file a document, with what was found in it and what people decided.

In comes the text of a file, out comes a typed `Dossier` that knows the line of each of its values; `write` goes the
other way. `merge` brings a new draft into what is there, `splice` writes that into the lines of the file, and `decide`
adds a decision; both leave every other character as it is. Whether its terms, types and passages are right is for
`kgraph.claims` to check.
"""

from kgraph.dossier.file import decide, parse, read, write
from kgraph.dossier.merge import merge
from kgraph.dossier.model import (
    REASONS,
    Attribution,
    Claim,
    Contradiction,
    Decision,
    Document,
    Dossier,
    Entity,
    LangText,
    Mention,
    Passage,
    Quotation,
    Source,
    TypedValue,
    Where,
)
from kgraph.dossier.splice import splice

__all__ = [
    "REASONS",
    "Attribution",
    "Claim",
    "Contradiction",
    "Decision",
    "Document",
    "Dossier",
    "Entity",
    "LangText",
    "Mention",
    "Passage",
    "Quotation",
    "Source",
    "TypedValue",
    "Where",
    "decide",
    "merge",
    "parse",
    "read",
    "splice",
    "write",
]
