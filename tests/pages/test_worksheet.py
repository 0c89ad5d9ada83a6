"""課題整理シート: written, kept, taken back, beside last year's, in the three modes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from page_steps import in_full

from carecompare.own import WORKSHEET, Evidence, Folder, Kept, Shelf, Worksheet, WorksheetLine
from carecompare.own.uploads.workbook import workbook_sheets
from carecompare.views.files.paper_worksheet import exported

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from streamlit.testing.v1 import AppTest

    from carecompare.catalog import Catalog

    Opens = Callable[..., AppTest]

PAGE = "pages/worksheet.py"
OWN, YEAR = "15202", "2026"
HOSTILE = "=1+1 <img src=x onerror=alert(1)> ![x](http://example.org/x.png) *強* $x$"
WHEN = datetime(2025, 6, 1, tzinfo=UTC)


def said(app: AppTest) -> str:
    kinds = ("subheader", "caption", "info", "warning", "error", "success", "markdown")
    found = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*found, *(str(element.proto.body) for element in app.get("html"))])


def line_of(app: AppTest, words: str) -> str:
    return next(body for body in (str(each.proto.body) for each in app.get("html")) if words in body)


def pressed(app: AppTest, key: str) -> AppTest:
    app = app.button(key=key).click().run()
    assert not app.exception
    return app


def write(app: AppTest, line: str, words: str) -> AppTest:
    """Open a line and write in it."""
    pressed(app, f"worksheet_open_{line}")
    key = f"{OWN}_{YEAR}_{line}"
    app.text_area(key=f"worksheet_words_{key}").set_value(words).run()
    app.button_group(key=f"worksheet_state_{key}").set_value("partly").run()
    app.text_input(key=f"worksheet_post_{key}").set_value("高齢福祉課 計画係").run()
    assert not app.exception
    return app


def signed(app: AppTest, author: str = "計画係") -> AppTest:
    return app.text_input(key="own_author_widget").set_value(author).run()


def kept_lines(kept_in: Path, year: str = YEAR) -> tuple[WorksheetLine, ...]:
    kept = Shelf(Folder(kept_in)).kept(OWN, WORKSHEET.of(year))
    return kept.content.lines if kept else ()


def keep(kept_in: Path, year: str, *lines: WorksheetLine) -> None:
    shelf = Shelf(Folder(kept_in))
    kind = WORKSHEET.of(year)
    shelf.save(OWN, kind, Worksheet(lines), shelf.latest(OWN, kind), "介護保険課")


def test_without_an_own_municipality_the_page_says_how_to_choose_one(opened: Opens) -> None:
    app = opened(PAGE)
    assert not app.exception
    assert "自分の市区町村" in app.info[0].value


def test_an_empty_sheet_shows_every_line_and_counts_and_no_score(
    kept_in: Path, opened: Opens, catalog: Catalog
) -> None:
    app = opened(PAGE, own=OWN, sheet=YEAR)
    assert not app.exception
    assert not app.error
    assert app.subheader[0].value == (
        "長岡市の令和8年度（2026年度）の課題整理シートは、30項目のうち、まだどれにも状態を付けていません"
    )
    words = said(app)
    for item in catalog.worksheet.lines.values():
        assert f"worksheet_open_{item.id}" in {button.key for button in app.button}
        assert item.ask_ja in words
    assert "当方の提案（原資料にはない）" in words
    assert "原資料の語（図の中の位置は不明）" in words
    assert "点数ではありません" in words
    assert not kept_in.exists()


def test_what_is_written_is_saved_counted_and_taken_back(kept_in: Path, opened: Opens) -> None:
    app = write(signed(opened(PAGE, own=OWN, sheet=YEAR)), "c_1", "買い物の足がない。\n冬は通院も")
    assert "未保存" in line_of(app, "高齢者のニーズ")
    assert kept_lines(kept_in) == ()
    pressed(app, "worksheet_save")
    assert "保存しました" in app.success[0].value
    (line,) = kept_lines(kept_in)
    assert (line.id, line.state, line.post) == ("c_1", "partly", "高齢福祉課 計画係")
    assert line.words == "買い物の足がない。\n冬は通院も"
    assert "30項目のうち1項目に状態を付けました（一部1）。未記入は29項目" in app.subheader[0].value
    assert "第1版" in said(app)
    pressed(app, f"undo_worksheet.{YEAR}")
    assert kept_lines(kept_in) == ()


def test_nothing_typed_is_lost_by_closing_the_line_or_going_to_another_page(
    kept_in: Path, opened: Opens
) -> None:
    app = write(opened(PAGE, own=OWN, sheet=YEAR), "c_1", "書きかけの言葉")
    pressed(app, "worksheet_open_c_2")  # another line opens, this one closes
    assert "書きかけの言葉" in line_of(app, "高齢者のニーズ")
    app.switch_page("pages/aging.py").run()
    assert not app.exception
    app.switch_page(PAGE).run()
    assert "書きかけの言葉" in line_of(app, "高齢者のニーズ")
    pressed(app, "worksheet_open_c_1")
    assert app.text_area(key=f"worksheet_words_{OWN}_{YEAR}_c_1").value == "書きかけの言葉"
    pressed(app, "worksheet_discard_c_1")
    assert "書きかけの言葉" not in said(app)
    assert not kept_in.exists()


def test_a_finding_and_a_figure_are_attached_as_they_were_and_taken_off(kept_in: Path, opened: Opens) -> None:
    app = signed(opened("pages/findings.py", own=OWN, sheet=YEAR))
    attach = next(button for button in app.button if button.key.startswith("attach_finding_"))
    finding = next(each.value for each in app.markdown if each.value.startswith("**")).strip("*")
    pressed(app, attach.key)
    assert "課題整理シートの置き場" in app.toast[0].value
    assert app.button(key=attach.key).label == "添えるのをやめる"
    pressed(app, attach.key)
    assert app.button(key=attach.key).label == "課題整理シートに添える"
    pressed(app, attach.key)
    in_full(app.switch_page("pages/aging.py").run())
    figure = next(button for button in app.button if button.key.startswith("attach_share_65"))
    pressed(app, figure.key)
    title = next(each.value for each in app.subheader if "高齢化率" in each.value)
    app.switch_page(PAGE).run()
    pressed(app, "worksheet_open_c_1")
    for _ in range(2):
        pressed(app, f"worksheet.{YEAR}_attach_0_{OWN}_c_1")
    pressed(app, "worksheet_save")
    (line,) = kept_lines(kept_in)
    texts = [each.text for each in line.evidence]
    assert finding.replace("\\", "") in texts
    assert title in texts
    for each in line.evidence:
        assert each.source.startswith("出典：")
        assert each.figures
        assert "own=15202" in each.link
    pressed(app, "worksheet_open_c_1")
    pressed(app, f"worksheet.{YEAR}_remove_0_{OWN}_c_1")
    assert "置き場（項目に添える前の根拠 1件）" in [each.label for each in app.expander]


def test_a_block_is_attached_straight_onto_the_line_that_is_open(kept_in: Path, opened: Opens) -> None:
    app = write(opened(PAGE, own=OWN, sheet=YEAR), "c_1", "言葉")
    in_full(app.switch_page("pages/aging.py").run())
    button = next(each for each in app.button if each.key.startswith("attach_here_share_65"))
    assert button.label == "書いている項目「高齢者のニーズ」に添える"
    pressed(app, button.key)
    app.switch_page(PAGE).run()
    assert "出典：" in line_of(app, "高齢者のニーズ")
    assert not kept_in.exists()


def test_of_two_who_write_in_one_line_the_second_is_shown_both(kept_in: Path, opened: Opens) -> None:
    app = write(signed(opened(PAGE, own=OWN, sheet=YEAR)), "c_1", "私の言葉")
    keep(kept_in, YEAR, WorksheetLine("c_1", "known", "相手の言葉"), WorksheetLine("c_2", "known", "圏域"))
    pressed(app, "worksheet_save")
    assert "保存していません" in app.error[0].value
    both = [each.value for each in app.code]
    assert any("相手の言葉" in each for each in both)
    assert any("私の言葉" in each for each in both)
    assert not any("圏域" in each for each in both)
    assert [each.words for each in kept_lines(kept_in)] == ["相手の言葉", "圏域"]
    pressed(app, "worksheet_save")
    assert [each.words for each in kept_lines(kept_in)] == ["私の言葉", "圏域"]


def test_two_who_write_in_different_lines_both_keep_their_words(kept_in: Path, opened: Opens) -> None:
    app = write(signed(opened(PAGE, own=OWN, sheet=YEAR)), "c_1", "私の言葉")
    keep(kept_in, YEAR, WorksheetLine("c_2", "known", "圏域"))
    pressed(app, "worksheet_save")
    assert not app.error
    assert {each.words for each in kept_lines(kept_in)} == {"私の言葉", "圏域"}


def test_a_year_begins_with_the_last_and_what_changes_is_marked(kept_in: Path, opened: Opens) -> None:
    evidence = Evidence("昨年度の根拠", WHEN, source="出典：年報", link="./aging?own=15202")
    keep(
        kept_in,
        "2025",
        WorksheetLine("c_1", "unknown", "昨年度の言葉", evidence=(evidence,)),
        WorksheetLine("l_1", "known", "昨年度の振り返り"),
    )
    app = signed(opened(PAGE, own=OWN, sheet=YEAR))
    assert "昨年度の言葉" in line_of(app, "高齢者のニーズ")
    assert "今年度は空欄" in line_of(app, "高齢者のニーズ")
    pressed(app, "worksheet_begin")
    assert [each.id for each in kept_lines(kept_in)] == ["c_1"]
    assert kept_lines(kept_in)[0].evidence == (evidence,)
    assert "昨年度と同じ" in line_of(app, "高齢者のニーズ")
    assert "令和7年度（2025年度）の内容を写して始めたシート" in said(app)
    write(app, "c_1", "今年度の言葉")
    assert "昨年度から変わった" in line_of(app, "高齢者のニーズ")
    app.checkbox(key="worksheet_beside").uncheck().run()
    assert "昨年度の言葉" not in said(app)


def test_what_a_person_types_is_shown_and_exported_as_it_is(kept_in: Path, opened: Opens) -> None:
    bad = Evidence(HOSTILE, WHEN, HOSTILE, (HOSTILE,), HOSTILE, "javascript:alert(1)")
    keep(kept_in, "2025", WorksheetLine("c_1", "known", HOSTILE, HOSTILE, (bad,), HOSTILE))
    keep(kept_in, YEAR, WorksheetLine("c_1", "partly", HOSTILE, evidence=(bad,)))
    keep(kept_in, YEAR, *kept_lines(kept_in), WorksheetLine("gone_9", "known", HOSTILE))
    app = opened(PAGE, own=OWN, sheet=YEAR)
    assert not app.exception
    words = said(app)
    assert "<img" not in words
    assert "&lt;img src=x onerror=alert(1)&gt;" in words
    assert "javascript:" not in words
    assert "今の様式にない項目" in [each.value for each in app.header]
    assert "以前の様式の項目（gone_9）" in words
    button = next(each.proto for each in app.get("download_button") if "Excel" in each.proto.label)
    assert button.label == "Excelで出す"


def test_a_sheet_that_cannot_be_read_says_so_and_offers_its_history(kept_in: Path, opened: Opens) -> None:
    keep(kept_in, YEAR, WorksheetLine("c_1", "known", "よい版"))
    broken = kept_in / OWN / f"worksheet.{YEAR}" / "000002.json"
    broken.write_text("{", encoding="utf-8")
    app = signed_if_asked(opened(PAGE, own=OWN, sheet=YEAR))
    assert not app.exception
    assert "読めません" in app.error[0].value
    assert any(button.key == f"repair_restore_worksheet.{YEAR}_1" for button in app.button)


def signed_if_asked(app: AppTest) -> AppTest:
    return signed(app) if any(each.key == "own_author_widget" for each in app.text_input) else app


def test_on_a_public_server_a_sheet_lives_as_long_as_the_visit(
    kept_in: Path, opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    app = write(opened(PAGE, own=OWN, sheet=YEAR), "c_1", "この訪問だけの言葉")
    pressed(app, "worksheet_save")
    assert "この訪問だけの言葉" in line_of(app, "高齢者のニーズ")
    assert "この訪問だけの言葉" not in said(opened(PAGE, own=OWN, sheet=YEAR))
    assert not kept_in.exists()
    assert any("この画面で入れた内容" in each.label for each in app.expander)


def test_where_nobody_may_write_the_sheet_is_read(
    kept_in: Path, opened: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(kept_in, YEAR, WorksheetLine("c_1", "known", "書かれている言葉"))
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    app = opened(PAGE, own=OWN, sheet=YEAR)
    assert not app.exception
    assert "書かれている言葉" in said(app)
    keys = {button.key for button in app.button}
    assert not any(key.startswith(("worksheet_open", "worksheet_save", "attach_")) for key in keys)
    findings = in_full(opened("pages/findings.py", own=OWN))
    assert not any(button.key.startswith("attach_") for button in findings.button)


def test_a_link_with_a_year_that_cannot_be_opens_this_year(opened: Opens) -> None:
    app = opened(PAGE, own=OWN, sheet="令和")
    assert not app.exception
    assert "今年度を示しています" in app.warning[0].value


def test_the_workbook_holds_the_sheet_its_evidence_and_last_year(catalog: Catalog) -> None:
    evidence = Evidence("文", WHEN, "何", ("町：値 1",), "出典：年報", "./aging?own=15202")
    bad = Evidence(HOSTILE, WHEN, link="javascript:alert(1)")
    line = WorksheetLine("c_1", "partly", HOSTILE, "計画係", (evidence, bad), "令和9年3月末")
    kept = Kept(Worksheet((line, WorksheetLine("gone_9", "known", "昔"))), 3, "計画係", WHEN)
    last = Worksheet((WorksheetLine("c_1", "unknown", "昨年度"),))
    outline = catalog.worksheet
    book = dict(workbook_sheets(exported(outline, ("長岡市", 2026), kept, last, "http://desk:8501"), "x"))
    assert list(book) == ["課題整理シート", "根拠", "昨年度とくらべる"]
    rows = {row[0]: row for row in book["課題整理シート"]}
    assert rows["高齢者のニーズ"][1:3] == ["一部", HOSTILE]
    assert rows["高齢者のニーズ"][4:6] == ["計画係", "令和9年3月末"]
    assert rows["量的・質的分析"][6] == "原資料の語（図の中の位置は不明）"
    assert rows["次の把握と対応策へ"][6] == "当方の提案（原資料にはない）"
    assert rows["以前の様式の項目（gone_9）"][2] == "昔"
    assert book["根拠"][-2][1:] == [
        "文",
        "何",
        "町：値 1",
        "出典：年報",
        "2025-06-01 09:00",
        "http://desk:8501/aging?own=15202",
    ]
    assert book["根拠"][-1][6] == ""
    beside = {row[0]: row for row in book["昨年度とくらべる"]}
    assert beside["高齢者のニーズ"][1:4] == ["昨年度から変わった", "未把握", "昨年度"]


def test_there_is_nothing_to_choose_where_comparators_change_nothing(opened: Opens, kept_in: Path) -> None:
    assert kept_in
    for page, chooses in (("worksheet", False), ("mieruka", False), ("own_data", True)):
        app = opened(f"pages/{page}.py", own="15202", vs="free")
        keys = [each.key or "" for each in app.get("radio") + app.get("selectbox") + app.get("multiselect")]
        assert any("chosen" in each for each in keys) is chooses, page
