"""From a document to the start of its dossier.

In comes a `Document`, out comes a `Dossier` with what is known of the document itself; what it says is for people, or
for a reader that proposes claims into the same form.
"""

from kgraph.extraction.start import publisher_entity, start

__all__ = ["publisher_entity", "start"]
