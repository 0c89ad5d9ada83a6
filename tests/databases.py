"""A PostgreSQL of the tests' own: in a folder of its own, on a socket there, by somebody without rights."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from presence import program

from carecompare.own.keeping.records import file_name
from carecompare.paths import DATABASE

if TYPE_CHECKING:
    from collections.abc import Sequence

WHERE = "/usr/lib/postgresql"
USER = "carecompare"
PATIENCE_S = 60


def postgres_program(name: str) -> str:
    """Return where a program of PostgreSQL is: Debian keeps the server's out of the way."""
    found = sorted(Path(WHERE).glob(f"*/bin/{name}"))
    return str(found[-1]) if found else program("PostgreSQL", name)


class Postgres:
    """A server that can be stopped and started."""

    def __init__(self) -> None:
        import pwd  # noqa: PLC0415 - Windows has none

        initdb = postgres_program("initdb")
        # Root is refused by PostgreSQL, and nobody else may enter a folder of pytest's.
        self._as: dict[str, Any] = {}
        self._folder = Path(tempfile.mkdtemp(prefix="carecompare-pg-"))
        if os.getuid() == 0:
            who = pwd.getpwnam("nobody")
            self._as = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
            os.chown(self._folder, who.pw_uid, -1)
        self._data = self._folder / "data"
        made = ["--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C", f"--username={USER}"]
        self._run([initdb, "-D", str(self._data), *made])
        self._count = 0

    def _run(self, command: Sequence[str]) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=self._folder, **self._as)

    def _control(self, *what: str) -> None:
        self._run([postgres_program("pg_ctl"), "-D", str(self._data), "-w", "-t", str(PATIENCE_S), *what])

    def start(self) -> None:
        """Start the server; it answers when this returns."""
        # Tests end processes, not the machine: what is written need not be on the disk.
        options = f"-k {self._folder} -c listen_addresses='' -c fsync=off"
        self._control("-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server as an administrator does, or at once."""
        self._control("-m", mode, "stop")

    def remove(self) -> None:
        """Remove everything."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def address(self, database: str) -> str:
        """Return the address of a database of it."""
        return f"postgresql://{USER}@/{database}?host={self._folder}"

    def new_database(self) -> str:
        """Make an empty database, and return its address."""
        self._count += 1
        name = f"t{self._count}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.address(name)


def written_over(kept_at: str, area: str, kind: str, version: int, content: bytes) -> None:
    """Change a version behind the program's back, as a fault of the disk may."""
    if not kept_at.startswith(DATABASE):
        path = Path(kept_at) / file_name(area, kind, version)
        assert path.exists()
        path.write_bytes(content)
        return
    with psycopg.connect(kept_at) as connection:
        connection.execute("SET session_replication_role = replica")
        changed = connection.execute(
            "UPDATE carecompare_versions SET content = %s WHERE area = %s AND kind = %s AND version = %s",
            [content, area, kind, version],
        )
        assert changed.rowcount == 1
