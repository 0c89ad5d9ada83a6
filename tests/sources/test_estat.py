"""The e-Stat API: recorded answers, and tables asked of a server of our own that plays it."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
from small_files import MUNICIPALITIES, changes_file, municipalities_file, ssdse_file, topojson_file
from small_medical_files import answer, answer_file, value

from carecompare.__main__ import main
from carecompare.errors import SourceError
from carecompare.sources import Places, imported, read_figures, read_file
from carecompare.sources.publishers.estat_service import fetched
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.catalog import Catalog

KEY = "0123456789abcdef0123456789abcdef01234567"
TABLE = "0000020209"
RECORDED = "getStatsData_0003425893_2021_trimmed.json"
HOSPITALS = [value(code, str(number)) for number, code in enumerate(MUNICIPALITIES)]


def refused(content: object, folder: Path, catalog: Catalog, places: Places) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_file(answer_file(folder, content), catalog, places=places)
    assert "{" not in sentence(caught.value)
    return caught.value


def figures_of(
    content: object, folder: Path, catalog: Catalog, places: Places
) -> dict[tuple[str, str, int], Any]:
    reading = read_file(answer_file(folder, content), catalog, places=places)
    assert reading.counts is not None
    rows = reading.counts.to_dict("records")
    return {(row["count"], row["area"], row["year"]): row["value"] for row in rows}


def test_an_item_of_the_municipalities_becomes_a_count(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(answer_file(tmp_path, answer(HOSPITALS)), catalog, places=places)
    assert reading.counts is not None
    rows = reading.counts.set_index("area")
    assert rows["value"].to_dict() == {code: number for number, code in enumerate(MUNICIPALITIES)}
    assert set(rows["count"]) == {"hospitals"}
    assert set(rows["as_of"]) == {"2024-10-01"}
    assert set(rows["source"]) == {"estat_ssds"}
    assert (reading.source, reading.edition) == ("estat_ssds", "2026-02-27")


def test_one_category_is_an_object_and_several_are_a_list(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    single = answer(HOSPITALS[:1])
    classes = single["GET_STATS_DATA"]["STATISTICAL_DATA"]["CLASS_INF"]["CLASS_OBJ"]  # type: ignore[index] # JSON
    assert all(isinstance(each["CLASS"], dict) for each in classes)
    assert figures_of(single, tmp_path, catalog, places) == {("hospitals", "01100", 2024): 0}
    both = answer([*HOSPITALS[:2], value("01100", "7", item="I5102")])
    assert figures_of(both, tmp_path, catalog, places) == {
        ("hospitals", "01100", 2024): 0,
        ("hospitals", "04216", 2024): 1,
        ("clinics", "01100", 2024): 7,
    }


def test_the_recorded_answer_is_read_once_a_count_names_its_categories(
    official: Path, catalog: Catalog, places: Places
) -> None:
    """No count here is a wage: the mapping is the test's own, the answer is the publisher's."""
    wage = msgspec.structs.replace(
        catalog.counts["physicians"],
        id="wage",
        unit_ja="千円",
        estat="0003425893:tab=40,cat01=01,cat02=01,cat03=02,cat04=03,cat05=01,cat06=02",
        day="",
    )
    words = catalog.layouts["estat"]
    tables = {**words["tables"], "0003425893": "estat_ssds"}
    known = replace(
        catalog,
        counts={**catalog.counts, "wage": wage},
        layouts={**catalog.layouts, "estat": {**words, "tables": tables}},
    )
    counts = read_file(official / "estat" / RECORDED, known, places=places).counts
    assert counts is not None
    assert counts[["area", "year", "count", "value", "status"]].to_numpy().tolist() == [
        ["00", 2020, "wage", 237.1, "observed"]
    ]
    open_age = msgspec.structs.replace(wage, estat="0003425893:tab=40,cat01=01")
    with pytest.raises(SourceError) as caught:
        read_file(
            official / "estat" / RECORDED,
            replace(known, counts={**catalog.counts, "wage": open_age}),
            places=places,
        )
    assert (caught.value.problem, caught.value.fields["column"]) == ("estat_category_open", "@cat04")


def test_the_recorded_answer_is_of_no_count_here_and_the_recorded_list_is_no_answer(
    official: Path, catalog: Catalog, places: Places
) -> None:
    problems = {}
    for path in sorted((official / "estat").glob("*.json")):
        with pytest.raises(SourceError) as caught:
            read_file(path, catalog, places=places)
        problems[path.name.partition("_")[0]] = caught.value.problem
    assert problems == {"getStatsData": "estat_table_unknown", "getStatsList": "estat_is_list"}


def test_marks_for_missing_numbers_are_not_zero(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    values = [value("01100", "-"), value("13112", "***"), value("46523", "0")]
    reading = read_file(answer_file(tmp_path, answer(values)), catalog, places=places)
    assert reading.counts is not None
    assert reading.counts["status"].tolist() == ["missing", "missing", "observed"]


def test_prefectures_and_wards_are_left_out_and_old_codes_mapped(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    values = [value(code, "5") for code in ("00000", "01000", "01100", "01101", "40305")]
    reading = read_file(answer_file(tmp_path, answer(values)), catalog, places=places)
    assert reading.counts is not None
    assert reading.counts["area"].tolist() == ["01100", "40231"]
    assert {note.problem for note in reading.notes} >= {"ward_left_out", "code_mapped"}


def test_years_before_those_of_ssdse_are_passed_over(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    values = [
        value("01100", "5", time=time) for time in ("1980100000", "2013100000", "2014100000", "2023100000")
    ]
    held = figures_of(answer(values), tmp_path, catalog, places)
    assert sorted(year for _, _, year in held) == [2014, 2023]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ([value("99999", "5")], "area_unknown"),
        ([value("1310", "5")], "code_wrong"),
        ([value("01100", "many")], "cell_not_number"),
        ([value("01100", "5", time="2020000406")], "year_wrong"),
        ([value("01100", "5"), value("01100", "6")], "area_twice"),
        ([value("01100", "5", cat02="1"), value("04216", "5", cat02="2")], "estat_category_open"),
        ([value("01100", "5") | {"@unit": "千人"}], "estat_unit_differs"),
    ],
)
def test_a_wrong_value_is_refused(
    values: list[dict[str, str]], problem: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    assert refused(answer(values), tmp_path, catalog, places).problem == problem


def test_a_part_of_an_answer_is_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    assert refused(answer(HOSPITALS, total=99), tmp_path, catalog, places).problem == "estat_incomplete"
    assert refused(answer(HOSPITALS, following=12), tmp_path, catalog, places).problem == "estat_incomplete"
    assert (
        refused(answer([*HOSPITALS, HOSPITALS[0]], total=11), tmp_path, catalog, places).problem
        == "estat_incomplete"
    )


@pytest.mark.parametrize(
    "content",
    [
        {"GET_STATS_DATA": []},
        {"GET_STATS_DATA": {"RESULT": {"STATUS": 0}}},
        {"GET_STATS_DATA": {"RESULT": {"STATUS": "x"}}},
        {"GET_STATS_DATA": {"RESULT": {"STATUS": 0}, "STATISTICAL_DATA": {"TABLE_INF": []}}},
        answer([]),
        answer([{"$": "1"}]),
    ],
)
def test_another_shape_is_no_answer(
    content: object, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    assert refused(content, tmp_path, catalog, places).problem == "estat_answer_wrong"


def test_a_cut_answer_is_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    path = answer_file(tmp_path, answer(HOSPITALS))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(SourceError) as caught:
        read_file(path, catalog, places=places)
    assert caught.value.problem == "estat_answer_wrong"


Asked = list[dict[str, str]]


@contextmanager
def api(*answers: object, status: int = 200) -> Iterator[tuple[str, Asked]]:
    """Play the API: one answer per request, in order; text is sent as it is."""
    asked: Asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            assert parts.path == "/rest/getStatsData"
            asked.append({name: values[0] for name, values in parse_qs(parts.query).items()})
            content = answers[min(len(asked), len(answers)) - 1]
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            self.wfile.write(content.encode() if isinstance(content, str) else json.dumps(content).encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/rest", asked
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def with_key(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setenv("ESTAT_APP_ID", KEY)
    monkeypatch.setenv("no_proxy", "*")
    return monkeypatch


def test_a_table_is_asked_for_page_by_page(
    with_key: pytest.MonkeyPatch, catalog: Catalog, places: Places
) -> None:
    pages = [answer(HOSPITALS[:6], total=11, following=7), answer(HOSPITALS[6:], total=11, first=7)]
    with api(*pages) as (address, asked):
        with_key.setenv("ESTAT_URL", address)
        reading = fetched(TABLE, catalog, places)
    assert reading.counts is not None
    assert reading.counts["value"].tolist() == list(range(11))
    assert [each["startPosition"] for each in asked] == ["1", "7"]
    assert asked[0]["appId"] == KEY
    assert asked[0]["statsDataId"] == TABLE
    assert asked[0]["cdCat01"] == "I510120,I5102,I5103,I6100,I6200,I6300"


def test_pages_that_lead_in_a_circle_end(
    with_key: pytest.MonkeyPatch, catalog: Catalog, places: Places
) -> None:
    with api(answer(HOSPITALS, following=1)) as (address, asked):
        with_key.setenv("ESTAT_URL", address)
        with pytest.raises(SourceError, match="estat_answer_wrong"):
            fetched(TABLE, catalog, places)
    assert len(asked) == 1


def test_a_page_that_never_comes_is_missed(
    with_key: pytest.MonkeyPatch, catalog: Catalog, places: Places
) -> None:
    with api(answer(HOSPITALS[:6], total=11)) as (address, _):
        with_key.setenv("ESTAT_URL", address)
        with pytest.raises(SourceError, match="estat_incomplete"):
            fetched(TABLE, catalog, places)


def failure(catalog: Catalog, places: Places, table: str = TABLE) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetched(table, catalog, places)
    said = sentence(caught.value)
    assert said.endswith("。")
    assert KEY not in said + repr(caught.value) + repr(caught.value.__cause__)
    return caught.value


def test_a_refusal_is_told_without_the_key(
    with_key: pytest.MonkeyPatch, catalog: Catalog, places: Places
) -> None:
    said = f"認証に失敗しました。アプリケーションID {KEY} を確認して下さい。"
    with api({"GET_STATS_DATA": {"RESULT": {"STATUS": 100, "ERROR_MSG": said}}}) as (address, _):
        with_key.setenv("ESTAT_URL", address)
        error = failure(catalog, places)
    assert (error.problem, error.fields["found"]) == ("estat_refused", "100")
    assert "認証に失敗しました" in sentence(error)


@pytest.mark.parametrize("status", [500, 302, 404])
def test_an_error_of_the_server_and_a_way_elsewhere_are_no_answer(
    status: int, with_key: pytest.MonkeyPatch, catalog: Catalog, places: Places
) -> None:
    with api(KEY, status=status) as (address, asked):
        with_key.setenv("ESTAT_URL", address)
        error = failure(catalog, places)
    assert f"HTTP {status}" in sentence(error)
    assert len(asked) == 1


def test_no_network_is_said_in_a_sentence(
    with_key: pytest.MonkeyPatch, catalog: Catalog, places: Places
) -> None:
    with_key.setenv("ESTAT_URL", "http://127.0.0.1:9")
    assert failure(catalog, places).problem == "estat_unreachable"


def test_an_answer_that_is_none_is_said_in_a_sentence(
    with_key: pytest.MonkeyPatch, catalog: Catalog, places: Places
) -> None:
    with api("<html>") as (address, _):
        with_key.setenv("ESTAT_URL", address)
        assert failure(catalog, places).problem == "estat_answer_wrong"


@pytest.mark.parametrize("address", ["http://example.org/rest", "file:///etc", "ftp://127.0.0.1/rest"])
def test_the_key_is_sent_over_no_open_line(
    address: str, with_key: pytest.MonkeyPatch, catalog: Catalog, places: Places
) -> None:
    with_key.setenv("ESTAT_URL", address)
    assert failure(catalog, places).problem == "estat_url_wrong"


def test_nothing_is_asked_without_a_key_or_for_an_unknown_table(
    with_key: pytest.MonkeyPatch, catalog: Catalog, places: Places
) -> None:
    with api(answer(HOSPITALS)) as (address, asked):
        with_key.setenv("ESTAT_URL", address)
        assert failure(catalog, places, "0000099999").problem == "estat_table_unknown"
        with_key.delenv("ESTAT_APP_ID")
        assert failure(catalog, places).problem == "estat_key_missing"
    assert asked == []


def test_the_command_imports_a_table_and_the_key_is_written_nowhere(
    tmp_path: Path,
    with_key: pytest.MonkeyPatch,
    paths: Any,
    catalog: Catalog,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "catalog").symlink_to(paths.catalog)
    ground = [municipalities_file(tmp_path), changes_file(tmp_path), topojson_file(tmp_path)]
    imported(data / "figures", [*ground, ssdse_file(tmp_path)], catalog)
    with_key.setenv("CARECOMPARE_DATA", str(data))
    hospitals = [value(code, str(number)) for number, code in enumerate(MUNICIPALITIES, start=10)]
    with api(answer(hospitals)) as (address, _):
        with_key.setenv("ESTAT_URL", address)
        assert main(["import", "--estat", TABLE, "--accept-jump"]) == 0
    told = capsys.readouterr()
    assert "一般病院数 2024年" in told.out
    assert KEY not in told.out + told.err
    written = [path for path in (data / "figures").rglob("*") if path.is_file()]
    assert len(written) > 5
    assert not any(KEY.encode() in path.read_bytes() for path in written)
    held = read_figures(data / "figures")
    now = held.counts[(held.counts["count"] == "hospitals") & (held.counts["year"] == 2024)]
    assert now["value"].tolist() == list(range(10, 21))
    assert set(now["source"]) == {"estat_ssds"}
    assert held.manifest.tables["estat_ssds/2024.csv"].origins["hospitals"].file == f"e-Stat {TABLE}"


def test_the_command_wants_a_file_or_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import"]) == 2
    assert "--estat" in capsys.readouterr().err
