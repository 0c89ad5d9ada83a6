"""What a server says of itself: to who routes visitors, to Prometheus, and in its log."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from test_doors import asked, port  # noqa: F401 - the same real server

from carecompare.counted import Counts
from carecompare.health import kept_state
from carecompare.log_lines import one_line

if TYPE_CHECKING:
    from pathlib import Path

    from databases import Postgres

TYPED = "typed by 山田"


def test_the_health_says_how_each_part_is_though_there_are_no_figures(port: int) -> None:  # noqa: F811
    status, headers, said = asked(port, "/healthz")
    assert status == 200
    assert headers["content-type"] == "application/json"
    parts = json.loads(said)
    assert (parts["process"], parts["store"], parts["kept"]) == ("ok", "not open", "ok")


def test_prometheus_is_told_of_jobs_memory_and_time(port: int) -> None:  # noqa: F811
    status, headers, said = asked(port, "/metrics")
    assert status == 200
    assert headers["content-type"].startswith("text/plain; version=0.0.4")
    named = dict(line.rsplit(" ", 1) for line in said.splitlines() if not line.startswith("#"))
    assert float(named["carecompare_up_seconds"]) > 0
    assert named['carecompare_jobs{state="waiting"}'] == "0"
    assert float(named["process_resident_memory_bytes"]) > 50e6


def test_pages_are_counted_by_what_became_of_them() -> None:
    counts = Counts()
    with counts.page("aging"):
        pass
    with counts.page("aging") as outcome:
        outcome.append("refused")
    with pytest.raises(ZeroDivisionError), counts.page("aging"):
        _ = 1 / 0
    with pytest.raises(KeyboardInterrupt), counts.page("aging"):
        raise KeyboardInterrupt
    lines = counts.lines()
    for outcome_ in ("drawn", "refused", "failed", "left"):
        assert f'carecompare_pages_total{{page="aging",outcome="{outcome_}"}} 1' in lines
    assert 'carecompare_page_seconds_bucket{page="aging",le="+Inf"} 4' in lines
    assert 'carecompare_page_seconds_count{page="aging"} 4' in lines


def test_what_is_kept_is_refused_where_a_file_is_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    monkeypatch.delenv("CARECOMPARE_OWN", raising=False)
    assert kept_state() == "ok"
    (tmp_path / "own").write_text("no folder")
    assert kept_state() == "refused"
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    assert kept_state() == "session"


def test_what_is_kept_in_a_database_is_refused_while_that_is_away(
    postgres: Postgres, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_OWN", database)
    assert kept_state() == "ok"
    postgres.stop()
    try:
        assert kept_state() == "refused"
    finally:
        postgres.start()
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    assert kept_state() == "readonly"


def test_a_record_is_one_line_without_what_was_typed() -> None:
    try:
        int(TYPED)
    except ValueError:
        error = sys.exc_info()
    record = one_line("page", logging.ERROR, __file__, 7, "refused %s after %d\ntries", (TYPED, 3), error)
    said = logging.Formatter("%(asctime)s %(message)s").format(record)
    assert "\n" not in said
    assert TYPED not in said
    assert (
        "ERROR | page test_health.py:7 | refused %s after %d tries | 3 | ValueError | test_health.py:" in said
    )


FAILING = """
import logging
from carecompare.log_lines import write_one_line_each
write_one_line_each()
logging.basicConfig(format="%(message)s")
try:
    int("typed by somebody")
except ValueError as error:
    logging.getLogger("streamlit").exception("Uncaught app execution", exc_info=error)
"""


def test_a_library_writes_one_line_too() -> None:
    done = subprocess.run([sys.executable, "-c", FAILING], capture_output=True, text=True, check=True)
    assert done.stderr.count("\n") == 1
    assert "ValueError" in done.stderr
    assert "somebody" not in done.stderr
