"""The reader: from a document to a draft dossier, in which everything is a proposal."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.documents import Document
from kgraph.dossier import Attribution, Claim, Decision, Dossier, Mention, Passage, Quotation
from kgraph.extraction import names
from kgraph.extraction.frames import Candidate, candidates
from kgraph.extraction.gate import Drop, Gate
from kgraph.extraction.identity import Linked, link
from kgraph.extraction.language import Model, Paragraph, load_model, parse
from kgraph.extraction.offices import nominals, offices
from kgraph.extraction.quotations import Quote, quotations
from kgraph.extraction.spans import Span, settle
from kgraph.extraction.stance import how
from kgraph.extraction.start import start
from kgraph.ontology import Ontology
from kgraph.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["VERSION", "Draft", "extract"]

#: of the rules; part of the name of every run
VERSION = "0.1"

#: code points of the longest passage that may be quoted
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reader proposes, and what it left out."""

    dossier: Dossier
    #: in the order of the text
    drops: tuple[Drop, ...]


def extract(
    text: Document,
    registry: Registry,
    ontology: Ontology,
    *,
    model: str | None = None,
    keep_words: bool = False,
) -> Draft:
    """Read an English document.

    Args:
        text: it must know its publisher and date.
        registry: decides who is who.
        ontology: the relations, their types, and the codes.
        model: name of an installed spaCy pipeline; None is the pinned one.
        keep_words: whether its words may be passed on; otherwise passages carry digests.

    Raises:
        BadInput: publisher or date is missing.
        Unknown: the publisher may be several.
        NoReader: spaCy or its model is not installed.
    """
    begun = start(text, registry, keep_words=keep_words)
    read = load_model(model)
    paragraphs = list(parse(text.text, read))
    linked = link(_mentions(paragraphs, registry), text.text, text.id.partition(":")[2], registry)
    speaks = _speaker(linked.spans)
    said = quotations(paragraphs, speaks)
    gate = Gate(text.text, ontology, registry, linked.minted)
    attributions = _attributions(begun, paragraphs, linked, said, gate, ontology, read, keep_words=keep_words)
    speakers = {q.speaker for q in said if q.speaker} | {a.speaker for a in attributions}
    active = speakers | {name for a in attributions for c in a.claims for name in (c.subject, c.object)}
    spans = [s for s in linked.spans if s.type != "Group" or s.form == "name" or s.entity in active]
    used = speakers | {s.entity for s in spans if s.entity} | {begun.document.publisher}
    entities = {entity.id: entity for entity in begun.entities}
    for name in sorted(used):
        if name in linked.minted:
            entities.setdefault(
                name, linked.minted[name].model_copy(update={"anonymous": _unnamed(name, text, speakers)})
            )
        elif registry.get(name) is not None:
            entities.setdefault(name, type(begun.entities[0])(id=name))
    return Draft(
        begun.model_copy(
            update={
                "entities": [entities[name] for name in sorted(entities)],
                "mentions": [
                    Mention(at=f"{s.start}-{s.end}", type=s.type, entity=s.entity, form=s.form)  # type: ignore[arg-type]
                    for s in spans
                ],
                "quotations": [
                    Quotation(at=f"{q.start}-{q.end}", kind=q.kind, speaker=q.speaker, cue=q.cue)  # type: ignore[arg-type]
                    for q in said
                ],
                "attributions": attributions,
            }
        ),
        gate.drops,
    )


def _unnamed(name: str, text: Document, speakers: set[str]) -> bool:
    kind, _, rest = name.partition(":")
    return kind in ("person", "group") and name in speakers and rest.endswith(text.id.partition(":")[2])


def _mentions(paragraphs: list[Paragraph], registry: Registry) -> list[Span]:
    by_paragraph = [
        (p, settle([*names.by_registry(p, registry), *names.by_pattern(p), *names.by_model(p)])) for p in paragraphs
    ]
    people = {span.text for _, spans in by_paragraph for span in spans if span.type == "Person" and " " in span.text}
    last = {name.split()[-1] for name in people if len(name.split()[-1]) > 2}
    found: list[Span] = []
    for paragraph, spans in by_paragraph:
        named = settle([*spans, *names.surnames(paragraph, last, spans)])
        found += settle([*named, *offices(paragraph, named), *nominals(paragraph)])
    return found


