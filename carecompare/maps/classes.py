"""Which colour a municipality gets, and what a colour means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

MOST_CLASSES = 5
# One character per municipality goes to the browser: a digit for its class, or one of these.
FOR_REFERENCE, NO_VALUE = "r", "n"
# From the lowest class to the highest: even steps of lightness, told apart by every kind of eye and in grey.
RAMP = ((235, 214, 117), (189, 177, 107), (139, 138, 115), (88, 95, 120), (27, 47, 91))
PALE, BLANK = (250, 247, 232), (255, 255, 255)


@dataclass(frozen=True)
class Classes:
    """The classes of a map.

    Parameters
    ----------
    lowest, highest : tuple of float
        Smallest and largest figure of each class as it is shown, from the lowest class to the highest.
    marks : str
        One character per municipality, in the order of the codes: the number of its class, ``r`` where the
        figure is for reference only, ``n`` where there is none.
    """

    lowest: tuple[float, ...]
    highest: tuple[float, ...]
    marks: str

    @property
    def colors(self) -> list[tuple[int, int, int]]:
        """Return the colour of each class: few classes take the ends of the ramp."""
        steps = np.linspace(0, len(RAMP) - 1, max(len(self.lowest), 2)).round().astype(int)
        return [RAMP[step] for step in steps[: len(self.lowest)]]


def classes(nationwide: pd.DataFrame, decimals: int) -> Classes:
    """Return classes of about equally many municipalities.

    Parameters
    ----------
    nationwide : DataFrame
        COMPARISON of every municipality, by code.
    decimals : int
        Digits shown: two figures that read the same are never in two classes.

    Returns
    -------
    Classes
        At most five. A figure from fewer than ten events, of an insurer of several municipalities or with
        many unknown ages counts into no class.
    """
    values = as_shown(nationwide["value"].to_numpy(dtype=float), decimals)
    has_value = ~np.isnan(values)
    is_sound = has_value & (nationwide["reason"].to_numpy(dtype=object) == "")
    marks = np.where(has_value, FOR_REFERENCE, NO_VALUE).astype(object)
    sound = values[is_sound]
    if not sound.size:
        return Classes((), (), "".join(marks))
    shares = np.arange(1, MOST_CLASSES) / MOST_CLASSES
    breaks = np.unique(np.quantile(sound, shares, method="higher"))
    numbers = np.searchsorted(breaks[breaks > sound.min()], sound, side="right")
    marks[is_sound] = numbers.astype(str)
    groups = [sound[numbers == each] for each in range(numbers.max() + 1)]
    return Classes(
        tuple(float(group.min()) for group in groups),
        tuple(float(group.max()) for group in groups),
        "".join(marks),
    )


def as_shown(values: NDArray[np.float64], decimals: int) -> NDArray[np.float64]:
    """Return figures rounded as they are printed: half away from zero."""
    sizes = np.floor(np.abs(values) * 10**decimals + 0.5 + 1e-9) / 10**decimals
    return np.asarray(np.copysign(sizes, values), dtype=float)
