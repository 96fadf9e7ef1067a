"""Make the screenshots of the docs from the committed example; needs Playwright and Chromium.

python docs/pictures/screenshots.py
"""

import json
import re
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "output" / "graph.html"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def states(html: str) -> dict[str, tuple[str, int, int, bool]]:
    """Name of each screenshot to address, width, height and whether it is dark."""
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert data is not None  # noqa: S101
    page = json.loads(data[1])["page"]
    contested = next(id_ for id_, one in page["statements"].items() if one["status"] == "contested")
    return {
        "overview": ("", 1800, 1150, False),
        "contested": (f"#claim={contested}", 1400, 900, False),
        "table": ("#view=table&status=contested+denied", 1400, 900, False),
        "document": ("#view=doc", 1400, 900, False),
        "phone": ("", 420, 860, False),
        "dark": ("#entity=person:donald-trump", 1400, 900, True),
    }


def main() -> None:
    """Make them all."""
    from playwright.sync_api import sync_playwright

    browser_path = next(filter(None, map(shutil.which, NAMES)), None)
    if browser_path is None:
        sys.exit("screenshots need Chromium, which is not installed here: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for name, (at, width, height, dark) in states(PAGE.read_text(encoding="utf-8")).items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", offline=True
            )
            page = context.new_page()
            page.goto(PAGE.as_uri() + at)
            page.wait_for_function("typeof kgraphPicture === 'object'")
            if name == "document":
                # the briefing, whose words are here, and one of its passages with its claims
                page.locator(
                    "#texts article", has_text="Alien Enemies Act deportations"
                ).first.scroll_into_view_if_needed()
                page.locator(".passage.contested:not(.kept-back)").first.click()
            page.screenshot(path=HERE / f"{name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
