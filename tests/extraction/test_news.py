"""News of many subjects: what a careful reader takes from it, and what nobody may take from it."""

import pytest


def said(draft) -> set[tuple[str, str, str, str | None]]:
    """Subject, relation, object, and how it is put; an event is called by its kind."""
    kinds = {
        claim.subject: str(claim.object).removeprefix("kgc:")
        for one in draft.dossier.attributions
        for claim in one.claims
        if claim.relation == "sem:eventType"
    }
    found = set()
    for one in draft.dossier.attributions:
        for claim in one.claims:
            subject, value = (
                kinds.get(name, name.rpartition("-")[0] if name.startswith("group:") else name)
                for name in (claim.subject, str(getattr(claim.object, "value", claim.object)))
            )
            how = claim.modality or (one.stance if one.stance != "states" else None)
            if claim.relation != "sem:eventType":
                found.add((subject, claim.relation, value, how))
    return found


NEWS = [
    (
        "2012-03-24",
        "The European Union imposed sanctions on 12 Belarusian officials on Friday. Alexander Lukashenko was "
        "re-elected in December 2010. Andrei Sannikov, who ran against Lukashenko, was sentenced to five years in "
        "prison in May 2011.",
        {
            ("sanction", "sem:hasActor", "body:european-union", None),
            ("sanction", "kg:affects", "group:belarusian-officials", None),
            ("sanction", "kg:when", "2012-03-23", None),
            ("election", "sem:hasActor", "person:alexander-lukashenko", None),
            ("election", "kg:when", "2010-12", None),
            ("sentencing", "kg:affects", "person:andrei-sannikov", None),
            ("sentencing", "kg:sentence", "five years in prison", None),
            ("sentencing", "kg:when", "2011-05", None),
        },
        {("election", "sem:hasActor", "person:andrei-sannikov", None)},
    ),
    (
        "2018-06-02",
        "Lawmakers in Madrid passed the no-confidence motion against Prime Minister Mariano Rajoy by 180 votes to 169, "
        "with one abstention. The National Court had convicted Luis Bárcenas of fraud.",
        {
            ("no-confidence-vote", "sem:hasActor", "group:lawmakers", None),
            ("no-confidence-vote", "kg:affects", "person:mariano-rajoy", None),
            ("no-confidence-vote", "kg:votesFor", "180", None),
            ("no-confidence-vote", "kg:votesAgainst", "169", None),
            ("conviction", "kg:affects", "person:luis-barcenas", None),
        },
        {
            # one vote, once
            ("vote", "kg:votesFor", "180", None),
            ("no-confidence-vote", "kg:votesAgainst", "16", None),
            ("conviction", "kg:affects", "person:mariano-rajoy", None),
        },
    ),
    (
        "2008-09-11",
        "The European Union awarded the contract to Northrop Grumman in February. Anna Berg, an official, pleaded "
        "guilty to conspiracy and was sentenced to nine months in prison. Michael Sears was jailed for four months.",
        {
            ("contract-award", "sem:hasActor", "body:european-union", None),
            ("contract-award", "kg:affects", "body:northrop-grumman", None),
            ("contract-award", "kg:when", "2008-02", None),
            ("sentencing", "kg:affects", "person:anna-berg", None),
            ("sentencing", "kg:sentence", "nine months in prison", None),
            ("sentencing", "kg:affects", "person:michael-sears", None),
            ("sentencing", "kg:sentence", "four months", None),
        },
        {("sentencing", "kg:affects", "body:european-union", None)},
    ),
    (
        "2017-02-04",
        "Sally Yates ordered the Justice Department not to defend the order and was fired by Donald Trump on 30 "
        "January. James Robart was appointed by George W. Bush in 2004.",
        {
            ("dismissal", "kg:affects", "person:sally-yates", None),
            ("dismissal", "sem:hasActor", "person:donald-trump", None),
            ("dismissal", "kg:when", "2017-01-30", None),
            ("appointment", "kg:affects", "person:james-robart", None),
            ("appointment", "sem:hasActor", "person:george-w-bush", None),
        },
        # it was told not to defend it; it was not dismissed
        {("dismissal", "kg:affects", "body:us-department-of-justice", None)},
    ),
]


@pytest.mark.parametrize(("date", "text", "must", "never"), NEWS)
def test_news_tells_what_it_tells_and_no_more(read_text, date, text, must, never) -> None:
    _, draft = read_text(text, date)
    found = said(draft)
    assert must <= found
    assert not never & found


@pytest.mark.parametrize(
    "text",
    [
        "Both candidates sought to appeal to younger voters on Tuesday.",
        "Ada Moss released a statement in Oslo on Tuesday.",
        "Ada Moss removed her coat in Oslo on 2 March 2019.",
        "Ada Moss won praise in Norway on 2 March 2019.",
        "Ada Moss took the train to court reporting school in Norway on 2 March 2019.",
        "Ada Moss moved to Norway on 2 March 2019.",
    ],
)
def test_the_same_word_in_another_sense_is_no_event(read_text, text) -> None:
    _, draft = read_text(text, "2019-03-06")
    assert not [c for one in draft.dossier.attributions for c in one.claims if c.subject.startswith("event:")]


def test_a_noun_whose_act_hangs_on_it_is_asked_for_its_actor_once(read_text) -> None:
    _, draft = read_text("We need a protest to begin in Oslo.", "2019-03-06")
    assert not [s for s in said(draft) if s[1] == "sem:hasActor"]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # which of the two orders is not said
        (
            "James Robart issued a temporary restraining order against the executive order. Donald Trump signed the "
            "order on 27 January.",
            "kg:issuedBy person:donald-trump",
        ),
        # a tender's loser protests, and nobody marches
        ("Boeing filed a protest with the Government Accountability Office in June.", "sem:eventType kgc:protest"),
        # a number is read to its end
        (
            "Lawmakers passed the no-confidence motion by 180 votes to 169, with one abstention.",
            "kg:votesAgainst 16",
        ),
        # wanted, not done
        ("Norway wants to see Ada Moss arrested in Oslo.", "kg:affects person:ada-moss"),
        # "where" is no one whom he met
        ("He visited Israel, where he met with reporters.", "sem:hasActor body:government-of-israel"),
        # what passes is a law, and it does nothing in its passage
        ("The plant had moved long before Nafta's passage.", "sem:eventType kgc:enactment"),
        ("Ada Moss pushed ahead and paid a price.", "sem:eventType kgc:payment"),
        # it was held, whoever hoped to win it
        ("Ada Moss hoped to win the 2017 presidential election.", "kg:when value='2017' datatype='edtf'"),
    ],
)
def test_what_is_not_said_is_not_claimed(read_text, text, never) -> None:
    _, draft = read_text(text, "2017-02-04")
    assert never not in {f"{c.relation} {c.object}" for one in draft.dossier.attributions for c in one.claims}
