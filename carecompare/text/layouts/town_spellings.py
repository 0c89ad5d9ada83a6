"""How names of municipalities are written by those who look for them: nothing of this is printed."""

from __future__ import annotations

# What ends the name of a municipality, with its readings.
SUFFIXES = {"市": ("し",), "区": ("く",), "町": ("ちょう", "まち"), "村": ("むら", "そん")}
COUNTY = "郡"
# Forms of one letter that people write for each other.
VARIANTS = str.maketrans(
    {
        "ヶ": "け",
        "ゖ": "け",
        "髙": "高",
        "﨑": "崎",
        "𠮷": "吉",
        "竜": "龍",
        "桧": "檜",
        "薮": "藪",
        "澤": "沢",
    }
)
# Kana by rows as in the 1954 table of Kunrei; long vowels and double consonants are dropped when compared.
_VOWELS = "aiueo"
_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だ　　でど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
LATIN = {
    kana: row + vowel
    for row, letters in _ROWS.items()
    for kana, vowel in zip(letters, _VOWELS, strict=True)
    if kana != "　"
}
LATIN |= {"や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "を": "o", "ん": "n", "ぢ": "zi", "づ": "zu"}
LATIN |= {"っ": "", "ー": ""}
SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
