"""What somebody holds without saying it: claims within a belief are the believer's, never the narrator's."""

from collections.abc import Iterable

from kgraph.extraction.attitudes import Attitude
from kgraph.extraction.lexicon import cues, words
from kgraph.extraction.quotations import Quote
from kgraph.extraction.speakers import Speakers

__all__ = ["thoughts"]

#: constructions of which the content is a whole clause, that can be true or false
_CLAUSAL = ("ccomp", "pccomp", "a-ccomp", "a-be-ccomp", "n-acl:that", "dobj>acl:that", "n-is:that", "as:", "inserted")
#: less than this and it is not sure whose the claims in it are
_SURE = 0.4


def thoughts(found: Iterable[Attitude], said: Iterable[Quote], speaks: Speakers) -> list[Quote]:
    """What is thought or held, as quotations without marks: claims in it are the thinker's, never the narrator's.

    Where it is not sure that it is attributed, or how, speaker and stance are open.
    """
    result, spoken = [], {q.cue_span for q in said}
    for one in found:
        cue = one.cue
        if cue is None or one.cue_span in spoken or not one.construction.startswith(_CLAUSAL):
            continue
        if cue.lemma_.lower() in words("factive"):
            # who knows that p is said to be right
            continue
        known = cues().get(cue.lemma_.lower())
        speaker = speaks(one.source, one.paragraph) if one.source is not None and one.chance >= _SURE else None
        stance = known.stance if known is not None else ""
        span = one.source_span
        result.append(Quote(one.start, one.end, "thought", speaker, cue.text, stance, False, None, span, one.cue_span))
    return result
