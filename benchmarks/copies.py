"""The shipped example many times over, with renamed addresses, so that figures at size are figures of real claims.

Events, groups, sources and documents are renamed in each copy; people, bodies, offices, laws and places are shared by
twenty copies, as in a newsroom's archive where the same names come back.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kgraph import dossier, registry
from kgraph.dossier import Dossier
from kgraph.registry import Known, Registry
from kgraph.workspace import example

SHARED_BY = 20
_EACH = ("event:", "group:", "topic:", "doc:")
_OFTEN = ("person:", "body:", "office:", "law:", "place:")


def copies(number: int) -> tuple[list[Dossier], Registry]:
    """So many copies of the example's dossiers, and a registry that knows their people."""
    originals = [dossier.read(path) for path in example().dossiers]
    shipped = registry.load()
    known = list(_registry(shipped, -(-number // SHARED_BY)))
    hashes = [original.document.sha256 for original in originals]
    return [_copy(original, i, hashes) for i in range(number) for original in originals], Registry(known)


def _registry(shipped: Registry, groups: int) -> Iterator[Known]:
    for entity in shipped:
        yield entity
        for group in range(1, groups):
            yield replace(entity, id=f"{entity.id}-{group}", label=f"{entity.label} {group}", aliases=())
        if entity.id.startswith(_EACH):
            for copy in range(1, groups * SHARED_BY):
                yield replace(entity, id=f"{entity.id}-c{copy}", label=f"{entity.label} {copy}", aliases=())


def _copy(original: Dossier, copy: int, hashes: list[str]) -> Dossier:
    if copy == 0:
        return original
    new = {old: hashlib.sha256(f"{old} {copy}".encode()).hexdigest() for old in hashes}
    short = {old[:16]: other[:16] for old, other in new.items()}
    group = copy // SHARED_BY

    def renamed(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: renamed(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [renamed(item, key) for item in value]
        if key == "sha256":
            return new[value]
        # documents, and the unnamed sources that belong to them
        if isinstance(value, str) and value[-16:] in short:
            return value[:-16] + short[value[-16:]]
        if isinstance(value, str) and value.startswith(_EACH):
            return f"{value}-c{copy}"
        if isinstance(value, str) and value.startswith(_OFTEN) and group:
            return f"{value}-{group}"
        if key == "label" and isinstance(value, str):
            return f"{value} {copy}"
        return value

    data = renamed(original.model_dump(by_alias=True))
    data["contradictions"] = []
    return Dossier.model_validate(data)
