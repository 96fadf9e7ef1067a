"""The dossier: one YAML file a document, with what was found in it and what people decided.

In comes the text of a file, out comes a typed `Dossier` that knows the line of each of its values; `write` goes the
other way, `merge` brings a new draft into what is there, and `decide` adds a decision and leaves every other character
as it is. Whether its terms, types and passages are right is for `kgraph.claims` to check.
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
    "write",
]
