"""A new draft of a document into the dossier that is there: what people decided or wrote stays, whatever changed."""

from collections.abc import Iterable
from typing import TypeVar

from kgraph.dossier.model import Attribution, Claim, Dossier
from kgraph.errors import BadInput

__all__ = ["merge"]

T = TypeVar("T")

#: rejections that leave room for a better reading of the same claim: what of it must then differ
_OF_ANOTHER = ("wrong entity",)
_WITH_ANOTHER_SPEAKER = ("wrong speaker",)
_PUT_ANOTHER_WAY = ("negation missed", "hedge missed")


def merge(there: Dossier, draft: Dossier) -> Dossier:
    """The dossier that is there, with the proposals of a newer draft in place of those that nobody has touched.

    Attributions that a person wrote, decided on (even if the decision was taken back) or added to stay as they are, in
    their order. A claim that one of them makes of the same words, though their ends moved or its entities are called
    differently now, is not proposed again; nor is anything on words where a person corrected a proposal. Where a
    claim was rejected for an entity, its speaker, its negation or its hedge, one that differs in that is proposed.
    Mentions, quotations, entities and sources stay and are added to.

    Raises:
        BadInput: they are of different documents, or count in differently repaired texts.
    """
    old, new = there.document, draft.document
    if (old.sha256, old.repair) != (new.sha256, new.repair):
        raise BadInput(f"{there.place(('document', 'sha256'))}: this dossier is of another document than {new.title!r}")
    kept = [said for said in there.attributions if _touched(said)]
    called = _renamed(there, draft)
    proposed = (_spoken_by(said, new.publisher, old.publisher) for said in draft.attributions)
    added = (_without(said, kept, called) for said in proposed)
    return there.model_copy(
        update={
            "sources": _union(there.sources, draft.sources, "id"),
            "entities": _union(there.entities, draft.entities, "id"),
            "mentions": _union(there.mentions, draft.mentions, "at"),
            "quotations": _union(there.quotations, draft.quotations, "at"),
            "attributions": [*kept, *(said for said in added if said is not None)],
        }
    )


def _touched(said: Attribution) -> bool:
    """Whether a person wrote it, decided on it, or added what no reader writes."""
    return (
        said.state != "proposed"
        or len(said.decisions) > 1
        or any(one.note or one.time or one.made_on for one in said.decisions)
        or bool(said.said_in or said.addressee or said.confidence != 1)
        or any(claim.label or claim.retracted for claim in said.claims)
    )


def _renamed(there: Dossier, draft: Dossier) -> dict[str, str]:
    """What the draft calls otherwise than the dossier, by the mentions at the same place."""
    before = {mention.at: mention.entity for mention in there.mentions}
    called = {}
    for mention in draft.mentions:
        earlier = before.get(mention.at)
        if earlier and mention.entity and earlier != mention.entity:
            called[mention.entity] = earlier
    return called


def _spoken_by(said: Attribution, publisher: str, known: str) -> Attribution:
    """The publisher is who the dossier says it is, since a person may have put that right."""
    if publisher == known or publisher not in (said.speaker, said.via):
        return said
    names = {"speaker": said.speaker, "via": said.via}
    return said.model_copy(update={key: known if name == publisher else name for key, name in names.items()})


def _without(said: Attribution, kept: Iterable[Attribution], called: dict[str, str]) -> Attribution | None:
    """A proposal without the claims that are settled; None if no other is left."""
    near = [one for one in kept if _share(one, said) > 0]
    if any(_share(one, said) >= 0.5 for one in near if any(d.decision == "corrected" for d in one.decisions)):
        return None
    left = [claim for claim in said.claims if not any(_settles(one, said, claim, called) for one in near)]
    return said.model_copy(update={"claims": left}) if left else None


def _share(one: Attribution, other: Attribution) -> float:
    """How much of the shorter of two passages is in the other: the most that any two of theirs share."""
    return max(
        (min(b, d) - max(a, c)) / max(1, min(b - a, d - c))
        for a, b in (passage.range for passage in one.passages)
        for c, d in (passage.range for passage in other.passages)
    )


def _settles(one: Attribution, said: Attribution, claim: Claim, called: dict[str, str]) -> bool:
    """Whether what a person kept says how a claim of a proposal on the same words stands."""
    reason = one.decisions[-1].reason if one.state == "rejected" else None
    if reason in _OF_ANOTHER:
        called = {}
    same = [known for known in one.claims if _says(known, {}) & _says(claim, called)]
    if reason in _WITH_ANOTHER_SPEAKER and one.speaker not in (said.speaker, called.get(said.speaker)):
        return False
    if reason in _PUT_ANOTHER_WAY:
        same = [known for known in same if (one.stance, known.modality) == (said.stance, claim.modality)]
    return bool(same)


def _says(claim: Claim, called: dict[str, str]) -> set[tuple[str, str, str]]:
    """Subject, relation and object, as they are and as they were called."""
    object_ = str(claim.object)
    return {
        (subject, claim.relation, other)
        for subject in (claim.subject, called.get(claim.subject, claim.subject))
        for other in (object_, called.get(object_, object_))
    }


def _union(there: list[T], draft: list[T], name: str) -> list[T]:
    known = {getattr(one, name) for one in there}
    return [*there, *(one for one in draft if getattr(one, name) not in known)]
