"""What stands out, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.text.topics import finding_words

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

QUARTERS = {"value": 23.1, "first": 10.7, "median": 11.4, "third": 13.7}


def test_a_share_is_high_or_low_and_a_density_more_or_fewer(catalog: Catalog) -> None:
    share = catalog.indicators["share_living_alone_65_and_over"]
    clinics = catalog.indicators["clinics_per_100000"]
    assert finding_words.beyond("大和村", share, "higher", QUARTERS) == (
        "大和村の高齢単身世帯の割合23.1%は、くらべる相手の中央の半数（10.7〜13.7）より高く、"
        "中央値11.4との差は偶然では説明しにくい"
    )
    assert finding_words.beyond("長岡市", clinics, "lower", QUARTERS).startswith(
        "長岡市の診療所は10万人あたり23.1か所で、くらべる相手の中央の半数（10.7〜13.7）より少なく、"
    )


def test_a_trend_names_both_ends_and_how_many_peers_go_there_too(catalog: Catalog) -> None:
    figures = {"first": 204.5, "last": 252.9, "first_year": 2014.0, "alike": 2.0, "peers": 9.0}
    assert finding_words.trend(
        "長岡市", catalog.indicators["physicians_per_100000"], "up", 2022, figures
    ) == (
        "長岡市の医師は、2014年の10万人あたり204.5人から2022年の252.9人へ、"
        "偶然を超えて増えています（同じ向きの相手は9市区町村のうち2市区町村）"
    )
    alone = figures | {"peers": 0.0}
    rate = catalog.indicators["share_75_and_over"]
    assert "下がっています（くらべられる相手はありません）" in finding_words.trend(
        "長岡市", rate, "down", 2022, alone
    )


def test_a_jump_tells_by_how_much(catalog: Catalog) -> None:
    figures = {"first": 40.0, "last": 30.0, "first_year": 2022.0}
    said = finding_words.jump("長岡市", catalog.indicators["clinics_per_100000"], 2023, figures)
    assert (
        said == "長岡市の診療所は、2022年の10万人あたり40.0か所から2023年の30.0か所へ急に変わりました（△25%）"
    )


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("few_events", "資源の指標42種のうち23種は、長岡市では数が10未満です"),
        ("insurer_level", "保険者である広域連合全体の値です"),
        ("insurer_unknown", "どの広域連合などが保険者か手元の資料では分からない"),
        ("unknown_ages", "2020年の高齢化率は、年齢不詳の人が3%を超える"),
        ("no_projection", "将来推計がない"),
    ],
)
def test_every_caution_says_why(kind: str, part: str) -> None:
    figures = {"few": 23.0, "all": 42.0}
    assert part in finding_words.caution("長岡市", kind, "高齢化率", 2020, "広域連合", figures)


def test_where_all_are_few_it_says_all() -> None:
    said = finding_words.caution("大和村", "few_events", "", 0, "", {"few": 42.0, "all": 42.0})
    assert said.startswith("資源の指標42種すべては、大和村では数が10未満です")


def test_services_out_of_line_are_named_up_to_four() -> None:
    said = finding_words.mismatch("長岡市", "higher", "認定率", ["あ", "い", "う", "え", "お"])
    assert said == (
        "長岡市は認定率が相手より高い一方で、"
        "75歳以上あたりで相手より少ない資源があります（あ・い・う・えなど5種）"
    )
