"""Questions as files: what a header says, and what is said when something is wrong with it."""

from pathlib import Path

import pytest

from kgraph.errors import BadInput, Unknown
from kgraph.questions import Column, Parameter, find, library, listing

GOOD = """\
#+ summary: Who says what of whom?
#+ description: >-
#+   In two
#+   lines.
#+ group: Who says what
#+ parameters:
#+   who: {type: entity, kinds: [person, body], summary: who speaks, example: ada moss}
#+   how: {type: choice, values: [loud, quiet], summary: how, example: loud, default: quiet}
#+   most: {type: number, summary: how many, example: 10, optional: true}
#+   until: {type: date, edge: last, summary: until when, example: 2024-05, default: 9999-12-31}
#+ columns:
#+   claim: what is claimed
#+   speaker: who says it
#+ evidence:
#+   - said
#+   - speaker kg:when until
# a note

PREFIX kg: <https://w3id.org/kgraph/ns#>
SELECT DISTINCT ?speaker (STR(?label) AS ?claim) ?who ?how ?most ?until ?said
WHERE { ?said kg:speaker ?who ; kg:claim ?c }
"""


def test_a_whole_header(write_question) -> None:
    path = write_question(GOOD)
    question = library(path.parent)["who-says-what"]
    assert question.summary == "Who says what of whom?"
    assert question.description == "In two lines."
    assert question.columns == (Column("claim", "what is claimed"), Column("speaker", "who says it"))
    assert question.evidence == (("said",), ("speaker", "kg:when", "until"))
    assert question.parameters == (
        Parameter("who", "entity", "who speaks", "ada moss", kinds=("person", "body")),
        Parameter("how", "choice", "how", "loud", values=("loud", "quiet"), default="quiet"),
        Parameter("most", "number", "how many", "10", optional=True),
        Parameter("until", "date", "until when", "2024-05", edge="last", default="9999-12-31"),
    )
    assert question.call == "kgraph ask who-says-what who='ada moss' most=10"
    assert question.text == GOOD
    assert question.about_facts


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("#+ summary: Who says what of whom?\n", "", 1, "the header needs summary"),
        ("#+ summary", "# summary", 1, "the question needs a header"),
        ("#+ group", "#+ gruop", 5, "the header has no gruop; it has summary, description, group"),
        ("#+ group: Who says what", "#+ group: [a, b]", 5, "group must be some words"),
        ("#+ group: Who says what", "#+ group: what: who", 5, "not YAML: mapping values are not allowed"),
        ("#+ group: Who says what", "#+ summary: Again?\n#+ group: Who says what", 5, "summary stands twice"),
        ("#+ columns:", "#+ columns: none\n#+ x:", 11, "columns must be a list of names with values"),
        ("type: entity, kinds", "type: entitty, kinds", 7, "the type of who is one of entity, date, number, text"),
        ("kinds: [person, body]", "kinds: [person, thing]", 7, "thing of who is no kind of thing: body, claim"),
        ("kinds: [person, body]", "kinds: person", 7, r"kinds of who must be a list"),
        ("kinds: [person, body]", "scheme: stance", 7, "scheme of who belongs to a parameter of the type code"),
        ("kinds: [person, body]", "kind: [person]", 7, "the parameter who has no kind; it has type, summary"),
        (", example: ada moss", "", 7, "the parameter who needs example"),
        ("values: [loud, quiet], ", "", 8, "how needs values"),
        ("example: loud", "example: shrill", 8, "example of how: 'shrill' is not one of loud, quiet"),
        ("example: 10", "example: ten", 9, "example of most: 'ten' is not a whole number"),
        ("optional: true", "optional: perhaps", 9, "optional of most is true or false"),
        ("edge: last", "edge: middle", 10, "edge of until is first or last"),
        ("default: 9999-12-31", "default: never", 10, "default of until: 'never' is not a date"),
        ("#+   who:", "#+   who is:", 7, "'who is' in parameters is not the name of a variable"),
        ("#+   who:", "#+   whom:", 7, r"the parameter whom is no column of the query: add \?whom after SELECT"),
        ("#+   claim:", "#+   clam:", 12, r"the column clam is no column of the query: add \?clam"),
        ("#+   - said\n", "#+   - sad\n", 15, r"the evidence sad is no column of the query: add \?sad"),
        ("#+   - said\n", "#+   - said so\n", 15, "evidence is the name of a column, or subject, relation and object"),
        ("kg:when until", "kg:<> until", 16, "evidence is the name of a column, or subject, relation and object"),
        ("SELECT DISTINCT ?speaker", "SELECT * #", 19, "a question is a query that names its columns one by one"),
        ("SELECT DISTINCT ?speaker", "ASK { ?speaker", 19, "a question is a query that names its columns one by one"),
        (
            "SELECT DISTINCT ?speaker",
            "SELECT 'DISTINCT ?speaker",
            19,
            "the query cannot be understood: line 20, column 8",
        ),
        ("a note", "a note", 0, None),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(write_question, old, new, line, says) -> None:
    path = write_question(GOOD.replace(old, new, 1))
    if says is None:
        assert library(path.parent)
        return
    with pytest.raises(BadInput, match=rf"who-says-what\.rq:{line}: .*{says}"):
        library(path.parent)


