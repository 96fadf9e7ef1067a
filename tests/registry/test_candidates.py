"""What a text may mean: all that fit, with the reason, by the date of the document."""

import pytest

from kgraph import registry
from kgraph.registry import Holding, Known, Registry


def meant(text: str, *kinds: str, date: str | None = None) -> list[tuple[str, str]]:
    return [(c.known.id, c.reason) for c in registry.load().candidates(text, kinds, date)]


def ids(text: str, *kinds: str, date: str | None = None) -> list[str]:
    return [id_ for id_, _ in meant(text, *kinds, date=date)]


@pytest.mark.parametrize(
    ("date", "president"),
    [
        ("1863-11-19", "person:abraham-lincoln"),
        ("2004-05-01", "person:george-w-bush"),
        ("2016-12-31", "person:barack-obama"),
        ("2021-01-20", "person:joe-biden"),
        ("2025-03-17", "person:donald-trump"),
    ],
)
def test_the_president_is_chosen_by_the_date(date: str, president: str) -> None:
    assert ids("the president", "person", date=date) == [president]
    assert [h.person for h in registry.load().holder("office:us-president", date)] == [president]


@pytest.mark.parametrize(
    ("office", "date", "person"),
    [
        ("office:us-secretary-of-state", "2015-05-17", "person:john-kerry"),
        ("office:us-secretary-of-state", "2025-03-17", "person:marco-rubio"),
        ("office:us-secretary-of-homeland-security", "2025-03-17", "person:kristi-noem"),
        ("office:prime-minister-of-united-kingdom", "2021-08-01", "person:boris-johnson"),
        ("office:prime-minister-of-united-kingdom", "2003-03-20", "person:tony-blair"),
        ("office:prime-minister-of-united-kingdom", "2023-03-07", "person:rishi-sunak"),
        ("office:president-of-el-salvador", "2025-03-17", "person:nayib-bukele"),
        ("office:white-house-press-secretary", "2025-03-17", "person:karoline-leavitt"),
        ("office:us-border-czar", "2025-03-17", "person:tom-homan"),
        ("office:us-attorney-general", "2001-09-11", "person:john-ashcroft"),
        ("office:chief-justice-of-the-united-states", "1954-05-17", "person:earl-warren"),
    ],
)
def test_who_held_an_office(office: str, date: str, person: str) -> None:
    assert [h.person for h in registry.load().holder(office, date)] == [person]


def test_a_judge_is_of_a_court() -> None:
    (held,) = registry.load().offices_of("person:james-boasberg", "2012-01-01")
    assert (held.office, held.where) == (
        "office:us-district-judge",
        "body:us-district-court-for-the-district-of-columbia",
    )


def test_a_senator_is_of_a_state() -> None:
    held = registry.load().offices_of("person:bernie-sanders", "2025-03-17")
    assert [(h.office, h.where) for h in held] == [("office:us-senator", "place:vermont")]


@pytest.mark.parametrize(
    ("text", "first", "reason"),
    [
        ("the U.S.", "place:united-states", "acronym"),
        ("Salvadoran", "place:el-salvador", "demonym"),
        ("ICE", "body:us-immigration-and-customs-enforcement", "acronym"),
        ("Immigration and Customs Enforcement", "body:us-immigration-and-customs-enforcement", "alias"),
        ("the State Department", "body:us-department-of-state", "alias"),
        ("9th Circuit", "body:us-court-of-appeals-for-the-ninth-circuit", "alias"),
        ("D.C. Circuit", "body:us-court-of-appeals-for-the-district-of-columbia-circuit", "alias"),
        ("Second Amendment", "law:us-constitution-second-amendment", "short"),
        ("Executive Order 9066", "law:executive-order-9066", "name"),
        ("Voting Rights Act", "law:voting-rights-act-of-1965", "alias"),
        ("Immigration and Nationality Act", "law:immigration-and-nationality-act", "name"),
        ("Texas Supreme Court", "body:texas-supreme-court", "name"),
        ("NATO", "body:nato", "acronym"),
        ("UNHCR", "body:unhcr", "acronym"),
        ("the Kremlin", "body:government-of-russia", "alias"),
        ("Bundestag", "body:bundestag", "name"),
        ("Agence France-Presse", "body:afp", "name"),
        ("New York Times", "body:new-york-times", "name"),
        ("Hezbollah", "body:hezbollah", "name"),
        ("Marbury v. Madison", "law:marbury-v-madison", "name"),
        ("Bogota", "place:bogota", "name"),
        ("Boasberg's", "person:james-boasberg", "surname"),
    ],
)
def test_one_of_each_kind(text: str, first: str, reason: str) -> None:
    assert meant(text)[0] == (first, reason)


