"""Who may write what: the table of persons and groups, and who of them somebody is.

Without ``CARECOMPARE_ACCOUNTS`` there are no accounts, and everything is as in one office.
"""

from __future__ import annotations

import ipaddress
import os
import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from carecompare.errors import CareCompareError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ACCOUNTS_VARIABLE = "CARECOMPARE_ACCOUNTS"
LONGEST_NAME = 60
EVERYWHERE = "*"
_PLACE = re.compile(r"\*|[0-9]{2}|[0-9]{5}")
# What serves Streamlit takes what a neighbour on this machine says of a visitor's address for the address.
_NEIGHBOUR = "127.0.0.1"
_BELIEVED = "FORWARDED_ALLOW_IPS"


class Writer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who may write for which municipalities.

    Parameters
    ----------
    municipalities : tuple of str
        Codes; two digits are a prefecture with all its municipalities, ``*`` is everything, imports too.
    person, group : str
        One of them: as the proxy or the provider names a person, or a group.
    name : str
        What the person is called in the history; as it is named when empty.
    """

    municipalities: tuple[str, ...]
    person: str = ""
    group: str = ""
    name: str = ""


class Accounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table.

    Parameters
    ----------
    way : {"header", "oidc"}
        Whether the office's proxy says who somebody is, or a provider to which they log in.
    writer : tuple of Writer
        Who may write; everybody else reads.
    header, groups_header : str
        Headers of the proxy: the person, and groups parted by commas.
    proxies : tuple of str
        Addresses or networks from which the headers are believed.
    person_claim, groups_claim : str
        Claims of the provider.
    """

    way: Literal["header", "oidc"]
    writer: tuple[Writer, ...] = ()
    header: str = "X-Remote-User"
    groups_header: str = ""
    proxies: tuple[str, ...] = ()
    person_claim: str = "email"
    groups_claim: str = "groups"

    @property
    def headers(self) -> tuple[str, ...]:
        """Return the headers that only the proxy may set, in small letters."""
        if self.way != "header":
            return ()
        return tuple(each.lower() for each in (self.header, self.groups_header) if each)

    def account(self, person: str, groups: Iterable[str] = ()) -> Account:
        """Return what a person may write, alone and as one of groups; nobody is an empty text."""
        if not person:
            return Account("", frozenset())
        theirs = [each for each in self.writer if each.person and each.person.casefold() == person.casefold()]
        known = set(groups)
        through = [each for each in self.writer if each.group in known and each.group]
        name = next((each.name for each in theirs if each.name), person)
        places = frozenset(code for each in (*theirs, *through) for code in each.municipalities)
        return Account(" ".join(name.split())[:LONGEST_NAME], places)

    def is_believed(self, peer: str, forwarded: Sequence[str]) -> bool:
        """Return whether a request comes from the proxy.

        Parameters
        ----------
        peer : str
            The address it seems to come from.
        forwarded : sequence of str
            What ``X-Forwarded-For`` says.

        Notes
        -----
        An address that stands in that header may have been taken from there. Then all that is known is that a
        neighbour on this machine has passed it on.
        """
        if any(peer in each for each in forwarded):
            if os.environ.get(_BELIEVED, _NEIGHBOUR) != _NEIGHBOUR:
                return False
            peer = _NEIGHBOUR
        try:
            address = ipaddress.ip_address(peer)
        except ValueError:
            return False
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped  # a server that listens on both kinds names them so
        return any(address in ipaddress.ip_network(each, strict=False) for each in self.proxies)


class Account(msgspec.Struct, frozen=True):
    """Somebody, and what they may write.

    Parameters
    ----------
    name : str
        As the history says it; empty for somebody unknown, who reads.
    places : frozenset of str
        As of `Writer.municipalities`.
    """

    name: str
    places: frozenset[str]

    def may_write(self, area: str) -> bool:
        """Return whether what a municipality keeps may be changed."""
        return bool(self.places & {area, area[:2], EVERYWHERE})

    @property
    def may_import(self) -> bool:
        """Return whether the figures, which all share, may be changed."""
        return EVERYWHERE in self.places


def accounts() -> Accounts | None:
    """Return the table, read again when its file has changed; None where there are no accounts.

    Raises
    ------
    CareCompareError
        If the file of ``CARECOMPARE_ACCOUNTS`` is missing or wrong: then nobody writes until it is mended.
    """
    given = os.environ.get(ACCOUNTS_VARIABLE, "")
    if not given:
        return None
    try:
        return _read(given, Path(given).stat().st_mtime_ns)
    except OSError as error:
        raise CareCompareError("accounts_missing", setting=ACCOUNTS_VARIABLE, found=error) from error


@lru_cache(maxsize=1)
def _read(file: str, _changed: int) -> Accounts:
    name = Path(file).name
    try:
        found = msgspec.convert(tomllib.loads(Path(file).read_text(encoding="utf-8")), Accounts)
        for proxy in found.proxies:
            ipaddress.ip_network(proxy, strict=False)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        raise CareCompareError("accounts_wrong", file=name, found=error) from error
    if found.way == "header" and not found.proxies:
        raise CareCompareError("accounts_proxies_missing", file=name)
    names = [each.name or each.person for each in found.writer if each.person]
    for each in found.writer:
        wrong = [place for place in each.municipalities if not _PLACE.fullmatch(place)]
        if wrong or bool(each.person) == bool(each.group) or len(each.name) > LONGEST_NAME:
            raise CareCompareError(
                "accounts_writer_wrong", file=name, found=each.person or each.group or wrong
            )
        if each.person and names.count(each.name or each.person) > 1:
            raise CareCompareError("accounts_name_twice", file=name, found=each.name or each.person)
    return found
