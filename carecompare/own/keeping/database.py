"""Versions in PostgreSQL, where one machine is not enough: a row for each, added once and never changed."""

from __future__ import annotations

import logging
import os
from collections import deque
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.errors import UniqueViolation

from carecompare.errors import OwnDataError
from carecompare.own.keeping.records import file_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carecompare.errors import OwnDataProblem

Connection = psycopg.Connection[tuple[Any, ...]]

# Of one process; whoever comes when all are in use waits for the next that is free, which takes milliseconds.
MOST_CONNECTIONS = 8
WAITS = {
    "connect_timeout": "3",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "tcp_user_timeout": "15000",
}
ANSWERS_WITHIN = "30s"
# Replicas that start together make the table one after another.
TABLE_LOCK = 0x63617265
TABLE = """
CREATE TABLE IF NOT EXISTS carecompare_versions (
    area text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    content bytea NOT NULL,
    added_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (area, kind, version)
);
CREATE OR REPLACE FUNCTION carecompare_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'versions are added, never changed or removed'; END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON carecompare_versions
    EXECUTE FUNCTION carecompare_append_only();
"""
_LOG = logging.getLogger(__name__)


class _LostError(OwnDataError):
    """The connection ended before there was an answer."""


class Database:
    """Versions as rows of one table.

    Parameters
    ----------
    address : str
        ``postgresql://user@host/database``; a password may stand there, in ``PGPASSWORD`` or in the file of
        ``PGPASSFILE``. The table is made when it is first connected to.

    Notes
    -----
    Connections are kept and tried before each use, not held by a library's pool: a pool goes on waiting for a
    server that refuses, and comes back to one that was started again only after a pause that doubles.
    """

    def __init__(self, address: str) -> None:
        try:
            given = conninfo_to_dict(address)
        except psycopg.ProgrammingError as error:
            raise OwnDataError("own_database_wrong") from error
        self._given: dict[str, Any] = {**WAITS, "application_name": "carecompare", **given}
        # Said to people: never with the password.
        self.name = f"{given.get('host', 'localhost')}/{given.get('dbname', given.get('user', ''))}"
        self._idle: deque[Connection] = deque()
        self._free = BoundedSemaphore(MOST_CONNECTIONS)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forget)

    def folders(self, area: str) -> list[str]:
        """Return the kinds of an area; what is not among them has no version."""
        rows = self._ask(
            "SELECT DISTINCT kind FROM carecompare_versions WHERE area = %s ORDER BY kind", [area]
        )
        return [kind for (kind,) in rows]

    def versions(self, area: str, folder: str) -> list[int]:
        """Return the numbers that are there, in order."""
        rows = self._ask(
            "SELECT version FROM carecompare_versions WHERE area = %s AND kind = %s ORDER BY version",
            [area, folder],
        )
        return [version for (version,) in rows]

    def held(self) -> list[tuple[str, str]]:
        """Return every area and kind that is there, in order."""
        rows = self._ask("SELECT DISTINCT area, kind FROM carecompare_versions ORDER BY area, kind", [])
        return [(area, kind) for area, kind in rows]

    def read(self, area: str, folder: str, version: int) -> bytes:
        """Return one version.

        Raises
        ------
        FileNotFoundError
            If there is none of this number.
        OwnDataError
            As for every method: if the database cannot be reached.
        """
        rows = self._ask(
            "SELECT content FROM carecompare_versions WHERE area = %s AND kind = %s AND version = %s",
            [area, folder, version],
        )
        if not rows:
            raise FileNotFoundError(file_name(area, folder, version))
        return bytes(rows[0][0])

    def add(self, area: str, folder: str, version: int, content: bytes) -> None:
        """Add one version, whole and for good, or not at all.

        Raises
        ------
        FileExistsError
            If somebody has added this number before.
        OwnDataError
            If the database cannot be reached or refuses; its sentence says so where nobody knows whether the
            version was taken.
        """
        try:
            self._insert(area, folder, version, content)
        except UniqueViolation:
            raise FileExistsError(file_name(area, folder, version)) from None
        except _LostError as lost:
            # The answer is lost, not necessarily the row: the database itself says which, when asked again.
            try:
                self._insert(area, folder, version, content)
            except UniqueViolation:
                if self.read(area, folder, version) != content:
                    raise FileExistsError(file_name(area, folder, version)) from None
            except OwnDataError:
                raise OwnDataError("own_database_silent", found=self.name) from lost

    def tidy(self) -> None:
        """Clear nothing: what a saver that was ended had not yet added, the database does not have."""

    def close(self) -> None:
        """End the connections that are not in use."""
        while self._idle:
            self._idle.pop().close()

    def _insert(self, area: str, folder: str, version: int, content: bytes) -> None:
        self._ask(
            "INSERT INTO carecompare_versions (area, kind, version, content) VALUES (%s, %s, %s, %s)",
            [area, folder, version, content],
        )

    def _ask(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._connection() as connection:
            try:
                cursor = connection.execute(statement.encode(), values)
                return cursor.fetchall() if cursor.description else []
            except UniqueViolation:
                raise
            except psycopg.Error as error:
                refused = _LostError if connection.closed else OwnDataError
                raise refused(self._problem(error, lost=connection.closed), found=self.name) from error

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        with self._free:
            connection = self._still_there() or self._connected()
            try:
                yield connection
            finally:
                if not connection.closed:
                    self._idle.append(connection)

    def _still_there(self) -> Connection | None:
        """Return a connection of before that still answers."""
        while self._idle:
            connection = self._idle.pop()
            try:
                connection.execute("SELECT 1")
            except psycopg.Error:
                connection.close()
            else:
                return connection
        return None

    def _connected(self) -> Connection:
        connection = None
        try:
            connection = psycopg.connect(autocommit=True, **self._given)
            _prepare(connection)
        except psycopg.Error as error:
            lost = connection is None or connection.closed
            if connection is not None:
                connection.close()
            raise OwnDataError(self._problem(error, lost=lost), found=self.name) from error
        return connection

    def _problem(self, error: psycopg.Error, *, lost: bool) -> OwnDataProblem:
        _LOG.warning("database %s: %s", self.name, type(error).__name__)
        return "own_database_away" if lost else "own_database_refused"

    def _forget(self) -> None:
        """Leave the connections of a parent process alone."""
        self._idle = deque()
        self._free = BoundedSemaphore(MOST_CONNECTIONS)


def _prepare(connection: Connection) -> None:
    """Make the table where it is missing; have what is acknowledged survive the machine."""
    connection.execute("SELECT set_config('statement_timeout', %s, false)", [ANSWERS_WITHIN])
    connection.execute(
        "SELECT set_config('synchronous_commit', 'on', false)"
        " WHERE current_setting('synchronous_commit') = 'off'"
    )
    row = connection.execute("SELECT to_regclass('carecompare_versions')").fetchone()
    if row and row[0]:
        return
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [TABLE_LOCK])
        connection.execute(TABLE)
