"""How this installation is used: its mode, read from the environment here and nowhere else."""

from __future__ import annotations

import os
from typing import Literal, get_args

from carecompare.errors import CareCompareError

Mode = Literal["shared", "session", "readonly"]
MODE_VARIABLE = "CARECOMPARE_MODE"
HOSTS_VARIABLE = "CARECOMPARE_HOSTS"
WORKERS_VARIABLE = "CARECOMPARE_WORKERS"
USUAL_WORKERS, MOST_WORKERS = 2, 32
# Where a server listens when nothing else is said.
EVERYWHERE, FIRST_PORT = "0.0.0.0", 8501  # noqa: S104 - for a host or an office, where that is meant
API_VARIABLE = "CARECOMPARE_API"
EMBED_VARIABLE = "CARECOMPARE_EMBED"
MODES: tuple[Mode, ...] = get_args(Mode)


def allowed_hosts() -> tuple[str, ...]:
    """Return the names in ``CARECOMPARE_HOSTS``, to which the server answers besides its own."""
    return tuple(name for each in os.environ.get(HOSTS_VARIABLE, "").split(",") if (name := each.strip()))


def embedding_hosts() -> tuple[str, ...]:
    """Return the names in ``CARECOMPARE_EMBED``, whose pages may show a view of this server inside them."""
    return tuple(name for each in os.environ.get(EMBED_VARIABLE, "").split(",") if (name := each.strip()))


def api_is_open() -> bool:
    """Return whether other programs may read the published figures.

    ``CARECOMPARE_API`` is ``on`` or ``off``. Where it says neither, an office's own server answers and a
    public one, whose visitors are strangers, does not.
    """
    given = os.environ.get(API_VARIABLE, "").strip().lower()
    return given == "on" if given in {"on", "off"} else mode() != "session"


def mode() -> Mode:
    """Return who may change what.

    Returns
    -------
    {"shared", "session", "readonly"}
        ``shared`` (the default): one office works together, and what one imports or enters everyone sees.
        ``session``: what a visitor enters lasts as long as the visit; the figures stay as they are.
        ``readonly``: nobody changes anything.

    Raises
    ------
    CareCompareError
        If ``CARECOMPARE_MODE`` is none of these.
    """
    given = os.environ.get(MODE_VARIABLE) or MODES[0]
    for known in MODES:
        if given == known:
            return known
    raise CareCompareError("mode_unknown", setting=MODE_VARIABLE, found=given, expected=MODES)


def workers() -> int:
    """Return how many processes make files beside the server; 0 has the server itself make them.

    Raises
    ------
    CareCompareError
        If ``CARECOMPARE_WORKERS`` is no number that can be.
    """
    given = os.environ.get(WORKERS_VARIABLE) or str(min(USUAL_WORKERS, os.cpu_count() or 1))
    if given.isascii() and given.isdigit() and int(given) <= MOST_WORKERS:
        return int(given)
    raise CareCompareError("workers_wrong", setting=WORKERS_VARIABLE, found=given, expected=MOST_WORKERS)
