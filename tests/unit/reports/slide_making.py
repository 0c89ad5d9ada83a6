"""Exhibits, templates and decks for tests of slides."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from carecompare.exhibits import Exhibit, Grid, Plot, Series
from carecompare.reports.slides.deck import SlideDeck, SlideItem
from carecompare.reports.slides.deck_file import slides_file
from carecompare.reports.slides.look import EMU

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("竹田市", "長岡市", "川越市", "大和村")
PLOT = Plot(
    kind="bars",
    categories=NAMES,
    series=(Series("高齢化率", (48.3, 31.4, 28.0, None)),),
    unit="%",
    decimals=1,
    own=1,
    hollow=(2,),
    references=(("新潟県", 32.8),),
)
GRID = Grid(
    columns=("市区町村", "値"),
    rows=(("竹田市", "48.3"), ("長岡市", "31.4"), ("川越市", "28.0"), ("大和村", "資料なし")),
    numeric=(1,),
    own_rows=(1,),
    caption="高齢化率（%）",
)


def exhibit(**changed: Any) -> Exhibit:
    """Return an exhibit of four municipalities."""
    fields: dict[str, Any] = {
        "view": "aging_level",
        "part": "",
        "query": {"own": "15202"},
        "made": "2025-11-20",
        "title": "長岡市の高齢化率31.4%は、先進10事例の11市区町村中6番目に高い",
        "subtitle": "高齢化率（%）。赤＝自町",
        "what": "高齢化率（%）、令和2年（2020年）",
        "grid": GRID,
        "source": "出典：総務省統計局「国勢調査」（2020年10月1日）を加工して作成",
        "notes": ("年齢不詳を分母から除きます。", "順位は参考です。"),
        "indicators": ("share_65_and_over",),
        "plot": PLOT,
    }
    return Exhibit(**{**fields, **changed})


def deck(*items: SlideItem | Exhibit, **changed: Any) -> SlideDeck:
    """Return a deck of exhibits."""
    slides = tuple(each if isinstance(each, SlideItem) else SlideItem(each) for each in items)
    fields: dict[str, Any] = {
        "own": "長岡市",
        "made": "2026-11-23",
        "product": "carecompare",
        "definitions": {"share_65_and_over": "・高齢化率（%）　割合：65歳以上人口 ÷ 総人口"},
    }
    return SlideDeck(slides, **{**fields, **changed})


def opened(content: bytes) -> Any:
    """Return a file of slides as the library reads it back."""
    return Presentation(io.BytesIO(content))


def made(*items: SlideItem | Exhibit, size: Any = "16:9", **changed: Any) -> Any:
    """Return a deck written and read back."""
    return opened(slides_file(deck(*items, **changed), size))


def texts(slide: Any) -> list[str]:
    """Return every text on a slide, one for each shape."""
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def tables(slide: Any) -> list[list[list[str]]]:
    """Return the tables of a slide as rows of cells."""
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for shape in slide.shapes
        if shape.has_table
    ]


def written(part_of: Any) -> str:
    """Return the XML of a slide or a chart."""
    return str(part_of.part.blob.decode("utf-8"))


def descriptions(slide: Any) -> list[str]:
    """Return what someone hears of the charts and tables of a slide who cannot see them."""
    frames = parse_xml(slide.part.blob).iter(qn("p:nvGraphicFramePr"))
    return [frame[0].get("descr") or "" for frame in frames]


def points(length: int) -> float:
    """Return a length of the file in points."""
    return length / EMU


def template(change: Callable[[Any], None] = lambda _: None) -> bytes:
    """Return a town's template: the library's own deck with two slides, changed."""
    given = Presentation()
    for _ in range(2):
        slide = given.slides.add_slide(given.slide_layouts[0])
        slide.shapes.title.text = "ひな型の中のスライド"
    change(given)
    stream = io.BytesIO()
    given.save(stream)
    return stream.getvalue()


def rezipped(content: bytes, changes: dict[str, bytes]) -> bytes:
    """Return an archive with some members replaced or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for member in given.infolist():
            if member.filename not in changes:
                kept.writestr(member, given.read(member))
        for name, text in changes.items():
            kept.writestr(name, text)
    return stream.getvalue()
