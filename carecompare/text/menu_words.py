"""The menu: groups of families; the pages of a family are its tabs."""

from __future__ import annotations

MENU_LABEL = "メニュー"
TABS_LABEL = "この中のページ"

# By heading the families, by family its pages with the words of their tabs. The first page stands for its
# family in the menu; a page joins a family with one line here.
MENU: dict[str, dict[str, dict[str, str]]] = {
    "": {"ホーム": {"home": "ホーム"}},
    "見る": {
        "高齢化": {"aging": "高齢化の割合", "pyramid": "人口ピラミッド"},
        "介護の必要": {"care_need": "認定率", "decomposition": "高齢化か、自町か"},
        "資源": {"resources": "資源密度"},
        "30分圏": {"reach": "届く範囲", "reach_districts": "日常生活圏域", "reach_offices": "事業所を置くと"},
        "地図": {"map": "地図"},
    },
    "くらべる": {
        "相手を選ぶ": {"peers": "類似自治体"},
        "比較分析表": {"analysis_sheet": "比較分析表"},
        "散布図": {"scatter": "散布図"},
        "順位": {"ranking": "順位", "series": "推移", "side_by_side": "並べて見る"},
    },
    "考える": {
        "気づきと問い": {"findings": "気づき", "questions": "議会・会議の問い"},
        "取組": {"initiatives": "一覧", "find_initiatives": "探す", "own_initiatives": "登録"},
        "課題整理シート": {"worksheet": "課題整理シート"},
        "計画": {
            "plan": "確認表",
            "plan_grant": "交付金の得点",
            "plan_areas": "特定地域の目安",
            "plan_outlook": "見込み",
            "plan_progress": "計画値と実績",
            "plan_figures": "図表集",
        },
    },
    "伝える": {
        "会議資料": {"papers": "会議資料", "frozen": "凍結ビュー"},
        "発表": {"present": "発表"},
    },
    "データ": {
        "データ": {
            "own_data": "自町データ",
            "mieruka": "見える化の出力",
            "passport": "出典パスポート",
            "data_health": "データの健康",
            "sources": "データと出典",
            "glossary": "用語",
            "accessibility": "アクセシビリティ",
        },
    },
}


def tabs_of(page: str) -> dict[str, str]:
    """Return the pages of the family that a page belongs to, each with the words of its tab."""
    return next(pages for families in MENU.values() for pages in families.values() if page in pages)
