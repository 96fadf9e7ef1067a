"""How a claim looks on a terminal: its status, who says so, the words, the place."""

from kgraph.claims import Claim, Passage, Said, sentence
from kgraph.cli.output import one_line, say
from kgraph.ontology import Ontology

__all__ = ["MARKS", "show_claim", "words_and_place"]

MARKS = {"accepted": "●", "reported": "❝", "contested": "≠", "denied": "✕", "retracted": "⌫"}


def show_claim(ontology: Ontology, claim: Claim, indent: str = "  ") -> None:
    """A claim with every sentence that affirms or denies it."""
    unreviewed = ", unreviewed" if claim.unreviewed else ""
    fact = ", a fact here" if claim.fact else ""
    say(f"{indent}{MARKS[claim.status]} {claim.label}  [{claim.status}{fact}{unreviewed}]", style=claim.status)
    for said in claim.said:
        mark = "" if not said.proposed else "  (unreviewed)"
        say(f"{indent}    {sentence(ontology, claim, said)}{mark}")
        for passage in said.passages:
            say(f"{indent}      {words_and_place(passage, said)}", style="dim")


def words_and_place(passage: Passage, said: Said | None = None) -> str:
    """The exact words and where they stand."""
    words = (
        f"“{one_line(passage.words)}”"
        if passage.words is not None
        else f"(words withheld, SHA-256 {(passage.digest or '')[:8]}…)"
    )
    spoken = f", in {said.said_in.label}" if said and said.said_in else ""
    spoken += f", {said.said_on}" if said and said.said_on else ""
    return f"{words}  {passage.source.label}, {passage.place}{spoken}"
