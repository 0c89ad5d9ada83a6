"""Work in processes of its own: what comes back, what is refused, and what becomes of a worker that ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
import worker_jobs as jobs

from carecompare.errors import CareCompareError, OwnDataError, SourceError
from carecompare.text.errors.explain import sentence
from carecompare.workers import Asking, Pool, asking, begin, end
from carecompare.workers.pool import MOST_OF_ONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE_S = 60
HERE = Path(__file__).parent


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    made = Pool(2, grace_s=0.5)
    begin(made)
    yield made
    end()


def until(is_so: Callable[[], bool]) -> None:
    given_up = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < given_up
        time.sleep(0.01)


def done_for(visitor: str, job: Callable[[], object]) -> object:
    with asking(Asking(visitor)):
        return job()


def test_without_workers_work_is_done_right_here() -> None:
    told: list[tuple[int, int]] = []
    assert jobs.where() == os.getpid()
    assert jobs.counted(2, lambda *each: told.append(each)) == [0, 1]
    assert told == [(1, 2), (2, 2)]


def test_a_worker_does_it_elsewhere_and_tells_how_far_it_is(pool: Pool) -> None:
    told: list[tuple[int, int]] = []
    assert jobs.where() in pool.pids
    assert jobs.counted(3, progress=lambda *each: told.append(each)) == [0, 1, 2]
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.usefixtures("pool")
def test_what_is_refused_comes_back_with_its_sentence() -> None:
    with pytest.raises(SourceError) as caught:
        jobs.refused()
    assert sentence(caught.value) == sentence(
        SourceError("row_cut", file="town.csv", row=3, found=2, expected=4)
    )
    with pytest.raises(ZeroDivisionError) as fault:
        jobs.broken()
    assert "in broken" in fault.value.__notes__[0]


@pytest.mark.usefixtures("pool")
def test_what_a_library_prints_is_no_answer() -> None:
    assert jobs.noisy() == "answer"


def test_a_worker_that_ends_is_said_in_one_sentence_and_replaced(pool: Pool) -> None:
    before = pool.pids
    with pytest.raises(CareCompareError, match="worker_ended") as caught:
        jobs.ended()
    assert sentence(caught.value).count("。") == 1
    assert jobs.where() in pool.pids
    assert len(pool.pids) == 2
    assert pool.pids != before


@pytest.mark.usefixtures("posix")
def test_a_worker_that_was_killed_while_it_waited_is_replaced_without_a_word(pool: Pool) -> None:
    killed = pool.pids
    for each in killed:
        os.kill(each, signal.SIGKILL)
    until(lambda: all(psutil.Process(each).status() == psutil.STATUS_ZOMBIE for each in killed))
    assert jobs.where() not in killed
    assert len(pool.pids) == 2


class _LeftError(Exception):
    pass


def leaves() -> None:
    raise _LeftError


@pytest.mark.parametrize("job", [jobs.long, jobs.stubborn])
def test_work_that_nobody_wants_any_more_is_given_up(
    pool: Pool, tmp_path: Path, job: Callable[..., object]
) -> None:
    with asking(Asking("one", look=leaves)), pytest.raises(_LeftError):
        job(tmp_path / "never")
    with asking(Asking("one")):
        assert jobs.where() in pool.pids
    until(lambda: len(pool.pids) == 2)
    assert pool.asked == (0, 0)


def test_a_step_that_leaves_ends_the_work_without_ending_the_worker(pool: Pool, tmp_path: Path) -> None:
    before = pool.pids
    with pytest.raises(_LeftError):
        jobs.long(tmp_path / "never", progress=lambda _: leaves())
    assert {jobs.where() for _ in range(4)} <= set(before)
    assert pool.pids == before


def test_who_asks_for_much_waits_alone(pool: Pool, tmp_path: Path) -> None:
    free = tmp_path / "free"
    with ThreadPoolExecutor(8) as threads:
        greedy = [threads.submit(done_for, "greedy", lambda: jobs.stubborn(free)) for _ in range(MOST_OF_ONE)]
        until(lambda: pool.asked == (1, MOST_OF_ONE - 1))
        # Its jobs all wait for a file; whoever else comes finds a worker.
        assert threads.submit(done_for, "other", jobs.where).result(PATIENCE_S) in pool.pids
        with pytest.raises(CareCompareError, match="worker_many_of_one") as caught:
            done_for("greedy", jobs.where)
        assert str(MOST_OF_ONE) in sentence(caught.value)
        free.touch()
        for each in greedy:
            each.result(PATIENCE_S)
    assert done_for("greedy", jobs.where) in pool.pids


def test_work_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    pool = Pool(1, longest_s=0.3, grace_s=0.1)
    begin(pool)
    try:
        before = pool.pids
        with pytest.raises(CareCompareError, match="worker_too_long"):
            jobs.stubborn(tmp_path / "never")
        until(lambda: pool.pids != before and len(pool.pids) == 1)
    finally:
        end()


SERVER = """
import sys, time
from carecompare.workers import Pool
pool = Pool(2)
print(*pool.pids, flush=True)
time.sleep(600)
"""


@pytest.mark.usefixtures("posix")
def test_workers_end_with_their_server_however_it_ends() -> None:
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    pids = [int(each) for each in server.stdout.readline().split()]
    server.kill()
    server.wait()
    server.stdout.close()
    until(lambda: not any(map(psutil.pid_exists, pids)))


FILES = """
import sys
from carecompare.paths import project_paths
from carecompare.commands.compare import compared_file
from carecompare.views.files.compare import FILES
from carecompare.workers import Pool, begin, end
begin(Pool(1))
made = [len(compared_file(project_paths(), "15202", "exemplars", [], kind)) for kind in FILES]
end()
heavy = ("vl_convert", "typst", "pptx.presentation")
print(all(each > 10_000 for each in made), [each for each in heavy if each in sys.modules])
"""


@pytest.mark.usefixtures("store_file")
def test_files_are_made_without_what_holds_the_interpreter_in_the_server() -> None:
    done = subprocess.run([sys.executable, "-c", FILES], capture_output=True, text=True, check=True)
    assert done.stdout.split(maxsplit=1) == ["True", "[]\n"]


def test_every_error_pickles_as_what_it_is() -> None:
    import pickle  # noqa: PLC0415 - for this alone

    again = pickle.loads(pickle.dumps(OwnDataError("own_readonly", file="town.csv")))  # noqa: S301 - our own
    assert type(again) is OwnDataError
    assert (again.problem, again.fields) == ("own_readonly", {"file": "town.csv"})


def test_a_wrong_number_of_workers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from carecompare.settings import WORKERS_VARIABLE, workers  # noqa: PLC0415 - for this alone

    monkeypatch.setenv(WORKERS_VARIABLE, "many")
    with pytest.raises(CareCompareError) as caught:
        workers()
    assert (
        sentence(caught.value)
        == "設定CARECOMPARE_WORKERSの値「many」は使えません。0から32までの整数にしてください。"
    )
    monkeypatch.setenv(WORKERS_VARIABLE, "0")
    assert workers() == 0
