"""The names of claims, attributions, passages and runs: hashes of what they say (MODEL section 5).

Two documents that say the same thing meet at one claim; an insertion never renames anything.
"""

from decimal import Decimal

from kgraph.dossier import Attribution, Claim, Dossier, LangText, TypedValue
from kgraph.terms import PREFIXES, Term, boolean, decimal, edtf, integer, iri, literal, short_hash

__all__ = [
    "HAND",
    "attribution_term",
    "circumstances",
    "claim_key",
    "claim_term",
    "object_term",
    "passage_term",
    "run_term",
]

#: the run of what a person wrote
HAND = iri("run:hand-annotation")


def object_term(value: str | bool | int | Decimal | LangText | TypedValue) -> Term:
    """The term of a claim's object as it stands in a dossier."""
    if isinstance(value, bool):
        return boolean(value)
    if isinstance(value, int):
        return integer(value)
    if isinstance(value, Decimal):
        # 250.0 and 250 are one number, so they are one claim
        return integer(int(value)) if value == value.to_integral_value() else decimal(value)
    if isinstance(value, LangText):
        return literal(value.value, language=value.lang)
    if isinstance(value, TypedValue):
        return edtf(value.value) if value.datatype == "edtf" else literal(value.value, datatype=value.datatype)
    return iri(value)


def claim_key(claim: Claim) -> tuple[Term, ...]:
    """What makes a claim the claim it is: subject, relation, object and, where it has them, modality and bound."""
    key = [iri(claim.subject), iri(claim.relation), object_term(claim.object)]
    for qualifier, code in (("kg:modality", claim.modality), ("kg:bound", claim.bound)):
        if code is not None:
            key += [iri(qualifier), iri(f"kgc:{code}")]
    return tuple(key)


def claim_term(key: tuple[Term, ...]) -> Term:
    """The IRI of the claim with this key."""
    return iri(f"claim:{short_hash(*key)}")


def passage_term(dossier: Dossier, at: str) -> Term:
    """The IRI of a range of the document: `…#char=a,b` (RFC 5147)."""
    start, end = at.split("-")
    return f"<{PREFIXES['doc']}{dossier.document.sha256[:16]}#char={int(start)},{int(end)}>"


def circumstances(dossier: Dossier, said: Attribution) -> list[tuple[Term, Term]]:
    """Under which condition and when, the speaker says, the claims hold: predicate and value, in the order of MODEL."""
    found = [
        ("kg:condition", said.condition and literal(said.condition, language=dossier.document.language)),
        ("kg:validFrom", said.valid_from and edtf(said.valid_from)),
        ("kg:validTo", said.valid_to and edtf(said.valid_to)),
        ("kg:asOf", said.as_of and edtf(said.as_of)),
    ]
    return [(iri(predicate), value) for predicate, value in found if value]


def attribution_term(dossier: Dossier, said: Attribution) -> Term:
    """The IRI of an attribution."""
    return iri(
        "said:"
        + short_hash(
            iri(said.speaker),
            iri(f"kgc:{said.stance}"),
            iri(said.via) if said.via else "-",
            *sorted({passage_term(dossier, passage.at) for passage in said.passages}),
            *(f"{predicate} {value}" for predicate, value in circumstances(dossier, said)),
        )
    )


def run_term(dossier: Dossier, said: Attribution, ontology_version: str) -> Term:
    """The IRI of the run that an attribution comes from: by hand, or one of a reader on a document (DECISIONS)."""
    if said.reader is None:
        return HAND
    return iri(f"run:{short_hash(iri(dossier.document.id), said.reader, ontology_version)}")
