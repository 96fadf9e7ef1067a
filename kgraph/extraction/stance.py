"""How a claim is put: denied, alleged, or hedged, by the words around its verb (MODEL section 11, rules 7 and 8)."""

import re
from typing import TYPE_CHECKING

from kgraph.extraction.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["how"]


def how(verb: "Token | None", before: str) -> tuple[str, str | None] | None:
    """Stance and modality of what is claimed; None where no claim can be made ("if", a question).

    Args:
        verb: the verb that says it, if one does.
        before: the words just before its passage, and in it.
    """
    hedges = {words("hedge")[w] for w in re.findall(r"[a-z-]+", before.lower()) if w in words("hedge")}
    stance = "alleges" if "alleges" in hedges else "states"
    modality = "possible" if "possible" in hedges else None
    if verb is None:
        # "former", "president-elect": it did hold, or will, and when is not said
        apart = any(words("lead").get(w) in ("past", "future") for w in re.findall(r"[a-z]+", before.lower()))
        return None if apart else (stance, modality)
    if verb.sent.text.rstrip('”"’ ').endswith("?") or any(
        c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless") for c in verb.children
    ):
        return None
    chain = [verb]
    while chain[-1].dep_ in ("xcomp", "conj") and chain[-1].head.pos_ in ("VERB", "AUX") and len(chain) < 4:
        chain.append(chain[-1].head)
    for step, token in enumerate(chain):
        linked = step == 0 or chain[step - 1].dep_ == "xcomp"
        for child in token.children:
            if child.dep_ == "neg" and linked:
                stance = "denies"
            if child.tag_ == "MD" and child.lemma_.lower() in words("modality") and (linked or not _has_subject(verb)):
                modality = modality or words("modality")[child.lemma_.lower()]
        if step and linked:
            if token.lemma_ in words("negated"):
                stance = "refuses" if token.lemma_ in ("refuse", "decline") else "denies"
            elif token.lemma_ == "have" and any(c.lower_ == "yet" for c in token.children):
                stance = "denies"
            elif token.lemma_ in words("modality"):
                modality = modality or words("modality")[token.lemma_]
            elif token.lemma_ not in ("begin", "start", "continue", "help"):
                return None
    if verb.dep_ in ("acl", "advcl", "relcl", "pcomp") and verb.tag_ == "VB" and modality is None:
        modality = "intended"
    return stance, modality


def _has_subject(verb: "Token") -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
