"""How lines run and where their words stand, and the figures that say how readable that is."""

from kgraph.claims import Claims
from kgraph.pictures import Card, Line, Picture, view
from kgraph.pictures.arrange import Arranged, arrange
from kgraph.pictures.curves import bends, curve
from kgraph.pictures.figures import measure


def card(id_: str) -> Card:
    return Card(id_, "Topic", id_, (id_,), "", 13, 100, 40, 1, (), ())


def line(id_: str, subject: str, object_: str, status: str = "reported") -> Line:
    return Line(id_, subject, object_, "says", ("says",), status, False, (), (), 40, 16)


def picture(cards: str, *lines: Line) -> Picture:
    return Picture("Test", "", (), (), tuple(map(card, cards)), lines, (), ())


def test_one_line_is_straight_and_ends_at_the_edges_of_its_cards() -> None:
    way = curve((0, 0), (400, 0), 0.0, ((100, 40), (100, 40)))
    (left, _), (right, _) = way.at(way.leaves), way.at(way.arrives)
    assert abs(left - 50) < 1
    assert abs(right - 350) < 1
    assert all(y == 0 for _, y in way.points(9))


def test_lines_between_the_same_cards_fan_out_and_the_contested_one_goes_straight() -> None:
    found = bends([line("1", "a", "b"), line("2", "b", "a", "contested"), line("3", "a", "b", "accepted")])
    assert found["2"] == 0
    tops = {curve((0, 0), (400, 0), found["1"]).at(0.5)[1], curve((0, 0), (400, 0), found["3"]).at(0.5)[1]}
    assert len(tops) == 2
    assert 0 not in tops


def test_lines_in_opposite_directions_do_not_run_on_each_other() -> None:
    found = bends([line("1", "a", "b"), line("2", "b", "a")])
    one = curve((0, 0), (400, 0), found["1"]).at(0.5)
    other = curve((400, 0), (0, 0), found["2"]).at(0.5)
    assert abs(one[1] - other[1]) > 20


def test_cards_that_touch_still_have_a_line() -> None:
    way = curve((0, 0), (60, 0), 0.0, ((100, 40), (100, 40)))
    assert (way.leaves, way.arrives) == (0, 1)


def test_the_figures_count_what_spoils_a_picture() -> None:
    cross = picture("abcdef", line("1", "a", "b"), line("2", "c", "d"), line("3", "e", "f"))
    spots = {"a": (0, 0), "b": (400, 400), "c": (0, 400), "d": (400, 0), "e": (0, 900), "f": (60, 900)}
    found = measure(arrange(cross, spots))
    assert (found.crossings, found.through, found.overlaps) == (1, 0, 1)
    # the one whose ends overlap has no room for its words
    assert found.label_overlaps >= 1


def test_a_line_goes_around_a_card_where_it_can() -> None:
    spots = {"a": (0, 0), "b": (200, 0), "c": (400, 0)}
    arranged = arrange(picture("abc", line("1", "a", "c")), spots)
    found = measure(arranged)
    assert arranged.bends["1"] != 0
    assert (found.crossings, found.through, found.width, found.height) == (0, 0, 500, 40)

    wall = Card("b", "Topic", "b", ("b",), "", 13, 100, 2000, 1, (), ())
    blocked = Picture("Test", "", (), (), (card("a"), wall, card("c")), (line("1", "a", "c"),), (), ())
    assert measure(arrange(blocked, spots)).through == 1


def test_labels_keep_off_cards_and_each_other(town: Claims) -> None:
    found = measure(arrange(view(town, title="Town")))
    assert (found.crossings, found.through, found.overlaps, found.label_overlaps) == (0, 0, 0, 0)


def test_a_picture_of_nothing_can_be_measured() -> None:
    nothing = arrange(picture(""))
    assert isinstance(nothing, Arranged)
    assert measure(nothing).zoom == 1
