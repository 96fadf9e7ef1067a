"""The reader: from a document to a draft dossier, in which everything is a proposal."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kgraph.documents import Document
from kgraph.dossier import Dossier, Entity, Mention, Quotation
from kgraph.extraction.attitudes import Attitude, attitudes
from kgraph.extraction.attributions import attribute
from kgraph.extraction.bills import Heading, heading, of_heading
from kgraph.extraction.context import context_of, government
from kgraph.extraction.events import Events, events
from kgraph.extraction.frames import Candidate, candidates, made
from kgraph.extraction.gate import Drop, Gate
from kgraph.extraction.identity import link
from kgraph.extraction.language import Paragraph, load_model, parse, unread
from kgraph.extraction.matching import Context, Heads, heads_of
from kgraph.extraction.mentions import mentions
from kgraph.extraction.pronouns import addressed
from kgraph.extraction.quotations import Quote, quotations
from kgraph.extraction.spans import Span
from kgraph.extraction.speakers import Speakers
from kgraph.extraction.start import start
from kgraph.extraction.thoughts import thoughts
from kgraph.ontology import Ontology
from kgraph.registry import Registry

__all__ = ["VERSION", "Draft", "extract"]

#: of the rules; part of the name of every run
VERSION = "0.2"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reader proposes, and what it left out."""

    dossier: Dossier
    #: in the order of the text
    drops: tuple[Drop, ...]
    #: the quotations, with where their speakers and cues stand
    quotes: tuple[Quote, ...] = ()
    #: what passed the gate, with the wording that proposed it; in the order of the text
    passed: tuple[Candidate, ...] = ()
    #: what is attributed to somebody in the wide sense, attitudes and intentions too
    attitudes: tuple[Attitude, ...] = ()


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
    unnamed = _sponsor(text)
    linked = link(
        mentions(paragraphs, registry), text.text, text.id.partition(":")[2], registry,
        date=begun.document.date, publisher=begun.document.publisher,
    )  # fmt: skip
    speaks = Speakers(
        linked.spans, partial(government, registry), text.id.partition(":")[2], linked.minted,
        addressed(linked.spans, text.text),
    )  # fmt: skip
    wide = attitudes(paragraphs)
    said = quotations(paragraphs, speaks, wide)
    head = heading(paragraphs, linked.spans)
    if head is not None and not head.named:
        head, linked.minted[unnamed.id] = replace(head, sponsor=unnamed.id), unnamed
    # a resolution speaks for its publisher
    linked.minted |= {e.id: e for e in begun.entities if registry.get(e.id) is None and e.id not in linked.minted}
    gate = Gate(text.text, ontology, registry, linked.minted)
    context = context_of(paragraphs, linked.spans, text.text, begun.document, said, head, registry)
    read_lines = list(_lines(paragraphs, linked.spans, context))
    told = events([(p, heads) for p, _, heads in read_lines], begun.document.date, context.document, ontology)
    found = [*_candidates(read_lines, told, head, begun.document.date, text.text, ontology), *told.candidates]
    linked.minted |= {e.id: e for e in (*told.entities, *made(found)) if registry.get(e.id) is None}
    whose = [*said, *thoughts(wide, said, speaks)]
    attributions = attribute(
        found, whose, gate, publisher=begun.document.publisher, head=head, by=f"rules {VERSION}, {read.name}",
        keep_words=keep_words,
    )  # fmt: skip
    speaking = {q.speaker for q in said if q.speaker} | {a.speaker for a in attributions}
    active = (
        {s.entity for s in linked.spans if s.acts and s.entity}
        | speaking
        | {name for a in attributions for c in a.claims for name in (c.subject, c.object) if isinstance(name, str)}
    )
    spans = [s for s in linked.spans if s.type != "Group" or s.form == "name" or s.entity in active]
    spans = told.mentions(spans, active)
    used = active | {s.entity for s in spans if s.entity} | {begun.document.publisher}
    entities = {entity.id: entity for entity in begun.entities}
    for name in sorted(used):
        if name in linked.minted:
            entities.setdefault(
                name, linked.minted[name].model_copy(update={"anonymous": _unnamed(name, text, speaking)})
            )
        elif registry.get(name) is not None:
            entities.setdefault(name, Entity(id=name))
    return Draft(
        begun.model_copy(
            update={
                "entities": [entities[name] for name in sorted(entities)],
                "mentions": [
                    Mention(
                        at=f"{s.start}-{s.end}",
                        type=s.type,
                        entity=s.entity,
                        form=s.form,  # type: ignore[arg-type]
                        candidates=list(s.candidates),
                    )
                    for s in spans
                ],
                "quotations": [
                    Quotation(at=f"{q.start}-{q.end}", kind=q.kind, speaker=q.speaker, via=q.via, cue=q.cue)  # type: ignore[arg-type]
                    for q in said
                ],
                "attributions": attributions,
            }
        ),
        (
            *gate.drops,
            *(Drop("words", "unread", *at, "no word is so long, so it was not read") for at in unread(text.text)),
        ),
        tuple(said),
        gate.passed,
        tuple(wide),
    )


def _unnamed(name: str, text: Document, speaking: set[str]) -> bool:
    kind, _, rest = name.partition(":")
    return kind in ("person", "group") and name in speaking and rest.endswith(text.id.partition(":")[2])


def _sponsor(text: Document) -> Entity:
    """Who brings in a bill that does not say who."""
    name = f"person:unnamed-sponsor-{text.id.partition(':')[2]}"
    return Entity.model_validate({"id": name, "label": "unnamed sponsor", "class": "Person", "anonymous": True})


def _lines(
    paragraphs: list[Paragraph], spans: list[Span], context: Context
) -> Iterator[tuple[Paragraph, list[Span], Heads]]:
    """The lines with their mentions."""
    for paragraph in paragraphs:
        first, last = (bisect_left(spans, at, key=lambda s: s.start) for at in (paragraph.start, paragraph.end))
        here = spans[first:last]
        yield paragraph, here, heads_of(paragraph, here, context)


def _candidates(
    lines: list[tuple[Paragraph, list[Span], Heads]],
    told: Events,
    head: Heading | None,
    day: str,
    text: str,
    ontology: Ontology,
) -> Iterator[Candidate]:
    if head is not None:
        yield from of_heading(head, day)
    for paragraph, here, heads in lines:
        if head is not None and paragraph.start <= head.end < paragraph.end:
            # the line of the heading says what the heading says
            continue
        yield from candidates(paragraph, here, told.at(paragraph, heads), text, day, ontology)
