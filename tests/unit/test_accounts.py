"""Who may write what: the table, and whom it is believed of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.accounts import ACCOUNTS_VARIABLE, Account, Accounts, accounts
from carecompare.errors import CareCompareError, OwnDataError
from carecompare.own import NOTES, Memory, Note, Shelf
from carecompare.text.errors.explain import sentence
from carecompare.views.base.kept import Keeper

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """
way = "header"
groups_header = "X-Remote-Groups"
proxies = ["10.1.2.0/24", "127.0.0.1"]

[[writer]]
person = "Tanaka@nagaoka.example"
name = "長岡市 田中"
municipalities = ["15202"]

[[writer]]
group = "niigata"
municipalities = ["15"]

[[writer]]
group = "keepers"
municipalities = ["*"]
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "accounts.toml"
    file.write_text(TABLE, encoding="utf-8")
    monkeypatch.setenv(ACCOUNTS_VARIABLE, str(file))
    return file


def read() -> Accounts:
    known = accounts()
    assert known is not None
    return known


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("person", "groups", "name", "may", "may_not"),
    [
        ("tanaka@NAGAOKA.example", (), "長岡市 田中", ("15202",), ("15100", "13112")),
        ("sato", ("niigata",), "sato", ("15202", "15100"), ("13112",)),
        ("sato", ("keepers", "other"), "sato", ("15202", "13112"), ()),
        ("sato", ("other", ""), "sato", (), ("15202",)),
        ("", ("keepers",), "", (), ("15202",)),
    ],
)
def test_a_person_writes_for_what_the_table_names_alone_or_by_a_group(
    person: str, groups: tuple[str, ...], name: str, may: tuple[str, ...], may_not: tuple[str, ...]
) -> None:
    who = read().account(person, groups)
    assert who.name == name
    assert all(map(who.may_write, may))
    assert not any(map(who.may_write, may_not))
    assert who.may_import == ("keepers" in groups and bool(person))


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("peer", "forwarded", "believed"),
    [
        ("10.1.2.9", [], True),
        ("10.1.2.9", ["192.168.0.7"], True),
        ("::ffff:10.1.2.9", [], True),
        ("::ffff:192.168.0.7", [], False),
        ("192.168.0.7", [], False),
        ("192.168.0.7", ["10.1.2.9"], False),
        ("testclient", [], False),
    ],
)
def test_only_the_proxy_is_believed(peer: str, forwarded: list[str], *, believed: bool) -> None:
    assert read().is_believed(peer, forwarded) == believed


def test_an_address_that_somebody_wrote_into_a_header_is_not_believed(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What serves Streamlit has taken the address from there, for a neighbour on this machine passed it on.
    assert read().is_believed("10.1.2.9", ["10.1.2.9"])
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    assert not read().is_believed("10.1.2.9", ["10.1.2.9"])
    monkeypatch.delenv("FORWARDED_ALLOW_IPS")
    table.write_text(TABLE.replace(', "127.0.0.1"', ""), encoding="utf-8")
    assert not read().is_believed("10.1.2.9", ["10.1.2.9"])


@pytest.mark.parametrize(
    ("was", "becomes", "problem"),
    [
        ('way = "header"', 'way = "header', "accounts_wrong"),
        ('way = "header"', 'way = "ldap"', "accounts_wrong"),
        ("[[writer]]", "[[writers]]", "accounts_wrong"),
        ('"10.1.2.0/24"', '"proxy.example"', "accounts_wrong"),
        ('proxies = ["10.1.2.0/24", "127.0.0.1"]', "", "accounts_proxies_missing"),
        ('["15202"]', '["1520"]', "accounts_writer_wrong"),
        ('group = "niigata"', "", "accounts_writer_wrong"),
        ('group = "niigata"', 'person = "長岡市 田中"', "accounts_name_twice"),
    ],
)
def test_a_wrong_table_is_one_sentence(table: Path, was: str, becomes: str, problem: str) -> None:
    table.write_text(TABLE.replace(was, becomes), encoding="utf-8")
    with pytest.raises(CareCompareError) as caught:
        accounts()
    assert caught.value.problem == problem
    assert sentence(caught.value).startswith("「accounts.toml」") or "accounts.toml" in sentence(caught.value)


def test_a_table_that_is_missing_lets_nobody_write(table: Path) -> None:
    table.unlink()
    with pytest.raises(CareCompareError) as caught:
        accounts()
    assert "ファイルかフォルダーがありません" in sentence(caught.value)


@pytest.mark.parametrize(
    ("account", "problem"),
    [
        (Account("", frozenset()), "own_account_missing"),
        (Account("佐藤", frozenset()), "own_account_elsewhere"),
        (Account("佐藤", frozenset({"46523"})), "own_account_elsewhere"),
    ],
)
def test_a_keeper_saves_only_where_the_account_may(account: Account, problem: str) -> None:
    shelf = Shelf(Memory({}))
    shelf.save("15202", NOTES, Note("before"), 0, "")
    keep = Keeper(shelf, "shared", account.name, account, "15202")
    assert keep.refusal
    for attempt in (
        lambda: keep.save("15202", NOTES, Note("x"), 1),
        lambda: keep.change("15202", NOTES, lambda _, __: Note("x")),
        lambda: keep.restore("15202", NOTES, 1, 1),
    ):
        with pytest.raises(OwnDataError) as caught:
            attempt()
        assert caught.value.problem == problem
    assert shelf.latest("15202", NOTES) == 1
