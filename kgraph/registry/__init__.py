"""Who and what is known already: people, bodies, offices, laws, places, with their names.

In come the CSV files of `ontology/registry/`, one a kind and one for who held which office, which a person can edit in
any spreadsheet; out comes a `Registry` that gives the entity behind a name such as `person:tom-homan`, the entities
that a text may mean, and who held an office on a day. Identity is decided here and by reviewers, never guessed.
"""

from kgraph.registry.known import Candidate, Holding, Known
from kgraph.registry.registry import Registry, load

__all__ = ["Candidate", "Holding", "Known", "Registry", "load"]
