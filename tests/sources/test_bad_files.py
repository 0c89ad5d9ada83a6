"""Files that are not what they seem: one clear error each, quickly, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_files import care_file, care_row, ssdse_text, topojson_file, write

from carecompare.errors import SourceError
from carecompare.sources import Places, read_file, reader_of
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog


def refused(path: Path, catalog: Catalog, places: Places) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_file(path, catalog, "2025-12", places)
    assert caught.value.fields["file"] == path.name
    assert sentence(caught.value).startswith(path.name)
    assert len(str(caught.value)) < 500
    return caught.value


@pytest.mark.parametrize(
    "name", ["jigyosho_110.csv", "SSDSE-A-2026.csv", "2020_table_2-7-1.csv", "x.topojson"]
)
def test_an_empty_file_is_called_empty(name: str, tmp_path: Path, catalog: Catalog, places: Places) -> None:
    assert refused(write(tmp_path / name, ""), catalog, places).problem == "file_empty"


def test_a_missing_file_and_a_folder_are_called_missing(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    assert refused(tmp_path / "none.csv", catalog, places).problem == "file_missing"
    assert refused(tmp_path, catalog, places).problem == "file_missing"


@pytest.mark.parametrize(
    "text",
    [
        "\n\n\n",
        "a,b\n1,2\n",
        "<html><body>Not found</body></html>",
        "PK\x03\x04\x14\x00",
        '{"type": "FeatureCollection"}',
        "{}",
    ],
)
@pytest.mark.parametrize("name", ["jigyosho_110.csv", "SSDSE-A-2026.csv", "census_1980_2015_age_groups.csv"])
def test_another_content_under_a_known_name_is_an_unknown_layout(
    name: str, text: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    assert refused(write(tmp_path / name, text), catalog, places).problem == "layout_unknown"


def test_a_known_content_under_a_name_without_its_service_is_an_unknown_layout(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    assert (
        refused(care_file(tmp_path, [care_row()], "offices.csv"), catalog, places).problem == "layout_unknown"
    )


def test_an_edition_that_stands_nowhere_is_asked_for(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    path = write(tmp_path / "ssdse.csv", ssdse_text(first="code"), "cp932")
    assert refused(path, catalog, places).problem == "edition_unknown"


@pytest.mark.parametrize("encoding", ["utf-16", "euc-jp", "iso2022_jp"])
def test_a_wrong_encoding_is_never_read_as_something_else(
    encoding: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    problem = refused(write(tmp_path / "SSDSE-A-2026.csv", ssdse_text(), encoding), catalog, places).problem
    assert problem in {"encoding_unknown", "layout_unknown"}


def test_fifty_megabytes_of_junk_are_refused_by_their_size(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    path = tmp_path / "jigyosho_110.csv"
    with path.open("wb") as opened:
        opened.truncate(50_000_000)
    assert refused(path, catalog, places).problem == "file_too_large"


def test_junk_below_the_limit_is_refused_by_its_first_lines(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    path = tmp_path / "jigyosho_110.csv"
    with path.open("wb") as opened:
        opened.truncate(39_000_000)
    assert refused(path, catalog, places).problem == "layout_unknown"


def test_junk_after_a_right_header_is_refused_without_showing_it(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    path = care_file(tmp_path, [care_row()])
    with path.open("ab") as opened:
        opened.write(b"x" * 5_000_000)
    assert refused(path, catalog, places).problem == "row_cut"


def test_a_table_of_a_header_alone_is_called_empty(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    assert refused(care_file(tmp_path, []), catalog, places).problem == "file_empty"


def test_a_quote_that_never_ends_is_no_table(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    path = care_file(tmp_path, [care_row(事業所名='"' + "x" * 200), care_row()])
    assert refused(path, catalog, places).problem in {"row_cut", "not_a_table"}


def test_a_cut_or_foreign_topojson_is_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    text = topojson_file(tmp_path).read_text()
    for broken in (
        text[: len(text) // 2],
        text.replace("lg_code_5", "code"),
        text.replace('"arcs": [[[', '"arcs": [[["a",'),
    ):
        assert refused(write(tmp_path / "x.topojson", broken), catalog, places).problem == "topojson_wrong"
    missing = text.replace('"46523"', '"46599"')
    assert refused(write(tmp_path / "x.topojson", missing), catalog, places).problem == "areas_missing"


def test_every_layout_has_one_reader(tmp_path: Path, catalog: Catalog) -> None:
    assert reader_of(care_file(tmp_path, [care_row()]), catalog).needs_date
    assert reader_of(topojson_file(tmp_path), catalog).source == "boundaries"
