"""New entities: what the registry does not know, named from the words of the text."""

from dataclasses import dataclass, field

from kgraph.dossier import Entity
from kgraph.errors import BadInput
from kgraph.extraction.spans import KIND_OF_CLASS, Span
from kgraph.registry import Registry
from kgraph.terms import slug

__all__ = ["Mint"]


@dataclass(slots=True)
class Mint:
    """Makes names and keeps what was made; never gives a name that the registry has."""

    registry: Registry
    #: the 16 digits of the document's name, for what only this document knows
    document: str
    #: by name
    made: dict[str, Entity] = field(default_factory=dict)

    def __call__(self, span: Span, words: str, label: str | None = None) -> str | None:
        """A new entity of the mention's class; None where no name can be made, or where it is somebody else's."""
        name = self.name(span, words)
        if name is None or name.startswith("doc:") or self.registry.get(name) is not None:
            return None
        if name not in self.made:
            data = {"id": name, "label": " ".join((label or span.text).split()), "class": span.type}
            self.made[name] = Entity.model_validate(data)
        return name

    def own(self, span: Span, label: str) -> str | None:
        """A thing of this document alone: its name ends in the document's."""
        return self(span, f"{label} {self.document}", label)

    @staticmethod
    def name(span: Span, words: str) -> str | None:
        """The name that these words make."""
        try:
            return f"{KIND_OF_CLASS[span.type]}:{slug(words)}"
        except (BadInput, KeyError):
            return None
