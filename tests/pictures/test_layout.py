"""Where cards stand: apart, with room for labels, few crossings, and the same every time."""

import subprocess
import sys
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.pictures.geometry import crosses, hits, reach
from kgraph.pictures.layout import Tie, layout

SIZE = (120, 40)


def apart(spots: dict[str, tuple[int, int]], sizes: dict[str, tuple[int, int]]) -> bool:
    return all(
        abs(spots[a][0] - spots[b][0]) >= (sizes[a][0] + sizes[b][0]) / 2
        or abs(spots[a][1] - spots[b][1]) >= (sizes[a][1] + sizes[b][1]) / 2
        for a, b in combinations(spots, 2)
    )


def test_nothing_and_one_card() -> None:
    assert layout({}, []) == {}
    assert layout({"a": SIZE}, []) == {"a": (60, 20)}
    assert layout({"a": SIZE}, [Tie("a", "a")]) == {"a": (60, 20)}


def test_two_cards_leave_room_for_the_label_between_them() -> None:
    spots = layout({"a": SIZE, "b": SIZE}, [Tie("a", "b", 80, 30)])
    (ax, ay), (bx, by) = spots["a"], spots["b"]
    length = ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5
    direction = ((bx - ax) / length, (by - ay) / length)
    seen = length - 2 * reach(*SIZE, direction)
    assert seen >= abs(direction[0]) * 80 + abs(direction[1]) * 30


def test_parallel_lines_get_more_room_than_one() -> None:
    def length(times: int) -> float:
        spots = layout({"a": SIZE, "b": SIZE}, [Tie("a", "b", 80, 30)] * times)
        return ((spots["a"][0] - spots["b"][0]) ** 2 + (spots["a"][1] - spots["b"][1]) ** 2) ** 0.5

    assert length(1) < length(3)


def crossings(spots: dict[str, tuple[int, int]], ties: list[Tie]) -> int:
    return sum(
        crosses(spots[one.subject], spots[one.object], spots[other.subject], spots[other.object])
        for one, other in combinations(ties, 2)
        if len({one.subject, one.object, other.subject, other.object}) == 4
    )


def test_four_cards_that_are_all_joined_need_no_crossing() -> None:
    sizes = dict.fromkeys("abcd", SIZE)
    ties = [Tie(a, b, 40, 16) for a, b in combinations("abcd", 2)]
    spots = layout(sizes, ties)
    assert apart(spots, sizes)
    assert crossings(spots, ties) == 0


def test_a_grid_needs_no_crossing() -> None:
    names = [f"{x}{y}" for x in "012" for y in "012"]
    ties = [
        Tie(a, b, 40, 16)
        for a, b in combinations(names, 2)
        if abs(int(a[0]) - int(b[0])) + abs(int(a[1]) - int(b[1])) == 1
    ]
    sizes = dict.fromkeys(names, SIZE)
    spots = layout(sizes, ties)
    assert apart(spots, sizes)
    assert crossings(spots, ties) == 0


def test_no_line_runs_through_a_card_of_a_ring_with_a_middle() -> None:
    ring = [f"r{i}" for i in range(8)]
    ties = [Tie(a, b, 60, 16) for a, b in zip(ring, ring[1:] + ring[:1], strict=True)]
    ties += [Tie("middle", name, 60, 16) for name in ring]
    sizes = dict.fromkeys([*ring, "middle"], SIZE)
    spots = layout(sizes, ties)
    assert apart(spots, sizes)
    for tie in ties:
        for name in set(sizes) - {tie.subject, tie.object}:
            assert not hits(spots[tie.subject], spots[tie.object], spots[name], *SIZE)


def test_separate_parts_are_packed_side_by_side() -> None:
    sizes = {f"{part}{i}": SIZE for part in "abcd" for i in range(3)}
    ties = [Tie(f"{part}0", f"{part}{i}", 60, 16) for part in "abcd" for i in (1, 2)]
    spots = layout(sizes, ties)
    assert apart(spots, sizes)
    assert min(x for x, _ in spots.values()) == 60
    assert min(y for _, y in spots.values()) == 20


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(30, 240), st.integers(24, 90)), min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20),
)
def test_cards_never_overlap(boxes: list[tuple[int, int]], pairs: list[tuple[int, int]]) -> None:
    sizes = {f"c{i}": box for i, box in enumerate(boxes)}
    ties = [Tie(f"c{a}", f"c{b}", 60, 30) for a, b in pairs if a < len(boxes) and b < len(boxes)]
    spots = layout(sizes, ties)
    assert set(spots) == set(sizes)
    assert apart(spots, sizes)


def test_a_small_picture_stands_where_it_always_stood() -> None:
    sizes = {"hub": (160, 50), "a": SIZE, "b": SIZE, "c": SIZE, "lone": (90, 30)}
    ties = [Tie("hub", name, 70, 30) for name in "abc"] + [Tie("a", "b", 50, 16)]
    assert layout(sizes, ties) == GOLDEN


def test_the_order_of_hashes_does_not_matter() -> None:
    program = (
        "from kgraph.pictures.layout import Tie, layout\n"
        "names = [f'n{i}' for i in range(14)]\n"
        "ties = [Tie(names[i], names[(i * 5 + 1) % 14], 60, 30) for i in range(14)] + [Tie('n0', 'n7', 50, 16)]\n"
        "print(layout({name: (120, 40) for name in set(names)}, ties))\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(runs) == 1


#: made once and looked at; a change of the layout changes it, and that is to be looked at too
GOLDEN = {"a": (318, 238), "b": (234, 136), "c": (80, 161), "hub": (80, 262), "lone": (175, 15)}
