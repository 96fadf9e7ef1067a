"""The page as text: it loads nothing, allows only its own scripts, and no text of a document becomes markup."""

import json
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

import pytest

from kgraph.claims import Claims
from kgraph.errors import KgraphError
from kgraph.pictures import draw
from kgraph.terms import Quad, iri, literal, value

TOWN = Path(__file__).parent / "town.trig"
PAYLOADS = (
    "</script><script>window.pwned=1</script>",
    "<!--<script>",
    '" onmouseover="window.pwned=1',
    "{{constructor.constructor('window.pwned=1')()}}",
    "<img src=x onerror=window.pwned=1>",
    'a\u2028(\u2029)c <a href="javascript:window.pwned=1">x</a>',
)


class Parts(HTMLParser):
    """Start tags with attributes, and the text of script and style elements."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.raw: list[tuple[dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.raw.append((dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.tags and self.tags[-1][0] in ("script", "style") and self.raw[-1][1] == "":
            self.raw[-1] = (self.raw[-1][0], data)

    @property
    def policy(self) -> str:
        return next(a["content"] or "" for t, a in self.tags if a.get("http-equiv") == "Content-Security-Policy")

    @property
    def data(self) -> dict[str, object]:
        found: dict[str, object] = json.loads(next(text for a, text in self.raw if a.get("id") == "data"))
        return found


@pytest.fixture
def page(town: Claims) -> str:
    return draw(town, title="Harbour & town")


@pytest.fixture
def hostile(quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]) -> str:
    """A page in which every text is hostile, and an address too."""
    changed = []
    for number, quad in enumerate(quads):
        object_ = quad.object
        if quad.predicate in (iri("rdfs:label"), iri("oa:exact"), iri("kg:condition")):
            object_ = literal(PAYLOADS[number % len(PAYLOADS)] + f" {number}", language="en")
        subject = "<javascript:window.pwned=1>" if quad.subject == iri("person:cara-dunn") else quad.subject
        object_ = "<javascript:window.pwned=1>" if object_ == iri("person:cara-dunn") else object_
        changed.append(Quad(subject, quad.predicate, object_, quad.graph))
    changed.append(
        Quad("<javascript:window.pwned=1>", iri("foaf:page"), "<javascript:window.pwned=1>", iri("graph:facts"))
    )
    return draw(claims_of(changed), title=PAYLOADS[0], notes=PAYLOADS)


def test_nothing_is_loaded(page: str) -> None:
    for tag, attributes in Parts(page).tags:
        assert tag not in ("iframe", "object", "embed", "img", "base", "form")
        assert "src" not in attributes
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        if "href" in attributes:
            assert (attributes["href"] or "").startswith(("#claim%3A", "data:,"))


def test_the_policy_allows_the_pages_own_scripts_and_style_by_hash_and_nothing_else(page: str) -> None:
    parts = Parts(page)
    hashes = [
        f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for attributes, text in parts.raw
        if attributes.get("type") != "application/json"
    ]
    style, vis, script = hashes
    assert parts.policy.split("; ") == [
        "default-src 'none'",
        f"script-src {vis} {script}",
        f"style-src {style}",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_vis_network_is_the_one_that_was_looked_at() -> None:
    text = resources.files("pyvis").joinpath("lib/vis-9.1.2/vis-network.min.js").read_bytes()
    assert sha256(text).hexdigest() == "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


def test_another_pyvis_is_refused_in_plain_words(page: str, town: Claims, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.pictures.page._VIS", "lib/vis-0.0.0/vis-network.min.js")
    with pytest.raises(KgraphError, match=r"install pyvis 0\.3\.2"):
        draw(town, title="Town")


def test_the_data_holds_the_network_as_pyvis_gives_it(page: str) -> None:
    data = Parts(page).data
    assert set(data) == {"nodes", "edges", "options", "page"}
    nodes, edges = data["nodes"], data["edges"]
    assert isinstance(nodes, list)
    assert isinstance(edges, list)
    assert {node["id"] for node in nodes} >= {"law:harbour-order", "person:cara-dunn"}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in nodes)
    assert [node for node in nodes if "title" in node] == []
    assert [edge["status"] for edge in edges][:2] == ["contested", "denied"]


def test_the_table_holds_every_claim_with_both_sides_and_words(page: str) -> None:
    rows = re.findall(r'<tr id="claim:.*?</tr>', page, re.DOTALL)
    assert len(rows) == 11
    assert "The harbour office defies the order" in rows[0]
    assert rows[0].index("The Gazette") < rows[0].index("Ann Bell")
    assert "turned their back" in rows[0]
    assert "nobody here" in rows[1]
    assert "words withheld" in rows[1]
    assert "characters 40–60 of" in rows[1]
    march = next(row for row in rows if "march concerns" in row)
    assert ">unreviewed<" in march


def test_the_key_explains_each_status_that_occurs(page: str) -> None:
    text = " ".join(Parts(page).texts)
    for words in (
        "a source says it in its own voice, and nobody here denies it",
        "one says it is so, another says it is not",
        "somebody says it is not so, and nobody here says it is",
        "only people who are quoted say it",
        "withdrawn by its source or by a reviewer",
        "read by the machine; no person has checked it yet",
        "a line is a claim, not a proof",
    ):
        assert words in text


def test_hostile_texts_stay_texts(hostile: str, page: str) -> None:
    parts, plain = Parts(hostile), Parts(page)
    assert {tag for tag, _ in parts.tags} == {tag for tag, _ in plain.tags}
    assert sum(tag == "script" for tag, _ in parts.tags) == 3
    assert not [a for _, attributes in parts.tags for a in attributes if a.startswith("on")]
    assert not [a["href"] for _, a in parts.tags if (a.get("href") or "").startswith("javascript:")]
    shown = "".join(parts.texts)
    for payload in PAYLOADS:
        assert payload in shown
    assert "\u2028" not in next(text for a, text in parts.raw if a.get("id") == "data")


def test_the_hostile_files_that_are_at_hand_stay_texts_too(
    shared: Path, quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]
) -> None:
    import pyoxigraph

    texts = [
        value(str(triple.object))
        for path in sorted((shared / "bad").glob("h-*.ttl"))
        for triple in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    ]
    assert len(texts) >= 6
    for text in texts:
        changed = [q._replace(object=literal(text)) if q.predicate == iri("rdfs:label") else q for q in quads]
        parts = Parts(draw(claims_of(changed), title=text, notes=[text]))
        assert sum(tag == "script" for tag, _ in parts.tags) == 3
        assert parts.data
        assert text in "".join(parts.texts)


def test_the_same_claims_give_the_same_bytes_whatever_the_order_of_hashes() -> None:
    program = (
        "import sys\nfrom hashlib import sha256\nfrom pathlib import Path\nfrom kgraph import ontology\n"
        "from kgraph.claims import Claims\nfrom kgraph.pictures import draw\nfrom kgraph.store import Store\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "    html = draw(Claims(store, ontology.load()), title='Town')\n"
        "print(sha256(html.encode()).hexdigest())\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program, str(TOWN)],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(runs) == 1
    assert len(runs.pop()) == 65


def test_an_empty_graph_still_makes_a_page(claims_of: Callable[[list[Quad]], Claims]) -> None:
    page = draw(claims_of([]), title="Nothing yet")
    assert Parts(page).data["nodes"] == []
    assert "0 claims by 0 speakers" in page
