"""Fields that a film file has and this Storyreel does not know: kept, and written back.

An address leads through the tree by field names; an item of a list is found again by its id, or
by the rest of its content where it has none, so that edits between load and save (reordering,
adding) do not attach a field to the wrong item.  Fields of items that were deleted go with them.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec


class Item(msgspec.Struct, frozen=True):
    """A step into a list: to the item with this id, or with exactly this content."""

    key: str


Step = str | Item


class UnknownField(msgspec.Struct, frozen=True):
    """One field that is not ours: where it is, what it is called, its value as JSON."""

    address: tuple[Step, ...]
    name: str
    value_json: str


def unknown_fields(raw: Any, known: Any, address: tuple[Step, ...] = ()) -> list[UnknownField]:
    """What is in ``raw`` and not in ``known`` (both plain JSON trees of the same value)."""
    found: list[UnknownField] = []
    if isinstance(raw, dict) and isinstance(known, dict):
        for name, value in raw.items():
            if name in known:
                found += unknown_fields(value, known[name], (*address, name))
            else:
                found.append(UnknownField(address, name, json.dumps(value, sort_keys=True)))
    elif isinstance(raw, list) and isinstance(known, list | tuple) and len(raw) == len(known):
        for raw_item, known_item in zip(raw, known, strict=True):
            found += unknown_fields(raw_item, known_item, (*address, Item(_key(known_item))))
    return found


def put_back(known: Any, fields: tuple[UnknownField, ...]) -> None:
    """Writes the fields into ``known`` (a plain JSON tree), where their places still are."""
    places = [(_resolve(known, field.address), field) for field in fields]
    for place, field in places:
        if isinstance(place, dict) and field.name not in place:
            place[field.name] = json.loads(field.value_json)


def _key(item: Any) -> str:
    if isinstance(item, dict) and isinstance(item.get("id"), str):
        return str(item["id"])
    return json.dumps(item, sort_keys=True)


def _resolve(tree: Any, address: tuple[Step, ...]) -> Any:
    for step in address:
        if isinstance(step, Item):
            items = tree if isinstance(tree, list | tuple) else ()
            tree = next((item for item in items if _key(item) == step.key), None)
        else:
            tree = tree.get(step) if isinstance(tree, dict) else None
    return tree
