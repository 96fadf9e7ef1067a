"""A new draft never takes away what a person decided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.dossier import Attribution, Claim, Decision, Document, Dossier, Passage, merge
from kgraph.errors import BadInput

DOCUMENT = Document(
    sha256="0" * 64, title="Council", publisher="body:gazette", date="2024-05-02", words="withheld", extent=99
)

claims = st.builds(
    Claim,
    subject=st.sampled_from(["person:ada", "person:ben"]),
    relation=st.sampled_from(["kg:supports", "kg:opposes"]),
    object=st.sampled_from(["law:order", 12]),
    modality=st.sampled_from([None, "possible"]),
)


def attributions(decisions: st.SearchStrategy[list[Decision]]) -> st.SearchStrategy[list[Attribution]]:
    one = st.builds(
        Attribution,
        speaker=st.sampled_from(["person:ada", "body:gazette"]),
        stance=st.sampled_from(["states", "denies"]),
        passages=st.sampled_from(["0-9", "10-20"]).map(lambda at: [Passage(at=at, digest="1" * 64)]),
        claims=st.lists(claims, min_size=1, max_size=3),
        decisions=decisions,
    )
    return st.lists(one, max_size=6)


PROPOSED = Decision(decision="proposed", by="rules 0.1")
later = st.sampled_from(
    [
        Decision(decision="approved", by="ada"),
        Decision(decision="corrected", by="ada", was={"stance": "states"}),
        Decision(decision="rejected", by="ada", reason="wrong speaker"),
    ]
)
histories = st.one_of(st.just([]), st.lists(later, max_size=3).map(lambda more: [PROPOSED, *more]))
dossiers = attributions(histories).map(lambda said: Dossier(document=DOCUMENT, attributions=said))
drafts = attributions(st.just([PROPOSED])).map(lambda said: Dossier(document=DOCUMENT, attributions=said))


@given(dossiers, drafts)
def test_no_decision_is_lost_whatever_changed(there: Dossier, draft: Dossier) -> None:
    merged = merge(there, draft)
    decided = [said for said in there.attributions if said.state != "proposed"]
    assert merged.attributions[: len(decided)] == decided
    assert all(said.state == "proposed" for said in merged.attributions[len(decided) :])
    assert merge(merged, draft) == merged


@given(dossiers, drafts)
def test_what_was_settled_is_not_proposed_again(there: Dossier, draft: Dossier) -> None:
    settled = {
        (said.passages[0].at, said.speaker, c.subject, c.relation, str(c.object))
        for said in there.attributions
        if said.state != "proposed"
        for c in said.claims
    }
    for said in merge(there, draft).attributions:
        if said.state == "proposed":
            keys = {(said.passages[0].at, said.speaker, c.subject, c.relation, str(c.object)) for c in said.claims}
            assert not keys & settled


def test_another_document_is_refused() -> None:
    other = Dossier(document=DOCUMENT.model_copy(update={"sha256": "1" * 64}))
    with pytest.raises(BadInput, match="of another document"):
        merge(Dossier(document=DOCUMENT), other)
