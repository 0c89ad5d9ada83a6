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

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from presence import lacks_nothing, program

from carecompare import __version__
from carecompare.bundle.archive import SUMS, bundled, program_folder
from carecompare.errors import CareCompareError
from carecompare.paths import project_paths

TOP = "carecompare"
PATIENCE_SECONDS = 180
JOURNEY = Path(__file__).with_name("bundle_journey.py")
LIBRARIES = f"{TOP}/{program_folder()}/site-packages/"
# A tag of a wheel: pure, or made for a 64-bit Windows.
FITS_WINDOWS = re.compile(r"Tag: (py\d[\w.]*-none-any|[\w.]+-[\w.]+-win_amd64)")


def made(target: str, folder: Path) -> Path:
    if not lacks_nothing():
        pytest.skip("a bundle fetches 300 MB of wheels: set CI=true to make one")
    file = folder / f"{target}.zip"
    try:
        return bundled(project_paths(), target, file)
    except CareCompareError as problem:
        if problem.problem != "bundle_libraries_missing":
            raise
        # An index of one platform's wheels alone serves everything else here.
        pytest.skip(f"no package index with the wheels of {target}")


def check_parts(archive: zipfile.ZipFile) -> None:
    """Check that every file has its sum, and every library its line in the bill."""
    lines = archive.read(f"{TOP}/{SUMS}").decode().splitlines()
    sums = dict(line.split("  ", 1)[::-1] for line in lines)
    names = {each.removeprefix(f"{TOP}/") for each in archive.namelist()}
    assert names == {*sums, SUMS}
    for name, digest in sums.items():
        assert hashlib.sha256(archive.read(f"{TOP}/{name}")).hexdigest() == digest, name
    written = archive.read(f"{TOP}/sbom.cdx.json").decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written) is None
    listed = {each["name"].lower() for each in json.loads(written)["components"]}
    there = {
        re.sub(r"-[^-]+\.dist-info.*", "", each.removeprefix(LIBRARIES))
        for each in archive.namelist()
        if each.startswith(LIBRARIES) and each.endswith(".dist-info/METADATA")
    }
    assert {each.lower().replace("_", "-") for each in there} == {each.replace("_", "-") for each in listed}
    assert all(each.get("licenses") for each in json.loads(written)["components"])


@pytest.mark.usefixtures("store_file")
def test_the_bundle_of_windows_has_its_wheels_its_script_and_its_sums(tmp_path: Path) -> None:
    with zipfile.ZipFile(made("windows", tmp_path)) as archive:
        check_parts(archive)
        names = archive.namelist()
        tags = [each for each in names if each.startswith(LIBRARIES) and each.endswith(".dist-info/WHEEL")]
        assert len(tags) > 40
        for each in tags:
            assert FITS_WINDOWS.search(archive.read(each).decode()), each
        assert not [each for each in names if each.endswith(".so")]
        script = archive.read(f"{TOP}/start.bat").decode("cp932")
        assert f"{program_folder()}\\app.py" in script
        assert script.count("\r\n") == script.count("\n")
        assert "127.0.0.1" in archive.read(f"{TOP}/README_ja.txt").decode("utf-8-sig")
        assert not [
            each for each in names if each.startswith((f"{TOP}/own", f"{TOP}/{program_folder()}/data/own"))
        ]


@pytest.fixture
def unpacked(store_file: Path, tmp_path: Path) -> Path:
    """Return the folder of an unpacked bundle of Linux."""
    assert store_file.is_file()
    file = made("linux", tmp_path)
    with zipfile.ZipFile(file) as archive:
        check_parts(archive)
        for each in archive.infolist():
            written = Path(archive.extract(each, tmp_path))
            written.chmod(each.external_attr >> 16)
    file.unlink()
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
