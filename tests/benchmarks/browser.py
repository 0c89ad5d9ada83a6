"""Time from starting the server to a page that is complete on the screen of a browser."""

from __future__ import annotations

import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import Error, ViewportSize, sync_playwright
from server import HOST, serving
from table import Aim, BenchmarkError, Row, Sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from subject import Subject

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
COMPLETE_WITHIN_MS = 60_000
WINDOW = ViewportSize(width=1366, height=768)

# Complete: the app has stopped running, no placeholder is left, there is a heading with text, and every chart
# that has a place on the page is painted: marks in its SVG, a pixel on its 2D canvas, or a canvas of WebGL.
IS_COMPLETE = """
fewestCharts => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.getAttribute('data-test-script-state') !== 'notRunning') return false;
  if (document.querySelector('[data-testid="stAppSkeleton"], [data-testid="stSkeleton"]')) return false;
  const main = document.querySelector('[data-testid="stMain"]');
  const headings = main ? [...main.querySelectorAll('h1, h2')] : [];
  if (!headings.some(heading => heading.textContent.trim())) return false;
  const painted = canvas => {
    if (!canvas.width || !canvas.height) return false;
    const context = canvas.getContext('2d');
    if (!context) return true;
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    return pixels.some(pixel => pixel !== 0);
  };
  const charts = ['stVegaLiteChart', 'stDeckGlJsonChart']
    .flatMap(name => [...main.querySelectorAll(`[data-testid="${name}"]`)])
    .filter(chart => chart.getClientRects().length);
  return charts.length >= fewestCharts && charts.every(chart =>
    chart.querySelector('svg [class*="mark-"] path, svg [class*="mark-"] line') ||
    [...chart.querySelectorAll('canvas')].some(painted));
}
"""


def browser_rows(ours: Subject, floor: Subject, page: str, fewest_charts: int, repeats: int) -> list[Row]:
    """Return how long a page takes to be complete: with a server just started, and with one that runs.

    Parameters
    ----------
    ours, floor : Subject
        The app and its floor.
    page : str
        The page's name in the address; empty for the main page.
    fewest_charts : int
        That must be there before the page is complete.
    repeats : int
        Fresh servers per side, the two sides in turn.

    Returns
    -------
    list of Row
        In seconds. The browser is started before, and each visit has an empty cache of its own.

    Raises
    ------
    BenchmarkError
        If there is no Chromium, or a page is not complete within a minute.
    """
    from_start: dict[Subject, list[float]] = {ours: [], floor: []}
    running: dict[Subject, list[float]] = {ours: [], floor: []}
    with _chromium() as chromium:
        for _ in range(repeats):
            for side in (ours, floor):
                with serving(side.script, side.cwd) as server:
                    address = f"http://{HOST}:{server.port}/{page}?{side.query(0, 0)}"
                    first = _seconds_until_complete(chromium, address, fewest_charts)
                    from_start[side].append(server.seconds_to_health + first)
                    running[side].append(_seconds_until_complete(chromium, address, fewest_charts))

    def row(measure: str, readings: dict[Subject, list[float]], aim: Aim | None = None) -> Row:
        return Row(measure, "s", Sample(tuple(readings[ours])), Sample(tuple(readings[floor])), aim)

    return [
        row(f"start to complete /{page}", from_start, Aim("median", 3.5)),
        row(f"complete /{page}, running server", running),
    ]


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        message = f"no browser is installed (looked for {', '.join(NAMES)})"
        raise BenchmarkError(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def _seconds_until_complete(browser: Browser, address: str, fewest_charts: int) -> float:
    context = browser.new_context(locale="ja-JP", viewport=WINDOW)
    try:
        page = context.new_page()
        started = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_function(IS_COMPLETE, arg=fewest_charts, timeout=COMPLETE_WITHIN_MS, polling="raf")
        return time.perf_counter() - started
    except Error as error:
        message = f"{address} was not complete: {error}"
        raise BenchmarkError(message) from error
    finally:
        context.close()
