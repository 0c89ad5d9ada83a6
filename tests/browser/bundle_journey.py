"""Start an unpacked bundle, open five pages, make a deck and a paper, end it, where there is no network."""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
PAGES = ("", "aging", "resources", "reach", "analysis_sheet")
TOWN = "own=44208&vs=exemplars"
PATIENCE_MS = 90_000
LOCAL = re.compile(r"^(https?|wss?)://(localhost|127\.0\.0\.1)(:\d+)?/|^(data|blob|about):")


def journey(folder: Path, outcome: Path) -> None:
    """Do it, and write what happened.

    Parameters
    ----------
    folder : Path
        The unpacked bundle.
    outcome : Path
        Where the files go.
    """
    started = subprocess.Popen([str(folder / "start.sh"), "--no-browser"], stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    address = ""
    kept: list[str] = []
    for line in started.stdout:
        if found := re.search(r"http://localhost:\d+", line):
            address = found[0]
        if found := re.search(r"：(/\S+/own)$", line.rstrip()):
            kept.append(found[1])
            break
    strangers: list[str] = []
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        context = browser.new_context(accept_downloads=True, locale="ja-JP")
        context.on("request", lambda each: None if LOCAL.match(each.url) else strangers.append(each.url))
        page = context.new_page()
        for each in PAGES:
            page.goto(f"{address}/{each}?{TOWN}")
            drawn(page)
        page.goto(f"{address}/papers?{TOWN}")
        drawn(page)
        page.get_by_role("button", name="12枚を入れる").click()
        drawn(page)
        page.get_by_role("button", name="スライドを作る").click()
        saved(page, re.compile("スライドをダウンロード"), outcome / "deck.pptx")
        saved(page, "比較分析表（A4横）", outcome / "sheet.pdf")
        browser.close()
    started.send_signal(signal.SIGTERM)
    told = {"pages": len(PAGES), "strangers": strangers, "kept": kept, "ended": started.wait(timeout=30)}
    (outcome / "told.json").write_text(json.dumps(told), encoding="utf-8")


def drawn(page: Page) -> None:
    """Wait until the page is complete and says nothing of an error."""
    expect(page.locator("h1").first).to_be_visible(timeout=PATIENCE_MS)
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE_MS)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def saved(page: Page, name: str | re.Pattern[str], file: Path) -> None:
    """Press a button that downloads, and keep what comes."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_visible(timeout=PATIENCE_MS)
    with page.expect_download(timeout=PATIENCE_MS) as waiting:
        button.click()
    waiting.value.save_as(file)


if __name__ == "__main__":
    journey(Path(sys.argv[1]), Path(sys.argv[2]))
