"""How this installation is used: its mode, read from the environment here and nowhere else."""

from __future__ import annotations

import os
from typing import Literal, get_args

from carecompare.errors import CareCompareError

Mode = Literal["shared", "session", "readonly"]
MODE_VARIABLE = "CARECOMPARE_MODE"
MODES: tuple[Mode, ...] = get_args(Mode)


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
