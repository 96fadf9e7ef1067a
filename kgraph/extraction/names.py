"""Names in a paragraph: those of the registry and those of the model."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import demonyms, given_names, nominal_nouns, words
from kgraph.extraction.people import without_title
from kgraph.extraction.spans import Span
from kgraph.registry import Known, Registry

if TYPE_CHECKING:
    from spacy.tokens import Span as Entity
    from spacy.tokens import Token

__all__ = ["by_model", "by_registry"]

#: tokens of the longest name that is looked up
_LONGEST = 9
_MODEL_TYPES = {
    "PERSON": "Person",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Facility",
    "ORG": "Organization",
    "LAW": "Statute",
    "EVENT": "Event",
}
_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?$")
#: what is somebody's: "Theresa May's Brexit"
#: "ADA MOSS ON BEHALF OF": in a line of capitals the model takes what follows into the name
_IN_CAPITALS = re.compile(r" (?:ON|OF|FOR|AND|THE|IN|TO|BY|FROM|WITH|AS|AT)\b[^a-z]*$")
_THINGS = re.compile(r"[’']s .*$")
#: "Lam Cheuk-ting", "Kim Jong-un": a family name and a given name of two syllables
_FAMILY_FIRST = re.compile(r"[A-Z][a-z]{0,6} [A-Z][a-z]{1,6}-[a-z]{1,6}")
_ACRONYM = re.compile(r"(?![IVXLC]+$)[A-Z]{3,7}")
_NUMBERED = re.compile(r"(?:section|article|chapter|part|title|clause|rule) [\dIVX]+\b", re.IGNORECASE)
_PREFIXES = {"pro", "anti", "pan", "non", "ex", "post", "pre"}
#: "Central Bank of", "Ministry for": the word that says what a body is, before what it is of
_HEAD = re.compile(r"(?P<head>[\w’'-]+) (?:of|for|on) ")


def by_registry(paragraph: Paragraph, registry: Registry) -> Iterator[Span]:
    """The longest names of the registry, left to right; of what several are called, only the class is known.

    A name of one word must be written as the registry writes it: "post" is no newspaper.
    """
    doc, text = paragraph.doc, paragraph.text
    index = 0
    while index < len(doc):
        step = 1
        if text[doc[index].idx].isupper() or text[doc[index].idx].isdigit():
            for length in range(min(_LONGEST, len(doc) - index), 0, -1):
                start, last = doc[index].idx, doc[index + length - 1]
                end = last.idx + len(last)
                known = registry.called(text[start:end])
                if not known or not (length > 1 or _stands_alone(doc[index], known)):
                    continue
                if _goes_on(doc[index : index + length]):
                    break
                if length > 1 and text.startswith("State of ", start):
                    # a state that acts is a place, whatever body acts for it
                    break
                # a shorter name inside an ambiguous one is not meant
                step = length
                if len({each.class_ for each in known}) == 1 and not _hyphened(text, start, end):
                    yield from _of_registry(paragraph, start, end, known)
                    yield from _inside(paragraph, doc[index : index + length], known[0], registry)
                break
        index += step


def _goes_on(name: "Entity") -> bool:
    """Whether the model reads on over an "of": "Green Party of Ruritania" is not the "Green Party" in it."""
    doc, end = name.doc, name.end
    if len(name) == 1 or end + 1 >= len(doc) or doc[end].lower_ not in ("of", "for"):
        return False
    return doc[end].ent_type_ == "ORG" and doc[end].ent_iob_ == "I" and doc[name.start].ent_type_ == "ORG"


def _inside(paragraph: Paragraph, name: "Entity", outer: Known, registry: Registry) -> Iterator[Span]:
    """Places in the name of a body or office, and the body in that of an office: "White House press secretary"."""
    if len(name) == 1 or outer.kind not in ("body", "office") or name[-1].lower_ in words("newspaper"):
        return
    wanted = ("Place", "Institution") if outer.kind == "office" else ("Place",)
    for first in range(len(name)):
        for last in range(len(name), first, -1):
            part = name[first:last]
            if len(part) == len(name) or (not part[0].is_title and not part[0].is_upper):
                continue
            known = registry.called(part.text)
            if len(known) == 1 and known[0].class_ in wanted and (len(part) > 1 or _stands_alone(part[0], known)):
                yield from _of_registry(paragraph, part.start_char, part.end_char, known)
                break


def _of_registry(paragraph: Paragraph, start: int, end: int, known: tuple[Known, ...]) -> Iterator[Span]:
    entity = known[0].id if len(known) == 1 else None
    parts = [(start, end)]
    if known[0].kind == "person":
        parts = [(end - len(without_title(paragraph.text[start:end])), end)]
    elif known[0].class_ == "Place" and (comma := re.match(r"(.+?), (?!D\.?C)", paragraph.text[start:end])):
        # "Fort Worth, Texas": the state is a mention of its own
        yield from _of_registry(paragraph, start, start + comma.end(1), known)
        parts = []
        if rest := paragraph.text[start + comma.end() : end]:
            yield Span(paragraph.start + end - len(rest), paragraph.start + end, "Place", rest, origin="rule")
    elif both := re.fullmatch(r"(.+?) \((.+)\)", paragraph.text[start:end]):
        # "Terrorism Confinement Center (CECOT)" is two names of one thing
        parts = [(start, start + both.end(1)), (start + both.start(2), start + both.end(2))]
    for first, last in parts:
        at = paragraph.start
        said = paragraph.text[first:last]
        yield Span(at + first, at + last, known[0].class_, said, entity=entity, origin="registry")


def _stands_alone(token: "Token", known: tuple[Known, ...]) -> bool:
    """Whether a single word is a name here: written as the registry has it, no common word, no part of a person's."""
    if token.lower_ in words("stop") or token.pos_ in ("VERB", "AUX", "ADV"):
        return False
    if not any(token.text in each.names for each in known):
        return False
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return token.ent_type_ != "PERSON" or known[0].kind == "person" or before == "of" or not _part_of_longer(token)


