"""Drafting: from a document to the dossier that the reader proposes for it, one or many, each whole or not at all."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from kgraph import dossier as dossiers_room
from kgraph import ontology as vocabulary
from kgraph.documents import Document, read
from kgraph.errors import BadInput, plainly
from kgraph.workspace.build import registry_of
from kgraph.workspace.processes import in_order
from kgraph.workspace.workspace import Workspace

if TYPE_CHECKING:
    from kgraph.extraction import Draft

__all__ = ["FORMS", "Drafted", "Dropped", "Failed", "Reading", "draft", "drafts"]

#: a draft is written as a dossier, as its mentions and quotations, or as its graph
FORMS = ("yaml", "json", "trig")

#: characters of the words that something would have rested on
_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are to be read, and what is known of them."""

    #: publisher, date …, as `kgraph.documents.read` takes them
    given: Mapping[str, str] = field(default_factory=dict)
    #: whether their words may be passed on
    keep_words: bool = False
    #: propose nothing
    no_reader: bool = False
    #: name of an installed pipeline; None is the pinned one
    model: str | None = None
    #: one of `FORMS`
    form: str = "yaml"
    #: whether a dossier that is there takes the proposals in; otherwise it is an error
    merge: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that was not proposed, and why."""

    reason: str
    frame: str
    start: int
    end: int
    #: the words it would have rested on
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft of one document, ready to be written."""

    source: Path
    #: where it belongs; None is standard output
    target: Path | None
    content: bytes
    #: of the document
    id: str
    title: str
    date: str
    extent: int
    #: what the dossier holds now
    mentions: int
    quotations: int
    attributions: int
    #: what is proposed in it just now
    claims: int
    dropped: tuple[Dropped, ...]
    #: names that may mean several: the words, their range, and those that they may mean
    undecided: tuple[tuple[str, str, tuple[str, ...]], ...]
    #: what a person should know of it, in words
    notes: tuple[str, ...]

    @property
    def left_out(self) -> dict[str, int]:
        """How many things were not proposed, by reason."""
        return dict(sorted(Counter(one.reason for one in self.dropped).items()))


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be drafted."""

    source: Path
    message: str
    exit_code: int


def draft(text: Document, workspace: Workspace | None, how: Reading) -> tuple["Draft", tuple[str, ...]]:
    """A document's dossier, with proposals where the reader is installed, and what a person should know of it.

    Args:
        text: the document.
        workspace: whose registry is used beside the shipped one.
        how: whether and by which model it is read.

    Raises:
        KgraphError: publisher or date is missing or unclear, or the named model cannot be used.
    """
    from kgraph.extraction import Draft, NoReader, extract, is_english, start

    registry = registry_of(workspace)
    begun = Draft(start(text, registry, keep_words=how.keep_words), ())
    notes = []
    minted = begun.dossier.entities[0]
    if minted.label is not None:
        notes.append(f"“{minted.label}” is not in the registry; it is {minted.id} here, an institution")
    if how.no_reader:
        return begun, tuple(notes)
    if text.language is None and not is_english(text.text):
        notes.append(
            f"this reads English; {text.name} seems to hold no sentences in it, so nothing is proposed; "
            "give --language en if it does"
        )
        document = begun.dossier.document.model_copy(update={"language": "und"})
        return Draft(begun.dossier.model_copy(update={"document": document}), ()), tuple(notes)
    if (language := begun.dossier.document.language) != "en":
        notes.append(f"this reads English; {text.name} is in “{language}”, so nothing is proposed")
        return begun, tuple(notes)
    try:
        found = extract(text, registry, vocabulary.load(), model=how.model, keep_words=how.keep_words)
    except NoReader as missing:
        if how.model is not None:
            raise
        notes.append(f"nothing is proposed: {missing}")
        return begun, tuple(notes)
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        raise BadInput(
            f"{text.name}: a proposal does not fit a dossier ({problem['msg']}); --no-reader starts it without"
        ) from None
    return found, tuple(notes)


def drafts(
    places: Sequence[tuple[Path, Path | None]], workspace: Workspace | None, how: Reading, jobs: int = 1
) -> Iterator[Drafted | Failed]:
    """The drafts of several documents, in their order; one that fails does not stop the others. Nothing is written.

    Args:
        places: the documents, each with the place of its draft.
        workspace: whose registry is used beside the shipped one.
        how: how they are read.
        jobs: how many processes read; the drafts are the same whatever their number.
    """
    return in_order(partial(_drafted, workspace=workspace, how=how), places, jobs, _lost)


def _lost(place: tuple[Path, Path | None]) -> Failed:
    return Failed(place[0], f"{place[0]}: the process that read it was ended, perhaps for want of memory", 2)


def _drafted(place: tuple[Path, Path | None], workspace: Workspace | None, how: Reading) -> Drafted | Failed:
    source, target = place
    try:
        return _draft_at(source, target, workspace, how)
    except Exception as error:
        message, code = plainly(error)
        if code == 70 and os.environ.get("KGRAPH_DEBUG"):
            raise
        return Failed(source, message, code)


def _draft_at(source: Path, target: Path | None, workspace: Workspace | None, how: Reading) -> Drafted:
    there = None
    if how.form == "yaml" and target is not None and target.exists():
        if not how.merge:
            raise BadInput(f"{target} is there already and may hold decisions; --merge keeps them, -o names another")
        there = dossiers_room.read(target)
    elif target is not None and target.exists() and (target.suffix in (".yaml", ".yml") or target.samefile(source)):
        raise BadInput(f"{target} is there already, and is no {how.form}; name another place with -o")
    text = read(str(source), **how.given)  # type: ignore[arg-type]
    found, notes = draft(text, workspace, how)
    if there is None or target is None:
        made, content = found.dossier, _written(found, text, workspace, how.form)
    else:
        made = dossiers_room.merge(there, found.dossier)
        spliced = dossiers_room.splice(target.read_bytes().decode("utf-8"), made)
        if spliced is None:
            notes = (*notes, f"{target} is written anew; comments in it are gone")
        content = (dossiers_room.write(made) if spliced is None else spliced).encode("utf-8")
    return Drafted(
        source=source,
        target=target,
        content=content,
        id=made.document.id,
        title=made.document.title,
        date=made.document.date,
        extent=made.document.extent,
        mentions=len(made.mentions),
        quotations=len(made.quotations),
        attributions=len(made.attributions),
        claims=sum(len(said.claims) for said in found.dossier.attributions),
        dropped=tuple(
            Dropped(d.reason, d.frame, d.start, d.end, _shown(text.text[d.start : d.end]), d.note) for d in found.drops
        ),
        undecided=_undecided(found.dossier, text.text),
        notes=notes,
    )


def _undecided(dossier: dossiers_room.Dossier, text: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The names that may mean several, each once."""
    found: dict[tuple[str, ...], tuple[str, str, tuple[str, ...]]] = {}
    for mention in dossier.mentions:
        if mention.entity is None and mention.candidates:
            start, end = map(int, mention.at.split("-"))
            words = " ".join(text[start:end].split())
            found.setdefault((words, *mention.candidates), (words, mention.at, tuple(mention.candidates)))
    return tuple(found.values())


def _shown(words: str) -> str:
    """Words of a document on one line, no more than a passage may have."""
    return " ".join((words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…").split())


def _written(found: "Draft", text: Document, workspace: Workspace | None, form: str) -> bytes:
    if form == "yaml":
        return dossiers_room.write(found.dossier).encode("utf-8")
    if form == "json":
        from kgraph.extraction import to_json

        return to_json(found).encode("utf-8")
    from kgraph.claims import compile_dossiers
    from kgraph.exports import trig

    return trig(compile_dossiers([found.dossier], registry_of(workspace), vocabulary.load(), {text.id: text.text}))
