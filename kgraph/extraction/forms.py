"""A draft as JSON, for programs that measure or use a reading without the dossier."""

import json

from kgraph.extraction.extract import Draft

__all__ = ["to_json"]


def to_json(draft: Draft) -> str:
    """Mentions and quotations with start and end in code points of the repaired text, the end not included.

    A quotation has, where the text gives them, `speaker_span` and `cue_span`: where the words that name the speaker and
    the reporting words stand.
    """
    mentions = []
    for mention in draft.dossier.mentions:
        start, end = map(int, mention.at.split("-"))
        mentions.append(
            {"start": start, "end": end, "type": mention.type, "entity": mention.entity, "form": mention.form}
        )
    quotations = [
        {"start": q.start, "end": q.end, "kind": q.kind, "speaker": q.speaker or "", "via": q.via, "cue": q.cue,
         "speaker_span": q.speaker_span, "cue_span": q.cue_span}
        for q in draft.quotes
    ]  # fmt: skip
    return json.dumps({"mentions": mentions, "quotations": quotations}, ensure_ascii=False, indent=1) + "\n"
