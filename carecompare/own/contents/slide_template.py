"""A town's own template of slides: kept as it was brought, after a look inside."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from carecompare.errors import OwnDataError
from carecompare.limits import LARGEST_UPLOADED_BYTES as LARGEST_UNPACKED_BYTES
from carecompare.own.keeping.records import Content, Kind

LARGEST_TEMPLATE_BYTES = 10_000_000
MOST_MEMBERS = 3_000
LONGEST_NAME = 80
_CHUNK = 1 << 20
_OLD = b"\xd0\xcf\x11\xe0"
_MACRO = re.compile(r"vbaProject|vbaData|activeX|macro", re.IGNORECASE)
_TYPES = "[Content_Types].xml"
_MAIN = "presentationml.presentation.main+xml"


class SlideTemplate(Content, frozen=True):
    """A template as a file; an empty one stands for none."""

    name: str = ""
    file: bytes = b""


SLIDE_TEMPLATE = Kind("slide_template", SlideTemplate)


def slide_template(name: str, content: bytes) -> SlideTemplate:
    """Return a template that may be kept.

    Parameters
    ----------
    name : str
        Of the file.
    content : bytes
        The file.

    Returns
    -------
    SlideTemplate
        To be saved.

    Raises
    ------
    OwnDataError
        If it is too large, packed or unpacked, is no presentation, is damaged, or carries macros.
    """
    if len(content) > LARGEST_TEMPLATE_BYTES:
        raise OwnDataError("own_too_large", file=name, found=len(content), expected=LARGEST_TEMPLATE_BYTES)
    if content.startswith(_OLD):
        raise OwnDataError("own_template_old", file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise OwnDataError("own_template_wrong", file=name)
            types = _unpacked(archive, name)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
        raise OwnDataError("own_template_wrong", file=name) from error
    except (NotImplementedError, RuntimeError) as error:  # a compression unknown here, a password
        raise OwnDataError("own_template_wrong", file=name) from error
    if any(_MACRO.search(member.filename) for member in members) or "macroEnabled" in types:
        raise OwnDataError("own_template_macro", file=name)
    if _MAIN not in types:
        raise OwnDataError("own_template_other", file=name)
    return SlideTemplate(" ".join(name.split())[:LONGEST_NAME], content)


def _unpacked(archive: zipfile.ZipFile, name: str) -> str:
    """Return the list of types after everything was unpacked once: sizes stated may be lies."""
    left = LARGEST_UNPACKED_BYTES
    types = b""
    for member in archive.infolist():
        with archive.open(member) as opened:
            while chunk := opened.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise OwnDataError(
                        "own_too_large",
                        file=name,
                        found=LARGEST_UNPACKED_BYTES,
                        expected=LARGEST_UNPACKED_BYTES,
                    )
                if member.filename == _TYPES:
                    types += chunk
    return types.decode("utf-8", "replace")
