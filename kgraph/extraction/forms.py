"""A draft as JSON, for programs that measure or use a reading without the dossier."""

import json

from kgraph.extraction.extract import Draft

__all__ = ["to_json"]


def to_json(draft: Draft) -> str:
    """Mentions, quotations and attributions with start and end in code points of the repaired text, end not included.

    `quotations` is what is said to have been said; `attributions` is wider: all that the text lays at somebody's door,
    attitudes and intentions too, with how likely it is that it does. Both have, where the text gives them,
    `speaker_span` and `cue_span`: where the words that name the speaker and the reporting words stand.
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
    attributions = [
        {"start": a.start, "end": a.end, "chance": a.chance, "construction": a.construction,
         "speaker_span": a.source_span, "cue_span": a.cue_span}
        for a in draft.attitudes
    ]  # fmt: skip
    return (
        json.dumps(
            {"mentions": mentions, "quotations": quotations, "attributions": attributions}, ensure_ascii=False, indent=1
        )
        + "\n"
    )