def _part_of_longer(token: "Token") -> bool:
    doc = token.doc
    following = doc[token.i + 1].ent_iob_ if token.i + 1 < len(doc) else "O"
    return token.ent_iob_ == "I" or following == "I"


def _hyphened(text: str, start: int, end: int) -> bool:
    """Whether it is half of a word such as "pro-Beijing" or "US-backed"; "Iran-Iraq" is two names."""
    before = re.search(r"([\w.]+)-$", text[max(0, start - 20) : start])
    if before and (before[1].islower() or before[1].lower() in _PREFIXES):
        return True
    return bool(re.match(r"-[a-z]", text[end : end + 2]))


def class_of_body(name: str, default: str) -> str:
    """The class of a body by the word that says what it is: its last, or the one before "of"."""
    tails, heads = words("tail"), words("head")
    last = name.split()[-1].lower().strip(".,")
    if (two := " ".join(name.lower().split()[-2:])) in tails:
        return tails[two]
    if last in tails:
        return tails[last]
    if (head := _HEAD.search(f"{name} ")) and head["head"].lower() in heads:
        return heads[head["head"].lower()]
    return default


def by_model(paragraph: Paragraph) -> Iterator[Span]:
    """The names of the model, without article and possessive; nationalities as places."""
    at = paragraph.start
    for entity in paragraph.doc.ents:
        if paragraph.text.isupper() and entity.label_ not in ("PERSON", "GPE"):
            # in a line of capitals the model takes any word for a body
            continue
        if entity.label_ == "NORP" or entity.label_ in _MODEL_TYPES:
            start, end = _bounds(paragraph.text, entity)
            said = paragraph.text[start:end]
            if said and (type_ := _class(said, entity)) is not None:
                sure = type_ == "Person" and entity.label_ != "PERSON"
                yield Span(at + start, at + end, type_, said, origin="rule" if sure else "model")
    for token in paragraph.doc:
        if _ACRONYM.fullmatch(token.text) and _acts_alone(token) and not paragraph.text.isupper():
            yield Span(at + token.idx, at + token.idx + len(token), "Organization", token.text)
        if token.text in demonyms() and token.text[0].isupper():
            start, end = token.idx, token.idx + len(token)
            if not _hyphened(paragraph.text, start, end):
                yield Span(at + start, at + end, "Place", token.text, origin="rule")


