"""Ask the e-Stat API for one table: the only place that speaks to the network, and only when told to."""

from __future__ import annotations

import http.client
import os
import urllib.request
from typing import TYPE_CHECKING

from carecompare.errors import SourceError
from carecompare.sources.publishers import estat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carecompare.catalog import Catalog
    from carecompare.sources.places import Places
    from carecompare.sources.reading import Reading


KEY_VARIABLE = "ESTAT_APP_ID"
URL_VARIABLE = "ESTAT_URL"
URL = "https://api.e-stat.go.jp/rest/3.0/app/json"
PAGE = 100_000
MOST_PAGES = 100
LARGEST_BYTES = 100_000_000
SECONDS = 60
_LOCAL = {"localhost", "127.0.0.1", "::1"}


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follow nobody elsewhere: the key stands in the address."""

    def redirect_request(self, *_: object) -> None:
        """Return no new request, so that the redirect is an error."""


def fetched(table: str, catalog: Catalog, places: Places) -> Reading:
    """Ask for a table and read it.

    Parameters
    ----------
    table : str
        Id of the table, ten digits.
    catalog : Catalog
        Whose counts name table and categories.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        COUNTS. Neither the answer nor the key is kept.

    Raises
    ------
    SourceError
        If the key is missing, the table unknown, the API out of reach or unwilling, or the answer wrong.
    """
    file = f"e-Stat {table}"
    items = estat.items_of(table, catalog, file=file)
    key = os.environ.get(KEY_VARIABLE, "").strip()
    if not key:
        raise SourceError("estat_key_missing", file=file, expected=KEY_VARIABLE)
    codes: dict[str, set[str]] = {}
    for item in items.values():
        for dimension, code in item.categories.items():
            codes.setdefault(f"cd{dimension[1:].capitalize()}", set()).add(code)
    words = catalog.layouts[estat.LAYOUT]
    asked = {
        "appId": key,
        "lang": "J",
        "statsDataId": table,
        **{name: ",".join(sorted(chosen)) for name, chosen in codes.items()},
        "cdTimeFrom": words["first_time"],
        "metaGetFlg": "Y",
        "explanationGetFlg": "N",
        "annotationGetFlg": "N",
        "sectionHeaderFlg": "1",
        "limit": str(PAGE),
    }
    try:
        return estat.reading(list(_pages(asked, words, file)), file, catalog, places)
    except SourceError as error:
        raise _without(key, error) from None


def _pages(asked: Mapping[str, str], words: Mapping[str, object], file: str) -> Iterator[bytes]:
    position: int | None = 1
    for _ in range(MOST_PAGES):
        answer = _answer({**asked, "startPosition": str(position)}, file)
        yield answer
        before, position = position, _following(answer, words, file)
        if position is None:
            return
        if position <= (before or 0):
            break
    raise SourceError("estat_answer_wrong", file=file, found="NEXT_KEY")


def _following(answer: bytes, words: Mapping[str, object], file: str) -> int | None:
    data = estat.data_of(answer, words, file=file)
    try:
        following = data["RESULT_INF"].get("NEXT_KEY")
        return None if following is None else int(following)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SourceError("estat_answer_wrong", file=file) from error


def _answer(asked: Mapping[str, str], file: str) -> bytes:
    base = os.environ.get(URL_VARIABLE, URL).rstrip("/")
    parts = urllib.parse.urlsplit(base)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL):
        raise SourceError("estat_url_wrong", file=file, found=base)
    address = f"{base}/getStatsData?{urllib.parse.urlencode(asked)}"
    opener = urllib.request.build_opener(_NoRedirect)
    # An error of the library holds the address and with it the key: only its kind is handed on.
    try:
        with opener.open(address, timeout=SECONDS) as response:
            content: bytes = response.read(LARGEST_BYTES + 1)
    except urllib.error.HTTPError as error:
        error.close()
        raise SourceError("estat_answered_error", file=file, found=error.code) from None
    except urllib.error.URLError:
        raise SourceError("estat_unreachable", file=file) from None
    except (OSError, http.client.HTTPException, ValueError):
        raise SourceError("estat_unreachable", file=file) from None
    if len(content) > LARGEST_BYTES:
        raise SourceError("file_too_large", file=file, found=len(content), expected=LARGEST_BYTES)
    return content


def _without(key: str, error: SourceError) -> SourceError:
    fields = {name: str(value).replace(key, "…") for name, value in error.fields.items()}
    return SourceError(error.problem, **fields)
