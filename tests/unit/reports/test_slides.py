"""Slides read back as they would be opened: titles, charts, tables, notes, words for those who cannot see."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pptx.enum.chart import XL_CHART_TYPE
from slide_making import (
    GRID,
    PLOT,
    charts,
    deck,
    descriptions,
    exhibit,
    made,
    opened,
    points,
    tables,
    texts,
    written,
)

from carecompare.exhibits import Grid, Plot, Series
from carecompare.reports.slides.deck import SlideItem
from carecompare.reports.slides.deck_file import appendix_slides, slides_file

if TYPE_CHECKING:
    from carecompare.reports.slides.look import Format

CONTENT = 1  # after the cover


def test_the_finding_is_the_title_unless_one_was_typed() -> None:
    typed = SlideItem(exhibit(), title="わが町の高齢化")
    slides = made(exhibit(), typed).slides
    assert slides[1].shapes.title.text == exhibit().title
    assert slides[2].shapes.title.text == "わが町の高齢化"


def test_a_slide_says_what_it_shows_and_where_from_and_when() -> None:
    said = "\n".join(texts(made(exhibit()).slides[CONTENT]))
    for each in (
        "高齢化率（%）、令和2年（2020年）",
        "総務省統計局「国勢調査」",
        "2026-11-23",
        "年齢不詳を分母から除きます",
    ):
        assert each in said
    assert "赤＝自町　横線" not in said


def test_every_slide_but_the_cover_has_the_number_of_its_page() -> None:
    slides = made(exhibit()).slides
    numbered = ["slidenum" in written(slide) for slide in slides]
    assert numbered == [False, True, True]


def test_no_two_things_on_a_slide_have_the_same_number() -> None:
    for slide in made(exhibit(), exhibit(plot=None)).slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(numbers) == len(set(numbers))


def test_the_cover_names_town_meeting_and_date() -> None:
    said = texts(made(exhibit(), meeting="第3回 策定委員会").slides[0])
    assert said[0] == "第3回 策定委員会"
    assert "長岡市" in said[1]
    assert "2026年11月23日" in said[1]


def test_a_chart_holds_its_figures_with_gaps_and_references() -> None:
    chart = charts(made(exhibit()).slides[CONTENT])[0]
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(chart.plots[0].categories) == ["竹田市", "▶ 長岡市", "川越市", "大和村（資料なし）", "新潟県"]
    assert list(chart.series[0].values) == [48.3, 31.4, 28.0, None, 32.8]


def test_a_chart_can_be_edited_for_it_carries_its_workbook() -> None:
    chart = charts(made(exhibit()).slides[CONTENT])[0]
    assert chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK")
    assert "c:externalData" in written(chart)


def test_the_own_bar_is_told_apart_without_colour_and_the_unranked_one_is_hollow() -> None:
    xml = written(charts(made(exhibit()).slides[CONTENT])[0])
    filled = dict(re.findall(r'<c:dPt>\s*<c:idx val="(\d)"/>.*?<a:srgbClr val="(\w+)"', xml, re.DOTALL))
    assert filled["1"] == "C8102E"
    assert filled["2"] == "FFFFFF"
    assert "wdUpDiag" in xml


def test_who_cannot_see_the_chart_hears_what_it_says() -> None:
    slide = made(exhibit()).slides[CONTENT]
    said = descriptions(slide)
    assert len(said) == 1
    assert "31.4" in said[0]
    assert exhibit().title in said[0]


def test_the_notes_hold_definition_cautions_and_the_table() -> None:
    said = made(exhibit()).slides[CONTENT].notes_slide.notes_text_frame.text
    for each in ("65歳以上人口 ÷ 総人口", "順位は参考です。", "長岡市\t31.4", "総務省統計局"):
        assert each in said


def test_the_table_of_a_chart_stands_in_the_appendix() -> None:
    slides = made(exhibit()).slides
    assert len(slides) == 3
    assert tables(slides[2]) == [[list(GRID.columns), *map(list, GRID.rows)]]
    assert slides[2].shapes.title.text.startswith("付表1")


def test_an_exhibit_without_a_plot_is_a_table_that_can_be_edited() -> None:
    slides = made(exhibit(plot=None)).slides
    assert len(slides) == 2
    assert tables(slides[1])[0][2] == ["長岡市", "31.4"]


def test_a_long_table_is_parted_and_every_part_has_the_headings() -> None:
    rows = tuple((f"市{number}", str(number)) for number in range(100))
    slides = made(exhibit(plot=None, grid=Grid(("市区町村", "値"), rows, numeric=(1,)))).slides
    parts = [tables(slide)[0] for slide in list(slides)[2:]]
    assert all(part[0] == ["市区町村", "値"] for part in parts)
    assert [row for part in parts for row in part[1:]] == [list(row) for row in rows]
    assert "続きは付表" in "\n".join(texts(slides[1]))


def test_a_wide_table_is_parted_by_columns_and_every_part_has_the_names_of_the_rows() -> None:
    columns = ("年", "系列", *(f"とても長い名前の町{number}" for number in range(40)))
    rows = tuple((f"{year}年", "国勢調査", *(str(number) for number in range(40))) for year in (2015, 2020))
    slides = made(exhibit(plot=None, grid=Grid(columns, rows, numeric=tuple(range(2, 42))))).slides
    parts = [tables(slide)[0] for slide in list(slides)[2:]]
    assert len(parts) > 1
    assert all(part[1][:2] == ["2015年", "国勢調査"] for part in parts)
    assert [cell for part in parts for cell in part[0][2:]] == list(columns[2:])


@pytest.mark.parametrize("size", ["16:9", "a4"])
def test_the_slides_have_the_size_asked_for(size: str) -> None:
    given = made(exhibit(), size=size)
    wanted = {"16:9": (960, 540), "a4": (842, 595)}[size]
    assert (round(points(given.slide_width)), round(points(given.slide_height))) == wanted


def test_lines_have_years_at_even_distances_and_a_projection_dashed() -> None:
    plot = Plot(
        kind="lines",
        categories=("2015年", "2020年", "2030年"),
        years=(2015, 2020, 2030),
        series=(
            Series("長岡市", (28.9, 31.6, None), role="own"),
            Series("長岡市（推計）", (None, 31.4, 34.0), role="own", dashed=True),
            *(Series(f"町{number}", (20.0 + number, 21.0 + number, None)) for number in range(4)),
        ),
        unit="%",
        decimals=1,
    )
    chart = charts(made(exhibit(plot=plot)).slides[CONTENT])[0]
    assert list(chart.plots[0].categories) == ["2015", "2020", "2025", "2030"]
    assert list(chart.series[1].values) == [None, 31.4, None, 34.0]
    assert written(chart).count('prstDash val="dash"') == 1
    assert written(chart).count("<c:legendEntry>") == 4


def test_more_bars_than_can_be_read_are_those_around_the_own_one_and_it_is_said() -> None:
    names = tuple(f"町{number}" for number in range(30))
    plot = Plot("bars", names, (Series("率", tuple(map(float, range(30)))),), "%", 1, own=20)
    grid = Grid(("市区町村", "値"), tuple((name, "1") for name in names), numeric=(1,))
    slides = made(exhibit(plot=plot, grid=grid)).slides
    shown = list(charts(slides[1])[0].plots[0].categories)
    assert len(shown) == 18
    assert "▶ 町20" in shown
    assert "図は長岡市に近い18市区町村（全部は付表）" in "\n".join(texts(slides[1]))


def test_what_a_user_typed_is_plain_text() -> None:
    nasty = '<b>題</b> & "=1+1" \x07{own}'
    slides = made(SlideItem(exhibit(), title=nasty), meeting=nasty, own=nasty).slides
    assert slides[1].shapes.title.text == '<b>題</b> & "=1+1" {own}'
    assert slides[0].shapes.title.text == '<b>題</b> & "=1+1" {own}'
    grid = Grid(("名前", "値"), ((nasty, "=1+1"),), numeric=(1,))
    cells = tables(made(exhibit(plot=None, grid=grid)).slides[1])[0]
    assert cells[1] == ['<b>題</b> & "=1+1" {own}', "=1+1"]


def test_what_changed_since_is_said_in_the_notes_only_where_it_changed() -> None:
    before = exhibit(
        grid=Grid(GRID.columns, (("竹田市", "47.0"), *GRID.rows[1:]), numeric=(1,)), title="前の読み取り"
    )
    changed, same = made(SlideItem(exhibit(), before=before)), made(SlideItem(exhibit(), before=exhibit()))
    said = changed.slides[CONTENT].notes_slide.notes_text_frame.text
    assert said.startswith("前回（2025-11-20）から変わった数字：")
    assert "竹田市　値：47.0 → 48.3" in said
    assert "前の読み取り → " in said
    assert "前回" not in same.slides[CONTENT].notes_slide.notes_text_frame.text


def test_a_view_that_cannot_be_made_any_more_says_of_when_its_figures_are() -> None:
    said = "\n".join(texts(made(SlideItem(exhibit(), stale=True)).slides[CONTENT]))
    assert "今の数字では作れないため、2025-11-20の数字のままです。" in said


def test_less_than_nothing_that_rounds_to_nothing_is_no_minus() -> None:
    plot = Plot("columns", ("甲", "乙"), (Series("分", (-0.04, -0.06), role="part"),), "ポイント", 1)
    assert list(charts(made(exhibit(plot=plot)).slides[CONTENT])[0].series[0].values) == [0.0, -0.06]


def test_the_letters_are_named_for_japanese_and_not_embedded() -> None:
    given = made(exhibit())
    theme = next(part for part in given.part.package.iter_parts() if "theme" in str(part.partname))
    assert '<a:ea typeface="BIZ UDPゴシック"' in theme.blob.decode("utf-8")
    names = [str(part.partname) for part in given.part.package.iter_parts()]
    assert not [name for name in names if "font" in name.lower()]


def test_progress_is_told_for_every_slide() -> None:
    told: list[tuple[int, int]] = []
    slides_file(deck(exhibit(), exhibit()), progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("size", ["16:9", "a4"])
def test_the_slides_of_tables_are_counted_as_they_are_written(size: Format) -> None:
    whole = deck(exhibit(), exhibit(plot=None))
    bare = replace(whole, has_appendix=False)
    counted = appendix_slides(whole, size)
    assert counted >= 1
    assert len(opened(slides_file(whole, size)).slides) == 1 + 2 + counted
    assert len(opened(slides_file(bare, size)).slides) == 1 + 2
    said = "\n".join(text for slide in opened(slides_file(bare, size)).slides for text in texts(slide))
    assert "付表" not in said


def test_one_slide_alone_has_no_cover() -> None:
    slides = opened(slides_file(deck(exhibit(plot=None), cover=False))).slides
    assert [slide.shapes.title.text for slide in slides] == [exhibit().title]


def test_stacked_bars_keep_their_parts_and_mark_the_own_name() -> None:
    plot = Plot(
        "stacked_bars",
        ("甲町", "乙町"),
        tuple(
            Series(name, values, role="part")
            for name, values in (("単身", (10.0, 20.0)), ("その他", (90.0, 80.0)))
        ),
        "%",
        1,
        own=1,
    )
    chart = charts(made(exhibit(plot=plot)).slides[CONTENT])[0]
    assert list(chart.plots[0].categories) == ["甲町", "▶ 乙町"]
    assert [list(series.values) for series in chart.series] == [[10.0, 20.0], [90.0, 80.0]]


def test_the_plot_of_the_exhibit_is_not_changed() -> None:
    made(exhibit())
    assert PLOT.categories[1] == "長岡市"
