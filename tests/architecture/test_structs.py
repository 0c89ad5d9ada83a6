"""Whatever is kept or printed as a record can be read back: msgspec resolves its annotations at run time."""

from __future__ import annotations

import importlib
import pkgutil

import msgspec
import pytest

import carecompare

MODULES = [
    each.name
    for each in pkgutil.walk_packages(carecompare.__path__, "carecompare.")
    if not each.name.startswith("carecompare.ui") and not each.name.endswith("__main__")
]
STRUCTS = [
    each
    for module in map(importlib.import_module, MODULES)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, msgspec.Struct) and each.__module__ == module.__name__
]


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda each: f"{each.__module__}.{each.__qualname__}")
def test_the_annotations_of_a_record_are_imported_where_it_is_read(struct: type[msgspec.Struct]) -> None:
    fields = {field.name for field in msgspec.structs.fields(struct)}
    assert fields == set(struct.__struct_fields__)
