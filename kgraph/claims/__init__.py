"""What the project exists for: claims, who makes them, in which words, and which of them become facts.

In come dossiers, registry and vocabulary; out come quads (`compile_dossiers`), plain words about what is wrong
(`problems`), and sentences (`clause`, `sentence`, `explain`). Reading goes the other way: from a store to `Claim`.
"""

from kgraph.claims.compile import compile_dossiers
from kgraph.claims.facts import Options
from kgraph.claims.literals import is_ill_typed
from kgraph.claims.lookup import lookup
from kgraph.claims.model import Claim, Named, Passage, Said
from kgraph.claims.reading import Claims, Readable
from kgraph.claims.records import claim_record
from kgraph.claims.sentence import clause, explain, sentence, value_in_words
from kgraph.claims.status import ORDER, RULE
from kgraph.claims.validate import Problem, passages_that_differ, problems

__all__ = [
    "ORDER",
    "RULE",
    "Claim",
    "Claims",
    "Named",
    "Options",
    "Passage",
    "Problem",
    "Readable",
    "Said",
    "claim_record",
    "clause",
    "compile_dossiers",
    "explain",
    "is_ill_typed",
    "lookup",
    "passages_that_differ",
    "problems",
    "sentence",
    "value_in_words",
]
