"""A deck as one HTML file: charts, tables, cautions and sources, opened without server or network."""

from __future__ import annotations

import csv
import io
import json
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from carecompare.text.files import slide_words, web_words
from carecompare.text.format import date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from carecompare.reports.slides.deck import SlideDeck, SlideItem

# What draws the charts, under the name by which our own script calls it.
DRAWING = "window.drawChart = (place, chart, how) => vegaEmbed(place, chart, how);"
HERE = Path(__file__).parent


def page_file(deck: SlideDeck, tables: Sequence[str]) -> bytes:
    """Return a deck as one file.

    Parameters
    ----------
    deck : SlideDeck
        What is shown; without a cover the page says nothing of itself and has no contents.
    tables : sequence of str
        The table of each item as HTML, in the order of the items.

    Returns
    -------
    bytes
        HTML in UTF-8. It asks for nothing: a browser is told to refuse every address, and to run no script
        but the two that stand in it.
    """
    charts = [_with_rows(each.exhibit.picture) for each in deck.items if each.exhibit.picture is not None]
    scripts = [_drawing(), _text("page.js")] if charts else []
    title = deck.meeting or web_words.TITLE.format(own=deck.own)
    body = "".join(
        _section(deck, number, item, table)
        for number, (item, table) in enumerate(zip(deck.items, tables, strict=True), 1)
    )
    return (
        "<!DOCTYPE html>\n"
        f"<html lang='ja'><head><meta charset='utf-8'>{_policy(scripts)}"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>{escape(title)}</title><style>{_text('page.css')}</style></head><body>"
        f"{_cover(deck, title) if deck.cover else ''}<main>"
        f"<noscript><p class='failed'>{web_words.WITHOUT_SCRIPTS}</p></noscript>{body}</main>"
        f"<script type='application/json' id='charts'>{_data(charts)}</script>"
        f"{''.join(f'<script>{each}</script>' for each in scripts)}</body></html>\n"
    ).encode()


def _policy(scripts: Sequence[str]) -> str:
    """Return the rule for the browser: nothing from anywhere, and these scripts alone."""
    sums = [b64encode(sha256(each.encode()).digest()).decode() for each in scripts]
    known = " ".join(f"'sha256-{each}'" for each in sums) or "'none'"
    rule = f"default-src 'none'; script-src {known}; style-src 'unsafe-inline'; img-src data:"
    return f'<meta http-equiv="Content-Security-Policy" content="{rule}">'


def _cover(deck: SlideDeck, title: str) -> str:
    made = web_words.MADE.format(date=date(deck.made), product=deck.product)
    lines = "".join(
        f"<li><a href='#view{number}'>{escape(_title(item))}</a></li>"
        for number, item in enumerate(deck.items, 1)
    )
    return (
        f"<a class='skip' href='#view1'>{web_words.SKIP}</a>"
        f"<header id='top'><h1>{escape(title)}</h1>"
        f"<p class='quiet'>{escape(made)}</p><p class='quiet'>{web_words.LEAD}</p></header>"
        f"<nav aria-label='{web_words.CONTENTS}'><b>{web_words.CONTENTS}</b><ol>{lines}</ol></nav>"
    )


def _section(deck: SlideDeck, number: int, item: SlideItem, table: str) -> str:
    exhibit = item.exhibit
    title = _title(item)
    said = [slide_words.STALE.format(made=exhibit.made)] if item.stale else []
    said.append(exhibit.subtitle or exhibit.what)
    lines = "".join(f"<p class='quiet'>{escape(each)}</p>" for each in said if each)
    chart = ""
    if exhibit.picture is not None:
        label = escape(web_words.FIGURE.format(title=title))
        told = f"role='img' aria-label='{label}' data-failed='{web_words.FAILED}'"
        chart = f"<figure><div class='chart' {told}></div></figure>"
        table = f"<details open><summary>{web_words.TABLE}</summary>{table}</details>" if table else ""
    defined = [deck.definitions[each] for each in exhibit.indicators if each in deck.definitions]
    level, back = (
        ("h2", f"<p class='back'><a href='#top'>{web_words.BACK}</a></p>") if deck.cover else ("h1", "")
    )
    source = slide_words.SOURCE_DATE.format(source=exhibit.source, made=deck.made)
    return (
        f"<section id='view{number}' aria-labelledby='title{number}'>"
        f"<{level} id='title{number}'>{escape(title)}</{level}>"
        f"{lines}{chart}{table}{_more(web_words.NOTES, exhibit.notes)}{_more(web_words.DEFINITIONS, defined)}"
        f"<p class='source'>{escape(source)}</p>"
        f"{back}</section>"
    )


def _title(item: SlideItem) -> str:
    exhibit = item.exhibit
    return item.title or exhibit.title or exhibit.grid.caption or exhibit.what


def _more(heading: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    said = "".join(f"<p>{escape(each)}</p>" for each in lines)
    return f"<details><summary>{heading}</summary><div class='quiet'>{said}</div></details>"


def _with_rows(picture: Mapping[str, Any]) -> dict[str, Any]:
    """Return a picture with rows as records where they are lines of text.

    A browser that makes no program out of text, as ours is told, cannot read lines: d3-dsv writes a function
    for their columns.
    """
    data = picture.get("data")
    read = (
        {"data": {"values": _records(data)}} if data and data.get("format", {}).get("type") == "tsv" else {}
    )
    layers = {"layer": [_with_rows(each) for each in picture["layer"]]} if "layer" in picture else {}
    return {**picture, **read, **layers}


def _records(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    numbers = data["format"].get("parse", {})
    return [
        {name: _number(cell) if name in numbers else cell for name, cell in row.items()}
        for row in csv.DictReader(io.StringIO(data["values"], newline=""), delimiter="\t")
    ]


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _data(charts: Sequence[Mapping[str, Any]]) -> str:
    # An end tag inside a figure's name would end the script.
    return json.dumps(charts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _drawing() -> str:
    """Return Vega, Vega-Lite and what embeds them as one script, as they come with the drawing library."""
    import vl_convert  # noqa: PLC0415 - heavy; loaded when the first page is made

    return str(vl_convert.javascript_bundle(DRAWING)).replace("</script", "<\\/script")
