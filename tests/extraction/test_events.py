"""Events: which are made, what is said of them, and when two tellings are of one."""

import pytest


def told(draft) -> dict[str, set[tuple[str, str, str | None]]]:
    """Of each event what is claimed: relation, value, and how it is put."""
    found: dict[str, set[tuple[str, str, str | None]]] = {}
    for said in draft.dossier.attributions:
        for claim in said.claims:
            if claim.subject.startswith("event:"):
                value = str(getattr(claim.object, "value", claim.object))
                how = claim.modality or (said.stance if said.stance != "states" else None)
                found.setdefault(claim.subject, set()).add((claim.relation, value, how))
    return found


@pytest.mark.parametrize(
    ("text", "event", "claims"),
    [
        (
            "Kenya deported 40 refugees to Somalia on 2 March 2019.",
            None,
            {
                ("sem:eventType", "kgc:deportation"),
                ("sem:hasActor", "body:government-of-kenya"),
                ("kg:affects", "group:40-refugees-{}"),
                ("kg:destination", "place:somalia"),
                ("kg:when", "2019-03-02"),
            },
        ),
        (
            "The European Union imposed sanctions on Belarus on 4 May 2021.",
            "event:sanction-of-belarus-2021-05-04",
            {
                ("sem:eventType", "kgc:sanction"),
                ("sem:hasActor", "body:european-union"),
                ("kg:affects", "place:belarus"),
                ("kg:when", "2021-05-04"),
            },
        ),
        (
            "The Bundestag approved the pact by 402 votes to 211.",
            None,
            {
                ("sem:eventType", "kgc:vote"),
                ("sem:hasActor", "body:bundestag"),
                ("kg:votesFor", "402"),
                ("kg:votesAgainst", "211"),
            },
        ),
        (
            "Barack Obama nominated Merrick Garland on 16 March 2016.",
            "event:nomination-of-merrick-garland-2016-03-16",
            {
                ("sem:eventType", "kgc:nomination"),
                ("sem:hasActor", "person:barack-obama"),
                ("kg:affects", "person:merrick-garland"),
                ("kg:when", "2016-03-16"),
            },
        ),
        (
            "Theresa May’s visit to Israel was short.",
            None,
            {
                ("sem:eventType", "kgc:visit"),
                ("sem:hasActor", "person:theresa-may"),
                ("sem:hasPlace", "place:israel"),
            },
        ),
    ],
)
def test_an_event_has_its_kind_and_its_roles(read_text, text, event, claims) -> None:
    document, draft = read_text(text)
    found = told(draft)
    assert len(found) == 1
    name, said = next(iter(found.items()))
    hash_ = document.id.removeprefix("doc:")
    assert name == event or (event is None and name.endswith(hash_))
    assert said == {(relation, value.format(hash_), None) for relation, value in claims}


def test_one_thing_is_one_event_and_two_are_two(read_text) -> None:
    _, draft = read_text(
        "Karoline Leavitt was arrested in Oslo on Monday.\n"
        "Police in Norway arrested Karoline Leavitt before noon.\n"
        "Jonas Berg was arrested in Bergen."
    )
    assert sorted(len(said) for said in told(draft).values()) == [3, 5]


def test_a_definite_noun_goes_back(read_text) -> None:
    _, draft = read_text("Kenya deported 40 refugees to Somalia on Friday.\nThe deportations took place at night.\n")
    assert len(told(draft)) == 1
    assert [m.form for m in draft.dossier.mentions if m.type == "Event"] == ["nominal"]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Theresa May did not visit Israel in 2017.", "denies"),
        ("Theresa May plans to visit Israel in 2017.", "intended"),
        ("Theresa May refused to visit Israel in 2017.", "refuses"),
        ("Theresa May may visit Israel in 2017.", "possible"),
        ("Theresa May is going to visit Israel in 2025.", "intended"),
        ("Theresa May tried to visit Israel in 2017.", "attempted"),
        ("Theresa May was forced to visit Israel in 2017.", None),
    ],
)
def test_all_claims_of_an_event_are_put_alike(read_text, text, how) -> None:
    _, draft = read_text(text)
    assert {put for said in told(draft).values() for _, _, put in said} == {how}
    assert len(told(draft)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May left.",  # no code
        "Migrants were arrested.",  # nothing but whom it affects, and who they are is not known
        "If Theresa May visited Israel in 2017, nobody saw it.",
        "Did Theresa May visit Israel in 2017?",
        "The proposal that Theresa May be arrested in Israel was read.",
        "Theresa May released a report in Israel.",  # another sense
        "Theresa May’s visit to Israel was cancelled because Israel cancelled Theresa May’s visit to Israel.",
    ],
)
def test_what_makes_no_event(read_text, text) -> None:
    assert not told(read_text(text)[1])


def test_on_a_condition(read_text) -> None:
    _, draft = read_text("Theresa May will visit Israel in June unless James Boasberg objects.")
    assert {said.condition for said in draft.dossier.attributions} == {"unless James Boasberg objects"}
    assert {claim.modality for said in draft.dossier.attributions for claim in said.claims} == {"conditional"}


