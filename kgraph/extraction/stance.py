"""How a claim is put: denied, alleged, hedged or on a condition, by the words around what says it.

MODEL section 11, rules 7 and 8. What is only asked, supposed, or done by nobody yet gives no claim at all.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.extraction.lexicon import words
from kgraph.extraction.slots import carrier

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["MODALITIES", "Put", "how"]

#: codes of `kgc:modality` that a wording itself may carry ("plans to")
MODALITIES = ("intended", "required", "attempted", "possible", "expected")
_DEEP = 8


@dataclass(frozen=True, slots=True)
class Put:
    """How something is put."""

    stance: str = "states"
    modality: str | None = None
    #: where the words of the condition stand in the paragraph
    condition: tuple[int, int] | None = None
    #: whether somebody is said to say or think it: without that somebody it is nobody's claim
    reported: bool = False


def how(word: "Token | None", before: str) -> Put | None:
    """Stance and modality of what is claimed; None where no claim can be made ("if", a question).

    Args:
        word: the verb, noun or adjective that says it, if one does.
        before: where none does, the words just before its passage, and in it.
    """
    if word is None:
        said = re.findall(r"[a-z-]+", before.lower())
        # "former", "president-elect": it did hold, or will, and when is not said
        apart = any(words("lead").get(w) in ("past", "future") for s in said for w in s.split("-"))
        return None if apart else _hedged(said)
    if word.sent.text.rstrip('”"’ ').endswith("?"):
        return None
    put = _hedged(c.lower_ for c in word.children if c.dep_ in ("advmod", "amod"))
    if word.pos_ in ("NOUN", "PROPN"):
        return _of_noun(word, put)
    if word.pos_ == "ADJ" and word.dep_ == "acomp":
        return _of_verb(word.head, put)
    if word.dep_ == "amod":
        return put
    return _of_verb(word, put)


def _hedged(said: Iterable[str]) -> Put:
    hedges = {words("hedge")[w] for w in said if w in words("hedge")}
    return Put("alleges" if "alleges" in hedges else "states", "possible" if "possible" in hedges else None)


def _of_noun(noun: "Token", put: Put) -> Put | None:
    """An act that a noun names is taken for done, unless the verb over it says that it is not."""
    if any(words("lead").get(c.lower_) in ("past", "future") for c in noun.children):
        return None
    if any(c.lower_ in ("no", "neither") and c.dep_ == "det" for c in noun.children):
        put = replace(put, stance="denies")
    named = any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.children)
    if noun.dep_ == "appos" or named or (noun.dep_ in ("compound", "nmod") and noun.head.pos_ == "PROPN"):
        # what somebody is called holds whatever they do: "X, a lawyer for Y, denied it"
        return put
    verb = carrier(noun)
    if verb is not None:
        # what somebody was, they may be no longer
        was = noun.dep_ == "attr" and verb.lower_ in ("was", "were")
        return None if was else _of_verb(verb, put)
    head, step = noun.head, 0
    while head.pos_ in ("NOUN", "ADP", "PROPN") and head.head is not head and step < _DEEP:
        if head.lower_ in ("without", "against", "unlike", "despite") or head.lemma_ in words("unreal"):
            return None
        head, step = head.head, step + 1
    if head.lemma_ in words("unreal"):
        return None
    over = _of_verb(head, put) if head.pos_ in ("VERB", "AUX") else put
    if over is None:
        return None
    named = any(c.dep_ in ("poss",) or (c.dep_ == "det" and c.lower_ not in ("a", "an")) for c in noun.children)
    if head.lemma_ in words("modality") and noun.dep_ != "nsubj":
        # "plans a visit"; "the visit sets an example" took place
        return replace(put, modality=put.modality or words("modality")[head.lemma_], reported=over.reported)
    if not named and (over.modality or over.stance != put.stance):
        return None
    return replace(put, reported=over.reported)


def _of_verb(verb: "Token", put: Put) -> Put | None:
    """Up from the verb to the root: auxiliaries, the verbs it hangs on, and the clauses it stands in."""
    token, bears, alone = verb, True, not _has_subject(verb)
    negates = True
    for _ in range(_DEEP):
        if _supposed(token):
            return None
        if bears:
            put = _auxiliaries(token, put, negates=negates)
        head = token.head
        if head is token:
            return put
        if token.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
            # "will meet and decide"; "did not meet and decided" is another form
            bears = bears and alone and (token.tag_ == head.tag_ or {token.tag_, head.tag_} <= {"VB", "VBP"})
            negates = bears and any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in head.children)
        elif token.dep_ in ("xcomp", "ccomp") and bears:
            above = _governed(token, head, put)
            if above is None:
                return None
            put, bears, negates = above, token.dep_ == "xcomp", token.dep_ == "xcomp"
        elif bears:
            dependent = _dependent(token, put)
            if dependent is None:
                return None
            put, bears = dependent, False
        token = head
    return put


def _auxiliaries(token: "Token", put: Put, *, negates: bool) -> Put:
    for child in token.children:
        if negates and (child.dep_ == "neg" or child.lower_ in ("never", "hardly")):
            put = replace(put, stance="denies")
        if child.tag_ == "MD" and child.lemma_.lower() in words("modality"):
            put = replace(put, modality=put.modality or words("modality")[child.lemma_.lower()])
        if child.dep_ == "advcl" and (mark := _mark(child)) is not None and mark in ("if", "unless"):
            tokens = sorted(child.subtree, key=lambda t: t.i)
            said = (tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
            put = replace(put, modality="conditional", condition=said)
    return put


def _governed(token: "Token", head: "Token", put: Put) -> Put | None:
    """What a verb or adjective makes of the clause it governs: "failed to", "plans to", "is likely to", "said that"."""
    lemma = head.lemma_.lower()
    # "wants the bank sanctioned" is like "wants to sanction the bank"
    bare = token.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in token.children)
    infinitive = token.dep_ == "xcomp" or token.tag_ == "VB" or bare
    if not infinitive:
        return replace(put, reported=put.reported or lemma not in words("factive"))
    if lemma in words("negated"):
        return replace(put, stance=words("negated")[lemma])
    if lemma == "have" and any(c.lower_ == "yet" for c in head.children):
        return replace(put, stance="denies")
    if lemma == "go" and head.tag_ == "VBG":
        return replace(put, modality=put.modality or words("modality")["going"])
    if lemma in words("implicative") or (lemma == "have" and head.tag_ == "VBD"):
        return put
    if lemma in words("asks") and (lemma != "want" or any(c.dep_ in ("nsubj", "dobj") for c in token.children)):
        # what is asked for is the asker's claim
        return replace(put, modality=words("asks")[lemma], reported=lemma != "want")
    if lemma in words("modality"):
        return replace(put, modality=put.modality or words("modality")[lemma])
    return None


def _dependent(token: "Token", put: Put) -> Put | None:
    """A clause that hangs on a noun, a preposition or another clause."""
    # "plans to V"; but "the first to V" did, and "easier for X to V" is only possible
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    to = to and not any(c.lower_ in ("first", "last", "only", "second", "third") for c in token.head.children)
    if token.dep_ in ("acl", "advcl", "relcl") and to and put.modality is None:
        hers = any(c.dep_ == "mark" and c.lower_ == "for" for c in token.children)
        return replace(put, modality="possible" if hers else "intended")
    if token.dep_ == "pcomp":
        preposition, over = token.head.lower_, token.head.head
        if preposition == "without":
            return replace(put, stance="denies")
        if preposition in ("from", "against", "about") or over.lemma_ in words("unreal"):
            return None
        if preposition in ("of", "to") and over.pos_ in ("NOUN", "VERB", "ADP", "ADJ"):
            return None
    return put


def _supposed(clause: "Token") -> bool:
    """Whether a clause is only supposed: "if", "whether", "as though", or a subjunctive "be"."""
    if _mark(clause) in ("if", "whether", "unless", "lest"):
        return True
    helps = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    return len(helps) == 1 and helps[0].dep_ == "auxpass" and helps[0].tag_ == "VB" and helps[0].lower_ == "be"


def _mark(clause: "Token") -> str | None:
    marks = [c.lower_ for c in clause.children if c.dep_ in ("mark", "advmod") and c.i < clause.i]
    return next((m for m in marks if m in ("if", "whether", "unless", "lest")), None)


def _has_subject(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
