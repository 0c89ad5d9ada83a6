"""Who the visitor is, where the installation has accounts: by the office's proxy, or by logging in."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit as st

from carecompare.accounts import Account, accounts
from carecompare.errors import CareCompareError
from carecompare.settings import mode
from carecompare.text.own import keeping_words
from carecompare.views.base.table import plain

LAST = "account_of_visit"
LEADS_AWAY = '[class*="st-key-account_log"] button'
RETURNS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
SCRIPT = f"<script>({RETURNS})({json.dumps(LEADS_AWAY)});</script>"


def account() -> Account | None:
    """Return who the visitor is; None where there are no accounts.

    Raises
    ------
    CareCompareError
        If the table of accounts is wrong, or logging in is not set up.
    """
    known = accounts() if mode() == "shared" else None
    if known is None:
        return None
    if known.way == "header":
        person = _header(known.header)
        return known.account(person, _parted(_header(known.groups_header)) if known.groups_header else ())
    # A visitor's claims have this one as soon as logging in is set up.
    if "is_logged_in" not in st.user:
        raise CareCompareError("accounts_login_missing")
    if not st.user.is_logged_in or st.user.get("email_verified") is False:
        return known.account("")
    groups = st.user.get(known.groups_claim) or ()
    return known.account(
        str(st.user.get(known.person_claim) or ""),
        groups if isinstance(groups, list) else _parted(str(groups)),
    )


def may_import() -> bool:
    """Return whether the visitor may change the figures that all share."""
    who = account()
    return who is None or who.may_import


def keep_apart() -> None:
    """Forget everything of a visit that another person goes on with: what was begun is not theirs."""
    who = account()
    name = who.name if who is not None else ""
    if st.session_state.setdefault(LAST, name) != name:
        st.session_state.clear()
        st.session_state[LAST] = name


def show_account() -> None:
    """Draw, below the menu, who the visitor is, and the way to log in or out."""
    who = account()
    if who is None:
        return
    known = accounts()
    logs_in = known is not None and known.way == "oidc"
    if who.name:
        said = keeping_words.ACCOUNT if who.places else keeping_words.ACCOUNT_READS
        st.caption(plain(said.format(name=who.name)))
    if logs_in:
        st.html(SCRIPT, unsafe_allow_javascript=True)
    if logs_in and st.user.is_logged_in:
        st.button(keeping_words.LOGOUT, key="account_logout", on_click=st.logout, width="stretch")
    elif logs_in:
        st.button(keeping_words.LOGIN, key="account_login", on_click=st.login, width="stretch")


def _header(name: str) -> str:
    given = st.context.headers.get(name) or ""
    try:
        return given.encode("latin-1").decode("utf-8").strip()  # a proxy sends its bytes as they are
    except UnicodeError:
        return given.strip()


def _parted(groups: str) -> list[str]:
    return [name for each in groups.split(",") if (name := each.strip())]
