"""A new draft of a document into the dossier that is there: what people decided or wrote stays, whatever changed."""

from typing import TypeVar

from kgraph.dossier.model import Attribution, Dossier
from kgraph.errors import BadInput

__all__ = ["merge"]

T = TypeVar("T")


def merge(there: Dossier, draft: Dossier) -> Dossier:
    """The dossier that is there, with the proposals of a newer draft in place of those that nobody has decided on.

    Attributions that a person wrote or decided on stay as they are, in their order. A proposal that says what one of
    them says, or that a person corrected or rejected, does not come back. Mentions, quotations, entities and sources
    stay and are added to.

    Raises:
        BadInput: they are of different documents, or count in differently repaired texts.
    """
    old, new = there.document, draft.document
    if (old.sha256, old.repair) != (new.sha256, new.repair):
        raise BadInput(f"{there.place(('document', 'sha256'))}: this dossier is of another document than {new.title!r}")
    kept = [said for said in there.attributions if said.state != "proposed"]
    settled = {key for said in kept for key in _keys(said)}
    # a correction changed what was proposed: nothing is proposed again on the same words
    corrected = {_passages(said) for said in kept if any(d.decision == "corrected" for d in said.decisions)}
    added = [said for said in (_without(one, settled) for one in draft.attributions) if said is not None]
    return there.model_copy(
        update={
            "sources": _union(there.sources, draft.sources, "id"),
            "entities": _union(there.entities, draft.entities, "id"),
            "mentions": _union(there.mentions, draft.mentions, "at"),
            "quotations": _union(there.quotations, draft.quotations, "at"),
            "attributions": [*kept, *(said for said in added if _passages(said) not in corrected)],
        }
    )


def _passages(said: Attribution) -> tuple[str, ...]:
    return tuple(sorted(passage.at for passage in said.passages))


def _keys(said: Attribution) -> list[tuple[object, ...]]:
    """What an attribution says, claim by claim: of two that agree in this, one is enough."""
    who = (_passages(said), said.speaker, said.via)
    return [(*who, claim.subject, claim.relation, str(claim.object)) for claim in said.claims]


def _without(said: Attribution, settled: set[tuple[object, ...]]) -> Attribution | None:
    """A proposal without the claims that are settled; None if no other is left."""
    left = [claim for claim, key in zip(said.claims, _keys(said), strict=True) if key not in settled]
    return said.model_copy(update={"claims": left}) if left else None


def _union(there: list[T], draft: list[T], name: str) -> list[T]:
    known = {getattr(one, name) for one in there}
    return [*there, *(one for one in draft if getattr(one, name) not in known)]
