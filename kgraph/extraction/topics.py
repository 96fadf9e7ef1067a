"""Topics: a matter or an aim that no mention names, made of the words that name it.

`topic:cut-taxes` of "plans to cut the taxes": the head, what is before it, its object and its "of", without articles.
The same words are the same topic.
"""

from typing import TYPE_CHECKING

from kgraph.errors import BadInput
from kgraph.extraction.language import Paragraph
from kgraph.extraction.matching import Heads
from kgraph.extraction.spans import Span
from kgraph.terms import slug

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["topic"]

#: dependencies that belong to the name of a topic
_OWN = {"compound", "amod", "nmod", "nummod", "dobj", "prt", "poss", "attr", "acomp", "neg", "oprd", "xcomp"}
_PREPOSITIONS = {"of", "for", "on", "in", "to", "against", "with", "from", "between", "over", "about"}
_FEWEST, _MOST = 2, 9


def topic(token: "Token", paragraph: Paragraph, heads: Heads) -> Span | None:
    """The topic that a noun or an infinitive names; None where it is a name, a pronoun, or too little to know it by."""
    if token.pos_ not in ("NOUN", "VERB") or heads.get(token.i) is not None:
        return None
    taken = sorted(_words(token, 0), key=lambda t: t.i)
    said = [t for t in taken if not t.is_punct and t.pos_ not in ("DET",) and t.lower_ not in ("'s", "’s")]
    telling = [t for t in said if t.pos_ in ("NOUN", "VERB", "PROPN", "ADJ", "NUM")]
    if not len(telling) >= _FEWEST or len(said) > _MOST or any(t.pos_ == "PRON" for t in said):
        return None
    try:
        name = f"topic:{slug(' '.join(t.lower_ for t in said))}"
    except BadInput:
        return None
    start, end = paragraph.start + taken[0].idx, paragraph.start + taken[-1].idx + len(taken[-1])
    label = " ".join(t.text for t in said)
    return Span(start, end, "Topic", label, form="nominal", entity=name, origin="model")


def _words(token: "Token", depth: int) -> list["Token"]:
    found = [token]
    if depth > 3:
        return found
    for child in token.children:
        if child.dep_ in _OWN or (child.dep_ == "aux" and child.lower_ == "be"):
            found += _words(child, depth + 1)
        elif child.dep_ == "prep" and child.lower_ in _PREPOSITIONS:
            objects = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            if objects:
                found += [child, *(w for o in objects for w in _words(o, depth + 1))]
    return found
