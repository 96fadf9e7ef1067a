"""Slots: who and what a verb, noun or adjective is said of, over the parse.

Of any word: `agent` who does it ("X criticised", "criticised by X", "X's criticism", "X voiced criticism"), `patient`
to whom ("criticised X", "X was criticised", "the criticised X"), a preposition of one or two words (`of`, `out of`),
`place` (what in, at, near … bring) and `when` (a bare date, or what on, in, during bring).

Of a verb also `subject` and `object` of an active, `passive` its passive subject, `indirect` ("gave X"), `complement`
("was named X"), `noun` that a past participle stands behind, and `infinitive` ("plans to X").

Of a noun also `possessor`, `modifier` before it ("the X sanctions"), `number`, `infinitive` ("plan to X"), `governor`,
the verb whose object it is, and `bearer`: who is called so ("X is the leader", "X, the leader", "the leader X", "X
serves as leader"); its `patient` is its `of`, or who undergoes it ("X faces criticism"). Of an adjective `bearer`: "X
is opposed", "those opposed".

`self` is the word itself. `patient>from` is the `from` of the patient, `with=vote` the `with` if it is a vote. Several
slots in one cell are alternatives: `of|against`. Coordinated words count each, and of "thousands of X" X.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["carrier", "enacts", "fillers", "is_passive", "opens", "tally"]

_DEEP = 5
#: words of a number or adverb before the verb that opens a line
_OPENING = 4
_PLACE = ("in", "at", "near", "outside", "inside", "across", "off")
#: prepositions before a gerund whose subject is that of the clause
_SAME_SUBJECT = ("by", "after", "before", "while", "for", "in", "without", "since", "when", "upon")
_DURING = ("in", "during")
_WHEN = ("on", "in", "during", "at", "of", "early", "late")
_TALLY = re.compile(r"(?<![\d,.])(\d{1,3}) ?(?:[-–—]|(?:votes? )?to) ?(\d{1,3})\b(?!,\d| years| percent|%|-year)")

_BY = re.compile(rf"\bby (?:a (?:vote|majority|margin) of )?{_TALLY.pattern}")


def fillers(slot: str, token: "Token") -> list["Token"]:
    """The heads of what stands in a slot of a word, coordinated ones included, in the order of the text."""
    if slot in ("", "self"):
        return [token] if slot else []
    found = {head.i: head for one in slot.split("|") for head in _fillers(one, token)}
    found |= {o.i: o for head in found.values() if head.lower_ in words("partitive") for o in _of_noun("of", head)}
    spread = {t.i: t for head in found.values() for t in _beside(head, token) if t.i != token.i}
    return [spread[i] for i in sorted(spread)]


def _beside(head: "Token", token: "Token") -> Iterator["Token"]:
    """What is coordinated with the head, and the head.

    What hangs on a noun is said of that noun: "A and B, the wife of C", "A and B, led by C": it is B who is.
    """
    if not head.is_ancestor(token) or token.tag_ in ("NNS", "NNPS"):
        yield from (head, *head.conjuncts)
    else:
        yield max((t for t in (head, *head.conjuncts) if t.i < token.i), default=head, key=lambda t: t.i)


def tally(word: "Token", paragraph: Paragraph) -> tuple[int, int, int, int] | None:
    """Votes for and against near a word of its sentence ("52–48", "by 52 votes to 48"): where they stand, and both."""
    sentence = word.sent
    # "a 52–48 vote", "a vote of 52 to 48"; "voted on Monday 52–48"
    before, after = (10, 25) if word.pos_ == "NOUN" else (0, 60)
    start = max(sentence.start_char, word.idx - before)
    end = min(sentence.end_char, word.idx + after)
    while end < sentence.end_char and paragraph.text[end - 1 : end + 1].isdigit():
        # no number is cut in two
        end += 1
    near = _TALLY.search(paragraph.text, start, end)
    # "passed the motion against the minister by 180 votes to 169"
    found = near or _BY.search(paragraph.text, word.idx, sentence.end_char)
    if found is None:
        return None
    return paragraph.start + found.start(1), paragraph.start + found.end(2), int(found[1]), int(found[2])


def enacts(verb: "Token") -> bool:
    """Whether a verb of a bill says what it does: "To repeal", "Recognizing", "Section 5 is repealed"."""
    while verb.dep_ == "conj" and _verbal(verb.head):
        verb = verb.head
    if verb.dep_ != "ROOT" or not _verbal(verb):
        return False
    own = {c.dep_: c for c in verb.children}
    if "nsubj" in own or "agent" in own:
        return False
    first = verb.i == verb.sent.start or (verb.i == verb.sent.start + 1 and "aux" in own)
    if first:
        return verb.tag_ == "VBG" or (verb.tag_ == "VB" and own.get("aux", verb).lower_ == "to")
    return "auxpass" in own and own["auxpass"].lower_ in ("is", "are") and "aux" not in own


def opens(verb: "Token") -> bool:
    """Whether a verb without a subject opens its line, as in a resolution: "Recalling", "1. Decides", "Also notes"."""
    if not _verbal(verb) or verb.tag_ not in ("VBG", "VBZ") or any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        return False
    return verb.i <= _OPENING and all(t.pos_ in ("ADV", "NUM", "PUNCT", "X", "SPACE") for t in verb.doc[: verb.i])


def is_passive(verb: "Token") -> bool:
    """Whether a verb is passive, or a past participle that is said of somebody."""
    own = [child.dep_ for child in verb.children]
    if "nsubjpass" in own or "auxpass" in own:
        return True
    if verb.tag_ != "VBN" or "nsubj" in own or "dobj" in own or "aux" in own:
        return False
    return verb.dep_ in ("acl", "amod", "advcl") or (
        verb.dep_ == "conj" and _verbal(verb.head) and is_passive(verb.head)
    )


def carrier(noun: "Token") -> "Token | None":
    """The verb that says of a noun's act that it happens: "voiced criticism", "is the leader", "was in talks"."""
    head = noun.head
    if any(c.dep_ == "prt" for c in head.children):
        # "bring on an inquiry" is not to bring it
        return None
    if noun.dep_ in ("dobj", "nsubjpass") and (head.lemma_ in words("light") or head.lemma_ in words("undergo")):
        return head
    if noun.dep_ in ("attr", "oprd") and _verbal(head):
        return head
    if noun.dep_ in ("nsubj", "nsubjpass") and head.lemma_ in words("occur"):
        return head
    happened = [c for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_ in words("occur")]
    if happened:
        return happened[0]
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_ in ("serve", "work", "act"):
        return head.head
    return None


