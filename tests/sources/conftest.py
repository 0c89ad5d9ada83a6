from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest
from small_files import changes_file, municipalities_file, topojson_file

from carecompare.sources import Places, read_file
from carecompare.sources.figures import empty
from carecompare.sources.places import CHANGES_COLUMNS
from carecompare.tables import AREAS

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

NOWHERE = Places(empty(AREAS.columns), pd.DataFrame(columns=list(CHANGES_COLUMNS), dtype="str"), {})


@pytest.fixture(scope="session")
def places(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The eleven municipalities, read from small files like the real ones."""
    folder = tmp_path_factory.mktemp("places")
    known = NOWHERE
    for path in (municipalities_file(folder), changes_file(folder), topojson_file(folder)):
        known = read_file(path, catalog, places=known).places or known
    return known
