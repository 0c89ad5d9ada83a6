"""What the routes take and give, as OpenAPI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carecompare.api.asked import FORMATS, LEVELS, MOST
from carecompare.comparisons import SAVED
from carecompare.tables import VALUES
from carecompare.text.files import api_words

if TYPE_CHECKING:
    from collections.abc import Collection

VERSION = "1.0.0"
JSON_TYPES = {"VARCHAR": "string", "INTEGER": "integer", "SMALLINT": "integer", "DOUBLE": "number"}


def described(views: Collection[str], sets: Collection[str]) -> dict[str, Any]:
    """Return the description of the routes.

    Parameters
    ----------
    views : collection of str
        Names of the views that can be embedded.
    sets : collection of str
        Sets of comparators.

    Returns
    -------
    dict
        OpenAPI 3.1.
    """
    table = _parameter("format", api_words.FORMAT, {"enum": list(FORMATS[:2]), "default": FORMATS[0]})
    own = _parameter("own", api_words.OWN, is_required=True)
    open_sets = [each for each in sets if each != SAVED]
    vs = _parameter("vs", api_words.VS, {"enum": open_sets, "default": "exemplars"})
    chosen = _parameter("chosen", api_words.CHOSEN)
    view = {**_parameter("view", api_words.VIEW, {"enum": list(views)}, is_required=True), "in": "path"}
    return {
        "openapi": "3.1.0",
        "info": {"title": api_words.TITLE, "version": VERSION, "description": api_words.SUMMARY},
        "paths": {
            "/api/v1/areas": _path(
                api_words.AREAS, _parameter("level", api_words.LEVEL, {"enum": list(LEVELS)}), table
            ),
            "/api/v1/indicators": _path(api_words.INDICATORS, table),
            "/api/v1/values": _path(
                api_words.VALUES,
                _parameter("indicator", api_words.INDICATOR.format(most=MOST)),
                _parameter("area", api_words.AREA.format(most=MOST)),
                _parameter("year", api_words.YEAR, {"type": "integer"}),
                _parameter("format", api_words.FORMAT, {"enum": list(FORMATS), "default": FORMATS[0]}),
                answer={"type": "array", "items": _value()},
            ),
            "/api/v1/peers": _path(api_words.PEERS, own, vs, chosen, table),
            "/embed/{view}": _path(
                api_words.EMBED, view, own, vs, chosen, _parameter("part", api_words.PART), kind="text/html"
            ),
        },
    }


def _value() -> dict[str, Any]:
    """Return what a row of values holds: the columns of the table in the store."""
    columns = {
        name: {"type": [JSON_TYPES[kind], "null"] if name in VALUES.nullable else JSON_TYPES[kind]}
        for name, kind in VALUES.columns.items()
    }
    return {"type": "object", "properties": columns, "required": list(columns)}


def _path(
    said: str,
    *parameters: dict[str, Any],
    answer: dict[str, Any] | None = None,
    kind: str = "application/json",
) -> dict[str, Any]:
    content = {kind: {"schema": answer or {}}}
    error = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}
    return {
        "get": {
            "summary": said,
            "parameters": list(parameters),
            "responses": {
                "200": {"description": api_words.ANSWER, "content": content},
                "default": {
                    "description": api_words.REFUSED,
                    "content": {"application/json": {"schema": error}},
                },
            },
        }
    }


def _parameter(
    name: str, said: str, schema: dict[str, Any] | None = None, *, is_required: bool = False
) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "description": said,
        "required": is_required,
        "schema": {"type": "string", **(schema or {})},
    }