def _verbal(token: "Token") -> bool:
    return token.pos_ in ("VERB", "AUX")


def _fillers(slot: str, token: "Token") -> Iterator["Token"]:
    outer, _, inner = slot.partition(">")
    bare, _, lemma = outer.partition("=")
    if inner:
        yield from (head for one in fillers(outer, token) for head in _fillers(inner, one))
    elif lemma:
        yield from (head for head in _fillers(bare, token) if head.lemma_ == lemma)
    elif slot == "number":
        yield from (child for child in token.children if child.dep_ == "nummod")
    elif slot == "place":
        own = [head for one in _PLACE for head in _fillers(one, token)]
        # "the murder of a man in Oslo": the place may hang on the man
        # "was killed in a raid in Oslo"
        own = own or [head for one in _DURING for act in _fillers(one, token) for head in _prepositional(act, ("in",))]
        yield from own or (head for whom in fillers("patient", token) for one in _PLACE for head in _fillers(one, whom))
    elif slot == "when":
        yield from _times(token)
    elif _verbal(token) or (token.tag_ == "VBN" and token.dep_ in ("amod", "acl", "relcl")):
        yield from _of_verb(slot, token)
    elif token.pos_ in ("NOUN", "PROPN"):
        yield from _of_noun(slot, token)
    elif token.pos_ == "ADJ":
        yield from _of_adjective(slot, token)


