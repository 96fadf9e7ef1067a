"""CSV: one row for each passage in which a speaker says something of a claim."""

import csv
import io

import pytest

from kgraph.exports import export
from kgraph.terms import Quad, iri, literal


def rows(quads: list[Quad], encoding: str = "utf-8", **options: object) -> list[dict[str, str]]:
    text = export(quads, "csv", **options).decode(encoding)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_row_says_who_says_what_in_which_words_and_where(small: list[Quad]) -> None:
    by_claim = {row["claim_id"]: row for row in rows(small, what="all")}
    assert by_claim["claim:1111111111111111"] == {
        "status": "reported",
        "fact": "no",
        "claim": "the order binds the agency",
        "subject": "the order",
        "relation": "directed at",
        "object": "the agency",
        "speaker": "Ann Bell",
        "stance": "states",
        "sentence": "according to Gazette, Ann Bell says that the order binds the agency",
        "according_to": "Gazette",
        "said_in": "",
        "said_on": "",
        "addressee": "",
        "condition": "",
        "valid_from": "",
        "valid_to": "",
        "as_of": "",
        "modality": "",
        "bound": "",
        "review_state": "proposed",
        "words": "“binding”, she told us",
        "source": "the Gazette on the order",
        "publisher": "Gazette",
        "date": "2025-03-20",
        "start": "0",
        "end": "22",
        "claim_id": "claim:1111111111111111",
        "subject_id": "law:the-order",
        "relation_id": "kg:directedAt",
        "object_id": "body:the-agency",
        "speaker_id": "person:ann-bell",
        "source_id": "doc:aaaaaaaaaaaaaaaa",
        "contradicts": "",
    }
    denied = by_claim["claim:3333333333333333"]
    assert (denied["status"], denied["modality"], denied["review_state"]) == ("denied", "possible", "reviewed")
    assert denied["words"] == "+they will\nnot obey it"
    value = by_claim["claim:4444444444444444"]
    assert (value["object"], value["object_id"], value["fact"]) == ("2025-03", "", "yes")


def test_what_is_disputed_comes_first_and_facts_alone_can_be_had(small: list[Quad]) -> None:
    assert [row["status"] for row in rows(small, what="all")] == ["denied", "reported", "accepted", "accepted"]
    assert rows(small, what="claims") == rows(small, what="all")
    assert [row["claim"] for row in rows(small)] == ["Dunn issued the order", "the order is of March 2025"]


def test_a_second_passage_and_a_second_speaker_are_rows_of_their_own(small: list[Quad]) -> None:
    claims, said = iri("graph:claims"), iri("said:3333333333333333")
    more = [
        *small,
        Quad(said, iri("kg:evidence"), "<https://w3id.org/kgraph/id/doc/aaaaaaaaaaaaaaaa#char=0,22>", claims),
        Quad(iri("said:4444444444444444"), iri("kg:claim"), iri("claim:3333333333333333"), claims),
        Quad(iri("said:4444444444444444"), iri("kg:speaker"), iri("person:cara-dunn"), claims),
        Quad(iri("said:4444444444444444"), iri("kg:stance"), iri("kgc:refuses"), claims),
    ]
    found = [(row["speaker"], row["start"]) for row in rows(more, what="all") if row["status"] == "denied"]
    assert sorted(found) == [("Ann Bell", "0"), ("Ann Bell", "50"), ("Cara Dunn", "")]


def test_a_stance_of_somebody_elses_vocabulary_is_no_error(small: list[Quad]) -> None:
    strange = [
        q._replace(object="<http://example.org/doubts>") if q.predicate == iri("kg:stance") else q for q in small
    ]
    assert {row["stance"] for row in rows(strange, what="all")} == {"http://example.org/doubts"}
    assert {row["sentence"] for row in rows(strange, what="all")} == {""}


def test_the_plain_form_is_raw_and_the_spreadsheet_form_has_no_formulas(small: list[Quad]) -> None:
    assert rows(small, what="all")[0]["claim"] == "=the agency obeys"
    safe = rows(small, "utf-8-sig", what="all", excel_safe=True)[0]
    assert safe["claim"] == "'=the agency obeys"
    assert safe["words"] == "'+they will\nnot obey it"
    assert safe["status"] == "denied"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u00a0-"])
def test_whatever_a_spreadsheet_takes_for_a_formula_begins_with_a_quote(small: list[Quad], start: str) -> None:
    text = literal(f"{start}1+1")
    quads = [
        q._replace(object=text) if q.subject == iri("person:ann-bell") and q.object.startswith('"') else q
        for q in small
    ]
    assert {row["speaker"] for row in rows(quads, "utf-8-sig", what="all", excel_safe=True)} == {
        f"'{start}1+1",
        "Gazette",
    }
    assert {row["speaker"] for row in rows(quads, what="all")} == {f"{start}1+1", "Gazette"}


def test_lines_end_in_a_line_feed_and_only_excel_gets_a_byte_order_mark(small: list[Quad]) -> None:
    plain, safe = export(small, "csv", what="all"), export(small, "csv", what="all", excel_safe=True)
    assert b"\r" not in plain
    assert plain.startswith(b"status,fact,claim,")
    assert safe.startswith("\ufeffstatus,fact,claim,".encode())
    assert export([], "csv") == plain[: plain.index(b"\n") + 1]
