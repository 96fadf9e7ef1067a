"""Reported words that the parse does not hang on their cue: told by where the words of a line stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import Cue, cues, speech

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CLAUSE", "FINITE", "RELAYS", "Found", "before_name", "headline", "named_line"]

#: how sure a verb must be to report a clause, and to report one that the parse lost
CLAUSE, _LOST = 0.5, 0.6
#: what is passed on without a verb that tells how
RELAYS = Cue("states", 0.8)
FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Found:
    """What a cue reports, in the paragraph's characters."""

    start: int
    end: int
    cue: "Token | None"
    source: "Token | None"
    known: Cue
    #: "according to X": what X says or passes on
    relays: bool = False


#: "P, and NAME called": what NAME does is another matter than P
_NEW_CLAUSE = ("CCONJ", "SCONJ")


def before_name(cue: "Token", known: Cue) -> Iterator[Found]:
    """What NAME said in "P, NAME said on Monday", where the parse lost the clause: the words before the comma."""
    if cue.tag_ not in ("VBD", "VBZ", "VBP") or known.precision < _LOST or cue.dep_ == "relcl":
        return
    if any(c.dep_ in ("ccomp", "xcomp") or (c.dep_ in ("dobj", "oprd") and c.i > cue.i) for c in cue.children):
        return
    sentence = cue.sent
    tail = [t for t in cue.doc[cue.i + 1 : sentence.end] if not t.is_punct]
    commas = [t.i for t in cue.doc[sentence.start : cue.i] if t.text == ","]
    if not commas or len(tail) > 6:
        return
    name = cue.doc[commas[-1] + 1 : cue.i]
    said = cue.doc[sentence.start : commas[-1]]
    is_name = 0 < len(name) <= 8 and name[-1].pos_ in ("PROPN", "NOUN", "PRON") and name[0].pos_ not in _NEW_CLAUSE
    if is_name and len(said) >= 4 and not any(_verbal(t) for t in name) and any(_verbal(t) for t in said):
        yield Found(said.start_char, said.end_char, cue, name[-1], known)


def _verbal(token: "Token") -> bool:
    return token.pos_ in ("VERB", "AUX")


def headline(paragraph: Paragraph) -> Iterator[Found]:
    """A headline's "Court rules P": the parser takes the verb for a noun, so it is told by its form and place."""
    doc = paragraph.doc
    if paragraph.text.rstrip()[-1:] in ".!?:" or len(doc) > 30:
        return
    for token in doc[1:-3]:
        low = token.lower_
        stem = next((s for s in (low[:-1], low[:-2], f"{low[:-3]}y") if low.endswith("s") and s in cues()), None)
        if (
            stem
            and cues()[stem].precision >= CLAUSE
            and token.tag_ in ("NNS", "VBZ", "NNPS")
            and doc[token.i - 1].pos_ in ("NOUN", "PROPN")
        ):
            following = doc[token.i + 1]
            if any(t.tag_ in FINITE for t in doc[token.i + 2 :]) and following.pos_ not in ("ADP", "PUNCT", "CCONJ"):
                yield Found(following.idx, len(paragraph.text), token, doc[token.i - 1], cues()[stem])
            return


_NAME_LINE = re.compile(r"(?:[A-Z][\w.’'-]*,? ){0,4}(?:[A-Z][\w.’'-]+|[a-z]+)(?: \([^)]*\))?:\s+(?=\S)")


def named_line(paragraph: Paragraph) -> Iterator[Found]:
    """What a line says that begins with a name, or a document's, and a colon: "NAME: words", "Report: words"."""
    match = _NAME_LINE.match(paragraph.text)
    if match is None or len(paragraph.text) - match.end() < 20:
        return
    source = [
        t for t in paragraph.doc if t.idx < match.end() and t.text != ":" and t.tag_ != "-RRB-" and not t.is_space
    ][-1]
    speaks = (
        source.ent_type_ in ("PERSON", "ORG") or source.lemma_.lower() in speech("document") or source.text.isupper()
    )
    if speaks or source.lemma_.lower() in speech("unnamed"):
        yield Found(match.end(), len(paragraph.text), None, source, RELAYS)
