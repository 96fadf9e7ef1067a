"""Attributions: whose each claim is, with which stance, in which words; one for the same words, speaker and stance."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from kgraph.dossier import Attribution, Claim, Decision, Passage
from kgraph.extraction.bills import Heading
from kgraph.extraction.frames import Candidate
from kgraph.extraction.gate import Gate
from kgraph.extraction.quotations import Quote
from kgraph.extraction.slots import enacts
from kgraph.extraction.stance import MODALITIES, Put, how

__all__ = ["attribute"]

#: characters before a passage in which a hedge ("allegedly") bears on it
_BEFORE = 14


def attribute(
    candidates: Iterable[Candidate],
    said: list[Quote],
    gate: Gate,
    *,
    publisher: str,
    head: Heading | None,
    by: str,
    keep_words: bool,
) -> list[Attribution]:
    """What passes the gate, grouped, in the order of the text.

    Args:
        candidates: what the frames read.
        said: the quotations, and what is thought; a stance may be open, and then the claim falls.
        gate: keeps what falls.
        publisher: whose words they are where nobody is quoted.
        head: the heading, where the document is a bill: the sponsor speaks below it.
        by: the reader's name, for the record.
        keep_words: whether passages carry their words, or their digest.
    """
    once: set[tuple[str, str, str | None, str]] = set()
    grouped: dict[tuple[int, int, str, str, str, str], dict[tuple[str, ...], Claim]] = {}
    for found in gate.differ(list(candidates)):
        voice = publisher if head is None or found.end <= head.end else head.sponsor
        speaker, cue, via = _who(found, said, voice)
        line = gate.text.rfind("\n", 0, found.start) + 1
        # what a thing is called by holds whatever is said of it
        word = None if found.frame.first[0] == "self" else found.verb
        put = how(word, gate.text[max(line, found.start - _BEFORE) : found.end])
        if put is not None and put.reported and not any(q.start <= found.start and found.end <= q.end for q in said):
            speaker = None
        if put is not None:
            put = _proposed(found, put, head)
        passed = gate(found, speaker, None if put is None else _stance(cue, put.stance, found))
        if passed is None or put is None:
            continue
        claim = Claim(
            subject=passed.subject,
            relation=found.frame.relation,
            object=passed.object,
            modality=put.modality,
            bound=found.bound,
        )
        told = (passed.speaker, passed.stance, via, claim.model_dump_json())
        if found.frame.kind == "event" and told in once:
            # a text comes back to its event again and again
            continue
        once.add(told)
        condition = found.words(*put.condition) if put.condition and keep_words else ""
        key = (found.start, found.end, passed.speaker, passed.stance, via or "", condition)
        grouped.setdefault(key, {}).setdefault((claim.subject, claim.relation, str(claim.object)), claim)
    return [
        Attribution(
            speaker=speaker,
            stance=stance,
            via=via or None,
            condition=condition or None,
            passages=[_passage(gate.text, start, end, keep_words=keep_words)],
            claims=list(claims.values()),
            decisions=[Decision(decision="proposed", by=by)],
        )
        for (start, end, speaker, stance, via, condition), claims in sorted(grouped.items(), key=lambda item: item[0])
    ]


def _who(found: Candidate, said: list[Quote], voice: str | None) -> tuple[str | None, str, str | None]:
    """Speaker, stance and relayer: of the innermost quotation around it; what a thing is, is the narrator's own."""
    around = [q for q in said if q.start <= found.start and found.end <= q.end]
    if found.frame.own == "publisher":
        # what somebody is, the narrator says, in reported speech too; between marks it is the speaker's word
        around = [q for q in around if q.marks]
    if not around:
        return voice, "states", None
    inner = min(around, key=lambda q: (q.end - q.start, q.start))
    return inner.speaker, inner.stance, inner.via


def _proposed(found: Candidate, put: Put, head: Heading | None) -> Put:
    """What a bill would do, and what a frame takes for intended, is put so."""
    if head is not None and found.frame.kind != "heading" and found.verb is not None and put.stance == "states":
        if head.bill is not None and found.subject.entity == head.bill.entity:
            return replace(put, stance="proposes", modality="intended")
        if enacts(found.verb) and found.frame.relation != "sem:eventType":
            return replace(put, modality=put.modality or "intended")
    if found.frame.own in MODALITIES:
        return replace(put, modality=put.modality or found.frame.own)
    return put


def _stance(cue: str, own: str, found: Candidate) -> str | None:
    """The speaker's stance on the claim, from the cue and from how the clause itself puts it."""
    if found.frame.own == "alleges":
        return "alleges" if own != "denies" else None
    if found.frame.own in ("denies", "disputes") and own in ("states", "denies"):
        own = found.frame.own if own == "states" else "states"
    if cue in ("denies", "disputes"):
        return cue if own == "states" else None
    if not cue:
        return None
    return own if own != "states" else cue


def _passage(text: str, start: int, end: int, *, keep_words: bool) -> Passage:
    words = text[start:end]
    if keep_words:
        return Passage(at=f"{start}-{end}", words=words)
    return Passage(at=f"{start}-{end}", digest=hashlib.sha256(words.encode("utf-8")).hexdigest())
