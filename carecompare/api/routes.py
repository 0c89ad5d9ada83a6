"""The routes: areas, indicators, values and peers as tables; one view as a page."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

import pandas as pd
from starlette.responses import JSONResponse, Response

from carecompare.api.asked import FORMATS, LEVELS, AskedWrongError, codes, one_of, year
from carecompare.api.description import described
from carecompare.clock import today
from carecompare.commands.values import written
from carecompare.comparisons import COMPARATORS, SAVED
from carecompare.errors import CareCompareError, SelectionError
from carecompare.own import Memory, Shelf
from carecompare.reports.csvw import Described, csvw_zip
from carecompare.settings import api_is_open, embedding_hosts
from carecompare.tables import VALUES
from carecompare.text.errors.explain import sentence
from carecompare.text.files import api_words
from carecompare.ui.frame.loading import loaded_now
from carecompare.views.base.choice import Selection
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.here import page_for, page_of
from carecompare.views.base.kept import Keeper
from carecompare.views.base.making import definition
from carecompare.views.base.origins import origins_of
from carecompare.views.files.registry import VIEWS
from carecompare.views.files.web import block_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.requests import Request

    from carecompare.rows import ValueRow
    from carecompare.views.base.installation import Loaded

    Answer = Callable[[Loaded, Mapping[str, str]], Response]

DESCRIPTION = "openapi.json"
TEXT = "text/csv; charset=utf-8"
ZIP = "application/zip"
AREA_COLUMNS = ("area", "level", "name_ja", "kana", "prefecture", "prefecture_ja")
INDICATOR_COLUMNS = ("indicator", "name_ja", "unit_ja", "kind", "definition_ja", "sources", "years")
PEER_COLUMNS = ("area", "name_ja")


def _areas(loaded: Loaded, query: Mapping[str, str]) -> Response:
    level = one_of(query, "level", LEVELS, "", api_words.LEVEL_WRONG)
    kind = one_of(query, "format", FORMATS[:2], FORMATS[0], api_words.FORMAT_WRONG)
    rows = [
        [each[name] for name in AREA_COLUMNS]  # type: ignore[literal-required] # columns of the row
        for each in loaded.areas.values()
        if not level or each["level"] == level
    ]
    return _table(AREA_COLUMNS, rows, kind)


def _indicators(loaded: Loaded, query: Mapping[str, str]) -> Response:
    kind = one_of(query, "format", FORMATS[:2], FORMATS[0], api_words.FORMAT_WRONG)
    rows = [
        [
            each.id,
            each.label_ja,
            each.unit_ja,
            each.kind,
            definition(loaded.catalog, each),
            _sources(loaded, each.counts),
            sorted(loaded.years[each.id]),
        ]
        for each in loaded.catalog.indicators.values()
        if each.id in loaded.years
    ]
    if kind == "csv":
        rows = [
            [" ".join(map(str, cell)) if isinstance(cell, list) else cell for cell in row] for row in rows
        ]
    return _table(INDICATOR_COLUMNS, rows, kind)


def _sources(loaded: Loaded, counts: Sequence[str]) -> list[str]:
    found = dict.fromkeys(origin.source for count in counts for origin in loaded.origins.get(count, ()))
    return [loaded.catalog.sources[each].name_ja for each in found]


def _values(loaded: Loaded, query: Mapping[str, str]) -> Response:
    kind = one_of(query, "format", FORMATS, FORMATS[0], api_words.FORMAT_WRONG)
    wanted = codes(query, "indicator", loaded.catalog.indicators.keys())
    where = codes(query, "area", loaded.areas.keys())
    when = year(query)
    if not wanted and not where:
        raise AskedWrongError(api_words.NOTHING_ASKED)
    rows = loaded.figures.rows(wanted or sorted(loaded.years), where or sorted(loaded.areas))
    if when is not None:
        rows = [row for row in rows if row["year"] == when]
    if kind == "csvw":
        return Response(_packed(loaded, rows), media_type=ZIP)
    if kind == "csv":
        return Response(written(rows, "csv"), media_type=TEXT)
    return Response(written(rows, "json"), media_type="application/json")


def _packed(loaded: Loaded, rows: Sequence[ValueRow]) -> bytes:
    """Return rows as a CSV with its description: whose they are, and under which terms."""
    shown = {row["indicator"] for row in rows}
    page = page_of(loaded, Selection(), _nobody())
    years = {
        count: {row["year"] for row in rows if row["indicator"] == each}
        for each in shown
        for count in loaded.catalog.indicators[each].counts
    }
    own = {name: name for name in VALUES.columns}
    frame = pd.DataFrame(rows, columns=list(own))
    return csvw_zip(
        Described(
            name="values",
            table=file_table(frame, own, years=("year", "denominator_year")),
            title=api_words.CSVW_TITLE,
            description=api_words.VALUES,
            origins=origins_of(page, years),
            made=today().isoformat(),
        )
    )


def _peers(loaded: Loaded, query: Mapping[str, str]) -> Response:
    kind = one_of(query, "format", FORMATS[:2], FORMATS[0], api_words.FORMAT_WRONG)
    own = query.get("own", "")
    if own not in loaded.municipalities:
        said = sentence(SelectionError("area_unknown", found=own)) if own else api_words.OWN_MISSING
        raise AskedWrongError(said, 404 if own else 400)
    vs = query.get("vs", "exemplars")
    if vs == SAVED:
        raise AskedWrongError(api_words.SET_PRIVATE)
    if vs not in COMPARATORS:
        raise AskedWrongError(sentence(SelectionError("comparators_unknown", found=vs)), 404)
    page = page_for(loaded, {"own": own, "vs": vs, "chosen": query.get("chosen", "")}, _nobody())
    peers = page.peers if page is not None else ()
    return _table(PEER_COLUMNS, [[each, loaded.full_labels[each]] for each in peers], kind)


def _embed(loaded: Loaded, query: Mapping[str, str]) -> Response:
    view = query["view"]
    if view not in VIEWS:
        raise AskedWrongError(api_words.VIEW_UNKNOWN.format(found=view), 404)
    page = page_for(loaded, query, _nobody())
    if page is None or not page.own:
        raise AskedWrongError(api_words.OWN_MISSING)
    block = VIEWS[view].block(page, query.get("part", ""))
    if block is None:
        raise AskedWrongError(api_words.VIEW_EMPTY.format(found=view), 404)
    ancestors = " ".join(["'self'", *embedding_hosts()])
    headers = {"content-security-policy": f"frame-ancestors {ancestors}"}
    return Response(block_page(page, block), media_type="text/html", headers=headers)


def _nobody() -> Keeper:
    """Return a keeper that knows nothing of what a town keeps."""
    return Keeper(Shelf(Memory({})), "readonly", "")


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]], kind: str) -> Response:
    if kind == "json":
        return JSONResponse([dict(zip(columns, row, strict=True)) for row in rows])
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return Response(text.getvalue(), media_type=TEXT)


ANSWERS: Mapping[str, Answer] = {
    "areas": _areas,
    "indicators": _indicators,
    "values": _values,
    "peers": _peers,
}


def answered(request: Request) -> Response:
    """Answer a question, or say in a sentence why it is not answered.

    Parameters
    ----------
    request : Request
        With the path parameter ``view`` for a page to embed, else ``table``.

    Returns
    -------
    Response
        Never anything that a town keeps: that is asked of nobody here.
    """
    asked = request.path_params
    if asked.get("table") == DESCRIPTION:
        return JSONResponse(described(VIEWS, COMPARATORS))
    answer = _embed if "view" in asked else ANSWERS.get(asked["table"])
    if answer is None or not api_is_open():
        return _refused(api_words.CLOSED if answer else api_words.NOT_THERE, 404)
    try:
        loaded = loaded_now()
        if loaded is None:
            return _refused(api_words.NOT_READY, 503)
        return answer(loaded, {**request.query_params, **asked})
    except AskedWrongError as wrong:
        return _refused(wrong.said, wrong.status)
    except CareCompareError as problem:
        return _refused(sentence(problem), 400)


def _refused(said: str, status: int) -> Response:
    return JSONResponse({"error": said}, status_code=status)
