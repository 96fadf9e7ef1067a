"""Answers on the first article, checked by hand against the article."""

POST = "New York Post"
OFFICIAL = "unnamed senior administration official"
FEDERAL = "federal courts have jurisdiction over "


def test_who_holds_which_office(article) -> None:
    assert article.rows("who-holds-which-office") == [
        ("Donald Trump", "President of the United States", ""),
        ("James Boasberg", "US district judge", "US District Court (district not stated)"),
        ("Karoline Leavitt", "White House press secretary", "White House"),
        ("Nayib Bukele", "President of El Salvador", "government of El Salvador"),
        ("Tom Homan", "border czar", ""),
    ]


def test_what_is_contested(article) -> None:
    claim = "the administration defied the order"
    assert article.rows("what-is-contested") == [
        (claim, "affirmed", POST, "states"),
        (claim, "denied", "Karoline Leavitt", "denies"),
    ]


def test_who_denies_what(article) -> None:
    assert article.rows("who-denies-what", who="leavitt") == [
        ("Karoline Leavitt", "argues against", "a single judge may direct the flights", "denied"),
        ("Karoline Leavitt", "argues against", FEDERAL + "alien enemies act powers", "denied"),
        ("Karoline Leavitt", "argues against", FEDERAL + "foreign affairs", "denied"),
        ("Karoline Leavitt", "argues against", FEDERAL + "removal of foreign terrorists", "denied"),
        ("Karoline Leavitt", "argues against", FEDERAL + "repelling invasion", "denied"),
        ("Karoline Leavitt", "denies", "the administration defied the order", "contested"),
        ("Karoline Leavitt", "denies", "the flights conflict with the written order", "denied"),
        ("Karoline Leavitt", "argues against", "the order has a lawful basis", "denied"),
    ]


def test_who_denies_what_of_everybody_marks_what_is_only_relayed(article) -> None:
    rows = article.rows("who-denies-what")
    assert len(rows) == 15
    assert {row[0] for row in rows} == {
        "Karoline Leavitt",
        POST,
        "Tom Homan",
        "US Supreme Court (according to Karoline Leavitt)",
    }


def test_what_somebody_says_comes_with_what_is_disputed_first(article) -> None:
    assert article.rows("what-did-someone-say", who="homan") == [
        ("Tom Homan", "refuses", "the administration will comply with the order", "2025-03-17", "denied"),
        ("Tom Homan", "states", "Homan does not care what the judges think", "2025-03-17", "reported"),
        ("Tom Homan", "states", "Homan does not care what the left thinks", "2025-03-17", "reported"),
        ("Tom Homan", "promises", "the administration promised a safe country", "2025-03-17", "reported"),
        ("Tom Homan", "promises", "the administration will go on with the mass deportations", "2025-03-17", "reported"),
        ("Tom Homan", "states", "the administration will go on with the mass deportations", "2025-03-17", "reported"),
        ("Tom Homan", "states", "Trump is President", "2025-03-17", "accepted"),
    ]


def test_relayed_words_are_never_the_speakers_own(article) -> None:
    assert article.rows("second-hand-statements") == [
        ("Karoline Leavitt", "US Supreme Court", "denies", FEDERAL + "alien enemies act powers", "denied"),
        ("Karoline Leavitt", "US Supreme Court", "denies", FEDERAL + "foreign affairs", "denied"),
        ("Karoline Leavitt", "US Supreme Court", "denies", FEDERAL + "removal of foreign terrorists", "denied"),
        ("Karoline Leavitt", "US Supreme Court", "denies", FEDERAL + "repelling invasion", "denied"),
        ("The Washington Post", "James Boasberg", "orders", "the order requires the planes to turn back", "accepted"),
        ("The Washington Post", "James Boasberg", "orders", "the planes must be returned at once", "reported"),
        (
            "The Washington Post",
            "James Boasberg",
            "orders",
            "the planes must be returned to the United States",
            "reported",
        ),
        ("Tom Homan", "Donald Trump", "promises", "Trump promised a safe country", "reported"),
    ]


def test_who_says_the_same_leaves_out_what_the_speaker_ascribes_to_others(article) -> None:
    claim = "this group belongs to Tren de Aragua"
    assert article.rows("who-says-the-same", who="leavitt") == [
        ("Karoline Leavitt", "states", claim, "Nayib Bukele", "states", "reported")
    ]


