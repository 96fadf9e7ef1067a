"""Claims as plain data, for JSON: the same names wherever a script meets them."""

from typing import Any

from kgraph.claims.model import Claim, Named, Passage, Said
from kgraph.claims.sentence import sentence
from kgraph.ontology import Ontology
from kgraph.terms import is_iri, name

__all__ = ["claim_record"]


def claim_record(ontology: Ontology, claim: Claim) -> dict[str, Any]:
    """A claim with all who affirm or deny it; absent qualifiers are null."""
    return {
        "id": name(claim.term),
        "status": claim.status,
        "fact": claim.fact,
        "unreviewed": claim.unreviewed,
        "claim": claim.label,
        "subject": _thing(claim.subject),
        "relation": _thing(claim.relation),
        "object": _thing(claim.object),
        "modality": claim.modality and claim.modality.label,
        "bound": claim.bound and claim.bound.label,
        "contradicts": [name(other) for other in claim.contradicts],
        "said": [_said(ontology, claim, said) for said in claim.said],
    }


def _thing(thing: Named) -> dict[str, str]:
    return {"id": name(thing.term), "label": thing.label} if is_iri(thing.term) else {"value": thing.label}


def _said(ontology: Ontology, claim: Claim, said: Said) -> dict[str, Any]:
    return {
        "id": name(said.term),
        "sentence": sentence(ontology, claim, said),
        "speaker": _thing(said.speaker),
        "stance": said.stance.label,
        "affirms": said.affirms,
        "accordingTo": said.via and _thing(said.via),
        "saidIn": said.said_in and _thing(said.said_in),
        "saidOn": said.said_on,
        "addressee": said.addressee and _thing(said.addressee),
        "condition": said.condition,
        "validFrom": said.valid_from,
        "validTo": said.valid_to,
        "asOf": said.as_of,
        "confidence": said.confidence,
        "unreviewed": said.proposed,
        "evidence": [_passage(passage) for passage in said.passages],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "source": _thing(passage.source),
        "publisher": passage.publisher and _thing(passage.publisher),
        "date": passage.date,
        "start": passage.start,
        "end": passage.end,
        "words": passage.words,
        "sha256": passage.digest,
    }
