"""A few workers, shared fairly: who waits for whom, what is too much, and what becomes of one that ends."""

from __future__ import annotations

import pickle
import queue
import threading
import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carecompare.errors import CareCompareError
from carecompare.workers.process import CANCELLED, FAILED, TOLD, Ended, Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.workers.asking import Asking

LOOKS_EVERY_S = 0.1
GRACE_S = 5.0
LONGEST_S = 900.0
MOST_OF_ONE, MOST = 4, 40


class Pool:
    """Workers that do one job each at a time.

    A visitor's jobs are done one after another, so that who asks for much waits alone.

    Parameters
    ----------
    size : int
        How many workers there are, 1 or more.
    warm : callable, optional
        Done once by each worker, so that the first job finds everything loaded.
    longest_s : float
        A job that takes longer is ended.
    grace_s : float
        So long a job that is not wanted any more may take to its next step; then its process is ended.
    """

    def __init__(
        self,
        size: int,
        warm: Callable[[], object] | None = None,
        longest_s: float = LONGEST_S,
        grace_s: float = GRACE_S,
    ) -> None:
        self._warm, self._longest_s, self._grace_s = warm, longest_s, grace_s
        self._changed = threading.Condition()
        self._warming = threading.Lock()  # one after another: a server that starts has other work too
        self._free: list[Worker] = []
        self._all: set[Worker] = set()
        self._waiting: list[Asking] = []
        self._served: list[Asking] = []
        self._closed = False
        for _ in range(size):
            self._hire()

    @property
    def pids(self) -> list[int]:
        """Return the numbers of the workers' processes."""
        with self._changed:
            return sorted(each.pid for each in self._all)

    @property
    def asked(self) -> tuple[int, int]:
        """Return how many jobs are being done and how many wait."""
        with self._changed:
            return len(self._served), len(self._waiting)

    def do(
        self,
        function: Callable[..., object],
        arguments: dict[str, Any],
        progress: Callable[..., object] | None,
        who: Asking,
    ) -> object:
        """Have a function called by a worker and return what it returned.

        Parameters
        ----------
        function : callable
            Of a module.
        arguments : dict
            By name.
        progress : callable or None
            Called with what the function tells of its progress.
        who : Asking
            Whose ``look`` may raise: the job is then given up.

        Raises
        ------
        CareCompareError
            If too much is asked for, the job takes too long, its process ends, or as the function raises.
        """
        who = replace(who)  # one visitor may have several jobs
        who.gives_way()
        worker = self._worker_for(who)
        try:
            worker.give(function, arguments, tells=progress is not None)
            result = self._answer(worker, progress, who)
        except Ended as error:
            self._served_one(who)
            self._replace(worker)
            raise CareCompareError("worker_ended") from error
        except _Told as told:
            self._served_one(who, worker)
            raise told.error from None
        except BaseException:
            self._served_one(who)
            threading.Thread(target=self._give_up, args=(worker,), name="giving up", daemon=True).start()
            raise
        self._served_one(who, worker)
        return result

    def close(self) -> None:
        """End all workers, whatever they do."""
        with self._changed:
            self._closed = True
            workers, self._all, self._free = self._all, set(), []
            self._changed.notify_all()
        for each in workers:
            each.close()

    def _worker_for(self, who: Asking) -> Worker:
        with self._changed:
            of_one = sum(each.visitor == who.visitor for each in (*self._waiting, *self._served))
            if of_one >= MOST_OF_ONE:
                raise CareCompareError("worker_many_of_one", found=of_one)
            if len(self._waiting) >= MOST:
                raise CareCompareError("worker_many")
            self._waiting.append(who)
            try:
                while not self._is_next(who):
                    if self._closed:
                        raise CareCompareError("worker_ended")
                    self._changed.wait(LOOKS_EVERY_S)
                    who.look()
            finally:
                self._waiting = [each for each in self._waiting if each is not who]
                self._changed.notify_all()
            self._served.append(who)
            return self._free.pop()

    def _is_next(self, who: Asking) -> bool:
        """Return whether a worker is free, and whoever came before is being served already."""
        for each in [each for each in self._free if not each.is_there]:
            self._free.remove(each)
            self._replace(each)
        busy = {each.visitor for each in self._served}
        first = next((each for each in self._waiting if each.visitor not in busy), None)
        return bool(self._free) and first is who

    def _served_one(self, who: Asking, worker: Worker | None = None) -> None:
        with self._changed:
            self._served = [each for each in self._served if each is not who]
            if worker is not None and not self._closed:
                self._free.append(worker)
            self._changed.notify_all()

    def _answer(self, worker: Worker, progress: Callable[..., object] | None, who: Asking) -> object:
        ends = time.monotonic() + self._longest_s
        while True:
            try:
                kind, content = worker.said(LOOKS_EVERY_S)
            except queue.Empty:
                if time.monotonic() > ends:
                    raise CareCompareError("worker_too_long", found=round(self._longest_s / 60)) from None
                who.look()
                continue
            if kind == TOLD:
                if progress is not None:
                    progress(*pickle.loads(content))  # noqa: S301 - from our own process, over a pipe
                continue
            if kind == FAILED:
                raise _Told(*pickle.loads(content))  # noqa: S301 - the same
            if kind == CANCELLED:  # never without having asked for it
                raise Ended
            return pickle.loads(content)  # noqa: S301 - the same

    def _give_up(self, worker: Worker) -> None:
        """Wait a little for a job that nobody wants, then have another worker in its place."""
        ends = time.monotonic() + self._grace_s
        try:
            worker.cancel()
            while (left := ends - time.monotonic()) > 0:
                if worker.said(left)[0] != TOLD:
                    with self._changed:
                        if not self._closed:
                            self._free.append(worker)
                        self._changed.notify_all()
                    return
        except (queue.Empty, Ended):
            pass
        self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        with self._changed:
            self._all.discard(worker)
        worker.close()
        self._hire()

    def _hire(self) -> None:
        with self._changed:
            if self._closed:
                return
            worker = Worker()
            self._all.add(worker)
            if self._warm is None:
                self._free.append(worker)
                self._changed.notify_all()
                return
        threading.Thread(
            target=self._warm_up, args=(worker, self._warm), name="warming up", daemon=True
        ).start()

    def _warm_up(self, worker: Worker, warm: Callable[[], object]) -> None:
        """Let a worker load what it needs; what goes wrong then goes wrong in its first job, and is said."""
        with self._warming, suppress(queue.Empty, Ended):
            worker.give(warm, {}, tells=False)
            worker.said(self._longest_s)
        with self._changed:
            if worker in self._all:
                self._free.append(worker)
            self._changed.notify_all()


class _Told(Exception):  # noqa: N818 - what the function itself raised
    def __init__(self, error: Exception, said: str) -> None:
        super().__init__(error)
        if said:
            error.add_note(said)
        self.error = error
