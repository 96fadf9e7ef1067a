"""Words that may report somebody's words or thoughts: every cue, in every construction, with what it would report.

Nothing is decided here; `attitudes` decides by counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Report", "own_words", "reports", "subject"]

_CLAUSE_HEADS = ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV", "PRON", "NUM")
_QUESTION = ("WDT", "WP", "WRB", "WP$")
#: prepositions after the object that make one content with it: "described X as Y", "criticised X for Y"
_WITH_OBJECT = ("as", "for")


@dataclass(frozen=True, slots=True)
class Report:
    """A cue and what it would report, in the paragraph's characters."""

    #: its first and last word
    first: "Token"
    last: "Token"
    cue: "Token"
    #: how the two are joined, such as `ccomp:that:post`
    construction: str
    #: the word that names who says or thinks so
    source: "Token | None"
    #: the word that governs what is reported
    head: "Token"

    @property
    def start(self) -> int:
        """Where it begins."""
        return int(self.first.idx)

    @property
    def end(self) -> int:
        """Where it ends."""
        return int(self.last.idx) + len(self.last)

    @property
    def family(self) -> str:
        """The construction without its particular word."""
        parts = self.construction.split(":")
        if parts[0] in ("ccomp", "pccomp", "according-to", "inserted"):
            return self.construction
        return ":".join(parts[:1] + [p for p in parts[2:] if p == "ing"])


def reports(doc: "Doc") -> Iterator[Report]:
    """Every candidate of a paragraph, in the order of its cues."""
    for token in doc:
        if token.pos_ == "VERB":
            yield from _by_verb(token)
        elif token.pos_ in ("NOUN", "PROPN") and token.tag_ != "NNP":
            yield from _by_noun(token)
        elif token.pos_ == "ADJ":
            yield from _by_adjective(token)
        if token.lower_ == "according":
            yield from _according(token)


def _report(
    construction: str, cue: "Token", first: "Token", last: "Token", head: "Token", source: "Token | None"
) -> Report:
    return Report(first, last, cue, construction, source, head)


