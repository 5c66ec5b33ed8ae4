"""Names of other languages that a book writes in two ways: 莱昂纳多 and 莱昂那多."""

import re
from collections import Counter
from collections.abc import Iterator

from kanben.proof.text.galley import Galley, matches, told
from kanben.trouble import Trouble

SOUNDS = """
阿 埃艾爱 安 昂 奥 巴 邦 鲍 贝 本 比彼 宾 波伯勃 布 查 茨 措 达 戴 丹 德 登 迪蒂狄 杜 顿 多 厄 恩 尔 法 凡
菲费 芬 夫弗福佛 盖 冈 戈格葛 古 圭 哈 海 汉翰 豪 赫 亨 怀 惠 霍 基吉 加贾 杰 卡 凯 坎 考 科克 肯 库 奎 昆 拉
莱 兰 朗 勒 雷 里丽莉利力 列 林琳 隆 卢鲁 伦 罗洛 吕 马玛 迈麦 曼 梅 米 莫摩默 姆穆 纳娜那 奈 内 尼妮 涅 纽 努
诺 欧 帕 派 潘 庞 佩 皮 珀 普 奇 乔 切 琼 丘 让 茹 瑞 萨撒 塞赛 桑 瑟 森 沙莎 绍 舍 圣 施史 舒 斯丝思 苏 索 塔
泰 坦 汤 陶 特 滕 提 廷 图 托 瓦 旺 威韦维薇 温 翁 沃 西希锡 夏 肖 谢 辛欣 休 逊 雅亚 扬 耶 伊 因 尤 约 泽 扎
芝 朱 兹孜 佐
"""
"""The characters by which names are written, those that sound alike together."""
SOUND = {ord(character): group[0] for group in SOUNDS.split() for character in group}
ONE = f"[{''.join(SOUNDS.split())}]"
NAME = re.compile(f"(?:(?!基本|那些|马克思)(?<!比(?=赛)){ONE}){{3,}}")
"""Marx and Max (马克思, 马克斯) are two men."""


def two_names(galley: Galley) -> Iterator[Trouble]:
    """The rarer is told, where the usual one stands at least twice."""
    found = list(matches(NAME, galley))
    counts = Counter(name[0] for _, name in found)
    usual: dict[str, str] = {}
    for form, _ in reversed(counts.most_common()):
        usual[form.translate(SOUND)] = form
    for passage, name in found:
        other = usual[name[0].translate(SOUND)]
        if counts[other] > counts[name[0]]:
            yield told("two-names", passage, name.start(), name.end(), other)