def _of_verb(slot: str, verb: "Token", depth: int = 0) -> Iterator["Token"]:
    passive = is_passive(verb)
    if slot == "agent":
        # "was awarded a contract by X": the X may hang on the contract
        by = (o for one in (verb, *_objects(verb)) for o in _prepositional(one, ("by",)))
        yield from by if passive else _subjects(verb, depth)
    elif slot == "patient":
        yield from _undergoers(verb) if passive else _objects(verb)
    elif slot == "subject":
        yield from () if passive else _subjects(verb)
    elif slot == "object":
        yield from () if passive else _objects(verb)
    elif slot == "passive":
        yield from _subjects(verb) if passive and verb.dep_ not in ("acl", "amod") else ()
    elif slot == "noun":
        yield from (verb.head,) if passive and verb.dep_ in ("acl", "amod") else ()
    elif slot == "indirect":
        for child in verb.children:
            if child.dep_ == "dative":
                yield from (child,) if child.pos_ != "ADP" else (c for c in child.children if c.dep_ == "pobj")
    elif slot == "complement":
        yield from (c for c in verb.children if c.dep_ in ("oprd", "attr") or _is_small(c))
    elif slot == "infinitive":
        yield from (c for c in verb.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB")
    else:
        yield from _prepositional(verb, tuple(slot.split()))


def _of_noun(slot: str, noun: "Token", depth: int = 0) -> Iterator["Token"]:
    light = carrier(noun)
    if slot == "agent":
        owners = [c for c in noun.children if c.dep_ == "poss"] or list(_prepositional(noun, ("by",)))
        if owners:
            yield from owners
        elif noun.dep_ == "dobj" and noun.head.lemma_ in words("shares") and _verbal(noun.head):
            # "threatened sanctions": who threatens would do it
            yield from _of_verb("agent", noun.head, depth)
        elif light is not None and noun.dep_ in ("dobj", "nsubjpass") and light.lemma_ in words("light"):
            yield from _of_verb("agent", light, depth)
        else:
            # "drew criticism from"
            yield from _prepositional(light if light is not None else noun, ("from",))
    elif slot == "governor":
        yield from (noun.head,) if noun.dep_ == "dobj" and _verbal(noun.head) else ()
    elif slot == "possessor":
        yield from (c for c in noun.children if c.dep_ == "poss")
    elif slot == "modifier":
        # "Greek and Italian sailors" are two groups
        before = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i]
        yield from (c for c in before if not any(t.lower_ in ("and", "or", ",") for t in noun.doc[c.i : noun.i]))
    elif slot == "bearer":
        yield from _bearers(noun, light)
    elif slot == "infinitive":
        yield from (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VB")
    else:
        if slot == "patient" and light is not None and light.lemma_ in words("undergo"):
            yield from _subjects(light)
            return
        preposition = ("of",) if slot == "patient" else tuple(slot.split())
        near = list(_prepositional(noun, preposition))
        if not near and light is not None and light.lemma_ != "be" and preposition != ("of",):
            near = list(_prepositional(light, preposition))
        yield from near


def _of_adjective(slot: str, adjective: "Token") -> Iterator["Token"]:
    if slot != "bearer":
        yield from _prepositional(adjective, tuple(slot.split()))
    elif adjective.dep_ == "acomp" and _verbal(adjective.head):
        yield from _subjects(adjective.head)
    elif adjective.dep_ in ("amod", "acl", "appos") and adjective.i > adjective.head.i:
        yield adjective.head


def _bearers(noun: "Token", light: "Token | None") -> Iterator["Token"]:
    if light is not None and noun.dep_ in ("attr", "pobj"):
        yield from _subjects(light)
    elif noun.dep_ == "appos" or (noun.dep_ in ("compound", "nmod") and noun.head.pos_ == "PROPN"):
        yield noun.head
    yield from (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN")


def _undergoers(verb: "Token") -> Iterator["Token"]:
    yield from (_kin(verb.head),) if verb.dep_ in ("acl", "amod") else _subjects(verb)


def _subjects(verb: "Token", depth: int = 0) -> Iterator["Token"]:
    """The grammatical subject of a verb, its own or the one it shares or is controlled by."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if own:
        yield from (_antecedent(c, verb) for c in own)
    elif depth > _DEEP or verb.head is verb:
        return
    elif verb.dep_ == "conj" and _verbal(verb.head):
        head = verb.head
        while _finite(verb) and not _finite(head) and head.dep_ in ("xcomp", "conj", "advcl") and _verbal(head.head):
            # "ordered them not to defend it and was fired": a finite verb goes with a finite one
            head = head.head
        yield from _subjects(head, depth + 1)
    elif verb.dep_ == "xcomp" and _verbal(verb.head):
        controlled = [c for c in verb.head.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]
        if is_passive(verb.head) or not controlled or verb.head.lemma_ == "promise":
            yield from _subjects(verb.head, depth + 1)
        else:
            yield from controlled
    elif verb.dep_ == "advcl" and verb.tag_ in ("VBG", "VBN") and _verbal(verb.head):
        if verb.i and verb.nbor(-1).text == ":":
            return
        yield from _subjects(verb.head, depth + 1)
    elif verb.dep_ == "acl" and verb.tag_ == "VBG":
        yield verb.head
    elif verb.dep_ == "acl" and verb.tag_ == "VB":
        yield from _of_noun("agent", verb.head, depth + 1)
    elif verb.dep_ == "pcomp" and _verbal(verb.head.head) and verb.head.lower_ in _SAME_SUBJECT:
        yield from _subjects(verb.head.head, depth + 1)


def _is_small(clause: "Token") -> bool:
    """Whether it is a clause without a verb: "declared the law void"."""
    return (
        clause.dep_ in ("ccomp", "oprd")
        and clause.pos_ in ("ADJ", "NOUN")
        and {c.dep_ for c in clause.children} >= {"nsubj"}
    )


def _finite(verb: "Token") -> bool:
    helps = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in helps)


def _objects(verb: "Token") -> Iterator["Token"]:
    own = [c for c in verb.children if c.dep_ == "dobj"]
    if own:
        yield from (_antecedent(c, verb) for c in own)
        return
    small = [s for c in verb.children if _is_small(c) for s in c.children if s.dep_ == "nsubj"]
    if small:
        yield from small
        return
    later = [c for c in verb.children if c.dep_ == "conj" and _verbal(c) and c.i - verb.i <= 3 and not is_passive(c)]
    if later:
        yield from _objects(later[0])
    elif (
        verb.dep_ == "relcl"
        and any(c.dep_ == "nsubj" and c.tag_ not in ("WP", "WDT") for c in verb.children)
        and not any(c.tag_ == "WRB" for c in verb.children)
    ):
        # "the man police arrested"; "the day police arrested him" has an object of its own, "where he met" none
        yield verb.head


def _antecedent(token: "Token", verb: "Token") -> "Token":
    """The noun that "who", "which" or "that" stands for."""
    if token.tag_ in ("WP", "WDT"):
        while verb.dep_ == "conj" and _verbal(verb.head):
            verb = verb.head
        if verb.dep_ == "relcl":
            return _kin(verb.head)
    return token


def _kin(noun: "Token") -> "Token":
    """Of "the families of sailors who were killed" the sailors: what follows is said of them."""
    return next(_of_noun("of", noun), noun) if noun.lemma_ in words("kin") else noun


def _times(token: "Token", depth: int = 0) -> Iterator["Token"]:
    yield from (c for c in token.children if c.dep_ in ("npadvmod", "nummod", "nmod"))
    yield from (c for c in token.children if c.dep_ == "compound" and token.pos_ == "NOUN")
    for preposition in _WHEN:
        yield from _prepositional(token, (preposition,))
    if depth:
        return
    light = carrier(token) if token.pos_ in ("NOUN", "PROPN") else None
    if light is None and token.dep_ == "pobj" and token.head.lower_ in _DURING and _verbal(token.head.head):
        # "was killed in a raid on Monday"
        light = token.head.head
    if light is None and token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        # "condemnation of the coup on 3 May"
        yield from (t for t in _times(token.head.head, 1) if t.i > token.i)
    # "arrested a man on Monday": the day may hang on the man
    for other in (light,) if light is not None else _objects(token) if _verbal(token) else _of_noun("patient", token):
        yield from _times(other, 1)


def _prepositional(token: "Token", preposition: tuple[str, ...]) -> Iterator["Token"]:
    """What a preposition brings to a word; of two words ("because of", "out of") the first hangs on the word."""
    first, last = preposition[0], preposition[-1]
    for child in token.children:
        if child.lower_ != first or child.dep_ not in ("prep", "agent", "dative", "prt", "advmod", "pcomp"):
            continue
        if len(preposition) == 1:
            carriers = [child]
        else:
            carriers = [c for c in child.children if c.lower_ == last]
            # "pulled out of X": both hang on the verb
            carriers += [c for c in token.children if c.lower_ == last and c.i == child.i + 1]
            if child.i + 1 < len(child.doc) and child.nbor(1).lower_ == last:
                # "because of X": X may hang on either
                carriers = [*carriers, child]
        for carried in carriers:
            yield from (c for c in carried.children if c.dep_ in ("pobj", "pcomp") and c.pos_ != "ADP")
