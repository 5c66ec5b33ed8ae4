"""What kanben itself says, in the script of the book: 目錄 for 目录, and a stylesheet's fonts for its characters.

Templates, stylesheets and scripts are written once, in Simplified Chinese; so a title's own ones come along too.
"""

import re
from functools import lru_cache

from kanben.book.book import Standard
from kanben.book.chinese import HAN
from kanben.script.standards import CONVERSIONS, is_traditional, standard_of

TERMS = {
    "搜索": "搜尋",
    "文件夹": "資料夾",
    "网站": "網站",
    "脚本": "指令碼",
    "快捷键": "快速鍵",
    "字号": "字級",
    "终端": "終端機",
    "浏览器": "瀏覽器",
}
"""Words that Taiwan and Hong Kong say otherwise than by other characters."""
FACES = {"tw": "TC", "t": "TC", "hk": "HK"}
FAMILIES = {
    "Songti SC": "Songti TC",
    "Kaiti SC": "Kaiti TC",
    "STSong": "LiSong Pro",
    "STKaiti": "BiauKai",
    "SimSun": "PMingLiU",
    "KaiTi": "DFKai-SB",
    "Microsoft YaHei": "Microsoft JhengHei",
    "zh_CN": "zh_TW",
}
"""Names of fonts (and of a locale) that are others for Traditional Chinese."""
FACE = re.compile(r"\b((?:Noto|Source Han) (?:Serif|Sans|Sans Mono)(?: CJK)?|PingFang) SC\b")
NAME = re.compile("|".join(rf"\b{name}\b" for name in FAMILIES))


@lru_cache(512)
def in_script(text: str, language: str) -> str:
    """A text of kanben's own in the script of a language; as it is for any but Traditional Chinese."""
    if not is_traditional(language):
        return text
    standard = standard_of(language)
    text = NAME.sub(lambda name: FAMILIES[name[0]], FACE.sub(rf"\1 {FACES[standard]}", text))
    return written(text, standard) if re.search(HAN, text) else text


def written(text: str, standard: Standard) -> str:
    from kanben.script.conversion import converted  # OpenCC, where a book needs it

    for simplified, term in TERMS.items():
        text = text.replace(simplified, term)
    return converted(CONVERSIONS[standard], text)
