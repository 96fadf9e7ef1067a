"""What the first article has nothing of: bills, suits, charges, conditions, proposals; and hedges that stay."""

GAZETTE = "The Gazette"


def test_bills_and_their_sponsors(town) -> None:
    assert town.rows("bills-and-their-sponsors") == [
        (GAZETTE, "states", "market bill", "cosponsored by", "Bo Reed", "accepted"),
        (GAZETTE, "states", "market bill", "expected: referred to", "law committee", "accepted"),
        (GAZETTE, "states", "market bill", "introduced by", "Ada Moss", "accepted"),
    ]


def test_conditions_stand_in_their_words(town) -> None:
    assert town.rows("claims-with-conditions") == [
        (
            "Bo Reed",
            "promises",
            "on a condition, Bo Reed pursues night market",
            "if the council pays for the lamps",
            "reported",
        )
    ]


def test_lawsuits_and_their_parties(town) -> None:
    suit = "Reed against the council"
    assert town.rows("lawsuits-and-parties") == [
        (GAZETTE, "states", suit, "before court", "town court", "accepted"),
        (GAZETTE, "states", suit, "defendant", "town council", "accepted"),
        (GAZETTE, "states", suit, "plaintiff", "Bo Reed", "accepted"),
    ]


def test_an_accusation_is_not_a_charge(town) -> None:
    assert town.rows("who-was-accused-of-what", offence="Fraud") == [
        ("Bo Reed", "alleges", "Cy Pike", "accused of", "fraud", "reported"),
        ("Ada Moss (according to Bo Reed)", "states", "Cy Pike", "charged with", "fraud", "reported"),
    ]
    assert town.rows("who-was-accused-of-what", offence="murder") == []


def test_which_law_changes_which(town) -> None:
    assert town.rows("which-law-changes-which") == [
        ("Ada Moss", "proposes", "market bill", "intended: revokes", "stall rule", "reported"),
        (GAZETTE, "states", "ruling of May", "upholds", "stall rule", "accepted"),
    ]


def test_court_decisions(town) -> None:
    assert town.rows("court-decisions") == [
        ("ruling of May", "court decision", "town court", "2024-05", "upholds", "stall rule")
    ]


def test_what_nobody_has_reviewed_is_marked_and_never_established(town) -> None:
    proposed = [
        (GAZETTE, "states", "Cy Pike is part of town council", "accepted, unreviewed"),
        ("Cy Pike", "denies", "Cy Pike supports market bill", "denied, unreviewed"),
    ]
    assert town.rows("unreviewed-claims") == proposed
    assert town.rows("what-nobody-affirms") == proposed[1:]
    assert town.rows("members-of", body="town council") == [
        (GAZETTE, "states", "Cy Pike", "member of", "town council", "accepted, unreviewed")
    ]
    assert town.rows("who-speaks-for-whom") == []
    assert town.rows("facts-with-their-sources", about="pike") == []


def test_a_number_keeps_bound_and_hedge(town) -> None:
    assert town.rows("numbers-and-how-exact", about="traders") == [
        (GAZETTE, "states", "traders", "expected: headcount", "at most", "40", "accepted")
    ]
    assert town.rows("facts-with-their-sources", about="traders") == []


def test_the_day_of_the_statement_counts_before_that_of_the_document(town) -> None:
    # Reed spoke on 30 April or 1 May, Moss on the radio in April, all else stands in a text of 2 May
    assert {row[1] for row in town.rows("said-on-a-day", date="2024-05-01")} == {"Bo Reed"}
    assert {row[1] for row in town.rows("said-on-a-day", date="2024-04-30")} == {"Bo Reed", "Ada Moss"}
    assert {row[1] for row in town.rows("said-on-a-day", date="2024-04-01")} == {"Ada Moss"}
    assert town.rows("what-did-someone-say", who="moss", until="2024-03") == []
    assert [row[3] for row in town.rows("what-did-someone-say", who="moss", until="2024-04")] == ["2024-04"]


def test_a_fact_of_one_publisher(town) -> None:
    assert town.rows("single-source-facts", about="ruling-of-may") == [
        ("ruling of May is dated May 2024", GAZETTE),
        ("ruling of May is issued by town court", GAZETTE),
        ("ruling of May upholds stall rule", GAZETTE),
    ]
