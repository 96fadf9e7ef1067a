"""A new draft never takes away what a person decided."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.dossier import (
    REASONS,
    Attribution,
    Claim,
    Decision,
    Document,
    Dossier,
    Entity,
    Mention,
    Passage,
    merge,
    parse,
    write,
)
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
later = st.one_of(
    st.sampled_from(
        [
            Decision(decision="approved", by="ada"),
            Decision(decision="corrected", by="ada", was={"stance": "states"}),
            # taken back: nobody has decided now, but somebody had
            Decision(decision="proposed", by="ada", note="not sure any more"),
        ]
    ),
    st.sampled_from(REASONS).map(lambda reason: Decision(decision="rejected", by="ada", reason=reason)),
)
histories = st.one_of(st.just([]), st.lists(later, max_size=3).map(lambda more: [PROPOSED, *more]))


def dossier(said: list[Attribution]) -> Dossier:
    return Dossier(document=DOCUMENT, attributions=said, entities=ENTITIES, mentions=MENTIONS)


ENTITIES = [Entity(id=name) for name in ("person:ada", "person:ben", "body:gazette", "law:order")]
MENTIONS = [Mention(at=at, type="Person", entity=name) for at, name in (("0-3", "person:ada"), ("5-8", "person:ben"))]
dossiers = attributions(histories).map(dossier)
drafts = attributions(st.just([PROPOSED])).map(dossier)

RENAMED = {"person:ada": "person:ada-moss", "person:ben": "person:ben-okoro"}


@st.composite
def another_reading(draw: st.DrawFn, there: Dossier) -> Dossier:
    """What another version of the reader makes of the text: the same claims, but for all that may change."""
    moved = draw(st.integers(-2, 2))
    names = draw(st.sampled_from([{}, RENAMED]))
    said = []
    for one in draw(st.permutations(there.attributions)):
        if draw(st.booleans()):
            continue
        start, end = one.passages[0].range
        at = f"{max(0, start + moved)}-{end + moved}"
        parts = [[claim] for claim in one.claims] if draw(st.booleans()) else [one.claims]
        for part in parts:
            claims = [
                claim.model_copy(
                    update={
                        "subject": names.get(claim.subject, claim.subject),
                        "object": names.get(str(claim.object), claim.object),
                    }
                )
                for claim in part
            ]
            said.append(
                Attribution(
                    speaker=names.get(one.speaker, one.speaker),
                    stance=draw(st.sampled_from([one.stance, "argues"])),
                    passages=[Passage(at=at, digest="2" * 64)],
                    claims=claims,
                    decisions=[Decision(decision="proposed", by="rules 0.2")],
                )
            )
    found = [m.model_copy(update={"entity": names.get(str(m.entity), m.entity)}) for m in MENTIONS]
    entities = [Entity(id=names.get(e.id, e.id)) for e in ENTITIES]
    return Dossier(document=DOCUMENT, attributions=said, entities=entities, mentions=found)


pairs = st.one_of(
    st.tuples(dossiers, drafts), dossiers.flatmap(lambda there: st.tuples(st.just(there), another_reading(there)))
)


def is_touched(said: Attribution) -> bool:
    return said.decisions != [said.decisions[0]] or said.decisions[0].decision != "proposed" if said.decisions else True


@given(pairs)
def test_no_decision_is_lost_whatever_changed(pair: tuple[Dossier, Dossier]) -> None:
    there, draft = pair
    merged = merge(there, draft)
    touched = [said for said in there.attributions if is_touched(said)]
    assert merged.attributions[: len(touched)] == touched
    # nothing else was there before: all the rest is proposed, and by the new reader
    rest = merged.attributions[len(touched) :]
    assert all(said.state == "proposed" and said.decisions == draft.attributions[0].decisions for said in rest)
    assert {e.id for e in there.entities} | {e.id for e in draft.entities} == {e.id for e in merged.entities}
    assert merged.mentions[: len(there.mentions)] == there.mentions


@settings(max_examples=30, deadline=None)
@given(pairs)
def test_merging_again_changes_nothing_and_the_file_holds_it(pair: tuple[Dossier, Dossier]) -> None:
    merged = merge(*pair)
    assert merge(merged, pair[1]) == merged
    read = parse(write(merged))
    assert read.model_dump() == merged.model_dump()
    assert merge(read, pair[1]).model_dump() == merged.model_dump()


@given(dossiers.flatmap(lambda there: st.tuples(st.just(there), another_reading(there))))
def test_what_was_settled_is_not_proposed_again(pair: tuple[Dossier, Dossier]) -> None:
    """Whatever its ends are now, what its entities are called now, and with which claims it stands together now."""
    there, draft = pair
    earlier = {new: old for old, new in RENAMED.items()}
    merged = merge(there, draft)
    settled = [
        (said.passages[0].range, c.subject, c.relation, str(c.object))
        for said in there.attributions
        if said.state in ("approved", "corrected")
        for c in said.claims
    ]
    for said in merged.attributions:
        if said.decisions != [Decision(decision="proposed", by="rules 0.2")]:
            continue
        (start, end) = said.passages[0].range
        for c in said.claims:
            key = (earlier.get(c.subject, c.subject), c.relation, earlier.get(str(c.object), str(c.object)))
            assert not [one for one in settled if one[1:] == key and one[0][0] < end and start < one[0][1]]


CLAIM = Claim(subject="person:ada", relation="kg:supports", object="law:order")


def said(at: str = "10-20", *decisions: Decision, claim: Claim = CLAIM, **more: str) -> Attribution:
    given = {"speaker": "person:ben", "stance": "states", **more}
    passage = Passage(at=at, digest="1" * 64)
    return Attribution(passages=[passage], claims=[claim], decisions=[PROPOSED, *decisions], **given)


def proposed_after(decision: Decision, draft: Attribution) -> int:
    return len(merge(dossier([said("10-20", decision)]), dossier([draft])).attributions) - 1


@pytest.mark.parametrize(
    ("reason", "better"),
    [
        ("wrong speaker", {"speaker": "body:gazette"}),
        ("negation missed", {"stance": "denies"}),
        ("hedge missed", {"claim": CLAIM.model_copy(update={"modality": "possible"})}),
    ],
)
def test_a_better_reading_of_what_was_rejected_is_proposed(reason, better) -> None:
    rejected = Decision(decision="rejected", by="ada", reason=reason)
    assert proposed_after(rejected, said("10-20", **better)) == 1
    assert proposed_after(rejected, said("10-20")) == 0
    assert proposed_after(Decision(decision="approved", by="ada"), said("10-20", **better)) == 0


def test_another_entity_is_proposed_where_the_entity_was_wrong() -> None:
    there = dossier([said("10-20", Decision(decision="rejected", by="ada", reason="wrong entity"))])
    draft = dossier([said("10-20", claim=CLAIM.model_copy(update={"subject": "person:ada-moss"}))])
    renamed = [MENTIONS[0].model_copy(update={"entity": "person:ada-moss"})]
    assert len(merge(there, draft.model_copy(update={"mentions": renamed})).attributions) == 2


def test_the_same_claim_elsewhere_is_another_statement() -> None:
    assert proposed_after(Decision(decision="approved", by="ada"), said("30-40")) == 1


def test_what_a_person_added_without_deciding_stays() -> None:
    labelled = said("10-20", claim=CLAIM.model_copy(update={"label": "she is for it"}))
    noted = Attribution(
        speaker="person:ben",
        stance="states",
        passages=[Passage(at="30-40", digest="1" * 64)],
        claims=[CLAIM],
        decisions=[PROPOSED.model_copy(update={"note": "ask the mayor"})],
    )
    assert merge(dossier([labelled, noted, said("50-60")]), dossier([])).attributions == [labelled, noted]


def test_the_publisher_is_the_one_that_the_dossier_names() -> None:
    there = dossier([])
    other = DOCUMENT.model_copy(update={"publisher": "body:the-paper"})
    draft = dossier([said(speaker="body:the-paper")]).model_copy(update={"document": other})
    assert [one.speaker for one in merge(there, draft).attributions] == ["body:gazette"]


def test_another_document_is_refused() -> None:
    other = Dossier(document=DOCUMENT.model_copy(update={"sha256": "1" * 64}))
    with pytest.raises(BadInput, match="of another document"):
        merge(Dossier(document=DOCUMENT), other)
