"""The status rule, and which claims become facts."""

import pytest

DEFIES = "person:ada-moss kg:defies law:curfew-order"
COUNT = "group:marchers kg:headcount"


def only(claims):
    (claim,) = claims
    return claim


@pytest.mark.parametrize(
    ("lines", "status", "fact"),
    [
        ([f"body:the-gazette states {DEFIES}"], "accepted", True),
        ([f"body:the-gazette alleges {DEFIES}"], "reported", False),
        ([f"person:bo-reed states {DEFIES}"], "reported", False),
        # relayed words are not the publisher's own
        ([f"body:the-gazette states {DEFIES} via=body:the-herald"], "reported", False),
        ([f"person:bo-reed denies {DEFIES}"], "denied", False),
        ([f"body:the-gazette states {DEFIES}", f"person:ada-moss disputes {DEFIES}"], "contested", False),
        ([f"person:bo-reed argues {DEFIES}", f"person:ada-moss refuses {DEFIES}"], "contested", False),
        ([f"body:the-gazette states {DEFIES} retracted=wrong_person"], "retracted", False),
        ([f"body:the-gazette states {DEFIES} modality=intended"], "accepted", False),
        ([f"body:the-gazette states {COUNT} 250 bound=about"], "accepted", False),
        # what nobody has reviewed is never a fact
        ([f"body:the-gazette states {DEFIES} state=proposed"], "accepted", False),
        ([f"body:the-gazette states {DEFIES} state=approved"], "accepted", True),
        # a proposed denial counts for the status and takes no fact away
        ([f"body:the-gazette states {DEFIES}", f"person:ada-moss denies {DEFIES} state=proposed"], "contested", True),
        # a rejected one is not there
        ([f"body:the-gazette states {DEFIES}", f"person:ada-moss denies {DEFIES} state=rejected"], "accepted", True),
    ],
)
def test_status_and_fact(write, claims, lines, status, fact) -> None:
    claim = only(claims(write(*lines)))
    assert (claim.status, claim.fact) == (status, fact)


def test_proposals_make_facts_only_when_trusted(write, claims) -> None:
    draft = write(f"body:the-gazette states {DEFIES} state=proposed")
    assert only(claims(draft)).unreviewed
    assert only(claims(draft, trust_proposals=True)).fact
    assert list(claims(draft, reviewed_only=True)) == []


def test_corroboration_counts_publishers_not_reports(write, claims) -> None:
    first = write(f"body:the-gazette states {DEFIES}")
    again = write(f"body:the-gazette states {DEFIES}", sha="a2" * 32)
    other = write(f"body:the-herald states {DEFIES}", sha="a3" * 32, publisher="body:the-herald")
    assert only(claims(first, again, corroboration=2)).status == "reported"
    assert only(claims(first, other, corroboration=2)).status == "accepted"


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("200", "250", True),
        ("250", "250 bound=about", False),
        ("200", "250 bound=about", False),
        ("200", "250 bound=atLeast", True),
        ("300", "250 bound=atLeast", False),
        ("300 bound=atLeast", "250 bound=atMost", True),
        ("200 as_of=2024-05-01", "250 as_of=2024-05-02", False),
        ("200 valid_from=2024-01", "250 as_of=2024-05-02", True),
    ],
)
def test_two_accepted_values_of_one_thing_contradict_each_other(write, claims, one, other, clash) -> None:
    found = list(claims(write(f"body:the-gazette states {COUNT} {one}", f"body:the-gazette states {COUNT} {other}")))
    assert len(found) == 2
    assert [bool(claim.contradicts) for claim in found] == [clash, clash]
    if clash:
        assert not any(claim.fact for claim in found)


def test_of_values_at_different_times_the_latest_is_the_fact(write, claims) -> None:
    found = claims(
        write(
            f"body:the-gazette states {COUNT} 200 as_of=2024-05-01",
            f"body:the-gazette states {COUNT} 250 as_of=2024-05-02",
        )
    )
    assert {claim.object.label: claim.fact for claim in found} == {"200": False, "250": True}


def test_a_stated_contradiction_keeps_both_from_being_facts(write, claims) -> None:
    text = [
        f"body:the-gazette states {DEFIES}",
        "body:the-gazette states person:ada-moss kg:compliesWith law:curfew-order",
    ]
    free = list(claims(write(*text)))
    assert all(claim.fact for claim in free)
    one, other = (claim.term[len("<https://w3id.org/kgraph/id/claim/") : -1] for claim in free)
    draft = write(*text)
    pair = [{"claim": f"claim:{one}", "contradicts": f"claim:{other}"}]
    draft = type(draft).model_validate(draft.model_dump(by_alias=True) | {"contradictions": pair})
    bound = list(claims(draft))
    assert not any(claim.fact for claim in bound)
    assert sorted(bool(claim.contradicts) for claim in bound) == [False, True]


def test_a_hedged_claim_is_no_fact_even_beside_a_fact(write, claims) -> None:
    says = f"body:the-gazette states {DEFIES}"
    found = claims(write(says, f"{says} modality=possible"))
    assert {claim.modality is None: claim.fact for claim in found} == {True: True, False: False}