def test_what_an_order_requires(article) -> None:
    order = "Boasberg's order to halt Alien Enemies Act deportations"
    planes = "return of the deportation planes to the United States"
    deportations = "deportations under the Alien Enemies Act, 2025"
    assert article.rows("what-does-an-order-require", law="boasberg-order") == [
        (POST, "states", order, "directed at", "Trump administration", "accepted"),
        (POST, "states", order, "prohibits", deportations, "accepted"),
        ("James Boasberg (according to The Washington Post)", "orders", order, "requires", planes, "accepted"),
        (POST, "states", order, "requires", planes, "accepted"),
    ]


def test_numbers_keep_their_bounds(article) -> None:
    campaign = "Trump administration's mass deportation campaign"
    officials = "unnamed senior Homeland Security officials"
    flown = "people on the deportation flights of 15 March 2025"
    assert article.rows("numbers-and-how-exact") == [
        (officials, "states", campaign, "arrest count", "at least", "32000", "reported"),
        (officials, "states", campaign, "share charged or convicted", "exactly", "0.7", "reported"),
        ("Nayib Bukele", "states", "deportees said to be MS-13 members", "headcount", "exactly", "21", "reported"),
        (
            "Nayib Bukele",
            "states",
            "deportees said to be Tren de Aragua members",
            "headcount",
            "exactly",
            "238",
            "reported",
        ),
        (POST, "states", flown, "headcount", "about", "250", "accepted"),
    ]


def test_accusations_name_who_makes_them(article) -> None:
    deportees = "deportees said to be accused of crimes"
    offences = (
        "aggravated assault",
        "aggravated assault of a police officer",
        "kidnapping",
        "prostitution",
        "sexual abuse of a child",
    )
    assert article.rows("who-was-accused-of-what") == [
        (OFFICIAL, "states", deportees, "accused of", offence, "reported") for offence in offences
    ]
    assert [row[4] for row in article.rows("who-was-accused-of-what", offence="kidnapping")] == ["kidnapping"]


def test_timeline_keeps_to_the_days(article) -> None:
    order = ("2025-01", "executive order classifying Tren de Aragua as a foreign terrorist organization")
    flights = ("2025-03-15", "deportation flights to El Salvador, 15 March 2025")
    assert article.rows("timeline") == [order, flights]
    assert article.rows("timeline", since="2025-02") == [flights]
    # January as a whole has begun by the 15th, and has not ended
    assert article.rows("timeline", since="2025-01-15", until="2025-01-15") == [order]
    assert article.rows("timeline", until="2024") == []


def test_statements_between_days_and_on_a_day(article) -> None:
    rows = article.rows("said-between", since="2025-03-10", until="2025-03-16")
    assert {(row[0], row[1]) for row in rows} == {
        ("2025-03", "Nayib Bukele"),
        ("2025-03-10/2025-03-16", "unnamed senior Homeland Security officials"),
        ("2025-03-16", "Nayib Bukele"),
    }
    assert article.rows("said-on-a-day", date="2025-03-16") == rows
    assert article.rows("said-between", since="2025-03-18", until="2025-03-31") == [
        row for row in rows if row[0] == "2025-03"
    ]
    assert article.rows("said-on-a-day", date="2025-04-01") == []


def test_where_people_were_taken(article) -> None:
    flights = "deportation flights to El Salvador, 15 March 2025"
    prison = "Terrorism Confinement Center (CECOT)"
    planes = "return of the deportation planes to the United States"
    assert article.rows("where-were-people-taken") == [
        (POST, "states", flights, "destination", prison, "accepted"),
        ("Karoline Leavitt", "states", flights, "origin", "United States", "reported"),
        (
            "James Boasberg (according to The Washington Post)",
            "orders",
            planes,
            "required: destination",
            "United States",
            "reported",
        ),
        ("Nayib Bukele", "states", "transfer of the deportees to CECOT", "destination", prison, "reported"),
    ]


def test_what_was_left_undisclosed(article) -> None:
    total = "number of people deported since the sweeps began"
    assert article.rows("what-was-left-undisclosed") == [
        (POST, "denies", "US Department of Homeland Security", total, "denied"),
        (POST, "denies", "US officials", "names of the deportees", "denied"),
    ]


