"""Bare nouns for what is known or acts: "the judge", "officials", "the written order", "a letter", "the region".

Which nouns, of which class, and what a text must do with one before it is a mention, is data (`nominals.csv`).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import Nominal, Nouns, demonyms, nominal_nouns, words
from kgraph.extraction.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["nominals"]

_DEFINITE = {"the", "this", "that", "these", "those"}
_INDEFINITE = {"a", "an", "another", "one", "some"}
#: a noun that is denied or asked for stands for nothing
_NONE = {"no", "any", "every", "each", "neither", "either", "what", "which", "whatever"}
_BEFORE = {"amod", "compound", "nmod", "advmod", "punct", "npadvmod", "poss"}
_PAST = {"VBD", "VBN"}
#: classes of what contracts, statutes and courts write with a capital; "the Post" is a name
_CAPITAL = {"Court", "Statute", "Agreement", "Institution", "Person", "LegalAuthority", "Bill", "Regulation"}
#: words of an "of …" that belong to a group's name
_TAIL = 7


def nominals(paragraph: Paragraph, names: list[Span]) -> Iterator[Span]:
    """The nominal mentions of a paragraph.

    Args:
        paragraph: a line of the document.
        names: the names in it; a noun before somebody's name belongs to the name.
    """
    doc, at = paragraph.doc, paragraph.start
    people = {s.start - at for s in names if s.type == "Person"}
    nouns = nominal_nouns()
    for token in doc:
        if token.lower_ not in nouns or token.pos_ not in ("NOUN", "PROPN"):
            continue
        found = _looked_up(token, nouns)
        if found is None:
            continue
        first, known = found
        if token.dep_ == "compound" and known.needs != "compound" and not any(c.dep_ == "poss" for c in token.lefts):
            continue
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        own = any(child.dep_ == "poss" for child in token.lefts)
        if following is not None and following.idx in people and not own:
            continue
        if following is not None and following.text == "-" and not following.whitespace_:
            continue
        if known.class_ == "Place" and token.i and doc[token.i - 1].text == "-":
            continue
        if not _written_so(token, first, known) or not _meets(token, known):
            continue
        start = _start(token, first)
        if known.class_ == "Place":
            # "the region" keeps its article, and what tells it apart
            start = doc[start.i - 1] if start.i and doc[start.i - 1].lower_ in _DEFINITE else start
        end = _end(token) if known.class_ in ("Group", "Event") else token
        if known.class_ == "Person" and token.i + 2 < len(doc):
            # "the former secretary of state"
            whole = f"{token.lower_} {doc[token.i + 1].lower_} {doc[token.i + 2].lower_}"
            end = doc[token.i + 2] if whole in words("title") else end
        said = paragraph.text[start.idx : end.idx + len(end)]
        yield Span(
            at + start.idx, at + end.idx + len(end), known.class_, said, form="nominal", origin="model",
            acts=known.needs == "compound" or _acts(token) or _undergoes(token),
        )  # fmt: skip


def _looked_up(token: "Token", nouns: Nouns) -> tuple["Token", Nominal] | None:
    """The longest noun of the table that ends here: its first word, and what is known of it."""
    for phrase, known in nouns[token.lower_]:
        first = token.i - len(phrase) + 1
        if first >= 0 and all(token.doc[first + n].lower_ == word for n, word in enumerate(phrase)):
            return token.doc[first], known
    return None


def _determiner(token: "Token") -> str:
    """The word that says which: the first of its articles and possessors."""
    for child in token.lefts:
        if child.dep_ == "poss":
            return "whose"
        if child.dep_ == "det" or (child.lower_ in _NONE and child.dep_ not in ("preconj", "cc")):
            return str(child.lower_)
    return ""


def _written_so(token: "Token", first: "Token", known: Nominal) -> bool:
    """Small, or with the capital of a sentence's first word, or as contracts and courts write ("the Court")."""
    if token.text.islower():
        return True
    if first.is_sent_start and token.text[1:].islower():
        return True
    before = token.doc[first.i - 1].lower_ if first.i else ""
    if token.text.isupper() or (first != token and not (first.text[0].isupper() and known.class_ == "Group")):
        return False
    return known.class_ == "Group" or (known.class_ in _CAPITAL and before in ("the", "this", "said"))


def _named(token: "Token") -> bool:
    """Whether a name or nationality before it tells which: "Greek court", "Home Office letter"."""
    return any(
        child.dep_ in ("compound", "amod", "nmod") and (child.pos_ == "PROPN" or child.text in demonyms())
        for child in token.lefts
    )


