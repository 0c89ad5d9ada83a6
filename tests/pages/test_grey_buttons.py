"""A button that cannot be pressed says why in words that need no mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.text.words import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from streamlit.testing.v1 import AppTest
    from streamlit.testing.v1.element_tree import Block, Element

    Opens = Callable[..., AppTest]

SCRIPTS = sorted({path for _, _, path in PAGES.values()})
MODES = ("shared", "session", "readonly")


def drawn(tree: Block | Element) -> Iterator[Element]:
    yield tree  # type: ignore[misc] # a block has a proto too
    for each in getattr(tree, "children", {}).values():
        yield from drawn(each)


def read_by_everybody(app: AppTest) -> str:
    parts = [*app.caption, *app.markdown, *app.info, *app.warning]
    bodies = [str(getattr(each.proto, "body", "")) for each in app.get("html")]
    return " ".join([*(str(each.value) for each in parts), *bodies])


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("page", SCRIPTS)
def test_a_grey_button_has_its_reason_beside_it(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch, page: str, mode: str
) -> None:
    assert not kept_in.exists()
    monkeypatch.setenv("CARECOMPARE_MODE", mode)
    app = opened(page, own="44208", vs="exemplars")
    assert not app.exception
    said = read_by_everybody(app)
    silent = [
        each.proto.label
        for each in drawn(app._tree)  # noqa: SLF001 - every element, whatever its kind
        if type(each).__name__ in {"Button", "UnknownElement"}
        and getattr(getattr(each, "proto", None), "disabled", False)
        and not (each.proto.help and (each.proto.help in each.proto.label or each.proto.help in said))
    ]
    assert silent == []
