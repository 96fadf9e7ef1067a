"""Whether a text reads as English."""

import re

from kgraph.extraction.lexicon import words

__all__ = ["is_english"]

#: code points that a text's language is told from, and how many words at least tell one
_SAMPLE, _TELLS = 100_000, 8
#: in English one word in four is of these, in Dutch, German, French or Spanish one in thirty
_SHARE = 0.08
#: the last letter of the Latin script's first blocks
_LATIN = "\u024f"


def is_english(text: str) -> bool:
    """Whether the words that hold English sentences together are as frequent as they are in English.

    Too few words tell nothing, and neither do names and numbers: such a text is taken for English.
    """
    found = re.findall(r"[^\W\d_]+", text[:_SAMPLE])
    letters = "".join(found)
    if sum(letter > _LATIN for letter in letters) > len(letters) / 2:
        return False
    # names are alike in all languages
    small = [word for word in found if word.islower() or not word.isascii()] or [word.lower() for word in found]
    holding = words("english")
    return len(small) < _TELLS or sum(word in holding for word in small) >= _SHARE * len(small)
