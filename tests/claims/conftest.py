"""Small dossiers about a town, written for the tests."""

from collections.abc import Callable

import pytest

from kgraph import dossier, ontology, registry
from kgraph.claims import Claims, Options, compile_dossiers
from kgraph.dossier import Dossier
from kgraph.terms import Quad

HEAD = """\
document:
  sha256: {sha}
  title: {title}
  publisher: {publisher}
  date: {date}
  words: kept
  extent: 400
entities:
  - {{id: 'body:the-gazette', label: The Gazette, class: Institution}}
  - {{id: 'body:the-herald', label: The Herald, class: Institution}}
  - {{id: 'body:town-council', label: town council, class: Institution}}
  - {{id: 'person:ada-moss', label: Ada Moss, class: Person}}
  - {{id: 'person:bo-reed', label: Bo Reed, class: Person}}
  - {{id: 'group:marchers', label: marchers, class: Group}}
  - {{id: 'office:mayor', label: mayor, class: Office}}
  - {{id: 'law:curfew-order', label: curfew order, class: CourtOrder}}
  - {{id: 'event:spring-march', label: spring march, class: Event}}
attributions:
"""


class Store:
    """Statements in a list, asked by pattern."""

    def __init__(self, quads: list[Quad]) -> None:
        self.all = quads

    def quads(self, subject=None, predicate=None, object=None, graph=None):  # noqa: A002
        asked = (subject, predicate, object, graph)
        return (q for q in self.all if all(a is None or a == b for a, b in zip(asked, q, strict=True)))


@pytest.fixture
def dossier_text() -> Callable[..., str]:
    """The text of a dossier: each line is `speaker stance subject relation object [key=value …]`."""

    def make(*lines: str, sha: str = "a1" * 32, date: str = "2024-05-02", publisher: str = "body:the-gazette") -> str:
        text = HEAD.format(sha=sha, date=date, publisher=publisher, title="a report")
        for number, line in enumerate(lines):
            speaker, stance, subject, relation, object_, *more = line.split(" ")
            given = dict(pair.split("=", 1) for pair in more)
            text += f"  - speaker: {speaker}\n    stance: {stance}\n"
            for key in ("via", "said_in", "condition", "valid_from", "valid_to", "as_of"):
                if key in given:
                    text += f"    {key}: {given[key]}\n"
            start = number * 10
            text += f"    passages:\n      - at: {start}-{start + 5}\n        words: word{number % 10}\n"
            text += (
                f"    claims:\n      - subject: {subject}\n        relation: {relation}\n        object: {object_}\n"
            )
            for key in ("modality", "bound", "label", "retracted"):
                if key in given:
                    text += f"        {key}: {given[key].replace('_', ' ')}\n"
            if "state" in given:
                text += "    decisions:\n      - decision: proposed\n        by: rules 1\n"
                if given["state"] != "proposed":
                    text += f"      - decision: {given['state']}\n        by: Ines\n"
                if given["state"] == "rejected":
                    text += "        reason: wrong entity\n"
        return text

    return make


@pytest.fixture
def write(dossier_text) -> Callable[..., Dossier]:
    """A dossier, from lines as in `dossier_text`."""
    return lambda *lines, **given: dossier.parse(dossier_text(*lines, **given))


@pytest.fixture
def graph() -> Callable[..., list[Quad]]:
    """Compile dossiers with the vocabulary and registry that ship."""
    return lambda *dossiers, **options: compile_dossiers(
        dossiers, registry.load(), ontology.load(), options=Options(**options)
    )


@pytest.fixture
def claims(graph) -> Callable[..., Claims]:
    """The claims of some dossiers."""
    return lambda *dossiers, **options: Claims(Store(graph(*dossiers, **options)), ontology.load())
