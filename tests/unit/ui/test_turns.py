"""Pages made in turn: one at a time, in the order they asked, and nobody waits for who takes long."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from carecompare.ui.frame.page import Turns

if TYPE_CHECKING:
    from collections.abc import Callable

SOON_S = 5.0
LONG_S = 60.0


def test_one_at_a_time() -> None:
    turns = Turns(LONG_S)
    inside: list[int] = []
    most: list[int] = []

    def visit(number: int) -> None:
        with turns.turn():
            inside.append(number)
            most.append(len(inside))
            time.sleep(0.001)
            inside.remove(number)

    with ThreadPoolExecutor(30) as pool:
        list(pool.map(visit, range(300)))
    assert len(most) == 300
    assert max(most) == 1


def test_in_the_order_of_asking() -> None:
    turns = Turns(LONG_S)
    order: list[int] = []

    def visit(number: int) -> None:
        with turns.turn():
            order.append(number)

    with ThreadPoolExecutor(5) as pool:
        with turns.turn():
            for number in range(5):
                pool.submit(visit, number)
                _until(lambda asked=number + 1: len(turns.waiting) == asked)
        pool.shutdown()
    assert order == [0, 1, 2, 3, 4]


def test_who_takes_long_lets_all_others_pass_but_keeps_going() -> None:
    turns = Turns(0.05)
    done = threading.Event()
    passed: list[int] = []

    def long_visit() -> bool:
        with turns.turn():
            return done.wait(SOON_S)

    def visit(number: int) -> None:
        with turns.turn():
            passed.append(number)

    with ThreadPoolExecutor(4) as pool:
        going_on = pool.submit(long_visit)
        _until(lambda: turns.holder is not None)
        for number in range(3):
            pool.submit(visit, number).result(SOON_S)
        assert passed == [0, 1, 2]
        assert not going_on.done()
        done.set()
        assert going_on.result(SOON_S)


def test_who_overstayed_does_not_end_the_turn_of_the_next() -> None:
    turns = Turns(0.02)
    first_goes, second_goes = threading.Event(), threading.Event()

    def visit(goes: threading.Event) -> None:
        with turns.turn():
            assert goes.wait(SOON_S)

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(visit, first_goes)
        _until(lambda: turns.holder is not None)
        holder = turns.holder
        second = pool.submit(visit, second_goes)
        _until(lambda: turns.holder is not holder)
        first_goes.set()
        first.result(SOON_S)
        assert turns.holder is not None
        second_goes.set()
        second.result(SOON_S)
    assert turns.holder is None


def test_an_error_passes_the_turn_on() -> None:
    turns = Turns(LONG_S)
    with pytest.raises(ValueError, match="broken"), turns.turn():
        raise ValueError("broken")
    assert turns.holder is None
    with turns.turn():
        assert turns.holder is not None


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + SOON_S
    while not holds():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.001)
