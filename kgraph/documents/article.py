"""The article of a web page, without menus, teasers and footers.

A page is read as a tree of blocks with runs of text in them. What is marked as something else goes: navigation,
asides, hidden parts, lists of links. Of what is left, the block is taken that the page calls the article's body, or the
article, else the innermost one that holds most of the running text. That the length of a text and its share of links
tell it from its surroundings: Kohlschütter, Fankhauser and Nejdl, "Boilerplate detection using shallow text features",
WSDM 2010.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree

__all__ = ["article_text"]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Elements that stand in a line of text; all others begin a new one.
_INLINE = _words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp"
    " small span strike strong sub sup time tt u var wbr"
)
# Elements that hold no article text. A head is none of them: where a page opens no body, the parser leaves all in it.
_NEVER = _words(
    "title script style noscript template nav aside footer figcaption iframe object embed svg canvas video audio map"
    " button select textarea dialog menu"
)
_OTHER_ROLES = _words("navigation complementary banner contentinfo search dialog alertdialog menu menubar")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

# Words in a block's class or id that say that it is not the article …
_NOISE = _words(
    "ad ads advert advertisement breadcrumb breadcrumbs byline caption comment comments consent cookie cookies credit"
    " disqus footer menu modal nav navigation newsletter outbrain popup promo recommended related share sharing sidebar"
    " social sponsored subscribe taboola tags toolbar trending"
)
# … but never of one that holds a whole page or article.
_WHOLE = ("html", "body", "main", "article")
# A class that is one of these, letters only, means the article's body.
_BODIES = _words("articlebody articlecontent articletext entrycontent postbody postcontent storybody storycontent")

# A block with this share of the running text holds the article.
_MOST = 0.75
# A line of so many characters, less than half of them links, is running text.
_RUNNING = 60


@dataclass(frozen=True, slots=True)
class _Run:
    """One line of text."""

    text: str = ""
    #: how many of its characters are links or times
    linked: int = 0
    #: h1 to h6, else empty
    heading: str = ""

    @property
    def running(self) -> int:
        """How many characters of running text it has."""
        return len(self.text) if len(self.text) >= _RUNNING and self.linked * 2 < len(self.text) else 0


@dataclass(slots=True)
class _Block:
    """An element that begins a new line, with the runs from `first` to before `last` in it."""

    tag: str
    #: `body` or `article` if the page calls it that
    role: str
    noise: bool
    first: int
    last: int = 0
    blocks: list["_Block"] = field(default_factory=list)


def article_text(root: etree._Element) -> str:
    """The paragraphs, subheadings and list items of a page's article, one a line; empty if there are none.

    White space is collapsed. Headings of the first order are left out: they are the title.
    """
    outline = _Outline(root)
    _drop_noise(outline)
    article = _article(outline)
    runs = [run for run in outline.runs[article.first : article.last] if run.linked * 3 < len(run.text) * 2]
    runs = [run for run in runs if run.heading != "h1"]
    # A heading without text under it belonged to what was left out.
    under = [*(run.heading for run in runs[1:]), "end"]
    return "\n".join(run.text for run, below in zip(runs, under, strict=False) if not (run.heading and below))


class _Outline:
    """The blocks and runs of a page, without what is never part of an article."""

    def __init__(self, root: etree._Element) -> None:
        self.top = _Block("", "", False, 0)
        self.runs: list[_Run] = []
        self._open = [self.top]
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._read(root)
        self.top.last = len(self.runs)

    def _read(self, root: etree._Element) -> None:
        # A loop, not a recursion: pages nest deeper than Python's stack likes.
        walk = etree.iterwalk(root, events=("start", "end"))
        left_out = None
        for event, element in walk:
            tag = str(element.tag)
            if event == "start":
                if _is_left_out(element, self._open):
                    left_out = element
                    walk.skip_subtree()
                else:
                    self._begin(element, tag)
                    self._add(element.text)
            else:
                if element is not left_out:
                    self._end(tag)
                self._add(element.tail)
        self._flush()

    def _begin(self, element: etree._Element, tag: str) -> None:
        self._links += tag in ("a", "time")
        if tag not in _INLINE:
            self._flush()
            block = _Block(tag, _role(element), _is_noise(element), len(self.runs))
            self._open[-1].blocks.append(block)
            self._open.append(block)

    def _end(self, tag: str) -> None:
        self._links -= tag in ("a", "time")
        if tag not in _INLINE:
            self._flush()
            self._open.pop().last = len(self.runs)

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(text)
            self._linked += len(" ".join(text.split())) if self._links else 0

    def _flush(self) -> None:
        if text := " ".join("".join(self._pieces).split()):
            heading = next((block.tag for block in self._open if block.tag in _HEADINGS), "")
            self.runs.append(_Run(text, self._linked, heading))
        self._pieces.clear()
        self._linked = 0


def _is_left_out(element: etree._Element, inside: list[_Block]) -> bool:
    tag, get = str(element.tag), element.get
    return (
        tag in _NEVER
        or get("hidden") is not None
        or get("aria-hidden") == "true"
        or get("role") in _OTHER_ROLES
        or bool(_HIDDEN.search(get("style") or ""))
        or (tag == "header" and not any(block.tag in ("main", "article") for block in inside))
    )


def _role(element: etree._Element) -> str:
    classes = (re.sub("[^a-z]", "", name) for name in (element.get("class") or "").lower().split())
    if "articleBody" in (element.get("itemprop") or "").split() or not _BODIES.isdisjoint(classes):
        return "body"
    return "article" if element.tag == "article" or element.get("role") == "article" else ""


def _is_noise(element: etree._Element) -> bool:
    if element.tag in _WHOLE:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return not _NOISE.isdisjoint(re.findall("[a-z]+", names))


def _within(block: _Block) -> Iterator[_Block]:
    """The blocks below one, in the order of the page."""
    waiting = block.blocks[::-1]
    while waiting:
        below = waiting.pop()
        yield below
        waiting.extend(reversed(below.blocks))


def _drop_noise(outline: _Outline) -> None:
    """Empty the runs of blocks that say that they are not the article, unless most of the text is in them."""
    sums = _sums(outline.runs)
    dropped = 0
    for block in _within(outline.top):
        if block.noise and block.last > dropped and (sums[block.last] - sums[block.first]) * 2 <= sums[-1]:
            dropped = block.last
            outline.runs[block.first : block.last] = [_Run()] * (block.last - block.first)


def _article(outline: _Outline) -> _Block:
    sums = _sums(outline.runs)

    def weight(block: _Block) -> int:
        return sums[block.last] - sums[block.first]

    for role in ("body", "article"):
        called = [block for block in _within(outline.top) if block.role == role and block.last > block.first]
        if called and weight(best := max(called, key=weight)) * 2 >= sums[-1]:
            return best
    block = outline.top
    while weight(block):
        heaviest = max(block.blocks, key=weight, default=block)
        lines = sum(run.running > 0 for run in outline.runs[heaviest.first : heaviest.last])
        # A lead paragraph may stand above the block that holds the others.
        lead = block.tag != "body" and any(b.tag == "p" and weight(b) for b in block.blocks if b is not heaviest)
        if heaviest is block or weight(heaviest) < _MOST * weight(block) or lines < 2 or lead:
            break
        block = heaviest
    return block


def _sums(runs: list[_Run]) -> list[int]:
    """How much running text, or text if there is none running, stands before each run and in all."""
    running = any(run.running for run in runs)
    return list(accumulate((run.running if running else len(run.text) for run in runs), initial=0))
