"""How long the sheet of all indicators takes: its page's script, and its figures beside a pandas loop."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from floor import HOOKED
from project import ROOT
from server import serving
from session import session
from table import Aim, BenchmarkError, Row, Sample

from carecompare.build import build_store
from carecompare.comparisons import peer_table, prefecture_of, sheet
from carecompare.paths import project_paths
from carecompare.store import fresh_store, values_over_years
from carecompare.tables import NATION
from carecompare.views.base.installation import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carecompare.catalog import Indicator
    from carecompare.views.base.installation import Loaded

PAGE = "analysis_sheet"
PEERS = 30
DRAWS = 1000
POINTS = 5
SEED = 2013
AIM_MS = 200
WARM_UP = 5


def sheet_rows(repeats: int) -> list[Row]:
    """Return the times of the whole sheet.

    Parameters
    ----------
    repeats : int
        Municipalities asked about, drawn at random with the same seed and none twice: each brings peers of
        its own.

    Returns
    -------
    list of Row
        In milliseconds. The page is that of a town with its 30 most similar ones. The figures alone stand
        beside a loop over the indicators of a frame: quartiles, ranks of the same number of draws, and the
        last five points.
    """
    paths = project_paths()
    loaded = opened(paths, (fresh_store(paths) or build_store(paths)).name)
    shown = [each for each in loaded.catalog.main_indicators if each.id in loaded.latest]
    codes = list(loaded.municipalities)
    random = np.random.default_rng(SEED)
    owns = random.choice(codes, size=repeats + WARM_UP, replace=False).tolist()
    ours: list[float] = []
    floor: list[float] = []
    for own in owns[WARM_UP:]:
        peers = [code for code in random.choice(codes, size=PEERS + 1, replace=False) if code != own]
        ours.append(_milliseconds(partial(_ours, loaded, shown, own, peers[:PEERS])))
        floor.append(_milliseconds(partial(_by_pandas, loaded, shown, own, peers[:PEERS])))
    size = f"{len(shown)} indicators × {PEERS} peers"
    loaded.store.close()
    elapsed, busy = _scripts(owns)
    return [
        Row(f"script of the sheet, {size}", "ms", Sample(elapsed)),
        Row("the same in processor time", "ms", Sample(busy), aim=Aim("median", AIM_MS)),
        Row(
            f"figures of the sheet, {size} (floor: a pandas loop)",
            "ms",
            Sample(tuple(ours)),
            Sample(tuple(floor)),
        ),
    ]


def _ours(loaded: Loaded, shown: Sequence[Indicator], own: str, peers: Sequence[str]) -> object:
    past = [each.history for each in shown if each.history]
    of_own = loaded.figures.rows([*(each.id for each in shown), *past], [own])
    years = {each.id: loaded.latest[each.id] for each in shown}
    beside = loaded.figures.rows_at(years, [*peers, prefecture_of(own), NATION])
    of_peers = peer_table(beside, loaded.labels, shown, loaded.latest, peers)
    return sheet([*of_own, *beside], of_peers, loaded.labels, shown, loaded.latest, own, loaded.standings)


def _by_pandas(loaded: Loaded, shown: Sequence[Indicator], own: str, peers: Sequence[str]) -> object:
    everything = pd.DataFrame(values_over_years(loaded.store, [each.id for each in shown], [own, *peers]))
    return [_line(everything, each, loaded.latest[each.id], own) for each in shown]


def _line(everything: pd.DataFrame, indicator: Indicator, year: int, own: str) -> object:
    of_indicator = everything[everything["indicator"] == indicator.id]
    shown = of_indicator[of_indicator["year"] == year].set_index("area")
    value = shown["value"].astype(float)
    beside = value.drop(own, errors="ignore").describe()
    course = of_indicator[of_indicator["area"] == own].sort_values("year").tail(POINTS)
    if indicator.kind not in {"proportion", "density"}:
        return beside, value.rank(ascending=False, method="min"), course
    counted = shown["numerator"].astype(float).fillna(0.0).to_numpy()
    drawn = np.random.default_rng(SEED).gamma(counted + 0.5, size=(DRAWS, counted.size))
    drawn = drawn / shown["denominator"].astype(float).to_numpy()
    place = shown.index.get_indexer([own])[0]
    ranks = (drawn > drawn[:, [place]]).sum(axis=1) + 1
    return beside, value.rank(ascending=False, method="min"), np.quantile(ranks, [0.025, 0.975]), course


def _scripts(owns: Sequence[str]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the script times of the page, elapsed and of the processor, the first few left out."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "times")
        with serving(ROOT / "app.py", ROOT, (HOOKED, "--script-times", str(file))) as server:
            asyncio.run(_visit(server.port, owns))
        lines = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    times = [(float(elapsed), float(busy)) for page, elapsed, busy in lines if page == PAGE]
    if len(times) < len(owns):
        message = f"{len(times)} runs of {PAGE} instead of {len(owns)}"
        raise BenchmarkError(message)
    return tuple(each[0] for each in times[WARM_UP:]), tuple(each[1] for each in times[WARM_UP:])


async def _visit(port: int, owns: Sequence[str]) -> None:
    async with AsyncExitStack() as stack:
        visit = await stack.enter_async_context(session(port, PAGE))
        for own in owns:
            await visit.ask(f"own={own}&vs=similar&n={PEERS}")


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
