"""What a manuscript says how often: tells a slip of the pen from a word."""

from collections import Counter
from collections.abc import Iterable, Mapping

LIKE = (
    "塞赛寨",
    "己已巳",
    "末未",
    "戊戌戍",
    "帐账",
    "像象",
    "渡度",
    "座坐",
    "拨拔",
    "栗粟",
    "辨辩",
    "密秘",
    "撒撤",
    "即既",
)
LOOK_ALIKE: Mapping[str, str] = {c: group.replace(c, "") for group in LIKE for c in group}
"""Characters that are taken for one another in typing and in reading from paper."""

QUESTIONABLE: Mapping[str, tuple[str, str, float]] = {
    "亟需": ("亟须", "亟须 before a verb, 急需 before a noun", 0.25),
    "韧实力": ("硬实力", "no established word", 0.15),
    "部份": ("部分", "standard form", 0.8),
    "帐户": ("账户", "standard form", 0.8),
    "按装": ("安装", "wrong character", 0.9),
    "松驰": ("松弛", "wrong character", 0.9),
    "穿流不息": ("川流不息", "wrong character", 0.9),
    "再接再励": ("再接再厉", "wrong character", 0.9),
    "一如继往": ("一如既往", "wrong character", 0.9),
}


class Vocabulary:
    """Counts every run of two and of three characters."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.counts: Counter[str] = Counter()
        for text in texts:
            for length in (2, 3):
                self.counts.update(text[n : n + length] for n in range(len(text) - length + 1))

    def knows(self, word: str) -> bool:
        """Whether a word of two or three characters stands unbroken in some line."""
        return self.counts[word] > 0

    def prefers(self, text: str, index: int, other: str) -> bool:
        """Whether a word of three characters is said once, and at least twice with the other character in it."""
        for start in range(max(0, index - 2), index + 1):
            word = text[start : start + 3]
            if not word.isalpha():
                continue
            changed = word[: index - start] + other + word[index - start + 1 :]
            if len(word) == 3 and self.counts[word] == 1 and self.counts[changed] >= 2:
                return True
        return False