def _by_verb(cue: "Token") -> Iterator[Report]:
    children = list(cue.children)
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in children)
    source = _agent(children) if passive else subject(cue)
    pre = "p" if passive else ""
    dobj = next((c for c in children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP" and c.i > cue.i), None)
    sbj = next((c for c in children if c.dep_ == "nsubjpass"), None)
    if passive and sbj is not None:
        yield _report("pass-subj", cue, sbj.left_edge, sbj.right_edge, sbj, source)
    yield from _gap(cue, children, passive)
    yield from _as_said(cue, children, source)
    for child in children:
        dep = child.dep_
        if dep == "ccomp":
            yield from _clausal(cue, child, source, pre)
        elif dep == "xcomp":
            kind = _mark(child)
            first, last = child.left_edge, child.right_edge
            yield _report(f"{pre}xcomp:{kind}", cue, first, last, child, source)
            if passive and sbj is not None:
                yield _report("pass-subj+xcomp", cue, sbj.left_edge, last, child, source)
            elif dobj is not None and dobj.i < child.i:
                yield _report("dobj+xcomp", cue, dobj.left_edge, last, child, source)
        elif dep == "advcl" and child.i > cue.i:
            kind = _mark(child)
            yield _report(f"{pre}advcl:{kind}", cue, child.left_edge, child.right_edge, child, source)
            if dobj is not None and kind == "to":
                yield _report("dobj+advcl", cue, dobj.left_edge, child.right_edge, child, source)
        elif dep in ("oprd", "acomp", "attr"):
            yield _report(f"{pre}{dep}", cue, child.left_edge, child.right_edge, child, source)
            if passive and sbj is not None:
                yield _report("pass-subj+oprd", cue, sbj.left_edge, child.right_edge, child, source)
            elif dobj is not None and dobj.i < child.i:
                yield _report("dobj+oprd", cue, dobj.left_edge, child.right_edge, child, source)
        elif dep in ("prep", "dative", "agent") and child.pos_ in ("ADP", "SCONJ") and child.i > cue.i:
            yield from _prepositional(cue, child, dobj, sbj, source, pre)
        elif child is dobj:
            yield _report(f"{pre}dobj", cue, child.left_edge, child.right_edge, child, source)
            yield from _under_object(cue, child, source)
    yield from _inserted(cue, source)


def _clausal(cue: "Token", child: "Token", source: "Token | None", pre: str) -> Iterator[Report]:
    if child.pos_ not in _CLAUSE_HEADS:
        return
    mark = _mark(child)
    post = child.i > cue.i
    first, last = child.left_edge, child.right_edge
    if post and first.i > cue.i and not (first.is_punct or first.is_space):
        # the plain case, which needs no look at each word: clauses in clauses would take the square of their number
        yield _report(f"{pre}ccomp:{mark}:post", cue, first, last, child, source)
        return
    tokens = [t for t in child.subtree if (t.i > cue.i) == post]
    if not post:
        # what is left of the sentence before the subject of the cue
        sbj = next((c for c in cue.children if c.dep_ == "nsubj" and c.i < cue.i), None)
        if sbj is not None and sbj.i > child.i:
            tokens = [t for t in tokens if t.i < sbj.left_edge.i]
    while tokens and (tokens[0].is_punct or tokens[0].is_space) and tokens[0].text not in "“\"'‘":
        tokens.pop(0)
    if tokens:
        yield _report(f"{pre}ccomp:{mark}:{'post' if post else 'pre'}", cue, tokens[0], tokens[-1], child, source)


def _prepositional(
    cue: "Token", prep: "Token", dobj: "Token | None", sbj: "Token | None", source: "Token | None", pre: str
) -> Iterator[Report]:
    word = prep.lower_
    for child in prep.children:
        if child.dep_ not in ("pobj", "pcomp", "amod", "prep"):
            continue
        ing = ":ing" if child.dep_ == "pcomp" else ""
        yield _report(f"{pre}prep:{word}{ing}", cue, child.left_edge, child.right_edge, child, source)
        if word in _WITH_OBJECT and dobj is not None and dobj.i < prep.i:
            yield _report(f"dobj+{word}", cue, dobj.left_edge, child.right_edge, child, source)
        elif word in _WITH_OBJECT and sbj is not None:
            yield _report(f"pass-subj+{word}", cue, sbj.left_edge, child.right_edge, child, source)
        elif word == "of" and dobj is not None and dobj.i < prep.i:
            yield _report("dobj+of", cue, dobj.left_edge, child.right_edge, child, source)
        if word in ("on", "to", "in", "at"):
            # "called on X to act": what is asked is the infinitive
            to = next((c for c in cue.children if c.dep_ in ("xcomp", "advcl") and c.i > child.i), None)
            to = to or next((c for c in child.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB"), None)
            if to is not None and _mark(to) == "to":
                yield _report(f"prep+to:{word}", cue, child.left_edge, to.right_edge, to, source)


def _under_object(cue: "Token", noun: "Token", source: "Token | None") -> Iterator[Report]:
    """Light verbs ("made the claim that", "raised questions about"): the verb and its object are the cue together."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.i > noun.i and child.tag_ != "VBG":
            mark = _mark(child)
            yield _report(f"dobj>acl:{mark}", cue, child.left_edge, child.right_edge, child, source)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield _report(f"dobj>prep:{child.lower_}", cue, inner.left_edge, inner.right_edge, inner, source)


def _gap(cue: "Token", children: "list[Token]", passive: bool) -> Iterator[Report]:
    """Relatives ("the plan that he proposed", "what she wants", "a deal brokered by X"): what is said stands before."""
    wh = next((c for c in children if c.dep_ in ("dobj", "pobj", "attr") and c.i < cue.i), None)
    if wh is not None and wh.tag_ in _QUESTION:
        yield _report("gap:wh", cue, wh, wh, wh, subject(cue))
        if cue.dep_ == "relcl" and cue.head.i < cue.i:
            yield _report("gap:noun", cue, cue.head.left_edge, cue.doc[wh.left_edge.i - 1], cue.head, subject(cue))
    elif cue.dep_ == "relcl" and not passive and cue.head.i < cue.left_edge.i:
        own = any(c.dep_ == "nsubj" and c.tag_ not in _QUESTION for c in children)
        if own and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in children):
            yield _report("gap:noun", cue, cue.head.left_edge, cue.doc[cue.left_edge.i - 1], cue.head, subject(cue))
    elif cue.dep_ == "acl" and cue.tag_ == "VBN" and cue.head.i < cue.left_edge.i:
        by = _agent(children)
        kind = "by" if by is not None else "0"
        yield _report(f"gap:part-{kind}", cue, cue.head.left_edge, cue.doc[cue.left_edge.i - 1], cue.head, by)


def _as_said(cue: "Token", children: "list[Token]", source: "Token | None") -> Iterator[Report]:
    """An aside ("As Smith said, P"): the cue hangs on the clause that it reports."""
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in ("as", "like") and c.i < cue.i for c in children)
    # "as the court made clear" has no other object
    objects = [c for c in children if c.dep_ in ("ccomp", "dobj", "xcomp", "acomp", "oprd") and c.lower_ != "clear"]
    if marked and cue.dep_ == "advcl" and not objects:
        sentence, first, last = cue.sent, cue.left_edge.i, cue.right_edge.i
        if first - sentence.start <= 2 and last + 2 < sentence.end:
            after = cue.doc[last + 1]
            after = cue.doc[last + 2] if after.is_punct and after.text == "," else after
            yield _report("as:pre", cue, after, sentence[-1], cue.head, source)
        elif first > sentence.start:
            yield _report("as:post", cue, sentence[0], cue.doc[first - 1], cue.head, source)


def _inserted(cue: "Token", source: "Token | None") -> Iterator[Report]:
    """An insertion ("The bill, Smith said, would fail"): the cue hangs on what it reports."""
    if cue.dep_ not in ("parataxis", "ccomp", "dep") or cue.head.pos_ not in ("VERB", "AUX") or source is None:
        return
    first, last = cue.left_edge, cue.right_edge
    short = last.i - first.i <= 12 and not any(t.dep_ in ("ccomp", "xcomp") for t in cue.children)
    if short and (cue.dep_ == "parataxis" or (first is not cue and _between_commas(cue))):
        sentence = cue.sent
        yield _report("inserted", cue, sentence[0], sentence[-1], cue.head, source)


def _between_commas(cue: "Token") -> bool:
    doc, first, last = cue.doc, cue.left_edge.i, cue.right_edge.i
    left = first > 0 and (doc[first - 1].is_punct or doc[first].is_punct)
    right = last + 1 < len(doc) and (doc[last + 1].is_punct or doc[last].is_punct)
    return left and right


def _by_noun(cue: "Token") -> Iterator[Report]:
    source = _noun_source(cue)
    for child in cue.children:
        if child.i < cue.i:
            continue
        if child.dep_ in ("acl", "relcl", "ccomp") and child.tag_ != "VBG" and child.pos_ in ("VERB", "AUX"):
            mark = _mark(child)
            if child.dep_ == "acl" or mark in ("that", "to"):
                yield _report(f"n-acl:{mark}", cue, child.left_edge, child.right_edge, child, source)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    ing = ":ing" if inner.dep_ == "pcomp" else ""
                    yield _report(f"n-prep:{child.lower_}{ing}", cue, inner.left_edge, inner.right_edge, inner, source)
    if cue.dep_ == "nsubj" and cue.head.lemma_ == "be":
        for child in cue.head.children:
            if child.dep_ in ("ccomp", "xcomp") and child.i > cue.head.i:
                yield _report(f"n-is:{_mark(child)}", cue, child.left_edge, child.right_edge, child, source)


def _by_adjective(cue: "Token") -> Iterator[Report]:
    be = cue.head if cue.dep_ in ("acomp", "oprd") else None
    source = subject(be) if be is not None else cue.head if cue.dep_ == "amod" else None
    for child in [*cue.children, *(be.children if be is not None else ())]:
        if child.i <= cue.i:
            continue
        if child.dep_ in ("ccomp", "xcomp", "advcl"):
            name = child.dep_ if child.head is cue else f"be-{child.dep_}"
            yield _report(f"a-{name}:{_mark(child)}", cue, child.left_edge, child.right_edge, child, source)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield _report(f"a-prep:{child.lower_}", cue, inner.left_edge, inner.right_edge, inner, source)


def _according(cue: "Token") -> Iterator[Report]:
    doc = cue.doc
    to = doc[cue.i + 1] if cue.i + 1 < len(doc) else None
    source = next((t for t in to.children if t.dep_ == "pobj"), None) if to is not None and to.lower_ == "to" else None
    if source is None:
        return
    sentence, last = cue.sent, source.right_edge
    opener = doc[cue.i - 2] if cue.i >= 2 and doc[cue.i - 1].text == "," else None
    if (
        opener is not None
        and (opener.tag_ in ("WDT", "WP", "CC") or opener.dep_ == "mark")
        and last.i + 2 < sentence.end
    ):
        # "which, according to X, P"
        after = doc[last.i + 2] if doc[last.i + 1].is_punct else doc[last.i + 1]
        yield _report("according-to:within", cue, after, sentence[-1], cue.head, source)
    elif cue.i - sentence.start > 3:
        first = sentence[0]
        inner = next(
            (t for t in cue.ancestors if t.dep_ in ("relcl", "conj", "ccomp") and t.pos_ in ("VERB", "AUX")), None
        )
        before = doc[cue.i - 1]
        if inner is not None and sentence.start < inner.left_edge.i < cue.i - 2:
            yield _report(f"according-to:{inner.dep_}", cue, inner.left_edge, before, inner, source)
        yield _report("according-to:post", cue, first, before, cue.head, source)
    elif last.i + 1 < sentence.end:
        after = doc[min(last.i + 1, sentence.end - 1)]
        if after.is_punct and after.i + 1 < sentence.end and after.text == ",":
            after = doc[after.i + 1]
        yield _report("according-to:pre", cue, after, sentence[-1], cue.head, source)


def _mark(clause: "Token") -> str:
    """What opens a clause: that, whether, if, to, a question word, or nothing (0)."""
    for child in clause.children:
        if child.i > clause.i:
            break
        if child.dep_ == "mark":
            return "that" if child.lower_ == "that" else child.lower_
        if child.tag_ == "TO" or (child.dep_ == "aux" and child.lower_ == "to"):
            return "to"
    first = clause.left_edge
    if first.tag_ in _QUESTION and not (first.tag_ == "WDT" and first.lower_ == "that"):
        return "wh"
    if first.lower_ == "that" and first.tag_ in ("WDT", "IN"):
        return "that"
    if clause.tag_ == "VBG":
        return "ing"
    return "0"


def _agent(children: "list[Token]") -> "Token | None":
    for child in children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def subject(verb: "Token") -> "Token | None":
    """The subject of a verb, or of the verb it is coordinated with or hangs on."""
    token, seen = verb, 0
    while seen < 6:
        for child in token.children:
            if child.dep_ in ("nsubj", "expl") or (seen and child.dep_ == "nsubjpass"):
                return child
        if token.dep_ in ("acl", "relcl") and token.head is not token:
            return token.head
        if (
            token.dep_
            not in ("conj", "advcl", "xcomp", "advmod", "acomp", "aux", "auxpass", "pcomp", "prep", "dep", "ccomp")
            or token.head is token
        ):
            return None
        if token.dep_ == "xcomp":
            dobj = next((c for c in token.head.children if c.dep_ == "dobj" and c.i < token.i), None)
            if dobj is not None and seen == 0:
                return dobj
        token, seen = token.head, seen + 1
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            return token if seen > 1 or verb.dep_ in ("acl", "relcl") else None
    return None


def _noun_source(noun: "Token") -> "Token | None":
    """Whose claim it is: its possessor; by, from or of whom; else the subject of the verb it is the object of."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for words_ in (("by", "from"), ("of", "among")):
        for child in noun.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in words_:
                found = next((c for c in child.children if c.dep_ == "pobj"), None)
                if found is not None and found.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
                    return found
    token, seen = noun, 0
    while token.head is not token and seen < 5:
        token, seen = token.head, seen + 1
        if token.pos_ in ("VERB", "AUX"):
            return subject(token)
    return None


def own_words(source: "Token") -> tuple[int, int]:
    """The characters that name a source: its words without a clause or apposition that hangs on it."""
    tokens = [t for t in source.subtree if abs(t.i - source.i) < 12]
    cut = [c.left_edge.i for c in source.children if c.dep_ in _ADDED and c.i > source.i]
    if cut:
        tokens = [t for t in tokens if t.i < min(cut)]
    if len(tokens) > 1 and tokens[-1].tag_ == "POS":
        tokens.pop()
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


_ADDED = ("relcl", "appos", "acl", "conj", "cc", "punct")
