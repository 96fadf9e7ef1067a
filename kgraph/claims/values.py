"""Whether a value or code can be the object of a claim: its datatype, its scheme, and that it is written plainly."""

from decimal import Decimal

from kgraph.claims.literals import is_ill_typed
from kgraph.dossier import LangText, TypedValue
from kgraph.ontology import Ontology, Relation
from kgraph.terms import EDTF, PREFIXES, Term, name, parts, shorten

__all__ = ["code_problem", "value_problem"]

_XSD = PREFIXES["xsd"]
_TEXT = f"<{PREFIXES['rdf']}langString>"
_WHOLE = f"<{_XSD}nonNegativeInteger>"

_IN_WORDS = {
    f"<{EDTF}>": "a date as {value, datatype: edtf}",
    f"<{_XSD}gYear>": "a year as {value, datatype: xsd:gYear}",
    _TEXT: "words as {value, lang}",
    _WHOLE: "a whole number, not below 0",
    f"<{_XSD}decimal>": "a number such as 0.58",
    f"<{_XSD}boolean>": "true",
    f"<{_XSD}string>": "text as {value, datatype: xsd:string}",
    f"<{_XSD}duration>": "a duration as {value, datatype: xsd:duration}",
}

#: what is written without a datatype in a dossier, so that one number is one claim
_PLAIN = {"boolean": "true", "integer": "250", "decimal": "0.7"}


def value_problem(relation: Relation, value: bool | int | Decimal | LangText | TypedValue, term: Term) -> str | None:
    """What is wrong with a value as the object of a claim, in words; None if nothing is.

    Args:
        relation: of the claim.
        value: as it stands in the dossier.
        term: the same as a term.
    """
    if isinstance(value, TypedValue):
        kind = value.datatype.removeprefix("xsd:")
        if kind in _PLAIN:
            return f"write the plain value, as in `object: {_PLAIN[kind]}`"
        if is_ill_typed(term):
            return f"{value.value!r} is not written as {value.datatype} demands"
    if value is False:
        return "a claim says what is so: write true, and a stance that denies it"
    text, language, datatype = parts(term)
    has = _TEXT if language else f"<{datatype or _XSD + 'string'}>"
    fits = has in relation.value_types or (
        has == f"<{_XSD}integer>"
        and ((_WHOLE in relation.value_types and int(text) >= 0) or f"<{_XSD}decimal>" in relation.value_types)
    )
    if relation.value_types and not fits:
        wanted = " or ".join(sorted(_IN_WORDS.get(t, shorten(t)) for t in relation.value_types))
        return f"the object of {name(relation.term)} must be {wanted}"
    if "{object:percent}" in relation.phrase and not 0 <= Decimal(text) <= 1:
        return f"a share lies between 0 and 1: 58 % is 0.58, not {text}"
    return None


def code_problem(ontology: Ontology, relation: Relation, code: Term) -> str | None:
    """What is wrong with a code of the vocabulary as the object of a claim, in words; None if nothing is."""
    scheme = relation.code_scheme
    if scheme is None or code in ontology.scheme(name(scheme)):
        return None
    return f"{name(code)} is none of the {name(scheme)} codes that {name(relation.term)} takes"