def _speaker(spans: list[Span]) -> Callable[["Token", Paragraph], str | None]:
    """A token as a speaker: the actor whose mention it heads, or, for he, she, they and it, the last one before."""
    actors = ("Person", "Group", "Institution", "Organization", "Court")

    def speaks(token: "Token", paragraph: Paragraph) -> str | None:
        at = paragraph.start + token.idx
        here = [s for s in spans if s.start <= at < s.end]
        best = max(here, key=lambda s: (s.type in actors, s.end - s.start), default=None)
        if best is not None:
            return best.entity if best.type in actors else None
        if token.lower_ in ("he", "she"):
            before = [s for s in spans if s.end <= at and s.type == "Person" and s.entity]
            near = [s for s in before if s.start >= paragraph.start - 600]
            return near[-1].entity if near else None
        return None

    return speaks


def _attributions(
    begun: Dossier,
    paragraphs: list[Paragraph],
    linked: Linked,
    said: list[Quote],
    gate: Gate,
    ontology: Ontology,
    read: Model,
    *,
    keep_words: bool,
) -> list[Attribution]:
    """The candidates that pass the gate; same words, speaker and stance make one attribution."""
    grouped: dict[tuple[int, int, str, str], dict[tuple[str, ...], Claim]] = {}
    for paragraph in paragraphs:
        here = [s for s in linked.spans if paragraph.start <= s.start < paragraph.end]
        for found in candidates(paragraph, here, gate.text, begun.document.date, ontology):
            speaker, stance = _who(found, said, begun.document.publisher)
            before = (
                gate.text[max(paragraph.start, found.start - 14) : found.end]
                if found.verb is None
                else _around(found, gate)
            )
            put = how(found.verb, before)
            passed = gate(found, speaker, None if put is None else _stance(stance, put[0], found))
            if passed is None or put is None:
                continue
            claim = Claim(
                subject=passed.subject,
                relation=found.frame.relation,
                object=passed.object,
                modality=put[1],
                bound=found.bound,
            )
            key = (found.start, found.end, passed.speaker, passed.stance)
            grouped.setdefault(key, {}).setdefault((claim.subject, claim.relation, str(claim.object)), claim)
    return [
        Attribution(
            speaker=speaker,
            stance=stance,
            passages=[_passage(gate.text, start_, end, keep_words=keep_words)],
            claims=list(claims.values()),
            decisions=[Decision(decision="proposed", by=f"rules {VERSION}, {read.name}")],
        )
        for (start_, end, speaker, stance), claims in sorted(grouped.items(), key=lambda item: item[0])
    ]


def _around(found: Candidate, gate: Gate) -> str:
    return gate.text[max(0, found.start - 12) : found.end]


def _who(found: Candidate, said: list[Quote], publisher: str) -> tuple[str | None, str]:
    """Whose claim it is: the innermost quotation's around it, else the publisher's; identity is the publisher's own."""
    around = [q for q in said if q.start <= found.start and found.end <= q.end]
    if found.frame.own == "publisher":
        around = [q for q in around if q.marks and q.kind == "direct"] if found.frame.relation == "kg:issuedBy" else []
    if not around:
        return publisher, "states"
    inner = min(around, key=lambda q: (q.end - q.start, q.start))
    return inner.speaker, inner.stance


def _stance(cue: str, own: str, found: Candidate) -> str | None:
    """The stance of the speaker on the claim, from the cue and from how the clause itself puts it."""
    if found.frame.own == "alleges":
        return "alleges" if own != "denies" else None
    if cue in ("denies", "disputes"):
        return cue if own == "states" else None
    if own != "states":
        return own
    return cue


def _passage(text: str, start_: int, end: int, *, keep_words: bool) -> Passage:
    end = min(end, start_ + _LONGEST)
    words = text[start_:end]
    at = f"{start_}-{end}"
    if keep_words:
        return Passage(at=at, words=words)
    return Passage(at=at, digest=hashlib.sha256(words.encode("utf-8")).hexdigest())
