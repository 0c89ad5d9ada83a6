"""What an import did, in lines a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

CHANGES = {
    "column_new": "{label} {year}年：新しく{after}地域の値",
    "values_changed": "{label} {year}年：{after}地域の値が変わりました",
    "values_lost": "{label} {year}年：{after}地域の値がなくなりました（例：{area}）",
    "jumped": "{label} {year}年：{area}が{before}から{after}に大きく変わりました。確かめてください",
    "area_new": "新しい市区町村：{area} {after}",
    "area_lost": "なくなった市区町村：{area} {before}",
    "groups_changed": "市区町村の区分：{after}行",
    "older_edition_kept": "{label} {year}年：手元の方が新しいため、"
    "そのままにしました（手元{before}、ファイル{after}）",
}
NOTES = {
    "ward_counted_in_city": "指定都市の区の行を市に合算",
    "ward_left_out": "指定都市の区の行を除外（市の行があるため）",
    "code_mapped": "古い市区町村コードの行を今の市区町村に対応づけ",
    "ward_area_of_city": "指定都市の区ごとの二次医療圏の行を市にまとめ",
    "area_left_out": "1,741市区町村でない地域の行を除外",
    "item_not_in_edition": "この版にない項目",
    "municipality_absent": "市区町村コードのない事業所（市区町村の数に入りません）",
    "address_elsewhere": "住所が別の市区町村を指す事業所（コードのとおりに数えます）",
    "name_differs": "市区町村名がコードと合わない行",
    "office_twice": "同じ事業所が重ねて載っている行（1か所と数えます）",
    "insurer_inferred": "広域連合などの構成市町村を、同じ都道府県に1つしかないことから対応づけた市町村",
    "insurer_ambiguous": "どの広域連合などに属すか名称から分からず、保険者に対応づけない市町村",
    "position_absent": "緯度経度のない事業所（地図に載りません）",
    "position_outside": "緯度経度が市区町村の外にある事業所（数に入り、地図に載りません）",
    "capacity_implausible": "定員の欄が人数ではない事業所（未記入とします）",
}


class Imported(Protocol):
    """What the report is written from."""

    @property
    def new_log(self) -> pd.DataFrame:
        """Lines of the log that this import added."""

    @property
    def new_notes(self) -> pd.DataFrame:
        """Notes on the rows of the files of this import."""


def import_report(edition: Imported, labels: Mapping[str, str]) -> list[str]:
    """Return the report of an import.

    Parameters
    ----------
    edition : Imported
        With its log and notes.
    labels : mapping of str to str
        Name of each count.

    Returns
    -------
    list of str
        By file: what changed, then how many rows were mapped, left out or doubtful.
    """
    lines: list[str] = []
    log, notes = edition.new_log, edition.new_notes
    for file in dict.fromkeys([*log["file"], *notes["file"]]):
        lines.append(f"■ {file}")
        for change in log[log["file"] == file].to_dict("records"):
            label = labels.get(change["count"], change["count"])
            lines.append("  " + CHANGES[change["change"]].format_map({**change, "label": label}))
        own = notes[notes["file"] == file]
        numbers = own["number"].astype(int).groupby(own["problem"]).sum()
        lines += [f"  {NOTES[str(problem)]}：{number:,}行" for problem, number in numbers.items()]
    return lines or ["変わったところはありません。"]
