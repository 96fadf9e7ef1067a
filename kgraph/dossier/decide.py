"""Adding a decision to a dossier's text: some lines more, and not one other character changed."""

import json
import re
from typing import Any

from kgraph.dossier.model import REASONS, Decision, Where
from kgraph.dossier.text import Span, load, spans
from kgraph.errors import BadInput

__all__ = ["LINE_END", "decide"]

#: line ends as YAML 1.1 sees them, which is what the parser counts
LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
#: words that need no quotes, if they also read back as themselves
_PLAIN = re.compile(r"[^\W_][\w.:+/ -]*")
#: what JSON may hold as it is and YAML may not
_TO_ESCAPE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def decide(text: str, number: int, decision: Decision) -> str:
    """The text of a dossier with one more decision on an attribution; all else stays as it is, to the character.

    Args:
        text: the dossier; read it without translating line ends, so that these stay too.
        number: index of the attribution in the file, from 0.
        decision: what is added, after the decisions that are there.

    Raises:
        BadInput: the text is no dossier, there is no such attribution, the decision rejects without a reason, or
            the lines cannot be added without touching others; the message says what to write by hand.
    """
    if decision.decision == "rejected" and decision.reason not in REASONS:
        raise BadInput("to reject needs a reason: one of " + ", ".join(REASONS))
    mark, body = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    data, lines = load(body)
    attributions = data.get("attributions") if isinstance(data, dict) else None
    if not isinstance(attributions, list):
        attributions = []
    if not 0 <= number < len(attributions):
        raise BadInput(f"there is no attribution {number + 1}; this dossier has {len(attributions)}")
    where: Where = ("attributions", number)
    said, place = attributions[number], f"dossier:{lines[where]}"
    if not isinstance(said, dict):
        raise BadInput(f"{place}: attribution {number + 1} must be a mapping of names to values")
    before = said.get("decisions")
    if before is not None and not isinstance(before, list):
        raise BadInput(f"{place}: decisions of attribution {number + 1} must be a list")
    entry = decision.model_dump(exclude_defaults=True)
    after = _spliced(body, spans(body), where, said, entry)
    # the proof: read again, the dossier has this decision more and nothing else
    said["decisions"] = [*(before or []), entry]
    try:
        same = repr(_sorted(load(after)[0])) == repr(_sorted(data))
    except BadInput:
        same = False
    if not same:
        raise BadInput(
            f"{place}: the decision cannot be added without changing other lines; write `decisions:` of attribution "
            f"{number + 1} as a list with one `- decision: …` a line, as `kgraph extract` does"
        )
    return mark + after


def _spliced(text: str, found: dict[Where, Span], where: Where, said: dict[str, Any], entry: dict[str, Any]) -> str:
    """The text with the entry in it, in the style of what stands there."""
    around, known = found[where], (*where, "decisions")
    there = found.get(known)
    if there is None and around.flow:
        return _in_brackets(text, around.end - 1, f"decisions: [{_flow(entry)}]", bool(said))
    if there is None:
        indent = " " * around.column
        return _below(text, around.end, [f"{indent}decisions:", *_block(entry, f"{indent}  ")])
    if there.flow:
        return _in_brackets(text, there.end - 1, _flow(entry), bool(said["decisions"]))
    if said["decisions"] is None:
        return _below(text, there.end, _block(entry, " " * (around.column + 2)))
    return _below(text, there.end, _block(entry, " " * there.column))


def _below(text: str, end: int, added: list[str]) -> str:
    """The text with lines below the one in which a value ends; below a block of text, where it ends."""
    first = LINE_END.search(text)
    line_end = first[0] if first else "\n"
    start = max((m.end() for m in LINE_END.finditer(text, 0, end)), default=0)
    if text[start:end].strip(" "):
        following = LINE_END.search(text, end)
        if following is None:
            return text + "".join(line_end + line for line in added)
        line_end, start = following[0], following.end()
    return text[:start] + "".join(line + line_end for line in added) + text[start:]


def _in_brackets(text: str, closing: int, added: str, follows: bool) -> str:
    """The text with an item before a closing bracket."""
    inside = text[:closing].rstrip()
    comma = ", " if follows and not inside.endswith(",") else ""
    # after a comment the item needs its own line, where the bracket stands
    start = closing if LINE_END.search(text, len(inside), closing) else len(inside)
    return text[:start] + comma + added + text[start:]


def _block(entry: dict[str, Any], indent: str) -> list[str]:
    lines = [f"{key}: {_flow(value) if isinstance(value, dict) else _word(value)}" for key, value in entry.items()]
    return [f"{indent}{'  ' if i else '- '}{line}" for i, line in enumerate(lines)]


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str) and re.fullmatch("[a-z_]+", value) and _reads_back(value):
        return value
    return _TO_ESCAPE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))


def _word(value: Any) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and _reads_back(value):
        return value
    return _flow(value)


def _reads_back(word: str) -> bool:
    try:
        return bool(load(f"- {word}")[0] == [word])
    except BadInput:
        return False


def _sorted(data: Any) -> Any:
    """Data whose mappings compare alike in any order of their keys."""
    if isinstance(data, dict):
        return sorted((key, repr(_sorted(value))) for key, value in data.items())
    return [_sorted(item) for item in data] if isinstance(data, list) else data
