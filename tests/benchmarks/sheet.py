"""How long the sheet of all indicators takes: its page's script, and its figures beside a pandas loop."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from floor import HOOKED
from project import ROOT
from server import serving
from session import session
from table import Aim, BenchmarkError, Row, Sample

from carecompare.build import build_store, fresh_store
from carecompare.catalog import load_catalog
from carecompare.comparisons import (
    Standings,
    labelled_areas,
    peer_rows,
    prefecture_of,
    sheet,
    standings,
)
from carecompare.paths import project_paths
from carecompare.store import areas, municipal_values, open_store, values_over_years, years
from carecompare.tables import NATION
from carecompare.ui.memory import AreaRows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd

    from carecompare.catalog import Indicator
    from carecompare.store import Store

PAGE = "analysis_sheet"
PEERS = 30
DRAWS = 1000
POINTS = 5
SEED = 2013
AIM_MS = 200
WARM_UP = 5
MOST_AREAS = 400


class Asked(NamedTuple):
    """What every question to the store shares."""

    store: Store
    indicators: Sequence[Indicator]
    latest: Mapping[str, int]
    labels: Mapping[str, str]
    standing: Standings
    codes: Sequence[str]


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
    asked = _asked()
    random = np.random.default_rng(SEED)
    owns = random.choice(asked.codes, size=repeats + WARM_UP, replace=False).tolist()
    ours: list[float] = []
    floor: list[float] = []
    for own in owns[WARM_UP:]:
        peers = [code for code in random.choice(asked.codes, size=PEERS + 1, replace=False) if code != own]
        ours.append(_milliseconds(partial(_ours, asked, own, peers[:PEERS])))
        floor.append(_milliseconds(partial(_by_pandas, asked, own, peers[:PEERS])))
    size = f"{len(asked.indicators)} indicators × {PEERS} peers"
    asked.store.close()
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


def _asked() -> Asked:
    paths = project_paths()
    catalog = load_catalog(ROOT / "data" / "catalog")
    store = open_store(fresh_store(paths) or build_store(paths))
    known = years(store)
    latest = known.loc[~known["projected"]].groupby("indicator")["year"].max().astype(int).to_dict()
    labelled = labelled_areas(areas(store))
    shown = [each for each in catalog.main_indicators if each.id in latest]
    return Asked(
        store=store,
        indicators=shown,
        latest=latest,
        labels=dict(zip(labelled["area"], labelled["label_ja"], strict=True)),
        standing=standings(municipal_values(store, {each.id: latest[each.id] for each in shown})),
        codes=labelled.loc[labelled["level"] == "municipality", "area"].tolist(),
    )


def _ours(asked: Asked, own: str, peers: Sequence[str]) -> object:
    rows = AreaRows(asked.store, MOST_AREAS)
    past = [each.history for each in asked.indicators if each.history]
    of_own = rows.rows([*(each.id for each in asked.indicators), *past], [own])
    beside = rows.rows_at(
        {each.id: asked.latest[each.id] for each in asked.indicators}, [*peers, prefecture_of(own), NATION]
    )
    of_peers = peer_rows(beside, asked.labels, asked.indicators, asked.latest, peers)
    return sheet(
        [*of_own, *beside], of_peers, asked.labels, asked.indicators, asked.latest, own, asked.standing
    )


def _by_pandas(asked: Asked, own: str, peers: Sequence[str]) -> object:
    names = [each.id for each in asked.indicators]
    everything = values_over_years(asked.store, names, [own, *peers])
    return [_line(everything, each, asked.latest[each.id], own) for each in asked.indicators]


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
