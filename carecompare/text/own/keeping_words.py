"""Words on what a town keeps of its own: saving, history, named sets of comparators."""

from __future__ import annotations

AUTHOR = "保存する人（課・係・職名など）"
AUTHOR_HELP = "履歴に残ります。個人名でなくてかまいません。この画面を閉じるまで覚えています。"
AUTHOR_PLACEHOLDER = "例：高齢福祉課 計画係"
ASK_TITLE = "だれが保存しますか"
ASK_SAVE = "この名前で保存する"
AUTHOR_MISSING = "先に「保存する人」を入れてください。"
ACCOUNT = "保存する人：{name}"
ACCOUNT_MISSING = "だれが保存するのか分からないため、見るだけです。保存するにはログインしてください。"
ACCOUNT_ELSEWHERE = "{name}は、この市区町村の内容を見るだけです。"
ACCOUNT_READS = "{name}（見るだけ）"
LOGIN = "ログイン"
LOGOUT = "ログアウト"
VISITOR = "この画面の利用者"
READONLY = "この画面は閲覧専用のため、保存できません。"
RESTORED = "第{restored_from}版の内容に戻しました（第{version}版として保存）。"
NOT_SAVED = "保存していません"
CONFLICT_THEIRS = "いま保存されている内容（第{version}版、{author}、{when}）"
CONFLICT_MINE = "あなたの内容（まだ保存していません）"
CONFLICT_EMPTY = "（内容はありません）"
NEWER = "入力を始めたあとで、第{version}版が保存されました。打った内容はそのまま残っています。"
NEWER_MERGED = (
    "入力を始めたあとで、第{version}版が保存されました。打った欄だけを、第{version}版に加えて保存します。"
)
NEWER_AGAIN = "今の保存内容から始め直す（打った内容は消えます）"
NEWER_MINE = "自分の内容で続ける（第{version}版も履歴に残ります）"
NEWER_FILE = (
    "ファイルを入れたあとで、第{version}版が保存されました。保存を押すと、両方の内容を並べて確かめます。"
)
CONFLICT_NEXT = "上の内容を見て、必要なところを直してから、もう一度保存してください。"

HISTORY = "履歴"
HISTORY_LINE = "第{version}版　{when}　{author}"
HISTORY_OF = "（第{version}版に戻したもの）"
HISTORY_BROKEN = "第{version}版　読めません：{problem}"
HISTORY_EMPTY = "まだ保存されたものはありません。"
HISTORY_RESTORE = "この内容に戻す"
HISTORY_NOTE = "戻しても、今の内容は履歴に残ります。"
HISTORY_OLDER = "さらに古い版を見る"
BEGIN_ANEW = "何もない状態から始める（壊れた版は履歴に残ります）"
BEGUN_ANEW = "何もない状態から始めました。壊れた版は履歴に残っています。"
UNDO = "ひとつ前に戻す"

GO_ON = "つなぎ直す"
# Where a visit goes on at another server, or at the same after it was started again.
LOST = (
    "サーバーとの接続が一度切れました。保存したものは残っていますが、まだ保存していなかったもの（入れた文字、選んだファイル、"
    "保存する人）は消えましたので、もう一度入れてから保存してください。"
)
LOST_VISIT = (
    "サーバーとの接続が一度切れ、この画面で入れた内容は消えました。書き出したファイルがあれば「自町データ」で読み込み、"
    "なければもう一度入れてください。"
)

VISIT_TITLE = "この画面で入れた内容"
VISIT_NOTHING = "この訪問で入れたものがまだないため、書き出すものはありません。"
VISIT_NOTE = (
    "入れた内容は、この画面を開いている間だけ覚えています。ほかの人には見えません。"
    "画面を閉じたり読み込み直したりすると消えるため、ファイルに書き出しておいてください。"
)
VISIT_DOWNLOAD = "ファイルに書き出す"
VISIT_UPLOAD = "書き出したファイルを読み込む"
VISIT_REPLACES = "読み込むと、今この画面で入れた内容と入れかわります。"
VISIT_TAKE = "この内容に入れかえる"
VISIT_TAKEN = "ファイルの内容に入れかえました。"
VISIT_FILE = "自町の記録_{when}.json"

AUDIT = "だれが、いつ、何を変えたか"
AUDIT_NOTE = (
    "{own}が保存したものの変更を、新しい順に{most}件まで示します。全部はコマンド own audit で出せます。"
)
AUDIT_COLUMNS = ("いつ", "だれが", "何を", "版")
AUDIT_UNREADABLE = "読めません"
AUDIT_VERSION = "第{version}版"

CARRY = "1つのファイルで持ち運ぶ"
CARRY_NOTE = (
    "{own}が保存したもの（独自値・取組・課題整理シート・会議資料・相手の組など）の最新の内容を、1つのファイルにします。"
    "ほかの端末のこの画面に入れると、同じ内容が次の版として保存されます。その端末に前からあった内容は履歴に残ります。"
)
CARRY_DOWNLOAD = "ファイルに書き出す"
CARRY_UPLOAD = "書き出したファイルを取り込む"
CARRY_FILE = "自町の記録_{own}_{when}.json"
CARRY_COLUMNS = ("何の記録か", "書いた人", "いつ", "取り込むと")
CARRY_NEW = "第{version}版になります"
CARRY_KNOWN = "同じ内容がもうあります"
CARRY_PART = "{kind}（{part}）"
CARRY_OTHERS = "ほかの市区町村の記録が{count}件あります。その市区町村の画面で取り込んでください。"
CARRY_NONE = "このファイルに{own}の記録はありません。"
UNCHANGED = "変えたところがないため、保存するものはありません。"
CARRY_NOTHING_NEW = "どれもすでにあるため、取り込むものはありません。"
CARRY_TAKE = "{count}件を取り込む"
CARRY_TAKEN = "{count}件を取り込みました。前の内容は、それぞれの画面の「履歴」から戻せます。"
CARRIED_AUTHOR = "{who}（元は{author}）"

SETS_NAME = "組の名前"
SETS_NAME_PLACEHOLDER = "例：豪雪で高齢化の進む町"
SETS_NOBODY = "くらべる相手を選ぶと、名前を付けて保存できます。"
SETS_SAVE = "今の相手（{count}市区町村）を保存"
SETS_NOTHING = "まだ保存した組はありません。"
SETS_OPEN = "開く"
SETS_RENAME = "名前を変える"
SETS_DELETE = "消す"
SETS_LINE = "{name}（{count}市区町村）"
SETS_SAVED = "「{name}」を保存しました。"
SETS_RENAMED = "「{name}」に変えました。"
SETS_DELETED = "「{name}」を消しました。「ひとつ前に戻す」で戻せます。"
SETS_BETWEEN = "・"
SETS_CHANGE = "変える"
SETS_SAVE_FREE = "名前を付けて保存"
SETS_SAVE_FREE_HELP = (
    "選んだ{count}市区町村を、名前のある組として残します。次からは「くらべる相手」で選べます。"
)
SETS_LINE_CHOSEN = "「{name}」の組：{members}。"
SETS_MEMBERS_MORE = "{members}ほか{count}市区町村"
SETS_REWORK = "この組をもとに選び直す"
SETS_MANAGE = "組の名前を変える・消す"
SETS_UNDONE_FIRST = "保存した組のない状態に戻しました。"


def carried_author(who: str, author: str) -> str:
    """Return who is said to have saved what was carried here: who brought it, and who wrote it."""
    return CARRIED_AUTHOR.format(who=who, author=author) if author and author != who else who
