"""What a Markdown text says about itself: its front matter and its first heading. The text stays as it is."""

import re
from collections.abc import Iterator

__all__ = ["markdown_metadata"]

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_PAIR = re.compile(r"^([A-Za-z]+)[ \t]*:[ \t]+([^\s\[{|>&*!][^\r\n]*)", re.M)
_HEADING = re.compile(r"^ {0,3}#[ \t]+(\S[^\r\n]*)", re.M)
_CODE = re.compile(r"^(```+|~~~+).*?^\1", re.S | re.M)

# It stands at the top: no more than this many characters are looked at.
_TOP = 20_000
_ALSO = {"url": "address", "license": "licence", "lang": "language"}


def markdown_metadata(text: str) -> Iterator[tuple[str, str]]:
    """Fields and their values, as far as the text gives them, the most trusted first.

    Args:
        text: Markdown, perhaps with front matter: lines `key: value` between two lines `---` at its top. Keys are the
            names of the fields, or `url`, `license`, `lang`. Other keys, and nested YAML, say nothing. The first
            heading `# …` is the title of a text whose front matter has none.
    """
    text = text[:_TOP]
    front = _FRONT_MATTER.match(text)
    if front:
        for key, value in _PAIR.findall(front[1]):
            yield _ALSO.get(key.lower(), key.lower()), _unquoted(value)
    heading = _HEADING.search(_CODE.sub("", text[front.end() if front else 0 :]))
    if heading:
        yield "title", re.sub(r"[ \t]+#+$", "", heading[1].rstrip())


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
