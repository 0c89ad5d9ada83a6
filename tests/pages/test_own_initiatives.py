"""取組の登録: entered, shown in the matrix, undone, in the three modes; a user's text is never run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.errors import OwnConflictError
from carecompare.own import INITIATIVES, Folder, Initiative, Initiatives, Shelf
from carecompare.own.uploads.sheets import read_sheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from carecompare.own.uploads.sheet import Sheet

    Opens = Callable[..., AppTest]

PAGE, MATRIX, OWN = "pages/own_initiatives.py", "pages/initiatives.py", "20201"
NASTY = "<img src=x onerror=alert(1)> =1+1 **b** [a](http://example.org) $x$ 👨‍👩‍👧"


def words_of(app: AppTest) -> str:
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success")
    said = [str(element.value) for kind in kinds for element in app.get(kind)]
    return "\n".join([*said, *(str(element.proto.body) for element in app.get("html"))])


def entry(title: str = "通いの場", area: str = OWN, **fields: object) -> Initiative:
    given_fields = {
        "id": "r1-1",
        "types": ("gathering_places",),
        "fields": ("生活支援",),
        "evidence": "own" if area == OWN else "page",
        **fields,
    }
    return Initiative(area=area, title=title, **given_fields)  # type: ignore[arg-type]


def kept(kept_in: Path) -> list[Initiative]:
    found = Shelf(Folder(kept_in)).kept(OWN, INITIATIVES)
    return list(found.content.initiatives) if found else []


def entered(app: AppTest, **texts: object) -> AppTest:
    for role, value in texts.items():
        app.session_state[f"initiative_{role}_{OWN}"] = value
    return app.button(key="initiative_save").click().run()


def named(app: AppTest) -> AppTest:
    return app.text_input(key="own_author_widget").set_value("高齢福祉課").run()


def test_an_initiative_is_entered_stands_in_the_matrix_is_changed_deleted_and_brought_back(
    opened: Opens, kept_in: Path
) -> None:
    app = named(opened(PAGE, own=OWN))
    assert "まだ登録がありません" in words_of(app)
    entered(app, title="週1回の体操", types=["preventive_care"], since="平成27年度", contact="地域支援係")
    assert not app.exception
    assert "「週1回の体操」を登録しました" in words_of(app).replace("\\", "")
    (made,) = kept(kept_in)
    assert (made.area, made.fields, made.since, made.evidence) == (OWN, ("予防",), 2015, "own")
    matrix = words_of(opened(MATRIX, own=OWN))
    assert "独自" in matrix
    assert "週1回の体操" in matrix
    app.selectbox(key="initiative_chosen").set_value(made.id).run()
    app.button(key="initiative_edit").click().run()
    entered(app, title="週2回の体操")
    assert [(each.id, each.title, each.since) for each in kept(kept_in)] == [(made.id, "週2回の体操", 2015)]
    app.button(key="initiative_delete").click().run()
    assert kept(kept_in) == []
    app.button(key="undo_initiatives").click().run()
    assert [each.title for each in kept(kept_in)] == ["週2回の体操"]
    assert not app.exception


def test_every_problem_of_an_entry_is_named_with_its_field_and_what_is_expected(
    opened: Opens, kept_in: Path
) -> None:
    app = named(opened(PAGE, own=OWN))
    entered(app, area="15202", since="去年", evidence="page", effects="あ" * 1_001)
    said = words_of(app)
    assert "直すところが5件あります" in said
    for each in ("取組名", "取組の型", "去年", "出典がありません", "上限1000字", "H27"):
        assert each in said, each
    assert not kept_in.exists()
    assert app.text_input(key=f"initiative_since_{OWN}").value == "去年"


def test_the_own_municipality_comes_first_and_those_found_after_the_ten_cases(
    opened: Opens, kept_in: Path
) -> None:
    found = entry("見守り隊", "15202", id="r1-2", types=("watching_over",), source="計画 3ページ")
    Shelf(Folder(kept_in)).save(OWN, INITIATIVES, Initiatives((found, entry())), 0, "計画係")
    app = opened(MATRIX, own=OWN)
    bodies = [str(element.proto.body) for element in app.get("html")]
    matrix = next(body for body in bodies if "class='cc matrix'" in body)
    head = matrix[: matrix.index("</thead>")]
    assert head.index("長野市") < head.index("世田谷区") < head.index("長岡市（登録）")
    said = words_of(app)
    assert "登録○" in said
    assert "なし</td>" not in said
    assert "10事例のうち最も多くで確認できる型は" in said


def test_a_registered_card_opens_by_its_link_and_an_unknown_one_says_so(opened: Opens, kept_in: Path) -> None:
    both = Initiatives((entry("一"), entry("二", id="r1-2", effects="参加者が増えた")))
    Shelf(Folder(kept_in)).save(OWN, INITIATIVES, both, 0, "計画係")
    assert "効果：参加者が増えた" in words_of(opened(MATRIX, own=OWN, case="r1-2"))
    assert "登録されていません" in words_of(opened(MATRIX, own=OWN, case="r9-9"))


def test_whatever_is_entered_is_shown_and_never_run(opened: Opens, kept_in: Path) -> None:
    texts = (NASTY, "=HYPERLINK(1)", "# h `c` | : ~ \\ {x}", "<script>alert(1)</script>", "あ" * 1_000 + "😀")
    many = tuple(
        entry(text, id=f"r1-{number}", source=text, effects=NASTY, contact=NASTY)
        for number, text in enumerate(texts, 1)
    )
    Shelf(Folder(kept_in)).save(OWN, INITIATIVES, Initiatives(many), 0, "計画係")
    for page in (PAGE, MATRIX, "pages/find_initiatives.py"):
        app = opened(page, own=OWN, case="r1-4")
        assert not app.exception
        html = "".join(str(element.proto.body) for element in app.get("html"))
        assert "<img src=x" not in html
        assert "<script>alert" not in html
        kinds = ("header", "subheader", "markdown", "caption", "success")
        assert not [each for kind in kinds for each in app.get(kind) if "](http://example" in each.value]


def test_of_two_who_change_one_initiative_the_second_is_shown_both(opened: Opens, kept_in: Path) -> None:
    shelf = Shelf(Folder(kept_in))
    shelf.save(OWN, INITIATIVES, Initiatives((entry(),)), 0, "計画係")
    app = named(opened(PAGE, own=OWN))
    app.selectbox(key="initiative_chosen").set_value("r1-1").run()
    app.button(key="initiative_edit").click().run()
    shelf.save(OWN, INITIATIVES, Initiatives((entry("サロン"),)), 1, "介護保険課")
    entered(app, title="居場所")
    assert "サロン" in app.code[0].value
    assert "居場所" in app.code[1].value
    assert [each.title for each in kept(kept_in)] == ["サロン"]
    app.button(key="initiative_save").click().run()
    assert [each.title for each in kept(kept_in)] == ["居場所"]


def test_what_the_definitions_no_longer_know_can_still_be_shown_and_changed(
    opened: Opens, kept_in: Path
) -> None:
    old = entry("昔の取組", "99999", types=("gone", "meals"), fields=("昔",))
    Shelf(Folder(kept_in)).save(OWN, INITIATIVES, Initiatives((old,)), 0, "計画係")
    app = named(opened(PAGE, own=OWN))
    app.selectbox(key="initiative_chosen").set_value("r1-1").run()
    app.button(key="initiative_edit").click().run()
    assert not app.exception
    assert "昔の取組" in words_of(app)
    assert app.multiselect(key=f"initiative_types_{OWN}").value == ["meals"]
    assert not opened(MATRIX, own=OWN).exception


def test_two_who_add_at_once_keep_both(opened: Opens, kept_in: Path) -> None:
    first, second = (named(opened(PAGE, own=OWN)) for _ in range(2))
    entered(first, title="一", types=["meals"])
    entered(second, title="二", types=["meals"])
    assert [(each.id, each.title) for each in kept(kept_in)] == [("r1-1", "一"), ("r2-1", "二")]


def test_what_a_visitor_of_a_public_server_enters_no_other_sees_on_any_page(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARECOMPARE_MODE", "session")
    first = entered(opened(PAGE, own=OWN), title="秘密の取組", types=["meals"])
    for page in (MATRIX, "pages/find_initiatives.py", PAGE, "app.py"):
        first.switch_page(page).run()
        assert not first.exception
        assert ("秘密の取組" in words_of(first)) == (page in {MATRIX, PAGE})
        assert "秘密の取組" not in words_of(opened(page, own=OWN))
    assert not kept_in.exists()


def test_read_only_shows_and_saves_nothing(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Shelf(Folder(kept_in)).save(OWN, INITIATIVES, Initiatives((entry(),)), 0, "計画係")
    monkeypatch.setenv("CARECOMPARE_MODE", "readonly")
    app = opened(PAGE, own=OWN)
    assert app.button(key="initiative_save").disabled
    assert "通いの場" in words_of(app)


def test_a_conflict_carries_both(kept_in: Path) -> None:
    shelf = Shelf(Folder(kept_in))
    shelf.save(OWN, INITIATIVES, Initiatives((entry(),)), 0, "計画係")
    with pytest.raises(OwnConflictError) as caught:
        shelf.save(OWN, INITIATIVES, Initiatives((entry("別"),)), 0, "別の係")
    assert caught.value.newer.content.initiatives[0].title == "通いの場"


def test_a_table_that_is_brought_is_read_once_and_previewed_at_every_rerun(
    opened: Opens, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []

    def counted(content: bytes, file: str) -> list[Sheet]:
        reads.append(file)
        return read_sheets(content, file)

    monkeypatch.setattr("carecompare.ui.pages.own_initiatives.table.read_sheets", counted)
    app = named(opened(PAGE, own=OWN))
    table = "取組名,取組の型\n体操の会,居場所・交流拠点・サロン\n"
    app.file_uploader(key=f"initiatives_upload_{OWN}_0").set_value(
        ("取組.csv", table.encode(), "text/csv")
    ).run()
    before = words_of(app)
    assert "体操の会" in before
    app.radio(key="initiatives_mode").set_value("replace").run()
    assert not app.exception
    assert reads == ["取組.csv"]
    assert words_of(app) == before
    assert kept(kept_in) == []
