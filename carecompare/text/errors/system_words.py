"""What the operating system says when it refuses something."""

from __future__ import annotations

import errno

# By its number.
SYSTEM = {
    errno.ENOSPC: "ディスクに空きがありません",
    errno.EDQUOT: "割り当てられた容量を使い切りました",
    errno.EROFS: "ディスクが読み取り専用です",
    errno.EACCES: "権限がありません",
    errno.EPERM: "権限がありません",
    errno.EIO: "ディスクの読み書きに失敗しました",
    errno.ENOENT: "ファイルかフォルダーがありません",
    errno.ENOTDIR: "フォルダーの場所にファイルがあります",
    errno.EEXIST: "フォルダーの場所にファイルがあります",
    errno.EISDIR: "ファイルの場所にフォルダーがあります",
    errno.EMFILE: "開けるファイルの数の上限です",
    errno.ENFILE: "開けるファイルの数の上限です",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.EADDRINUSE: "ほかのプログラムが使っています",
    errno.EADDRNOTAVAIL: "この機械のアドレスではありません",
    errno.EBUSY: "ほかのプログラムが使っています",
}