def test_what_happened_under_an_act(article) -> None:
    internment = ("internment of immigrants in World War II", "internment", "", "World War II")
    assert article.rows("what-happened-under-an-act", law="alien-enemies-act") == [
        ("deportations under the Alien Enemies Act, 2025", "deportation", "", "", ""),
        (*internment, "German immigrants interned in World War II"),
        (*internment, "Italian immigrants interned in World War II"),
        (*internment, "Japanese immigrants interned in World War II"),
    ]


def test_designations(article) -> None:
    assert article.rows("designations") == [
        (
            "Donald Trump",
            "Tren de Aragua",
            "foreign terrorist organization",
            "executive order classifying Tren de Aragua as a foreign terrorist organization",
            "2025-01",
        )
    ]


def test_what_contradicts_what(article) -> None:
    comply, defied = "the administration will comply with the order", "the administration defied the order"
    conflict, over = "the flights conflict with the written order", "the removals were over before the order"
    assert article.rows("what-contradicts-what") == [
        (comply, defied, "Karoline Leavitt", "denies", defied),
        (comply, defied, POST, "states", defied),
        (comply, defied, "Tom Homan", "refuses", comply),
        (conflict, over, "Karoline Leavitt", "denies", conflict),
        (conflict, over, "Karoline Leavitt", "argues", over),
    ]


def test_promises_and_to_whom(article) -> None:
    assert article.rows("promises", who="homan") == [
        ("Tom Homan", "the administration promised a safe country", "American people", "reported"),
        ("Tom Homan", "the administration will go on with the mass deportations", "", "reported"),
    ]
    assert len(article.rows("promises")) == 3


def test_what_is_said_about_somebody(article) -> None:
    assert article.rows("what-is-said-about", about="boasberg") == [
        ("Karoline Leavitt", "argues against", "a single judge may direct the flights", "denied"),
        (POST, "states", "Boasberg is a US district judge", "accepted"),
        (POST, "states", "Boasberg issued the order", "accepted"),
    ]


def test_whom_the_speakers_stand_for(article) -> None:
    assert article.rows("who-speaks-for-whom") == [
        ("James Boasberg", "the office of US district judge", "US District Court (district not stated)"),
        ("Karoline Leavitt", "the office of White House press secretary", "White House"),
        ("Nayib Bukele", "the office of President of El Salvador", "government of El Salvador"),
        ("unnamed senior Homeland Security officials", "member of", "US Department of Homeland Security"),
        (OFFICIAL, "member of", "Trump administration"),
    ]


def test_who_is_quoted_how_often(article) -> None:
    # relayed words are counted apart: the court and the judge say nothing themselves here
    assert article.rows("who-is-quoted-how-often") == [
        (POST, "50", "2", "0"),
        ("Karoline Leavitt", "6", "8", "0"),
        ("Nayib Bukele", "13", "0", "0"),
        ("Tom Homan", "5", "1", "0"),
        (OFFICIAL, "6", "0", "0"),
        ("US Supreme Court", "0", "0", "4"),
        ("James Boasberg", "0", "0", "3"),
        ("unnamed senior Homeland Security officials", "2", "0", "0"),
        ("Donald Trump", "0", "0", "1"),
    ]


def test_where_and_when_somebody_spoke(article) -> None:
    assert article.rows("where-and-when-did-someone-speak", who="leavitt") == [
        ("Karoline Leavitt", "Leavitt's X post", "2025-03-17")
    ]


def test_a_document_in_its_own_order(article) -> None:
    rows = article.rows("claims-by-document", document="new york post")
    starts = [int(row[4]) for row in rows]
    # 84 attributions hold 103 claims between them
    assert len(rows) == 103
    assert starts == sorted(starts)
    assert rows[0] == (POST, "states", "Homan is border czar", "accepted", "0")


def test_words_of_claims_are_found_whatever_the_case(article) -> None:
    assert len(article.rows("claims-with-words", words="JURISDICTION")) == 8
    assert article.rows("claims-with-words", words=".*") == []


def test_a_stance_takes_in_those_under_it(article) -> None:
    assert {row[1] for row in article.rows("claims-put-in-one-way", how="denies")} == {
        "denies",
        "argues against",
        "refuses",
    }
    assert {row[1] for row in article.rows("claims-put-in-one-way", how="argues")} == {"argues"}
    assert article.rows("claims-put-in-one-way", how="warns") == []
