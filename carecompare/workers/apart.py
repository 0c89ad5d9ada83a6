"""Which functions are work for a worker."""

from __future__ import annotations

import inspect
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from carecompare.workers.asking import who_asks

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.workers.pool import Pool

P = ParamSpec("P")
R = TypeVar("R")
PROGRESS = "progress"

_pools: list[Pool] = []


def begin(pool: Pool) -> None:
    """Have all work done by the workers of a pool from now on."""
    _pools[:] = [pool]


def end() -> None:
    """End the workers; work is done in this process again."""
    for pool in _pools:
        pool.close()
    _pools.clear()


def jobs_asked() -> tuple[int, int]:
    """Return how many jobs are being done by workers and how many wait."""
    return _pools[0].asked if _pools else (0, 0)


def apart(function: Callable[P, R]) -> Callable[P, R]:
    """Mark a function as work for a worker.

    Parameters
    ----------
    function : callable
        Of a module, so that a worker finds it by its name. What it takes and returns must pickle; a parameter
        ``progress`` is called here with what the worker tells.

    Returns
    -------
    callable
        Does the same. It also raises `CareCompareError` when too much is asked for, or the worker ends.
    """
    signature = inspect.signature(function)

    @wraps(function)
    def made(*positional: P.args, **named: P.kwargs) -> R:
        if not _pools:
            return function(*positional, **named)
        bound = signature.bind(*positional, **named)
        progress = bound.arguments.pop(PROGRESS, None)
        # The name leads to `made`, which in a worker, where nobody has said `begin`, is the function itself.
        done = _pools[0].do(made, dict(bound.arguments), progress, who_asks())
        return cast("R", done)

    return made
