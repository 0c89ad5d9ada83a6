from __future__ import annotations

import pandas as pd
import pytest
from chart_reading import NAN, comparison_row


@pytest.fixture
def shares() -> pd.DataFrame:
    return pd.DataFrame(
        [
            comparison_row("15202", "長岡市", "own", 31.4),
            comparison_row("44208", "竹田市", "peer", 48.3),
            comparison_row("13112", "世田谷区", "peer", 20.3),
            comparison_row(
                "31389", "南部町（鳥取県）", "peer", NAN, lower=NAN, upper=NAN, status="suppressed"
            ),
            comparison_row("46523", "大和村", "peer", 43.0, reason="few_events"),
            comparison_row("15", "新潟県", "reference", 32.8),
            comparison_row("00", "全国", "reference", 28.5),
        ]
    )
