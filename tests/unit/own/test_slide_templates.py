"""What may be kept as a template of slides."""

from __future__ import annotations

import io
import zipfile

import pytest
from slide_making import rezipped, template

from carecompare.errors import OwnDataError
from carecompare.own import SLIDE_TEMPLATE, Memory, Shelf, slide_template
from carecompare.own.contents.slide_template import LARGEST_TEMPLATE_BYTES
from carecompare.text.errors.explain import sentence


def problem(content: bytes) -> str:
    with pytest.raises(OwnDataError) as caught:
        slide_template("町.pptx", content)
    assert sentence(caught.value)
    return caught.value.problem


def test_a_template_comes_back_as_it_was_brought() -> None:
    content = template()
    shelf = Shelf(Memory({}))
    shelf.save("15202", SLIDE_TEMPLATE, slide_template("町.pptx", content), 0, "計画係")
    kept = shelf.kept("15202", SLIDE_TEMPLATE)
    assert kept is not None
    assert (kept.content.name, kept.content.file) == ("町.pptx", content)


def test_a_macro_is_refused() -> None:
    assert problem(rezipped(template(), {"ppt/vbaProject.bin": b"x"})) == "own_template_macro"


def test_a_macro_that_is_only_declared_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(template())) as given:
        types = given.read("[Content_Types].xml")
    of_macros = types.replace(
        b"vnd.openxmlformats-officedocument.presentationml.presentation.main",
        b"vnd.ms-powerpoint.presentation.macroEnabled.main",
    )
    assert problem(rezipped(template(), {"[Content_Types].xml": of_macros})) == "own_template_macro"


def test_an_old_or_locked_file_is_refused() -> None:
    assert problem(b"\xd0\xcf\x11\xe0" + b"0" * 600) == "own_template_old"


@pytest.mark.parametrize("content", [b"", b"text", template()[:3000], template()[:-40]])
def test_a_damaged_file_is_refused(content: bytes) -> None:
    assert problem(content) == "own_template_wrong"


def test_another_office_file_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
    assert problem(stream.getvalue()) == "own_template_other"


def test_a_file_that_unpacks_to_more_than_may_be_is_refused() -> None:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
        made.open("ppt/media/image1.png", "w") as member,
    ):
        for _ in range(101):
            member.write(b"\0" * 1_000_000)
    assert problem(stream.getvalue()) == "own_too_large"


def test_a_file_larger_than_may_be_kept_is_refused() -> None:
    assert problem(b"PK" + b"0" * LARGEST_TEMPLATE_BYTES) == "own_too_large"
