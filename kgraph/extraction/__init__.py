"""From a document to its dossier: the start of one for people, or a draft that a reader proposes.

In comes a `Document`, out comes a `Dossier`: `start` holds what is known of the document itself; `extract` adds
mentions, quotations and claims, all of them proposals, and lists what it left out. Word lists and frames are data, in
`ontology/lexicon/`.
"""

from kgraph.extraction.english import is_english
from kgraph.extraction.extract import VERSION, Draft, extract
from kgraph.extraction.forms import to_json
from kgraph.extraction.gate import REASONS, Drop
from kgraph.extraction.language import NoReader
from kgraph.extraction.start import publisher_entity, start

__all__ = [
    "REASONS",
    "VERSION",
    "Draft",
    "Drop",
    "NoReader",
    "extract",
    "is_english",
    "publisher_entity",
    "start",
    "to_json",
]
