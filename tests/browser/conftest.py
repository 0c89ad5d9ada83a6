"""A real server and a real browser, which may speak to each other and to nobody else."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from presence import program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# Without these Chromium itself calls its makers' hosts.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
QUIET += ("--disable-component-update", "--disable-sync", "--disable-domain-reliability")
LAPTOP = {"width": 1366, "height": 768}
PATIENCE_SECONDS = 60
LOCAL = re.compile(r"^(https?|wss?)://(localhost|127\.0\.0\.1)(:\d+)?/|^(data|blob|about):")

expect.set_options(timeout=30_000)


@contextmanager
def server(root: Path, **environment: str) -> Iterator[str]:
    """Run the dashboard on a free port until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        _await(f"{address}/_stcore/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE_SECONDS)


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE_SECONDS:
        if process.poll() is not None:
            pytest.fail(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=1):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not answer")


@pytest.fixture(scope="session")
def address(store_file: Path, pytestconfig: pytest.Config) -> Iterator[str]:
    """Return the address of a server that all tests share."""
    assert store_file.is_file()
    with server(pytestconfig.rootpath) as running:
        yield running


@pytest.fixture
def fresh_address(store_file: Path, pytestconfig: pytest.Config) -> Iterator[str]:
    """Return the address of a server that nobody has visited yet."""
    assert store_file.is_file()
    with server(pytestconfig.rootpath) as running:
        yield running


@pytest.fixture
def served(pytestconfig: pytest.Config) -> Iterator[Callable[..., str]]:
    """Return a function that starts a server with settings of its own."""
    with ExitStack() as running:
        yield lambda **environment: running.enter_context(server(pytestconfig.rootpath, **environment))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    chromium = program("Chromium", "chromium", "chromium-browser")
    running = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
    yield running
    running.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a fresh visitor's page; no request may leave the machine."""
    strangers: list[str] = []
    contexts = []

    def watch(address: str) -> None:
        if not LOCAL.match(address):
            strangers.append(address)

    def opens(link: str, size: dict[str, int] | None = None) -> Page:
        context = browser.new_context(viewport=size or LAPTOP, locale="ja-JP", accept_downloads=True)
        contexts.append(context)
        context.on("request", lambda request: watch(request.url))
        page = context.new_page()
        page.on("websocket", lambda socket: watch(socket.url))
        page.goto(link)
        return page

    yield opens
    for context in contexts:
        context.close()
    assert strangers == []
