"""The system's Chromium, offline and with an empty profile; a test fails on any request or message of the page."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kgraph import ontology
from kgraph.claims import Claims
from kgraph.pictures import draw
from kgraph.store import Store
from kgraph.terms import Quad

TOWN = Path(__file__).resolve().parents[1] / "pictures" / "town.trig"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

#: writes a page to a file and opens it: `open_page(html, width=…, dark=…, scripts=…, at="#…")`
Opener = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser, started once."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("needs Chromium, which is not installed here: apt-get install chromium")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Opener]:
    contexts, heard = [], []

    def opened(
        html: str, *, width: int = 1400, height: int = 900, dark: bool = False, scripts: bool = True, at: str = ""
    ) -> Any:
        path = tmp_path / "picture.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            offline=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: heard.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        page.on("dialog", lambda dialog: heard.append(f"dialog: {dialog.message}"))
        page.on("popup", lambda popup: heard.append(f"popup: {popup.url}"))
        page.on(
            "request",
            lambda request: (
                heard.append(f"request: {request.url}")
                if not request.url.startswith((path.as_uri(), "data:,"))
                else None
            ),
        )
        page.goto(path.as_uri() + at)
        if scripts:
            assert page.evaluate("typeof kgraphPicture") == "object"
        return page

    yield opened
    for context in contexts:
        context.close()
    assert heard == []


@pytest.fixture(scope="session")
def quads() -> list[Quad]:
    """The town of the pictures' tests."""
    with Store.open(TOWN) as store:
        return sorted(quad for quad in store.quads() if not quad.graph.endswith("/ontology>"))


@pytest.fixture(scope="session")
def page_of() -> Callable[..., str]:
    """The page of some statements."""

    def make(quads: list[Quad], **how: Any) -> str:
        with Store.of(quads) as store:
            return draw(Claims(store, ontology.load()), **{"title": "Harbour and town", **how})

    return make


@pytest.fixture(scope="session")
def town(quads: list[Quad], page_of: Callable[..., str]) -> str:
    return page_of(quads)
