"""The command line keeps a town's own figures on the shelf that the pages read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from export_making import series_book

from carecompare.__main__ import main
from carecompare.own import EXPORTED_FIGURES, OWN_FIGURES, Folder, OwnFigures, Shelf
from carecompare.own.uploads.sheets import read_sheets
from carecompare.paths import Paths

if TYPE_CHECKING:
    from pathlib import Path

AREA = ["--area", "15202"]
EXPORT = "B4-a_認定率_時系列.xlsx"


@pytest.fixture
def shelf(paths: Paths, store_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Return the shelf of an installation that shares the figures of this one."""
    assert store_file.is_file()
    for name in ("catalog", "figures", "store"):
        (tmp_path / name).symlink_to(paths.data / name)
    monkeypatch.setenv("CARECOMPARE_DATA", str(tmp_path))
    return Shelf(Folder(Paths(tmp_path).own))


def table(folder: Path, *rows: str) -> str:
    path = folder / "own.csv"
    path.write_text("\n".join(["指標,年,独自値", *rows]), encoding="cp932")
    return str(path)


def folder_of_exports(folder: Path, area: str = "長岡市") -> str:
    made = folder / "出力"
    made.mkdir()
    (made / EXPORT).write_bytes(series_book([(area, "合計認定率", "（％）", [18.0] * 6)]))
    (made / "memo.txt").write_text("x", encoding="utf-8")
    return str(made)


def test_a_table_is_added_listed_and_restored(
    shelf: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["own", "add", table(tmp_path, "総人口,R6,260000"), *AREA, "--author", "計画係"]) == 0
    assert main(["own", "add", table(tmp_path, "総人口,R6,261000"), *AREA]) == 0
    assert main(["own", "restore", *AREA, "--kind", "own_figures", "--version", "1"]) == 0
    kept = shelf.kept("15202", OWN_FIGURES)
    assert kept is not None
    assert [each.value for each in kept.content.figures] == [260_000.0]
    assert (kept.version, kept.restored_from) == (3, 1)
    capsys.readouterr()
    assert main(["own", "list", *AREA]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [(line[1], line[2]) for line in lines] == [("own_figures", each) for each in "321"]
    assert lines[-1][4] == "計画係"
    assert main(["own", "list", "--area", "13112"]) == 0
    assert capsys.readouterr().out == ""


def test_what_somebody_saves_meanwhile_is_not_written_over(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["own", "add", table(tmp_path, "総人口,R6,260000"), *AREA]) == 0
    kept = shelf.kept("15202", OWN_FIGURES)
    assert kept is not None

    def read_while_another_saves(*given: object) -> object:
        shelf.save("15202", OWN_FIGURES, OwnFigures(), kept.version, "ほかの人")
        return read_sheets(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("carecompare.commands.own.read_sheets", read_while_another_saves)
    assert main(["own", "add", table(tmp_path, "総人口,R5,259000"), *AREA]) == 2
    assert "ほかの人が新しい内容を保存しました" in capsys.readouterr().err
    now = shelf.kept("15202", OWN_FIGURES)
    assert now is not None
    assert (now.version, now.content) == (2, OwnFigures())


def test_a_folder_of_exports_is_added_with_its_report(shelf: Shelf, tmp_path: Path) -> None:
    report = tmp_path / "report.xlsx"
    assert main(["own", "add", folder_of_exports(tmp_path), *AREA, "--report", str(report)]) == 0
    kept = shelf.kept("15202", EXPORTED_FIGURES)
    assert kept is not None
    assert [(each.code, each.series[0].area) for each in kept.content.books] == [("B4-a", "15202")]
    assert shelf.kept("15202", OWN_FIGURES) is None
    (sheet,) = read_sheets(report.read_bytes(), report.name)
    assert sheet.rows[0][:2] == ["重さ", "種類"]
    assert len(sheet.rows) > 1


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["総入口,R6,1"], "own.csvの2行目の列「A 指標」：「総入口」という指標はありません。"),
        (["総入口,R6,1", "総人口,去年,1"], "own.csv：直すところが2件あるため、何も保存していません。"),
        (["総人口,R6,260"], "--sure"),
        ([], "数が1つも入っていません"),
    ],
)
def test_a_wrong_table_is_one_sentence_and_nothing_is_kept(
    shelf: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: list[str], said: str
) -> None:
    assert main(["own", "add", table(tmp_path, *rows), *AREA]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""
    assert shelf.kept("15202", OWN_FIGURES) is None


def test_unlikely_figures_are_kept_when_one_is_sure(shelf: Shelf, tmp_path: Path) -> None:
    assert main(["own", "add", table(tmp_path, "総人口,R6,260"), *AREA, "--sure"]) == 0
    assert shelf.latest("15202", OWN_FIGURES) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "no.csv", "--area", "15202"], "ファイルがありません"),
        (["add", "no.csv", "--area", "99999"], "99999"),
        (["restore", "--area", "15202", "--kind", "figures", "--version", "1"], "という種類はありません"),
        (["restore", "--area", "15202", "--kind", "notes.x", "--version", "1"], "この版はありません"),
        (["restore", "--area", "../x", "--kind", "notes", "--version", "1"], "保存できません"),
    ],
)
def test_a_wrong_command_is_one_sentence(
    shelf: Shelf, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert shelf.latest("15202", OWN_FIGURES) == 0
    assert main(["own", *arguments]) == 2
    captured = capsys.readouterr().err
    assert said in captured
    assert captured.count("\n") == 1


def test_exports_of_another_town_are_refused(
    shelf: Shelf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["own", "add", folder_of_exports(tmp_path, "柏市"), *AREA]) == 2
    assert "長岡市（新潟県）の行がありません" in capsys.readouterr().err
    assert shelf.kept("15202", EXPORTED_FIGURES) is None


@pytest.mark.parametrize("mode", ["readonly", "session"])
def test_only_a_shared_installation_keeps_files(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", mode)
    assert main(["own", "add", table(tmp_path, "総人口,R6,260000"), *AREA]) == 2
    assert shelf.latest("15202", OWN_FIGURES) == 0


def test_everything_kept_leaves_in_one_file_and_is_brought_to_another_installation(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["own", "add", table(tmp_path, "総人口,R6,260000"), *AREA, "--author", "計画係"]) == 0
    file = tmp_path / "own.json"
    assert main(["own", "export", "-o", str(file)]) == 0
    there = tmp_path / "there"
    monkeypatch.setenv("CARECOMPARE_DATA", str(there))
    capsys.readouterr()
    for said in ("取り込みました（15202、第1版）", "同じ内容がもうあります（15202）"):
        assert main(["own", "import", str(file), "--author", "高齢福祉課"]) == 0
        assert said in capsys.readouterr().out
    kept = Shelf(Folder(Paths(there).own)).kept("15202", OWN_FIGURES)
    before = shelf.kept("15202", OWN_FIGURES)
    assert kept is not None
    assert before is not None
    assert kept.content == before.content
    assert kept.author == "高齢福祉課（元は計画係）"
    (tmp_path / "broken.json").write_bytes(b"[]")
    assert main(["own", "import", str(tmp_path / "broken.json")]) == 2
    assert "書き出したファイルとして読めません" in capsys.readouterr().err
