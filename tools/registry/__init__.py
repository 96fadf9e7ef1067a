"""Makes `ontology/registry/reference/` from a folder of reference tables: a maintainer's tool, never run by kgraph.

    python -m tools.registry ../shared/reference

In come the tables whose licence fits (docs/registry.md names them) and the rows made by hand in `ontology/registry/`;
out come CSV files, sorted, the same bytes each time. What a person wrote by hand is read and never written.
"""
