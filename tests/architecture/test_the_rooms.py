"""Where a module may stand and what it may know: rules that the import contracts do not hold."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "carecompare"
MOST_FILES = 30
# What the project depends on, by the name it is imported by, with what these bring along.
REQUIRED = {
    *("altair", "duckdb", "lxml", "msgspec", "narwhals", "numpy", "pandas", "pptx", "pyarrow", "pydeck"),
    *("python_calamine", "segno", "shapely", "small_gicp", "streamlit", "typst", "uharfbuzz", "uvloop"),
    *("vl_convert", "xlsxwriter"),
}
FOLDERS = sorted({path.parent for path in PACKAGE.rglob("*.py")})


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(ROOT)))
def test_no_folder_holds_more_than_30_files(folder: Path) -> None:
    assert len(list(folder.glob("*.py"))) <= MOST_FILES


def test_no_two_modules_import_each_other_over_any_way_typing_included() -> None:
    graph = grimp.build_graph("carecompare", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    # A module that nothing left imports is taken away until only circles remain.
    while done := {module for module, imported in imports.items() if not imported & imports.keys()}:
        imports = {module: imported for module, imported in imports.items() if module not in done}
    assert sorted(imports) == []


@pytest.mark.parametrize(
    ("asked", "libraries"),
    [
        ("compare --own 15202 --vs exemplars --format csv", {"duckdb", "msgspec", "numpy"}),
        ("values --indicator share_65_and_over --area 15202", {"duckdb", "msgspec"}),
    ],
)
def test_a_command_that_writes_figures_imports_nothing_that_draws_serves_or_builds(
    asked: str, libraries: set[str], store_file: Path
) -> None:
    assert store_file.is_file()  # or the command would build it, with whatever building needs
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "carecompare", *asked.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = re.findall(r"\|\s+([\w.]+)$", finished.stderr, re.MULTILINE)
    assert "carecompare.paths" in imported
    tops = {name.split(".")[0] for name in imported}
    assert tops & REQUIRED <= libraries
