"""Is it the ages or is it us: a difference of certification rates in parts, by age band."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.few import FEW_EVENTS, FEW_RESIDENTS
from carecompare.measures.decomposition import Decomposition, decomposition

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from carecompare.rows import DecompositionStep

BANDS = ("65_to_74", "75_to_84", "85_and_over")
CERTIFIED = tuple(f"certified_{band}" for band in BANDS)
INSURED = tuple(f"insured_{band}" for band in BANDS)
OWN_UNKNOWN, OTHERS_UNKNOWN, SAME_INSURER = "own_unknown", "others_unknown", "same_insurer"
OWN_FEW, OTHERS_FEW = "own_few", "others_few"
START, STRUCTURE, EXPECTED, RATES, END = "start", "structure", "expected", "rates", "end"
PERCENT = 100


@dataclass(frozen=True)
class Side:
    """One of the two that are compared: its counts by age band.

    Parameters
    ----------
    certified, insured : ndarray of float, shape (3,)
        Persons in the bands of ``BANDS``.
    counted, left_out : tuple of str
        Areas whose figures are in it, each insurer's once; areas that have none.
    """

    certified: NDArray[np.float64]
    insured: NDArray[np.float64]
    counted: tuple[str, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decomposed:
    """A difference of two certification rates in parts.

    Parameters
    ----------
    own, other : Side
        The two.
    parts : Decomposition or None
        In percentage points; None where there is a reason.
    reason : str
        Why nothing can be parted, or empty.
    """

    own: Side
    other: Side
    parts: Decomposition | None = None
    reason: str = ""

    @property
    def few(self) -> tuple[str, ...]:
        """Return the bands with fewer certified persons than a rate may be read from."""
        few = np.minimum(self.own.certified, self.other.certified) < FEW_EVENTS
        return tuple(band for band, is_few in zip(BANDS, few, strict=True) if is_few)

    @property
    def reversal(self) -> str:
        """Return how the own rate is in every band where it is the other way in all, or nothing.

        Returns
        -------
        str
            ``lower``: lower in every band, higher in all; ``higher``: the other way round.

        References
        ----------
        Simpson EH (1951). The interpretation of interaction in contingency tables. Journal of the Royal
        Statistical Society B 13: 238-241.
        """
        if self.parts is None or not ((self.own.insured > 0) & (self.other.insured > 0)).all():
            return ""
        by_band = self.own.certified / self.own.insured - self.other.certified / self.other.insured
        if (by_band < 0).all() and self.parts.difference > 0:
            return "lower"
        return "higher" if (by_band > 0).all() and self.parts.difference < 0 else ""

    def persons(self, points: float) -> float:
        """Return percentage points as persons among the own insured."""
        return float(points * self.own.insured.sum() / PERCENT)

    def steps(self) -> list[DecompositionStep]:
        """Return the way from the other's rate to the own.

        Returns
        -------
        list of DecompositionStep
            Keys ``part`` (``start``, ``structure``, ``expected``, ``rates``, ``end``), ``band``, ``begin``
            and ``reach`` (in per cent), ``points``, ``persons``, ``few``. At ``expected`` only the ages
            differ.
        """
        if self.parts is None:
            return []
        level = self.parts.other
        rows = [self._step(START, "", level, level)]
        for part, sizes, landing in (
            (STRUCTURE, self.parts.structure, EXPECTED),
            (RATES, self.parts.rates, END),
        ):
            for band, points in zip(BANDS, sizes.tolist(), strict=True):
                rows.append(self._step(part, band, level, level + points))
                level += points
            rows.append(self._step(landing, "", level, level))
        return rows

    def _step(self, part: str, band: str, begin: float, reach: float) -> DecompositionStep:
        points = reach - begin
        return {
            "part": part,
            "band": band,
            "begin": begin,
            "reach": reach,
            "points": points,
            "persons": self.persons(points),
            "few": band in self.few,
        }


def decomposed(
    counts: Mapping[str, Mapping[str, float]],
    insurers: Mapping[str, str],
    own: str,
    others: Sequence[str],
) -> Decomposed:
    """Part the difference between the own certification rate and that of others taken together.

    Parameters
    ----------
    counts : mapping of str to mapping of str to float
        By area its certified and insured persons by age band, of one year; NaN where one is missing.
    insurers : mapping of str to str
        Insurer of each municipality that has one known; an area without stands for itself.
    own : str
        Code.
    others : sequence of str
        Codes: municipalities, a prefecture or the nation. Added up, an insurer of several once; the own
        insurer's other members are left out, as their figures are the own.

    Returns
    -------
    Decomposed
        With a reason instead of parts where one side has no figures or too few insured, or both are one
        insurer.
    """
    wanted = (*CERTIFIED, *INSURED)
    figures = {
        area: [counts[area].get(count, nan) for count in wanted] for area in (own, *others) if area in counts
    }
    given = {area: np.array(each) for area, each in figures.items() if not any(map(isnan, each))}
    own_side = _side(given, [own], {})
    own_insurer = insurers.get(own, own)
    apart = [code for code in others if insurers.get(code, code) != own_insurer]
    other_side = _side(given, apart, insurers)
    if not own_side.counted:
        return Decomposed(own_side, other_side, reason=OWN_UNKNOWN)
    if others and not apart:
        return Decomposed(own_side, other_side, reason=SAME_INSURER)
    if not other_side.counted:
        return Decomposed(own_side, other_side, reason=OTHERS_UNKNOWN)
    # Of so few no rate is shown anywhere, so its difference is not either.
    for side, reason in ((own_side, OWN_FEW), (other_side, OTHERS_FEW)):
        if side.insured.sum() < FEW_RESIDENTS:
            return Decomposed(own_side, other_side, reason=reason)
    parts = decomposition(
        own_side.certified, own_side.insured, other_side.certified, other_side.insured, per=PERCENT
    )
    return Decomposed(own_side, other_side, parts)


def _side(
    given: Mapping[str, NDArray[np.float64]], codes: Sequence[str], insurers: Mapping[str, str]
) -> Side:
    known = [code for code in codes if code in given]
    once = {insurers.get(code, code): code for code in reversed(known)}
    added = sum((given[code] for code in once.values()), start=np.zeros(len(CERTIFIED) + len(INSURED)))
    return Side(
        added[: len(CERTIFIED)],
        added[len(CERTIFIED) :],
        tuple(known),
        tuple(code for code in codes if code not in given),
    )
