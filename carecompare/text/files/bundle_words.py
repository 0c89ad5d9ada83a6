"""Words of the archive for machines without a network: its steps, its scripts, what is read before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import Problem

STEP_PROGRAM = "プログラムと数字を入れています"
STEP_LIBRARIES = "ライブラリーを集めています"
STEP_PYTHON = "Pythonを入れています"
STEP_BILL = "部品の一覧を作っています"
STEP_ARCHIVE = "1つのファイルにまとめています"
DONE = "{file}：{megabytes:.0f}MB"

_WINDOWS = """@echo off
setlocal
cd /d "%~dp0"
set "PYTHONPATH=%~dp0{program}\\site-packages;%~dp0{program}"
set "PYTHONUTF8=1"
set "PYTHONDONTWRITEBYTECODE=1"
set "CARECOMPARE_OWN=%~dp0own"
if not exist "{program}\\app.py" goto incomplete
if exist "python\\python.exe" (
  "python\\python.exe" -m carecompare.desk %*
  goto ended
)
where py >nul 2>nul
if errorlevel 1 goto nopython
py -3.{minor} -m carecompare.desk %*
goto ended
:incomplete
echo ファイルが足りません。zip を「すべて展開」してから、展開したフォルダーの start.bat を開いてください。
pause
exit /b 1
:nopython
echo Python 3.{minor} が見つかりません。
echo Python を入れた配布ファイルを使うか、情報システムの担当に Python 3.{minor} の導入を相談してください。
pause
exit /b 1
:ended
if errorlevel 1 pause
"""
_LINUX = """#!/bin/sh
cd "$(dirname "$0")" || exit 1
export PYTHONPATH="$PWD/{program}/site-packages:$PWD/{program}" PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1
export CARECOMPARE_OWN="${{CARECOMPARE_OWN:-$PWD/own}}"
if [ ! -f "{program}/app.py" ]; then
  echo "ファイルが足りません。zip をすべて展開してから、展開したフォルダーの start.sh を実行してください。" >&2
  exit 1
fi
for python in python/bin/python3.{minor} python3.{minor}; do
  if command -v "$python" >/dev/null; then
    exec "$python" -m carecompare.desk "$@"
  fi
done
echo "Python 3.{minor} が見つかりません。Python を入れた配布ファイルを使うか、Python 3.{minor} を入れてください。" >&2
exit 1
"""
SCRIPTS = {"windows": _WINDOWS, "linux": _LINUX}

README = """carecompare {version}　インターネットにつながらない端末で使うための配布ファイル

■ はじめかた
1. zip を「すべて展開」します（例：デスクトップ、ファイルサーバーの自分のフォルダー）。管理者の権限はいりません。
2. {script} を開きます。ブラウザーに画面が出ます。黒い画面は、使っている間は閉じないでください。
3. 終わるときは、黒い画面を閉じます。

■ 情報セキュリティの担当の方へ
・通信：この端末の中だけ（127.0.0.1）で待ち受けます。番号は8501から空いているものを使い、画面に出します。
　ほかの端末からは開けません。インターネットにも庁内のサーバーにも、何も送らず、何も取りに行きません。
・庁内のほかの端末から開けるようにするには、「{script} --office この端末の名前」で始めます。
　名乗った名前と IP アドレスで呼ばれたときだけ応えます。暗号化はしません（必要なら前段に HTTPS を置いてください）。
・書き込み：このフォルダーの中だけです。own＝自町で保存したもの。app-… の data＝公式統計を取り込んだとき、表示用に作り直した集計。
　レジストリ、ほかのフォルダー、起動の設定は変えません。消すときはフォルダーごと消します。
・権限：利用者の権限で動きます。サービスもドライバーも入れません。
・中身の確かめ：{sums} に全ファイルの SHA-256 があります。
・部品と利用条件：sbom.cdx.json（CycloneDX 1.6）。各部品の条文は app-… の site-packages の中にあります。
・入力した文字は実行されません。アップロードは1つ20MB、合わせて100MBまでです。

■ 新しい版に替えるとき
同じ場所に展開します。own はそのまま残ります。前の app-… のフォルダーは消してかまいません。

■ ほかの端末へ移すとき
画面の「自町データ」の「1つのファイルで持ち運ぶ」で書き出し、移した先の同じところで取り込みます。
"""

BUNDLE: Mapping[Problem, str] = {
    "bundle_no_checkout": "配布ファイルは、ソースコード一式のあるフォルダーから作ります（{found} には足りないものがあります）。",
    "bundle_tool_missing": "配布ファイルを作る道具（{found}）がありません。"
    '先に pip install -c constraints.txt -e ".[bundle]" を実行してください。',
    "bundle_libraries_missing": "ライブラリーを集められませんでした（{found}）。"
    "インターネットにつながる端末で、もう一度実行してください。",
    "bundle_python_wrong": "{file}は、この配布ファイルに入れられるPythonではありません。python.orgの「Windows embeddable package」か、"
    "python-build-standaloneのinstall_onlyの、版が{expected}のファイルを指定してください。",
}
