"""A small graph about a town, written for the tests, and pySHACL as the reference."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pyoxigraph
import pytest

from kgraph import dossier, ontology, registry
from kgraph.claims import Options, compile_dossiers
from kgraph.claims.identity import claim_key, claim_term
from kgraph.dossier import Dossier
from kgraph.resources import ONTOLOGY
from kgraph.terms import Quad, name

HEAD = """\
document:
  sha256: {sha}
  title: a report of the {paper}
  publisher: body:the-{paper}
  date: {date}
  words: kept
  extent: 400
sources:
  - {{id: 'doc:mayors-letter-2024-05-01', title: the mayors letter, date: 2024-05-01, creator: 'person:ada-moss'}}
entities:
  - {{id: 'body:the-gazette', label: The Gazette, class: Institution}}
  - {{id: 'body:the-herald', label: The Herald, class: Institution}}
  - {{id: 'body:town-council', label: town council, class: Institution}}
  - {{id: 'person:ada-moss', label: Ada Moss, class: Person}}
  - {{id: 'person:bo-reed', label: Bo Reed, class: Person}}
  - {{id: 'person:unnamed-clerk-{short}', label: unnamed clerk, class: Person, anonymous: true}}
  - {{id: 'group:marchers', label: marchers, class: Group}}
  - {{id: 'office:mayor', label: mayor, class: Office}}
  - {{id: 'law:curfew-order', label: curfew order, class: CourtOrder}}
  - {{id: 'event:spring-march', label: spring march, class: Event}}
attributions:
"""

TOWN = (
    "body:the-gazette states person:ada-moss org:holds office:mayor",
    "body:the-gazette states law:curfew-order kg:issuedBy body:town-council",
    "body:the-gazette states event:spring-march kg:when {value:_2024-05-01,_datatype:_edtf}",
    "body:the-gazette states group:marchers kg:headcount 250 bound=about",
    "person:ada-moss states person:bo-reed kg:defies law:curfew-order said_in=doc:mayors-letter-2024-05-01",
    "person:unnamed-clerk-a1a1a1a1a1a1a1a1 alleges person:bo-reed kg:criticizes law:curfew-order",
    "person:bo-reed denies person:bo-reed kg:disregards body:town-council",
    "body:the-gazette states person:ada-moss kg:praises group:marchers",
    "person:bo-reed disputes person:ada-moss kg:praises group:marchers",
)

Verdicts = set[tuple[str, str]]


@pytest.fixture(scope="session")
def graph() -> Callable[..., list[Quad]]:
    """The graph of one dossier a paper; each line is `speaker stance subject relation object [key=value …]`.

    `pairs` are the lines of the first paper whose claims contradict each other, as it says.
    """

    def make(
        gazette: Sequence[str] = (), herald: Sequence[str] = (), pairs: Iterable[tuple[int, int]] = (), **options: Any
    ) -> list[Quad]:
        dossiers = [
            _dossier(_text(lines, paper=paper, sha=sha, date=date), pairs if paper == "gazette" else ())
            for lines, paper, sha, date in (
                (gazette, "gazette", "a1" * 32, "2024-05-02"),
                (herald, "herald", "b2" * 32, "2024-05-03"),
            )
            if lines
        ]
        return compile_dossiers(dossiers, registry.load(), ontology.load(), options=Options(**options))

    return make


def _dossier(text: str, pairs: Iterable[tuple[int, int]]) -> Dossier:
    read = dossier.parse(text)
    claims = [name(claim_term(claim_key(said.claims[0]))) for said in read.attributions]
    lines = [f"  - {{claim: '{claims[i]}', contradicts: '{claims[j]}'}}\n" for i, j in pairs if claims[i] != claims[j]]
    return dossier.parse(text + "contradictions:\n" + "".join(lines)) if lines else read


def _text(lines: Iterable[str], *, paper: str, sha: str, date: str) -> str:
    text = HEAD.format(sha=sha, short=sha[:16], date=date, paper=paper)
    for number, line in enumerate(lines):
        speaker, stance, subject, relation, object_, *more = line.split(" ")
        given = dict(pair.split("=", 1) for pair in more)
        text += f"  - speaker: {speaker}\n    stance: {stance}\n"
        for key in ("said_in", "valid_from", "valid_to", "as_of"):
            if key in given:
                text += f'    {key}: "{given[key]}"\n'
        text += f"    passages: [{{at: {number * 10}-{number * 10 + 5}, words: word{number % 10}}}]\n"
        text += f"    claims:\n      - subject: {subject}\n        relation: {relation}\n"
        text += f"        object: {object_.replace('_', ' ')}\n"
        for key in ("modality", "bound", "label"):
            if key in given:
                text += f"        {key}: {given[key].replace('_', ' ')}\n"
        if "state" in given:
            text += "    decisions:\n      - {decision: proposed, by: rules 1}\n"
    return text


@pytest.fixture(scope="session")
def town(graph: Callable[..., list[Quad]]) -> list[Quad]:
    """A graph that keeps every rule and has a claim of every status."""
    return graph(TOWN)


@pytest.fixture(scope="session")
def reference() -> Callable[[Iterable[Quad]], Verdicts]:
    """Which shapes pySHACL finds broken, and at what, each query run for one node at a time."""
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")

    def named(shape: rdflib.term.Node) -> rdflib.term.Node:
        while isinstance(shape, rdflib.BNode):
            shape = next(shapes.subjects(SH.property, shape))
        return shape

    def verdicts(quads: Iterable[Quad]) -> Verdicts:
        data = pyoxigraph.Store()
        lines = "".join(f"{s} {p} {o} .\n" for s, p, o, _ in quads)
        data.load(lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
        data.load(path=ONTOLOGY / "kgraph.ttl", format=pyoxigraph.RdfFormat.TURTLE)
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
        return {
            (
                name(named(report.value(result, SH.sourceShape)).n3()),
                name(report.value(result, SH.focusNode).n3()).replace("https://w3id.org/kgraph/id/doc/", "doc:"),
            )
            for result in report.objects(None, SH.result)
        }

    return verdicts
