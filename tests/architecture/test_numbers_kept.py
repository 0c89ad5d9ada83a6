"""Whatever a town keeps is read back with numbers that a page can draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import msgspec.inspect as kinds_of
import pytest

from carecompare.own.keeping.kinds import KINDS

if TYPE_CHECKING:
    from carecompare.own.keeping.records import Kind

INSIDE = ("types", "item_type", "item_types", "key_type", "value_type")


def unbounded(kind: kinds_of.Type, name: str, seen: set[type]) -> list[str]:
    """Return the fields below a type that take a number of any size: 1e308 squared is no number."""
    found = []
    if isinstance(kind, kinds_of.FloatType | kinds_of.IntType):
        has_floor = kind.ge is not None or kind.gt is not None
        has_ceiling = kind.le is not None or kind.lt is not None
        found += [] if has_floor and has_ceiling else [name]
    for each in INSIDE:
        held = getattr(kind, each, ())
        for one in held if isinstance(held, tuple) else (held,):
            found += unbounded(one, name, seen) if isinstance(one, kinds_of.Type) else []
    if isinstance(kind, kinds_of.StructType) and kind.cls not in seen:
        seen.add(kind.cls)
        for field in kind.fields:
            found += unbounded(field.type, f"{kind.cls.__name__}.{field.name}", seen)
    return found


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_number_that_is_kept_has_limits(kind: Kind[Any]) -> None:
    assert unbounded(kinds_of.type_info(kind.content), kind.folder, set()) == []


def test_a_number_without_limits_is_noticed() -> None:
    class Open(msgspec.Struct):
        size: float

    assert unbounded(kinds_of.type_info(Open), "open", set()) == ["Open.size"]