def test_two_of_one_name_stay_two() -> None:
    held = registry.load().offices_of("person:john-f-kennedy")
    assert {h.start[:4] for h in held} == {"1961"}
    found = ids("John Kennedy", "person", date="2025-03-17")
    assert found[0] != "person:john-f-kennedy"
    assert "person:john-f-kennedy" in found


def test_a_word_is_not_an_acronym() -> None:
    assert ids("us") == []
    assert "body:us-immigration-and-customs-enforcement" not in ids("ice")
    assert "body:world-health-organization" not in ids("who")


def test_two_that_fit_both_come_back() -> None:
    assert ids("Georgia", "place") == ["place:georgia", "place:georgia-us-state"]
    assert {"place:washington-state", "place:district-of-columbia", "person:george-washington"} <= set(
        ids("Washington")
    )
    johnsons = ids("Johnson", "person", date="2025-03-17")
    assert {"person:mike-johnson", "person:ron-johnson", "person:boris-johnson"} <= set(johnsons)
    assert johnsons.index("person:mike-johnson") < johnsons.index("person:boris-johnson")


def test_what_did_not_exist_yet_is_left_out() -> None:
    assert ids("Homeland Security Act of 2002", date="1999-01-01") == []
    assert ids("Homeland Security Act of 2002", date="2003-01-01") == ["law:homeland-security-act-of-2002"]


def test_a_family_name_may_come_first() -> None:
    assert "person:xi-jinping" in ids("Xi", "person")


def test_a_date_that_is_cut_is_certain_only_outside_of_what_it_leaves_open() -> None:
    one = Holding("office:a", "person:one", "", "2001", "2004", "2026")
    two = Holding("office:a", "person:two", "", "2004-07", "", "2005")
    both = Registry([], [one, two])
    assert both.holder("office:a", "2000-12-31") == ()
    assert both.holder("office:a", "2001-06-01") == (one,)
    assert not one.certain("2001-06-01")
    assert one.certain("2002-01-01")
    # in July both are possible, in August the second is certain
    assert both.holder("office:a", "2004-07-15") == (one, two)
    assert both.holder("office:a", "2004-08-01") == (two,)
    # nothing is known of 2006, and nothing against it
    assert both.holder("office:a", "2006-01-01") == (two,)
    assert not two.certain("2006-01-01")
    assert both.offices_of("person:one", "2005-01-01") == ()


def test_on_the_day_of_a_change_it_is_the_new_one() -> None:
    one = Holding("office:a", "person:one", "", "2001-01-20", "2009-01-20", "2026")
    two = Holding("office:a", "person:two", "", "2009-01-20", "2017-01-20", "2026")
    assert Registry([], [one, two]).holder("office:a", "2009-01-20") == (two,)
    assert Registry([], [one, two]).holder("office:a", "2009-01-19") == (one,)


def test_an_office_stands_for_its_holder_only_with_a_date() -> None:
    small = Registry(
        [Known("office:mayor-of-x", "Mayor of X", "Office"), Known("person:a-b", "A B", "Person")],
        [Holding("office:mayor-of-x", "person:a-b", "", "2000-01-01", "", "2020")],
    )
    assert [(c.known.id, c.reason) for c in small.candidates("Mayor of X")] == [("office:mayor-of-x", "name")]
    assert [(c.known.id, c.reason, c.by) for c in small.candidates("Mayor of X", date="2010-01-01")] == [
        ("office:mayor-of-x", "name", "Mayor of X"),
        ("person:a-b", "holder", "office:mayor-of-x"),
    ]
    assert [c.reason for c in small.candidates("mayor", date="2010-01-01")] == ["title"]
