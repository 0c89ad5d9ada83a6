"""The platforms that an archive is made for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """A platform.

    Parameters
    ----------
    platform : str
        As the installer of the libraries calls it.
    script : str
        What a person starts.
    encoding, line_end : str
        Of the script: the console of a Japanese Windows reads code page 932.
    """

    platform: str
    script: str
    encoding: str
    line_end: str


TARGETS = {
    "windows": Target("x86_64-pc-windows-msvc", "start.bat", "cp932", "\r\n"),
    "linux": Target("x86_64-manylinux_2_28", "start.sh", "utf-8", "\n"),
}
