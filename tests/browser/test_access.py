"""axe-core finds nothing in the six states of the page, light and dark, large and small."""

import shutil
import subprocess
import tarfile
from typing import Any

import pytest

AXE = "axe-core@4.14.1"
RUN = """async () => {
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: rules });
    return violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.map((node) => node.html).slice(0, 3)}`);
}"""
STATES = ("picture", "claim", "table", "document in the dark", "entity in the dark", "phone")


def click(page: Any, name: str) -> None:
    """Click the label of a line or the middle of a card."""
    point = page.evaluate("name => kgraphPicture.pointOf(name)", name)
    page.mouse.click(point["x"], point["y"])


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core, fetched from npm once a run."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("needs npm for axe-core, which is not installed here: apt-get install npm")
    folder = tmp_path_factory.mktemp("axe")
    fetched = subprocess.run([npm, "pack", "--silent", AXE], cwd=folder, capture_output=True, text=True, timeout=120)
    packed = next(folder.glob("*.tgz"), None)
    if packed is None:
        pytest.skip(f"needs axe-core, which npm did not bring: {fetched.stderr.strip()[:200]}")
    with tarfile.open(packed) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode("utf-8")


def opened(open_page: Any, html: str, state: str) -> Any:
    page = open_page(html, dark="dark" in state, width=420 if state == "phone" else 1400)
    if state == "claim":
        click(page, "line1")
    elif state == "table":
        page.click("#to-table")
    elif state.startswith("document"):
        page.click("#to-doc")
    elif state.startswith("entity"):
        click(page, "law:harbour-order")
    return page


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page: Any, axe: str, town: str, state: str) -> None:
    page = opened(open_page, town, state)
    # evaluated as a debugger does, so that the policy of the page stays as it is
    page.evaluate(axe)
    assert page.evaluate(RUN) == []


def test_everything_that_can_be_clicked_is_large_enough(open_page: Any, town: str) -> None:
    for width in (1400, 390):
        page = open_page(town, width=width)
        if width == 390:
            page.click("#to-key")
        small = page.evaluate(
            """() => [...document.querySelectorAll('button, select, input, label')]
                .filter((one) => one.offsetParent && !one.matches('label input, h2 label'))
                .map((one) => [one.id || one.textContent.trim().slice(0, 20), one.getBoundingClientRect()])
                .filter(([, box]) => box.height < 24 || box.width < 24).map(([name]) => name)"""
        )
        assert small == []
