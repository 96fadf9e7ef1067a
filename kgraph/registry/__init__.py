"""Who and what is known already: people, bodies, offices, laws, places, with their names.

In come the CSV files of `ontology/registry/`, one a kind, which a person can edit in any spreadsheet; out comes a
`Registry` that gives the entity behind a name such as `person:tom-homan`, and the entities that a text may mean.
Identity is decided here and by reviewers, never guessed.
"""

from kgraph.registry.registry import Known, Registry, load

__all__ = ["Known", "Registry", "load"]
