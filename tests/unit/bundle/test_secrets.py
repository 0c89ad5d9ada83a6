from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.bundle import archive

if TYPE_CHECKING:
    from pathlib import Path


def test_what_an_office_logs_in_with_goes_into_no_archive(tmp_path: Path) -> None:
    root = tmp_path / "root"
    for name in archive.PROGRAM:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if "." in name.strip("."):
            path.write_text("", encoding="utf-8")
        else:
            path.mkdir()
    (root / "LICENSE").rmdir()
    (root / "LICENSE").write_text("", encoding="utf-8")
    for name in ("config.toml", "secrets.toml"):
        (root / ".streamlit" / name).write_text("[auth]", encoding="utf-8")
    archive._copy_program(root, tmp_path / "program")  # noqa: SLF001 - what decides it
    assert [each.name for each in (tmp_path / "program" / ".streamlit").iterdir()] == ["config.toml"]
