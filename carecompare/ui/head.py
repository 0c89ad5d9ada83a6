"""What every page tells the browser besides its contents: the language, and what to get ready while idle."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

# Streamlit's page says lang="en" whatever it holds; a screen reader needs the truth.
LANGUAGE = "document.documentElement.lang = 'ja'"
SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
MAP_PROGRAM = "DeckGlJsonChart.*.js"
IDLE_AFTER_MS = 3000


def head() -> str:
    """Return the script that every page begins with.

    The program of the map is three megabytes, and a browser takes half a second to get it going. It does so
    once, when a page has been on the screen for a while and nothing else is to be done; asked for again, by
    the first map, it is there.

    Returns
    -------
    str
        HTML. Where Streamlit's file is not found under its name the map loads it when it needs it.
    """
    names = [path.name for path in SCRIPTS.glob(MAP_PROGRAM)]
    early = "".join(map(_when_idle, names))
    return f"<script>{LANGUAGE};{early}</script>"


def _when_idle(name: str) -> str:
    return f"""
if (!window.carecompareIdle) {{
  window.carecompareIdle = true;
  const main = document.querySelector('script[type="module"][src]');
  const load = () => import(new URL('{name}', main.src));
  setTimeout(() => window.requestIdleCallback ? requestIdleCallback(load) : load(), {IDLE_AFTER_MS});
}}"""
