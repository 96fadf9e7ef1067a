"""Who is who: each mention gets the entity that it stands for, a new proposed one, or none.

In come the mentions, out they come with their entities. The registry decides, by the document's date and by the country
that the text is about; what the registry does not know is minted from its full name. Surnames, acronyms in brackets and
nouns ("the judge", "the order") go back to what came before in the document. What stays open has no entity, and where
the registry offers several, a person is shown them: never a silent guess.
"""

from kgraph.extraction.identity.linker import Linked, link

__all__ = ["Linked", "link"]
