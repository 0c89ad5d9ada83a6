"""Where the insured of a town are others than the residents whom the census counts."""

from __future__ import annotations

from typing import Final, Literal

# Nearly everywhere the oldest become more: by 9 % in the nation from the census of 2020 to March 2024.
LEAST: Final = 0.9
OLDEST_THEN: Final = 80
# Fewer persons than these move no rate by much.
MATTER: Final = 10
FEWER: Final = "fewer"
MORE: Final = "more"


def who_differs(insured: float, residents: float, residents_then_80: float) -> Literal["fewer", "more", ""]:
    """Return whether other people are insured by a town than live in it.

    Parameters
    ----------
    insured : float
        Insured persons of 85 and over, up to five years after the census.
    residents : float
        Residents of 85 and over of that census.
    residents_then_80 : float
        Its residents of 80 and over: those of 85 and over now were among them.

    Returns
    -------
    str
        ``fewer`` where the insured are more than 10 % below the residents, though the oldest become more:
        homes take in people of elsewhere, who stay insured there (Article 13 of the Long-Term Care Insurance
        Act). ``more`` where they exceed everybody who can have reached the age: people who had to leave stay
        insured. Empty elsewhere, and where a figure is missing.
    """
    if insured < LEAST * residents:
        return FEWER
    return MORE if insured > max(residents, residents_then_80) else ""
