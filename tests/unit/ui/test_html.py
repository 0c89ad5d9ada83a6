from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from carecompare.typed_cells import Cell
from carecompare.views.base.table import JOINER, Table, fact, notes, plain


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(html: str) -> Tags:
    reader = Tags()
    reader.feed(html)
    return reader


@given(st.text(alphabet="<>&\"'=abc 長岡/%s\x1f", max_size=30))
def test_whatever_a_cell_holds_is_text(cell: str) -> None:
    table = Table(["a", cell], [[cell, "1"], ["2", cell]], groups={0: cell}, links=[("", cell)], caption=cell)
    allowed = {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "a"}
    read_back = read(table.html())
    assert set(read_back.tags) <= allowed
    assert read_back.tags.count("td") == 2
    assert "".join(read_back.texts) == f"{cell}a{cell}{cell}{cell}12{cell}"
    assert set(read(notes(cell)).tags) <= {"p"}
    assert set(read(fact(cell, cell, mark=cell)).tags) <= {"p", "small", "span"}


def test_a_table_tells_a_screen_reader_its_headings() -> None:
    html = Table(
        ["市区町村", "値"], [["長岡市", "31.4"]], numeric=frozenset({1}), own_rows=frozenset({0})
    ).html()
    assert "<th scope='col'>市区町村</th>" in html
    assert "<th scope='row'>長岡市</th>" in html
    assert "<td class='n'>31.4</td>" in html
    assert "<tr class='own'>" in html


def test_signs_of_markdown_are_shown_as_they_are() -> None:
    assert plain("![x](http://a)") == rf"\!\[x\]\(http\:{JOINER}//a\)"
    assert plain("長岡市") == "長岡市"


def test_a_table_is_without_figures_where_they_belong_and_none_is_known() -> None:
    assert Table(["town", "value"], [("長岡市", Cell(None, word="資料なし"))]).is_without_figures
    assert not Table(["town", "value"], [("長岡市", Cell(0.0)), ("見附市", Cell(None))]).is_without_figures
    assert not Table(["word", "meaning"], [("特養", "介護老人福祉施設")]).is_without_figures
