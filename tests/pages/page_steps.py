"""Steps that several tests of pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.views.base.block import USE

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest


def in_full(app: AppTest) -> AppTest:
    """Return a page with 「使う」 open under every picture: what stands there is drawn when it is opened."""
    for each in app.get("popover"):
        _, is_use, key = each.proto.id.partition(f"-{USE}")
        if is_use:
            app.session_state[f"{USE}{key}"] = True
    return app.run()
