"""Which store the pages open: looked for once a second, and at once after a build of their own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from small_installation import small_installation

from carecompare.build import build_store
from carecompare.store import fresh_store
from carecompare.ui.frame.loading import built, store_in_use

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from carecompare.paths import Paths

PATIENCE_SECONDS = 30


def test_a_change_is_seen_within_moments_and_a_build_of_the_pages_at_once(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = small_installation(paths, tmp_path)
    monkeypatch.setenv("CARECOMPARE_DATA", str(small.data))
    before = build_store(small)
    assert store_in_use() == before

    terms = small.catalog / "terms.toml"
    terms.write_text(terms.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    given_up = time.monotonic() + PATIENCE_SECONDS
    while store_in_use() is not None:
        assert time.monotonic() < given_up
        time.sleep(0.05)

    assert built() == store_in_use() == fresh_store(small) != before