def test_who_a_pronoun_means(read_text) -> None:
    _, draft = read_text(
        "Theresa May was tired when she visited Israel in 2017.\n"
        "Theresa May met James Boasberg in Oslo before she visited Kenya in 2016.\n"
        "“I visited Turkey in 2015 and was very well received,” Theresa May said."
    )
    places = {
        value
        for said in told(draft).values()
        if ("sem:hasActor", "person:theresa-may", None) in said
        for relation, value, _ in said
        if relation == "sem:hasPlace"
    }
    # two people stand before the second "she"
    assert places == {"place:israel", "place:turkey"}


def test_what_a_group_is_called_by(read_text) -> None:
    document, draft = read_text(
        "Somali fishermen met in Mombasa on Monday.\nMembers of Amnesty International protested in Oslo on Monday.\n"
        "Greek and Italian sailors met in Rome on Monday.\nEuropean lawyers slept.\n"
    )
    said = {
        (claim.subject.removesuffix(document.id.removeprefix("doc:")), claim.relation, claim.object)
        for attribution in draft.dossier.attributions
        for claim in attribution.claims
        if claim.subject.startswith("group:")
    }
    assert said == {
        ("group:somali-fishermen-", "kg:nationality", "place:somalia"),
        ("group:members-of-amnesty-international-", "org:memberOf", "body:amnesty-international"),
    }


def test_an_event_with_a_name_keeps_it(read_text) -> None:
    _, draft = read_text("World War II began in 1939. Theresa May visited Israel in 2017 and criticised World War II.")
    assert not any(name.startswith("event:war-") for name in told(draft))


def test_what_a_judge_orders(read_text) -> None:
    document, draft = read_text(
        "US District Judge James Boasberg met the press. Boasberg ordered Karoline Leavitt to leave. "
        "Theresa May ordered Karoline Leavitt to leave."
    )
    law = f"law:boasberg-order-{document.id.removeprefix('doc:')}"
    said = {(c.subject, c.relation, c.object) for a in draft.dossier.attributions for c in a.claims}
    assert {s for s in said if s[0].startswith("law:")} == {
        (law, "kg:issuedBy", "person:james-boasberg"),
        (law, "kg:directedAt", "person:karoline-leavitt"),
    }


def test_a_date_goes_with_the_nearer_act(read_text) -> None:
    _, draft = read_text("Germany expelled two Somali diplomats over the murder of Theresa May in Berlin in 2019.")
    assert {
        name: value for name, said in told(draft).items() for relation, value, _ in said if relation == "kg:when"
    } == {}


def test_a_day_to_come_is_the_next_one(read_text) -> None:
    _, draft = read_text("Theresa May will visit Israel on 8 November. Theresa May visited Kenya on 8 November.")
    days = {value for said in told(draft).values() for relation, value, _ in said if relation == "kg:when"}
    assert days == {"2024-11-08", "2023-11-08"}


def test_a_span_of_years_is_no_vote(read_text) -> None:
    _, draft = read_text("The Senate voted for those 18 to 35 years old.")
    assert not told(draft)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The pact would allow Greenpeace to sue Amnesty International.", "possible"),
        ("That could include suing Amnesty International.", "possible"),
        ("Karoline Leavitt threatened a veto.", "intended"),
        ("Karoline Leavitt was arrested.", None),
    ],
)
def test_one_who_is_named_is_enough(read_text, text, how) -> None:
    _, draft = read_text(text)
    assert {put for said in told(draft).values() for _, _, put in said} == {how}


def test_what_is_asked_for_is_the_askers_claim(read_text) -> None:
    _, draft = read_text("Karoline Leavitt slept. Somebody asked Norway to arrest Karoline Leavitt.")
    assert not any(said.speaker == "body:the-gazette" for said in draft.dossier.attributions)


def test_a_resolution_speaks_for_the_body_that_adopts_it(read_text) -> None:
    _, draft = read_text(
        "The Council,\nDeploring the military coup of 12 April 2021,\nRecalling the talks in Oslo,\n"
        "Reiterating its support for the Alien Enemies Act,\n1. Decides to meet in June;\n"
    )
    said = {(c.subject, c.relation, c.object) for a in draft.dossier.attributions for c in a.claims}
    coup = next(s[2] for s in said if s[1] == "kg:criticizes")
    assert coup.startswith("event:military-action-2021-04-12")
    assert ("body:the-gazette", "kg:criticizes", coup) in said
    assert ("body:the-gazette", "kg:supports", "law:alien-enemies-act") in said


def test_what_is_said_of_kin(read_text) -> None:
    document, draft = read_text("The families of sailors who were arrested in Oslo in 2019 wrote letters.")
    hash_ = document.id.removeprefix("doc:")
    assert {value for said in told(draft).values() for relation, value, _ in said if relation == "kg:affects"} == {
        f"group:sailors-{hash_}"
    }


def test_a_law_that_is_passed_and_a_test_that_is_passed(read_text) -> None:
    _, draft = read_text("The bill was passed by the Bundestag on 3 May 2021.\nThe Bundestag passed a building.")
    (said,) = told(draft).values()
    assert said == {
        ("sem:eventType", "kgc:vote", None),
        ("sem:hasActor", "body:bundestag", None),
        ("kg:when", "2021-05-03", None),
    }