def _meets(token: "Token", known: Nominal) -> bool:
    determiner = _determiner(token)
    if determiner in _NONE:
        return False
    needs = known.needs.removesuffix(" bare")
    if needs != known.needs and any(child.lower_ == "of" for child in token.rights):
        return False
    definite = determiner in _DEFINITE or (determiner == "whose" and not any(c.lower_ == "own" for c in token.lefts))
    if needs == "acts":
        return True
    if needs == "compound":
        return any(child.dep_ in ("compound", "amod", "punct", "nmod") for child in token.lefts)
    if token.dep_ == "attr" and not definite:
        return False
    if needs == "any":
        return definite or not _unreal(token)
    if needs == "definite":
        return definite or (_named(token) and determiner in _INDEFINITE | {""} and known.class_ != "Person")
    if needs == "definite acts":
        described = any(child.dep_ in ("amod", "compound", "nummod", "relcl", "acl") for child in token.children)
        return (definite or described) and _acts(token)
    if needs == "definite place":
        return determiner in ("the", "this", "that") and not any(child.dep_ == "prep" for child in token.children)
    if not determiner and token.dep_ == "pobj" and known.class_ not in ("Event", "Person") and not _named(token):
        # "in court", "by law", "in order to"
        return False
    return definite or _named(token) or _particular(token)


def _particular(token: "Token") -> bool:
    """Whether an indefinite noun is about one that is there: it did or underwent something, or is described."""
    if token.dep_ == "appos" or any(child.dep_ in ("acl", "relcl") for child in token.children):
        return True
    verb = token.head.head if token.dep_ == "pobj" else token.head
    if token.dep_ == "nsubj" and not _determiner(token):
        # as headlines write: "Lawmaker urges …"
        return True
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    if token.dep_ == "pobj" and (token.head.lower_ == "without" or verb.lemma_ in words("charging")):
        # "accused of kidnapping", "without a hearing"
        return False
    return verb.tag_ in _PAST and not any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children)


def _is_of_event(preposition: "Token") -> bool:
    """Whether it says whose doing something is: "retaliation from …", "an attack by …"."""
    done = preposition.head
    known = nominal_nouns().get(done.lower_, ())
    return preposition.lower_ in ("by", "from", "between") and any(noun.class_ == "Event" for _, noun in known)


def _undergoes(token: "Token") -> bool:
    """Whether it is somebody in particular to whom something is done: "the parents were advised", "his servants"."""
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj"):
        return False
    if token.dep_ == "pobj" and token.head.lower_ in ("among", "of", "without", "like", "in"):
        return False
    determiner = _determiner(token)
    return determiner in _DEFINITE or determiner == "whose" or (_named(token) and token.dep_ != "dobj")


def _unreal(token: "Token") -> bool:
    """Whether it is only to come or to be: "to submit a report", "shall publish a report"."""
    verb = token.head
    return token.dep_ == "dobj" and verb.tag_ == "VB" and any(c.dep_ == "aux" for c in verb.children)


def _acts(token: "Token") -> bool:
    """Whether it is who does or says something, as far as the parse tells."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.dep_ == "nsubj":
        return token.head.pos_ in ("VERB", "AUX")
    if token.dep_ == "dobj" and any(child.dep_ == "xcomp" for child in token.head.children):
        # asked, urged, allowed to do something
        return True
    if token.dep_ == "nsubjpass" and any(child.dep_ == "xcomp" for child in token.head.children):
        return True
    if token.dep_ == "pobj" and (token.head.dep_ == "agent" or _is_of_event(token.head)):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according":
        return True
    return any(
        child.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ in ("who", "that") for c in child.children)
        for child in token.children
    )


def _start(token: "Token", first: "Token") -> "Token":
    """The first of the words before a noun that tell it apart, without article, number and possessor."""
    doc, start = token.doc, first
    while start.i:
        before = doc[start.i - 1]
        hyphen = before.text == "-" or start.text == "-"
        if (
            before.text in ("’", "'")
            and before.i
            and doc[before.i - 1].tag_ == "NNS"
            and doc[before.i - 1].text.islower()
        ):
            # "victims’ groups"
            start = doc[before.i - 1]
            continue
        inside = token in (before.head, before.head.head)
        if not (hyphen or (inside and before.dep_ in _BEFORE and before.pos_ in ("ADJ", "NOUN", "PROPN", "VERB"))):
            break
        if before.dep_ == "poss" or before.tag_ in ("POS", "PRP$", "JJR", "JJS"):
            break
        start = before
    while start.i < first.i and (start.lower_ in words("loose") or start.text == "-" or start.like_num):
        start = doc[start.i + 1]
    return start


def _end(token: "Token") -> "Token":
    """The last word of what a group is of: "people of the United States"."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "of":
        return token
    of = doc[token.i + 1]
    if of.head != token:
        return token
    last = of
    for word in of.subtree:
        if (
            word.i - of.i > _TAIL
            or word.dep_ in ("relcl", "acl", "advcl")
            or (word.is_punct and not word.is_quote)
            or word.pos_ == "VERB"
        ):
            break
        if word.i == last.i + 1:
            last = word
    return last if last.pos_ in ("NOUN", "PROPN") else token
