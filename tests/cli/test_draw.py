"""kgraph draw: what is drawn, and as what."""

import json
import re

import pytest


def statements(text: str) -> dict[str, dict[str, object]]:
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert data
    found: dict[str, dict[str, object]] = json.loads(data[1])["page"]["statements"]
    return found


def drawn(kgraph, built, tmp_path, *words: str) -> dict[str, dict[str, object]]:
    assert kgraph("draw", *words, "-o", "x.html", "--store", built).code == 0
    return statements((tmp_path / "x.html").read_text(encoding="utf-8"))


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_question_is_drawn_by_the_claims_behind_its_answer(kgraph, built, here) -> None:
    found = drawn(kgraph, built, here, "--question", "who-denies-what", "who=leavitt")
    assert found
    voices = [voice for one in found.values() for voice in one["voices"]]
    assert any(voice["speaker"] == "Karoline Leavitt" and not voice["affirms"] for voice in voices)
    assert len(found) < 30


def test_a_path_is_drawn_and_says_that_it_is_no_link(kgraph, built, here) -> None:
    found = drawn(kgraph, built, here, "--path", "homan", "cecot")
    assert 1 < len(found) < 20
    assert "A path is not a link: read each step." in (here / "x.html").read_text(encoding="utf-8")


def test_disputes_are_drawn_with_what_contradicts_them(kgraph, built, here) -> None:
    found = drawn(kgraph, built, here, "--disputes")
    assert {"contested", "denied"} <= {one["status"] for one in found.values()}
    for one in found.values():
        assert one["status"] in ("contested", "denied") or any(
            one["id"] in other["contradicts"] for other in found.values()
        )


def test_what_is_dated_is_drawn(kgraph, built, here) -> None:
    everything, dated = drawn(kgraph, built, here), drawn(kgraph, built, here, "--timeline")
    assert 0 < len(dated) < len(everything)


def test_presets_say_what_is_shown(kgraph, built, here) -> None:
    found = drawn(kgraph, built, here, "--as", "disputes")
    assert {one["status"] for one in found.values()} == {"contested", "denied"}
    assert "shown: only what is contested or denied" in (here / "x.html").read_text(encoding="utf-8")
    facts = drawn(kgraph, built, here, "--as", "facts")
    assert {one["status"] for one in facts.values()} == {"accepted"}


def test_files_of_each_kind_get_a_name_of_their_own(kgraph, built, here) -> None:
    assert kgraph("draw", "--about", "boasberg", "--svg", "--store", built).code == 0
    assert (here / "graph.svg").read_text(encoding="utf-8").startswith("<svg")
    assert kgraph("draw", "--about", "boasberg", "--embed", "--store", built).code == 0
    figure = (here / "figure.html").read_text(encoding="utf-8")
    assert "<script" not in figure
    assert "James Boasberg" in figure


def test_a_png_without_a_browser_says_what_to_do(kgraph, built, here, monkeypatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    run = kgraph("draw", "--png", "--store", built)
    assert run.code == 3
    assert "--svg" in run.err
    assert not (here / "graph.png").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--svg", "--png"], "choose one"),
        (["--disputes", "--timeline"], "choose one"),
        (["who=leavitt"], "belongs to --question"),
        (["--as", "guesses"], "no preset"),
        (["--question", "zqxv"], "zqxv"),
        (["--path", "homan", "zqxv"], "zqxv"),
        (["--question", "who-denies-what", "who=bukele"], "nothing to draw"),
    ],
)
def test_wrong_use_is_told_in_words_and_writes_nothing(kgraph, built, here, words, said) -> None:
    run = kgraph("draw", *words, "--store", built)
    assert run.code == 2
    assert said in run.err
    assert list(here.glob("*.html")) == []


def test_the_workspaces_own_text_is_in_the_document_view(kgraph, here) -> None:
    assert kgraph("draw", "-o", "x.html").code == 0
    text = (here / "x.html").read_text(encoding="utf-8")
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    documents = json.loads(data[1])["page"]["documents"]
    whole = [one for one in documents if all(part["text"] is not None for part in one["parts"])]
    assert len(whole) == 1


def test_a_picture_that_is_drawn_again_keeps_its_places(kgraph, built, here) -> None:
    assert kgraph("draw", "--about", "boasberg", "-o", "x.html", "--store", built).code == 0
    first = (here / "x.html").read_bytes()
    assert kgraph("draw", "--about", "boasberg", "-o", "x.html", "--store", built).code == 0
    assert (here / "x.html").read_bytes() == first
    (here / "x.html").write_bytes(b"\xff\xfe not a page")
    assert kgraph("draw", "--about", "boasberg", "-o", "x.html", "--store", built).code == 0
    assert (here / "x.html").read_bytes() == first
