"""Bundles as they are unpacked: that of Linux is started where there is no network, that of Windows read."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from presence import lacks_nothing, program

from carecompare import __version__
from carecompare.bundle.archive import LIBRARIES, SUMS, assembled, bundled, program_folder
from carecompare.paths import project_paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.paths import Paths

TOP = "carecompare"
PATIENCE_SECONDS = 180
JOURNEY = Path(__file__).with_name("bundle_journey.py")
# A tag of a wheel: pure, or made for a 64-bit Windows.
FITS_WINDOWS = re.compile(r"Tag: (py\d[\w.]*-none-any|[\w.]+-[\w.]+-win_amd64)")


def made(target: str, folder: Path, make: Callable[[Paths, str, Path], Path]) -> Path:
    """Make a bundle; it needs a package index, which CI has installed this project from."""
    if not lacks_nothing():
        pytest.skip("a bundle fetches 300 MB of wheels: set CI=true to make one")
    return make(project_paths(), target, folder)


def check_parts(top: Path) -> None:
    """Check that every file has its sum, and every library its line in the bill."""
    lines = (top / SUMS).read_text(encoding="utf-8").splitlines()
    sums = dict(line.split("  ", 1)[::-1] for line in lines)
    names = {each.relative_to(top).as_posix() for each in top.rglob("*") if each.is_file()}
    assert names == {*sums, SUMS}
    for name, digest in sums.items():
        assert hashlib.sha256((top / name).read_bytes()).hexdigest() == digest, name
    written = (top / "sbom.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written) is None
    components = json.loads(written)["components"]
    listed = {each["name"].lower().replace("_", "-") for each in components}
    there = {each.stem.rsplit("-", 1)[0] for each in libraries(top).glob("*.dist-info")}
    assert {each.lower().replace("_", "-") for each in there} == listed
    assert all(each.get("licenses") for each in components)


def libraries(top: Path) -> Path:
    return top / program_folder() / LIBRARIES


@pytest.mark.usefixtures("store_file")
def test_the_bundle_of_windows_has_its_wheels_its_script_and_its_sums(tmp_path: Path) -> None:
    top = made("windows", tmp_path / TOP, assembled)
    check_parts(top)
    tags = list(libraries(top).glob("*.dist-info/WHEEL"))
    assert len(tags) > 40
    for each in tags:
        assert FITS_WINDOWS.search(each.read_text(encoding="utf-8")), each
    assert not list(top.rglob("*.so"))
    assert not [each for each in libraries(top).rglob("*") if each.name == "tests" or each.suffix == ".pyx"]
    script = (top / "start.bat").read_bytes().decode("cp932")
    assert f"{program_folder()}\\app.py" in script
    assert script.count("\r\n") == script.count("\n")
    assert "127.0.0.1" in (top / "README_ja.txt").read_text(encoding="utf-8-sig")
    assert not (top / "own").exists()
    assert not (top / program_folder() / "data" / "own").exists()


@pytest.fixture
def unpacked(store_file: Path, tmp_path: Path) -> Path:
    """Return the folder of an unpacked bundle of Linux."""
    assert store_file.is_file()
    file = made("linux", tmp_path / "linux.zip", bundled)
    with zipfile.ZipFile(file) as archive:
        for each in archive.infolist():
            written = Path(archive.extract(each, tmp_path))
            written.chmod(each.external_attr >> 16)
    file.unlink()
    check_parts(tmp_path / TOP)
    return tmp_path / TOP


@pytest.fixture
def alone() -> list[str]:
    """Return the beginning of a command that runs where no interface but the own one is."""
    command = [program("unshare", "unshare"), "--net", "--map-root-user"]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no right to a network without interfaces")
    return [*command, "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]


def test_the_bundle_of_linux_starts_and_works_without_any_network(
    unpacked: Path, alone: list[str], tmp_path: Path
) -> None:
    outcome = tmp_path / "outcome"
    outcome.mkdir()
    command = [*alone, sys.executable, str(JOURNEY), str(unpacked), str(outcome)]
    # The Python that this one was made from has none of the libraries.
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    bare["PATH"] = f"{sys.base_prefix}/bin{os.pathsep}{bare['PATH']}"
    done = subprocess.run(
        command, env=bare, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads((outcome / "told.json").read_text(encoding="utf-8"))
    assert told["pages"] == 5
    assert told["strangers"] == []
    assert zipfile.is_zipfile(outcome / "deck.pptx")
    assert (outcome / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert told["kept"] == [f"{unpacked}/own"]
    assert told["ended"] == 0
    assert __version__ in unpacked.joinpath("README_ja.txt").read_text(encoding="utf-8-sig")
