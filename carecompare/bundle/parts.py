"""The bill of materials of the libraries, in CycloneDX."""

from __future__ import annotations

from importlib.metadata import distributions
from typing import TYPE_CHECKING

from carecompare import __version__
from carecompare.errors import CareCompareError

if TYPE_CHECKING:
    from importlib.metadata import Distribution
    from pathlib import Path

CLASSIFIER = "License :: "


def bill(folder: Path) -> str:
    """Return the bill of what is installed in a folder.

    Parameters
    ----------
    folder : Path
        The libraries.

    Returns
    -------
    str
        CycloneDX 1.6 as JSON: name, version, package address and licence of each library.

    Raises
    ------
    CareCompareError
        If the tool that writes it is not installed.
    """
    try:
        from cyclonedx.contrib.license.factories import LicenseFactory  # noqa: PLC0415 - of the extra `bundle`
        from cyclonedx.model.bom import Bom  # noqa: PLC0415
        from cyclonedx.model.component import Component, ComponentType  # noqa: PLC0415
        from cyclonedx.output.json import JsonV1Dot6  # noqa: PLC0415
        from packageurl import PackageURL  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise CareCompareError("bundle_tool_missing", found=error.name) from None
    licences = LicenseFactory()
    whole = Bom()
    whole.metadata.component = Component(
        name="carecompare",
        version=__version__,
        type=ComponentType.APPLICATION,
        licenses=[licences.make_with_id("MIT")],
    )
    for each in sorted(distributions(path=[str(folder)]), key=lambda one: one.name.lower()):
        whole.components.add(
            Component(
                name=each.name,
                version=each.version,
                type=ComponentType.LIBRARY,
                purl=PackageURL("pypi", name=each.name.lower(), version=each.version),
                licenses=[licences.make_from_string(licence_of(each))],
            )
        )
    whole.register_dependency(whole.metadata.component, whole.components)
    return JsonV1Dot6(whole).output_as_string(indent=1)


def licence_of(distribution: Distribution) -> str:
    """Return a library's licence as its own metadata say it: expression, classifier, or first line."""
    told = distribution.metadata.json
    if expression := told.get("license_expression"):
        return str(expression)
    names = [each.rpartition(" :: ")[2] for each in told.get("classifier", ()) if each.startswith(CLASSIFIER)]
    first = str(told.get("license") or "").strip().partition("\n")[0]
    return " / ".join(names) or first or "UNKNOWN"
