"""Who speaks where a word is the source of a quotation."""

from typing import TYPE_CHECKING

from kgraph.extraction.language import Paragraph
from kgraph.extraction.quotations import Speaks
from kgraph.extraction.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["speakers"]


def speakers(spans: list[Span]) -> Speaks:
    """A token as a speaker: the actor whose mention it heads, or, for he, she, they and it, the last one before."""
    actors = ("Person", "Group", "Institution", "Organization", "Court")

    def speaks(token: "Token", paragraph: Paragraph) -> str | None:
        at = paragraph.start + token.idx
        here = [s for s in spans if s.start <= at < s.end]
        best = max(here, key=lambda s: (s.type in actors, s.end - s.start), default=None)
        if best is not None:
            return best.entity if best.type in actors else None
        if token.lower_ in ("he", "she"):
            before = [s for s in spans if s.end <= at and s.type == "Person" and s.entity]
            near = [s for s in before if s.start >= paragraph.start - 600]
            return near[-1].entity if near else None
        return None

    return speaks