def _bounds(text: str, entity: "Entity") -> tuple[int, int]:
    """The characters of a name of the model without what it takes in too much."""
    start, end = entity.start_char, entity.end_char
    start += len((_ARTICLE.match(text[start:end]) or [""])[0])
    end -= len((_POSSESSIVE.search(text[start:end]) or [""])[0])
    if entity.label_ == "PERSON":
        end -= len((_THINGS.search(text[start:end]) or [""])[0])
        end -= len((_IN_CAPITALS.search(text[start:end]) or [""])[0])
        start = end - len(without_title(text[start:end]))
    said = text[start:end].strip("“”\"‘’' ,.;:-–—(") if end > start else ""
    if not said:
        return start, start
    start = text.index(said, start)
    end = start + len(said)
    if said[-2:-1] == "." and text[end : end + 1] == ".":
        end += 1  # "U.S."
    if more := re.match(r"-(?!(?:based|born|backed|led|run|owned|controlled|held|style)\b)[a-z]+\b", text[end:]):
        end += more.end()
    if prefix := re.match(r"(?:[Pp]ro|[Aa]nti|[Pp]an|[Nn]on)-?[\w-]+ (?=[A-Z])", text[start:end]):
        start += prefix.end()
    return start, end


def _class(said: str, entity: "Entity") -> str | None:
    """The class of a name of the model; None where it is none."""
    if not said[0].isupper() or re.match(r"(?i)(?:pro|anti|pan|non)-", said) or re.search(r"\d{3}|[“”\"@#/]", said):
        return None
    if any(word.islower() and word not in words("small") for word in re.split(r"[ ’']", said)):
        return None
    label = entity.label_
    if label == "NORP":
        if said in demonyms():
            return "Place"
        several = said.rstrip("s") in demonyms() or said.lower() in nominal_nouns()
        return "Group" if several and said.endswith("s") else None
    if _FAMILY_FIRST.fullmatch(said):
        return "Person"
    type_ = _MODEL_TYPES[label]
    if label in ("ORG", "FAC", "LAW"):
        if said.lower() in words("title") or said.lower() in words("stop") or said.lower() in nominal_nouns():
            return None
        type_ = class_of_body(said, type_)
        if (
            said.split()[-1].lower() in words("noname")
            or _NUMBERED.match(said)
            or (type_ == "Court" and " on " in said)
        ):
            return None
        if label == "FAC" and (type_ == "Facility") and said.split()[-1].lower() not in words("tail"):
            return None
        if label == "LAW" and type_ not in ("Statute", "Agreement"):
            return None
    if label == "EVENT" and " " not in said:
        return None
    if type_ in ("Organization", "Place") and _is_person(entity):
        return "Person"
    first, *rest = said.split()
    if type_ == "Organization" and 0 < len(rest) < 3 and first.lower() in given_names() and rest[0][0].isupper():
        # the model has heard of few people outside its news
        return "Person"
    if label == "PERSON":
        if said.split()[-1].lower().rstrip(".") in words("company"):
            return "Organization"
        if re.fullmatch(r"[A-Z]{2,6}", said):
            return "Organization"
        if said.lower() in words("title") or len(said) < 3:
            return None
    return type_


def _is_person(entity: "Entity") -> bool:
    """Whether what the model takes for a body stands after a noun for a person: "the respondent, Uhuru Kenyatta,"."""
    doc, first = entity.doc, entity.start
    if first < 2 or doc[first - 1].text != "," or len(entity) > 4:
        return False
    return any(known.class_ == "Person" for _, known in nominal_nouns().get(doc[first - 2].lower_, ()))


def _acts_alone(acronym: "Token") -> bool:
    """Whether an acronym that the model overlooks does or has something: "LULAC sued"."""
    acts = acronym.tag_ == "NNP" and acronym.dep_ in ("nsubj", "nsubjpass", "poss")
    return acts and not acronym.ent_type_ and acronym.lower_ not in words("stop")
