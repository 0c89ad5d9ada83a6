"""Accounts in the real browser: a proxy that says who somebody is, a provider to which one logs in."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from browser_steps import drawn, installation
from playwright.sync_api import expect
from presence import program

from carecompare.accounts import ACCOUNTS_VARIABLE
from carecompare.own import OWN_FIGURES, Folder, OwnFigures, Shelf
from carecompare.text.own import keeping_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from carecompare.paths import Paths

PATIENCE_SECONDS = 60
WRITERS = """
[[writer]]
person = "tanaka@nagaoka.example"
name = "長岡市 田中"
municipalities = ["15202"]
"""
PAGE = "own_data?own="


@pytest.fixture
def settings(paths: Paths, store_file: Path, tmp_path: Path) -> dict[str, str]:
    assert store_file.is_file()
    shelf = Shelf(Folder(tmp_path / "own"))
    for area in ("15202", "46523"):
        for before in range(2):
            shelf.save(area, OWN_FIGURES, OwnFigures(), before, "計画係")
    return {
        "CARECOMPARE_DATA": installation(paths, tmp_path),
        ACCOUNTS_VARIABLE: str(tmp_path / "accounts.toml"),
    }


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    return number


@contextmanager
def running(command: list[str], address: str) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    given_up = time.monotonic() + PATIENCE_SECONDS
    try:
        while True:
            assert process.poll() is None
            assert time.monotonic() < given_up
            try:
                urllib.request.urlopen(address, timeout=PATIENCE_SECONDS).close()  # noqa: S310 - our own
            except OSError:
                time.sleep(0.1)
            else:
                break
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE_SECONDS)


def says(page: Page, text: str) -> None:
    expect(page.get_by_test_id("stMain").get_by_text(text).first).to_be_visible()


def test_the_proxy_says_who_saves_and_nobody_else_can(
    served: Callable[..., str], visit: Callable[..., Page], settings: dict[str, str], tmp_path: Path
) -> None:
    table = tmp_path / "accounts.toml"
    table.write_text(f'way = "header"\nproxies = ["127.0.0.2"]\n{WRITERS}', encoding="utf-8")
    server = served(**settings)
    behind, claims = free_port(), free_port()
    # One proxy stands at the address that is believed; another, elsewhere, claims the same.
    names = "tanaka@nagaoka.example"
    proxy = tmp_path / "haproxy.cfg"
    target = server.removeprefix("http://").replace("localhost", "127.0.0.1")
    proxy.write_text(
        "defaults\n mode http\n timeout connect 2s\n timeout client 1m\n timeout server 1m\n"
        + "".join(
            f"listen p{port}\n bind 127.0.0.1:{port}\n http-request set-header X-Remote-User {names}\n"
            f" server s {target} source {source}\n"
            for port, source in ((behind, "127.0.0.2"), (claims, "127.0.0.3"))
        ),
        encoding="utf-8",
    )
    haproxy = [program("HAProxy", "haproxy"), "-db", "-f", str(proxy)]
    with running(haproxy, f"http://127.0.0.1:{behind}/_stcore/health"):
        page = drawn(visit(f"http://127.0.0.1:{behind}/{PAGE}15202"))
        says(page, keeping_words.ACCOUNT.format(name="長岡市 田中"))
        page.get_by_role("button", name=keeping_words.UNDO).click()
        says(page, keeping_words.RESTORED.format(restored_from=1, version=3))
        other = drawn(visit(f"http://127.0.0.1:{behind}/{PAGE}46523"))
        says(other, keeping_words.ACCOUNT_ELSEWHERE.format(name="長岡市 田中"))
        expect(other.get_by_role("button", name=keeping_words.UNDO)).to_be_disabled()
        for stranger in (server, f"http://127.0.0.1:{claims}"):
            page = drawn(visit(f"{stranger}/{PAGE}15202"))
            says(page, keeping_words.ACCOUNT_MISSING)
            expect(page.get_by_role("button", name=keeping_words.UNDO)).to_be_disabled()
    shelf = Shelf(Folder(tmp_path / "own"))
    assert [each.author for each in shelf.history("15202", OWN_FIGURES)] == [
        "長岡市 田中",
        "計画係",
        "計画係",
    ]
    assert shelf.latest("46523", OWN_FIGURES) == 2


def test_one_logs_in_at_a_provider_saves_as_oneself_and_logs_out(
    served: Callable[..., str], browser: Browser, settings: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "accounts.toml").write_text(f'way = "oidc"\n{WRITERS}', encoding="utf-8")
    port = free_port()
    provider = f"http://127.0.0.1:{port}"
    secrets = tmp_path / ".streamlit" / "secrets.toml"  # Streamlit looks in the home of whoever starts it
    secrets.parent.mkdir()
    secrets.write_text(
        "[auth]\n"
        'redirect_uri = "http://localhost:{port}/oauth2callback"\n'
        'cookie_secret = "a secret of this test that is long enough"\n'
        'client_id = "carecompare"\nclient_secret = "known to both"\n'
        f'server_metadata_url = "{provider}/.well-known/openid-configuration"\n',
        encoding="utf-8",
    )
    claims = '{"sub": "tanaka", "email": "tanaka@nagaoka.example"}'
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--user-claims", claims]
    with running(command, provider):
        server = served(**settings, HOME=str(tmp_path))
        context = browser.new_context(locale="ja-JP")
        # The provider's page asks for its looks elsewhere; nothing leaves this machine.
        context.route(
            lambda url: "127.0.0.1" not in url and "localhost" not in url, lambda route: route.abort()
        )
        page = context.new_page()
        page.goto(f"{server}/{PAGE}15202")
        says(drawn(page), keeping_words.ACCOUNT_MISSING)
        page.get_by_role("button", name=keeping_words.LOGIN).click()
        page.get_by_role("button", name="tanaka").click()
        # The provider sends back to the bare address: the screen that was open is opened again.
        page.wait_for_url(f"{server}/{PAGE}15202*")
        says(drawn(page), keeping_words.ACCOUNT.format(name="長岡市 田中"))
        page.get_by_role("button", name=keeping_words.UNDO).click()
        says(page, keeping_words.RESTORED.format(restored_from=1, version=3))
        page.goto(f"{server}/{PAGE}46523")
        says(drawn(page), keeping_words.ACCOUNT_ELSEWHERE.format(name="長岡市 田中"))
        page.get_by_role("button", name=keeping_words.LOGOUT).click()
        page.get_by_role("button", name="End session").click()  # of the provider
        page.wait_for_url(f"{server}/{PAGE}46523*")
        says(drawn(page), keeping_words.ACCOUNT_MISSING)
        expect(page.get_by_role("button", name=keeping_words.LOGIN)).to_be_visible()
        context.close()
    history = Shelf(Folder(tmp_path / "own")).history("15202", OWN_FIGURES)
    assert [each.author for each in history] == ["長岡市 田中", "計画係", "計画係"]
