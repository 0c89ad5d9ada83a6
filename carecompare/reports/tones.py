"""The grey that a colour becomes where nothing may rest on colour."""

from __future__ import annotations

# By how dark a copier makes it: steps of tone that stay apart when they are copied.
TONES = {
    "#C8102E": "#000000",
    "#20242C": "#000000",
    "#3B4252": "#000000",
    "#5B6578": "#595959",
    "#8A94A6": "#A6A6A6",
    "#B9C2D0": "#BFBFBF",
    "#D9DEE7": "#D9D9D9",
    "#E9ECF1": "#D9D9D9",
    "#0067A5": "#595959",
}
_SHARES = (0.2126, 0.7152, 0.0722)


def grey_tone(colour: str) -> str:
    """Return the grey of a colour as ``#RRGGBB``: the one it is given here, else as light as it is."""
    known = TONES.get(colour.upper())
    if known is not None:
        return known
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    light = round(sum(part * share for part, share in zip(parts, _SHARES, strict=True)))
    return f"#{light:02X}{light:02X}{light:02X}"
