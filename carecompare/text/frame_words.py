"""What Streamlit says in English and has no setting for, in Japanese; a test in the browser finds what is new."""

from __future__ import annotations

SAID = {
    "Skip to main content": "本文へ進む",
    "Sidebar": "市区町村とメニュー",
    "Collapse sidebar": "メニューを閉じる",
    "Expand sidebar": "メニューを開く",
    "Open": "選択肢を開く",
    "Close": "閉じる",
    "Clear value": "消す",
    "Clear all": "全部消す",
    "Choose an option": "選んでください",
    "Choose options": "選んでください",
    "Link to heading": "この見出しへのリンク",
    "Fullscreen": "大きく表示",
    "Close fullscreen": "元の大きさに戻す",
    "Copy to clipboard": "コピー",
    "file upload": "ファイルを選ぶ",
    "Upload": "ファイルを選ぶ",
    "Page not found": "このページはありません",
    "The page that you have requested does not seem to exist. Running the app's main page.": "アドレスを確かめてください。"
    "代わりにホームを開きました。",
    "Selected values": "選んだもの",
    "progress": "進みぐあい",
    "Decrement": "減らす",
    "Increment": "増やす",
    "Remove": "外す",
    "Search": "さがす",
    "Download as CSV": "CSVで取り出す",
    "Show/hide columns": "列を選ぶ",
    "Add row": "行を足す",
    "Show data": "数字を見る",
    "Show chart": "図に戻す",
    "No results": "一覧にはありません",
}
# By regular expression of JavaScript, with its groups as $1, $2.
FORMS = {
    r"^(\d+)MB per file(?: • )?(.*)$": "1つ$1MBまで　$2",
    "^Help for (.*)$": "説明：$1",
    "^Add: (.*)$": "「$1」をさがす",
    r"^You can only select up to (\d+) options?\. Remove an option first\.$": "$1まで選べます。先にどれかを外してください",
}