def test_all_that_is_wrong_is_said_at_once(write_question) -> None:
    path = write_question(GOOD.replace("#+ group: Who says what\n", "").replace("example: 10", "example: ten"))
    with pytest.raises(BadInput) as error:
        library(path.parent)
    assert [line.split(":")[-3:-1] for line in str(error.value).splitlines()] != []
    assert len(str(error.value).splitlines()) == 2


def test_names_are_small_letters_and_hyphens(write_question) -> None:
    with pytest.raises(BadInput, match=r"WhoSays\.rq:1: the name of a question is small letters"):
        library(write_question(GOOD, "WhoSays").parent)


def test_files_that_are_no_text(tmp_path) -> None:
    (tmp_path / "bytes.rq").write_bytes(b"#+ summary: \xff\n")
    with pytest.raises(BadInput, match=r"bytes\.rq: not UTF-8 at byte 12"):
        library(tmp_path)
    (tmp_path / "bytes.rq").unlink()
    (tmp_path / "huge.rq").write_text("#+ summary: a\n" + "#" * 300_000)
    with pytest.raises(BadInput, match=r"huge\.rq:1: larger than a question may be"):
        library(tmp_path)


def test_a_header_of_brackets_is_an_error_like_any_other(write_question) -> None:
    with pytest.raises(BadInput, match=r"who-says-what\.rq:2: the header is not YAML"):
        library(write_question("#+ summary: " + "[" * 15_000 + "\n").parent)


def test_a_workspace_adds_questions_and_may_replace_one(write_question) -> None:
    own = write_question(GOOD, "our-own-question")
    write_question(GOOD, "timeline")
    shipped = library()
    both = library(Path(next(iter(shipped.values())).path).parent, own.parent)
    assert set(both) == {*shipped, "our-own-question"}
    assert both["timeline"].summary == "Who says what of whom?"
    assert list(both) == sorted(both)


def test_a_groups_of_a_workspace_comes_last(write_question) -> None:
    path = write_question(GOOD.replace("group: Who says what", "group: Before all"), "our-own-question")
    both = library(next(iter(library().values())).path.parent, path.parent)
    assert [group.title for group in listing(both)][-1] == "Before all"


def test_no_folder() -> None:
    with pytest.raises(Unknown, match="there is no folder nowhere with questions"):
        library(Path("nowhere"))


def test_a_near_miss_is_proposed_never_taken() -> None:
    questions = library()
    assert find(questions, "Who Denies What").name == "who-denies-what"
    assert find(questions, "timeline.rq").name == "timeline"
    with pytest.raises(Unknown, match="there is no question 'who-denys-what'; did you mean who-denies-what") as error:
        find(questions, "who-denys-what")
    assert error.value.nearest[0] == "who-denies-what"
    with pytest.raises(Unknown, match="did you mean what-is-contested"):
        find(questions, "contested")
    with pytest.raises(Unknown, match="kgraph ask lists all of them"):
        find(questions, "zxqv")
