"""The version stands in three places, which say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import carecompare

ROOT = Path(__file__).resolve().parents[2]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
VERSIONS = re.findall(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$", CHANGELOG, re.MULTILINE)
GROUPS = ["Added", "Changed", "Fixed", "Removed"]


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def test_the_package_its_metadata_and_the_changelog_are_of_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == carecompare.__version__ == VERSIONS[0][0]


def test_the_changelog_has_versions_alone_the_newest_first() -> None:
    assert len(re.findall(r"^## ", CHANGELOG, re.MULTILINE)) == len(VERSIONS)
    assert sorted(VERSIONS, key=lambda each: _number(each[0]), reverse=True) == VERSIONS
    days = [day for _, day in VERSIONS]
    assert days == sorted(days, reverse=True)


def test_the_newest_version_says_what_is_added_changed_fixed_and_removed() -> None:
    newest = re.split(r"^## ", CHANGELOG, flags=re.MULTILINE)[1]
    groups = re.findall(r"^### (.+)$", newest, re.MULTILINE)
    assert groups == [group for group in GROUPS if group in groups]
    assert groups
