"""CSV for spreadsheets and data frames: one row for each passage in which a speaker says something of a claim.

RFC 4180, but with a bare line feed at the end of lines as everywhere in kgraph, and in UTF-8. The columns are a
contract: new ones are added at the end.
"""

import re
from collections.abc import Iterator

from kgraph.claims import Claim, Claims, Named, Passage, Said, sentence
from kgraph.ontology import Ontology
from kgraph.terms import is_iri, name

__all__ = ["COLUMNS", "table"]

#: The columns in their order. An `…_id` is a name such as person:tom-homan, empty for plain values.
COLUMNS = (
    *("status", "fact", "claim", "subject", "relation", "object", "speaker", "stance", "sentence", "according_to"),
    *("said_in", "said_on", "addressee", "condition", "valid_from", "valid_to", "as_of", "modality", "bound"),
    *("review_state", "words", "source", "publisher", "date", "start", "end"),
    *("claim_id", "subject_id", "relation_id", "object_id", "speaker_id", "source_id", "contradicts"),
)

#: What spreadsheet programs take for the start of a formula, full-width forms included, even after blanks
#: (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_TO_QUOTE = re.compile(r'[",\r\n]|^\s|\s$')


def table(claims: Claims, *, facts_only: bool = False, excel_safe: bool = False) -> bytes:
    """The claims as CSV, in the order of every list: what is disputed first.

    Args:
        facts_only: leave out claims that are not facts.
        excel_safe: begin every cell that a spreadsheet program would take for a formula with `'`, and the file with a
            byte order mark, without which Excel does not read it as UTF-8.
    """
    lines = [",".join(COLUMNS)]
    for claim in claims:
        if claim.fact or not facts_only:
            for row in _rows(claims.ontology, claim):
                lines.append(",".join(_cell(row.get(column, ""), excel_safe) for column in COLUMNS))
    return "".join(f"{line}\n" for line in lines).encode("utf-8-sig" if excel_safe else "utf-8")


def _cell(text: str, excel_safe: bool) -> str:
    if excel_safe and _FORMULA.match(text):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def _rows(ontology: Ontology, claim: Claim) -> Iterator[dict[str, str]]:
    about_claim = {
        "status": claim.status,
        "fact": "yes" if claim.fact else "no",
        "claim": claim.label,
        **_named("subject", claim.subject),
        **_named("relation", claim.relation),
        **_named("object", claim.object),
        "modality": _label(claim.modality),
        "bound": _label(claim.bound),
        "claim_id": name(claim.term),
        "contradicts": " ".join(map(name, claim.contradicts)),
    }
    for said in claim.said:
        about_said = about_claim | _said(ontology, claim, said)
        for passage in said.passages:
            yield about_said | _passage(passage)
        if not said.passages:
            yield about_said
    if not claim.said:
        yield about_claim


def _said(ontology: Ontology, claim: Claim, said: Said) -> dict[str, str]:
    # a graph made elsewhere may use a stance that our vocabulary does not know, so there are no words for it
    words = sentence(ontology, claim, said) if said.stance.term in ontology.codes else ""
    return {
        **_named("speaker", said.speaker),
        "stance": said.stance.label,
        "sentence": words,
        "according_to": _label(said.via),
        "said_in": _label(said.said_in),
        "said_on": said.said_on or "",
        "addressee": _label(said.addressee),
        "condition": said.condition or "",
        "valid_from": said.valid_from or "",
        "valid_to": said.valid_to or "",
        "as_of": said.as_of or "",
        "review_state": "proposed" if said.proposed else "reviewed",
    }


def _passage(passage: Passage) -> dict[str, str]:
    return {
        "words": passage.words or "",
        **_named("source", passage.source),
        "publisher": _label(passage.publisher),
        "date": passage.date or "",
        "start": str(passage.start),
        "end": str(passage.end),
    }


def _named(column: str, thing: Named) -> dict[str, str]:
    return {column: thing.label, f"{column}_id": name(thing.term) if is_iri(thing.term) else ""}


def _label(thing: Named | None) -> str:
    return thing.label if thing else ""
