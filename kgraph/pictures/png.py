"""A picture as an image of dots: an installed Chromium draws the SVG figure."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from kgraph.errors import NotThere

__all__ = ["to_png"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_FLAGS = (
    *("--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-sync", "--disable-quic"),
    *("--disable-background-networking", "--disable-component-update", "--force-device-scale-factor=2"),
)
_SECONDS = 120


def to_png(drawing: str, width: int, height: int) -> bytes:
    """The drawing as a PNG image of twice the size.

    Args:
        drawing: an SVG file.
        width: of the drawing, in pixels.
        height: of the drawing.

    Raises:
        NotThere: there is no Chromium, or it does not draw.
    """
    browser = next(filter(None, map(shutil.which, _NAMES)), None)
    if browser is None:
        raise NotThere(
            "a PNG needs Chromium or Chrome, which is not installed here; write SVG with --svg, or install it"
        )
    with tempfile.TemporaryDirectory() as folder:
        source, image = Path(folder) / "picture.svg", Path(folder) / "picture.png"
        source.write_text(drawing, encoding="utf-8", newline="\n")
        # Chromium does not start as root inside its sandbox; nothing but our own drawing is shown
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        places = [f"--user-data-dir={folder}/profile", f"--window-size={width},{height}", f"--screenshot={image}"]
        try:
            subprocess.run(  # noqa: S603
                [browser, *_FLAGS, *sandbox, *places, source.as_uri()],
                capture_output=True,
                timeout=_SECONDS,
                check=True,
            )
            return image.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise NotThere(
                f"{browser} did not draw the picture ({type(error).__name__}); write SVG with --svg"
            ) from None
