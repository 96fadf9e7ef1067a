"""Make a screenshot of a picture; needs Chromium.

    python docs/pictures/screenshot.py output/graph.html docs/pictures/overview.png 1800 1150

The picture at the top of the README is made with it.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def screenshot(page: Path, image: Path, width: int = 1400, height: int = 900) -> None:
    """Show the page in an offline browser with an empty profile and write what it shows; sizes in CSS pixels."""
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    if browser is None:
        sys.exit("a screenshot needs Chromium, which is not installed here: apt-get install chromium")
    with tempfile.TemporaryDirectory() as profile:
        arguments = (f"--user-data-dir={profile}", f"--window-size={width},{height}", f"--screenshot={image.resolve()}")
        subprocess.run([browser, *FLAGS, *arguments, page.resolve().as_uri()], check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    if len(sys.argv) not in (3, 5):
        sys.exit(__doc__)
    screenshot(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
