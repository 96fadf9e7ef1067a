"""What a person types becomes a term, or a sentence that says what to type; it is never part of a query's text."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as any_of
from hypothesis import strategies as st

from kgraph.errors import BadQuery, Unknown
from kgraph.questions import ask, bind, library
from kgraph.terms import iri, literal, value

QUESTIONS = library()


def terms(article, name, **given):
    return bind(QUESTIONS[name], given, article.resolve)


def test_a_thing_by_what_people_call_it(article) -> None:
    assert terms(article, "who-denies-what", who="leavitt") == {"who": iri("person:karoline-leavitt")}
    assert terms(article, "who-denies-what", who="person:karoline-leavitt") == {"who": iri("person:karoline-leavitt")}


def test_what_is_left_out_stays_free_or_takes_its_default(article) -> None:
    assert terms(article, "who-denies-what") == {}
    found = terms(article, "timeline", since="2025-02")
    assert {name: value(term) for name, term in found.items()} == {"since": "2025-02-01", "until": "9999-12-31"}


def test_a_document_by_its_title(article) -> None:
    found = terms(article, "claims-by-document", document="New York Post on Homan")
    assert found == {"document": iri("doc:b30b049ccede3f5f")}
    with pytest.raises(Unknown, match="document: 'homan' may be any of"):
        terms(article, "claims-by-document", document="homan")


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("2025-03-17", "2025-03-17", "2025-03-17"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_month_or_a_year_is_its_first_or_its_last_day(article, typed, since, until) -> None:
    found = terms(article, "said-between", since=typed, until=typed)
    assert [value(found[name]) for name in ("since", "until")] == [since, until]
    assert found["since"].endswith("#date>")


@pytest.mark.parametrize("typed", ["17 march", "2025-13", "2025-02-30", "2025-03-17T10:00", "", "..", "٢٠٢٥", "0000"])
def test_no_date(article, typed) -> None:
    with pytest.raises(BadQuery, match=r"^since: .* is not a date: write a day such as 2025-03-17"):
        terms(article, "timeline", since=typed)


@pytest.mark.parametrize("typed", ["deportation", "Deportation", "kgc:deportation"])
def test_a_code_by_label_or_name(article, typed) -> None:
    assert terms(article, "events-of-a-kind", kind=typed) == {"kind": iri("kgc:deportation")}


def test_a_code_that_is_not_there(article) -> None:
    with pytest.raises(
        Unknown, match="kind: the vocabulary has no 'deportaton' \\(the kind of event\\); did you mean deportation"
    ) as e:
        terms(article, "events-of-a-kind", kind="deportaton")
    assert e.value.nearest[0] == "deportation"
    with pytest.raises(Unknown, match="write one of abduction, acquittal, "):
        terms(article, "events-of-a-kind", kind="zzzz")
    # codes of another scheme do not count
    with pytest.raises(Unknown):
        terms(article, "events-of-a-kind", kind="kidnapping")


def test_missing(article) -> None:
    with pytest.raises(BadQuery) as error:
        terms(article, "what-did-someone-say", since="2025")
    assert str(error.value) == (
        "what-did-someone-say needs who: who speaks. It takes who (who speaks: a person, body or group), since (on "
        "this day or later: a day such as 2025-03-17, a month or a year; may be left out), until (on this day or "
        "earlier: a day such as 2025-03-17, a month or a year; may be left out). For example: "
        "kgraph ask what-did-someone-say who=leavitt"
    )


def test_unknown(article) -> None:
    with pytest.raises(
        Unknown, match=r"who-denies-what has no 'whom'; did you mean who\? It takes who .*For example: "
    ) as e:
        terms(article, "who-denies-what", whom="leavitt")
    assert e.value.nearest == ("who",)
    with pytest.raises(Unknown, match=r"documents has no 'who'\. It takes nothing: kgraph ask documents"):
        terms(article, "documents", who="leavitt")
    with pytest.raises(
        Unknown, match=r"who: nothing here is called 'levitt'; did you mean person:karoline-leavitt"
    ) as e:
        terms(article, "who-denies-what", who="levitt")
    assert e.value.nearest[0] == "person:karoline-leavitt"
    # a law is no speaker
    with pytest.raises(Unknown, match="who: nothing here is called"):
        terms(article, "who-denies-what", who="law:alien-enemies-act")


@pytest.mark.parametrize("name", ["who-denies-what", "events-of-a-kind", "claims-with-words", "timeline"])
def test_half_a_character_is_refused(article, name) -> None:
    (first, *_) = QUESTIONS[name].parameters
    with pytest.raises(BadQuery, match="is not text: write it in UTF-8"):
        terms(article, name, **{first.name: "a\udc80"})


NUMBERS = """\
#+ summary: How many?
#+ group: Numbers
#+ parameters:
#+   most: {type: number, summary: at most, example: 10}
#+   way: {type: choice, values: [up, down], summary: which way, example: up}
#+ columns:
#+   claim: what
SELECT ?claim ?most ?way { ?claim a kg:Claim }
"""


@pytest.fixture
def numbers(write_question):
    return library(write_question(NUMBERS, "how-many").parent)["how-many"]


def test_numbers_and_choices(numbers) -> None:
    found = bind(numbers, {"most": "-07", "way": "down"}, lambda text, kinds: text)
    assert found == {"most": '"-7"^^<http://www.w3.org/2001/XMLSchema#integer>', "way": literal("down")}
    for wrong in ("1.5", "ten", "", "1_000", "10 } UNION { ?s ?p ?o", "٣", "9" * 19):
        with pytest.raises(BadQuery, match=r"most: .* is not a whole number: write one such as 10"):
            bind(numbers, {"most": wrong, "way": "up"}, lambda text, kinds: text)
    with pytest.raises(BadQuery, match="way: 'left' is not one of up, down"):
        bind(numbers, {"most": "1", "way": "left"}, lambda text, kinds: text)


def injections(shared):
    return sorted((shared / "bad").glob("inj-*.txt"))


def test_injections_are_refused_or_are_words(article, numbers, shared) -> None:
    paths = injections(shared)
    assert len(paths) >= 7
    for path in paths:
        typed = path.read_bytes().decode("utf-8").removesuffix("\n")
        for name, parameter in (("who-denies-what", "who"), ("events-of-a-kind", "kind"), ("timeline", "since")):
            with pytest.raises((BadQuery, Unknown)):
                terms(article, name, **{parameter: typed})
        for typed_in in ({"most": typed, "way": "up"}, {"most": "1", "way": typed}):
            with pytest.raises(BadQuery):
                bind(numbers, typed_in, lambda text, kinds: text)
        assert terms(article, "claims-with-words", words=typed) == {"words": literal(typed)}
        assert article.rows("claims-with-words", words=typed) == []


COUNT = "SELECT (COUNT(*) AS ?statements) { ?s ?p ?o }"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@any_of(
    typed=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
    | st.sampled_from(
        ["x'} ; DROP ALL #", '"@en . ?s ?p ?o', "\\", '"""', "?who", "<http://e/>", "\x00", "\r\n", "it", "THE"]
    ).filter(str.strip)
)
def test_any_words_find_what_holds_them_and_change_nothing(article, typed) -> None:
    question = QUESTIONS["claims-with-words"]
    before = ask(article.worker, COUNT).rows
    sent = []

    class Watched:
        def query(self, text, bindings=None, /, **limits):
            sent.append(text)
            return article.worker.query(text, bindings, **limits)

    bindings = terms(article, question.name, words=typed)
    assert value(bindings["words"]) == typed
    table = ask(Watched(), question, bindings)
    assert sent == [question.text]
    labels = {claim.label for claim in article.claims}
    place = [column.variable for column in table.columns].index("claim")
    assert {value(row[place]) for row in table.rows} == {label for label in labels if typed.lower() in label.lower()}
    assert ask(article.worker, COUNT).rows == before
