"""Claims in plain words: one place for pages, tables, pictures and the command line.

The wordings are data (`kg:phrase` in `ontology/kgraph.ttl`): `{subject} [complies with|comply with] {object}`, where
the first form in brackets is said of one and the second of several.
"""

import re
from decimal import Decimal, InvalidOperation

from kgraph.claims.edtf import in_words
from kgraph.claims.model import Claim, Named, Said
from kgraph.ontology import Ontology
from kgraph.terms import EDTF, PREFIXES, Term, iri, parts

__all__ = ["clause", "explain", "sentence", "value_in_words"]

_CHOICE = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
_SLOT = re.compile(r"\{(subject|object|speaker|claim)(?::(percent))?\}")
_ARTICLE = re.compile(r"\ba (?=\{object)")
_VOWEL = re.compile(r"[aeio]|u(?!ni|s\b|k\b|n\b)", re.IGNORECASE)
#: a label's head noun ends where one of these begins
_TAIL = re.compile(r",| (?:of|under|in|on|to|from|by|for|against|at|with|who|that|said|interned) ")
_MAY_BE_MANY = ("kg:Group", "kg:Event", "kg:Topic", "kg:Court")


def clause(
    ontology: Ontology,
    subject: Named,
    relation: Term,
    object_: Named,
    modality: Term | None = None,
    bound: Term | None = None,
) -> str:
    """A claim as a clause that reads after "that", with its subject named and its hedges said.

    `the aircraft` and other bare nouns are never made up: things are called by their labels.
    """
    phrase = ontology.relations[relation].phrase
    said_object = object_.label
    percent = "{object:percent}" in phrase
    if object_.term.startswith('"'):
        said_object = value_in_words(object_.term, percent=percent)
    if bound is not None:
        said_object = _fill(ontology.codes[bound].phrase, object=said_object)
    # in "{object} takes part in {subject}" the verb goes with the object
    first = _SLOT.search(phrase)
    head = object_ if first and first[1] == "object" else subject
    if _VOWEL.match(said_object):
        phrase = _ARTICLE.sub("an ", phrase)
    text = _fill(_choose(phrase, several=_is_many(head)), subject=subject.label, object=said_object)
    if modality is not None:
        text = _fill(ontology.codes[modality].phrase, claim=text)
    return text


def sentence(ontology: Ontology, claim: Claim, said: Said) -> str:
    """What one speaker says of a claim, in one sentence without a final stop.

    `Karoline Leavitt disputes that a single judge may direct the flights`; relayed words name who relays them.
    """
    stance = ontology.codes.get(said.stance.term)
    # a graph from elsewhere may hold a stance that the vocabulary does not know
    phrase = stance.phrase if stance else f"{{speaker}} ({said.stance.label}): {{claim}}"
    text = _fill(_choose(phrase, several=_is_many(said.speaker)), speaker=said.speaker.label, claim=claim.label)
    if said.via is not None:
        text = f"according to {said.via.label}, {text}"
    if said.condition:
        text = f"{text} (on this condition: {said.condition})"
    if when := _period(said):
        text = f"{text} ({when})"
    return text


def _period(said: Said) -> str:
    """When, the speaker says, the claim holds."""
    words = [f"from {in_words(said.valid_from)}"] if said.valid_from else []
    words += [f"until {in_words(said.valid_to)}"] if said.valid_to else []
    words += [f"as of {in_words(said.as_of)}"] if said.as_of else []
    return " ".join(words)


def explain(ontology: Ontology, claim: Claim) -> list[str]:
    """Why the claim has its status, step by step, with names."""

    def names(said: tuple[Said, ...]) -> str:
        return ", ".join(dict.fromkeys(s.speaker.label for s in said))

    yes, no = claim.affirmed, claim.denied
    steps = [
        f"Says so: {names(yes) or 'nobody in these documents'}.",
        f"Says it is not so: {names(no) or 'nobody here'}.",
    ]
    if claim.status == "retracted":
        steps.append("It was withdrawn, so it counts no more.")
    elif claim.status == "accepted":
        own = tuple(s for s in yes if s.own_voice)
        steps.append(
            f"{names(own)} says it in its own voice and nobody here denies it: accepted. That does not mean true."
        )
    elif claim.status == "reported" and any(s.own_voice for s in yes):
        steps.append("Fewer publishers than this graph asks for say it in their own voice: reported.")
    elif claim.status == "reported":
        steps.append("It is only quoted, relayed or alleged; no source here says it in its own voice: reported.")
    elif claim.status == "contested":
        steps.append("One side affirms it and another denies it: contested. kgraph does not decide who is right.")
    else:
        steps.append("It is denied, and nobody here affirms it: denied. Somebody may affirm it elsewhere.")
    if claim.modality or claim.bound:
        hedges = " and ".join(h.label for h in (claim.modality, claim.bound) if h)
        steps.append(f"It is hedged ({hedges}), so it is never a fact.")
    if claim.unreviewed:
        steps.append("Nobody has reviewed it yet, so it is never a fact.")
    return steps


def value_in_words(term: Term, *, percent: bool = False) -> str:
    """A value as people write it: `32,000`, `70 %`, `15 March 2025`."""
    text, _, datatype = parts(term)
    if datatype == EDTF:
        return in_words(text)
    if datatype in (PREFIXES["xsd"] + "integer", PREFIXES["xsd"] + "decimal"):
        try:
            number = Decimal(text)
        except InvalidOperation:
            return text
        return f"{(number * 100).normalize():f} %" if percent else f"{number:,}"
    return text


def _choose(phrase: str, *, several: bool) -> str:
    return _CHOICE.sub(lambda m: m[2] if several else m[1], phrase)


def _fill(phrase: str, **words: str) -> str:
    return _SLOT.sub(lambda m: words.get(m[1], m[0]), phrase)


def _is_many(thing: Named) -> bool:
    """Whether a verb that goes with the thing is said of several; a guess from its class and the head of its label."""
    if not any(iri(class_) in thing.classes for class_ in _MAY_BE_MANY):
        return False
    if iri("kg:Group") in thing.classes:
        return True
    head = _TAIL.split(thing.label, maxsplit=1)[0]
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s"))
