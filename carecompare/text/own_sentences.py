"""Sentences on what a town keeps of its own."""

from __future__ import annotations

OWN_DATA = {
    "own_name_wrong": "「{found}」という名前では保存できません。",
    "own_not_saved": "保存できませんでした（{found}）。"
    "ディスクの空きと書き込みの許可を確かめて、もう一度保存してください。前の内容は残っています。",
    "own_unreadable": "保存したファイルを読めません（{found}）。履歴から前の版に戻せます。",
    "own_version_missing": "この版はありません。",
    "own_elsewhere": "別の場所のファイルが置かれています。元の場所に戻してください。",
    "own_other_schema": "別の版（{found}）の様式で保存されています。この版は{expected}です。",
    "own_content_wrong": "この内容は保存できません。使えない文字や数が含まれていないか確かめてください。",
    "own_too_large": "大きすぎます（{found}バイト、上限{expected}バイト）。",
    "own_conflict": "編集している間に、{found}が新しい内容を保存しました。"
    "両方を見くらべて、もう一度保存してください。まだ何も上書きしていません。",
    "own_readonly": "この画面は閲覧専用のため、保存できません。",
    "own_author_missing": "保存する前に、保存する人（課・係・職名など）を入れてください。",
    "own_visit_full": "この画面で覚えておける量を超えます（{found}バイト、上限{expected}バイト）。",
    "own_visit_wrong": "この画面から書き出したファイルとして読めません（{found}）。",
    "own_set_empty": "くらべる相手が1つもないため、保存できません。",
    "own_set_too_many": "1組に入れられる市区町村と、保存できる組の数（{expected}）を超えています。",
    "own_set_nameless": "組の名前を入れてください。",
    "own_set_name_taken": "「{found}」という名前の組がもうあります。別の名前にしてください。",
    "own_set_unknown": "リンクの「{found}」という組は保存されていません。",
}
