"""Simplified characters that stand for several Traditional ones (from OpenCC's STCharacters, Apache-2.0).

Each group is the Simplified character and what it may become. Pure variants, whose meanings are one, are left out.
"""

DOUBTFUL = (
    "签籤簽 后後后 发發髮 干幹乾干榦 里裏里哩 复復複覆 系系係繫 面面麪 征徵征 钟鍾鐘鈡 谷谷穀 只只隻祇 历歷曆 "
    "斗鬥斗 云雲云 丑醜丑 余餘余 准準准 范範范 制制製 松松鬆 尽盡儘 冲衝沖 布布佈 游遊游 郁鬱郁 卷卷捲 "
    "胡胡鬍衚 须須鬚 舍舍捨 致致緻 姜姜薑 当當噹 台臺檯颱台 折折摺 志志誌 注注註 借借藉 周周週賙 于於于 "
    "占佔占 采採采寀 种種种 才才纔 仆僕仆 秋秋鞦 仇仇讎 并並併幷 术術朮 朱朱硃 几幾几 腊臘腊 "
    "蜡蠟蜡 曲曲麴 杆杆桿 核核覈 表表錶 板板闆 苏蘇甦囌 佣傭佣 恶惡噁 症症癥 涂塗涂 沈沈瀋 托托託 扣扣釦 "
    "据據据 吁籲吁 叹嘆歎 党黨党 欲欲慾 "
)

OTHERS = (
    "了了瞭 个個箇 出出齣 向向嚮曏 家家傢 同同衕 合合閤 升升昇 万萬万 极極极 弥彌瀰 愿願愿 念念唸 挽挽輓 "
    "摆擺襬 卤滷鹵 暗暗闇 汇匯彙滙 泛泛氾汎 溪溪谿 炼煉鍊 获獲穫 确確确 私私俬 穗穗繐 筑築筑 累累纍 "
    "纤纖縴 绷繃綳 药藥葯 蒙蒙矇濛懞 虫蟲虫 赞贊讚 辟闢辟 适適适 酸酸痠 针針鍼 闲閒閑 雇僱雇 雕雕鵰 "
    "饥飢饑 鉴鑑鑒 岩巖岩 岳嶽岳 庵庵菴 熏燻熏薰 淀澱淀 克克剋 具具俱 坐坐座 宁寧甯 它它牠 回回迴 团團糰 "
    "困困睏 夫夫伕 夸誇夸 娘娘孃 咨諮咨 咸鹹咸 咽咽嚥 尝嘗嚐 尸屍尸 录錄彔 彩彩綵 奸奸姦 幸幸倖 广廣广 "
    "喂喂餵 御御禦 堤堤隄 扎扎紮 扇扇搧 拐拐柺 搜搜蒐 旋旋鏇 昆昆崑 朴樸朴 梁梁樑 棱棱稜 柜櫃柜 伙夥伙 "
    "仿仿彷 修修脩 佛佛彿 千千韆 卜卜蔔 参參蔘 吃喫吃 吊吊弔 哄哄鬨 哗譁嘩 坛壇罈 局局侷 弦弦絃 径徑逕 "
    "挨挨捱 烟煙菸 玩玩翫 矩矩榘 糊糊餬 挂掛挂 栗栗慄 涌湧涌 杯杯盃 杰傑杰 枪槍鎗 证證証 迹跡蹟 背背揹 "
    "脏髒臟 苹蘋苹 荡蕩盪 荐薦荐 胜勝胜 象象像 豆豆荳 蔑蔑衊 别別彆 刮刮颳 划劃划 厂廠厂 凶兇凶 凌凌淩 "
    "冬冬鼕 呆呆待 叶葉叶 厘釐厘 "
)

CHOICES = {group[0]: group[1:] for group in (DOUBTFUL + OTHERS).split()}
"""The most doubtful first: those whose other meanings are common in prose."""
RANKS = {character: rank for rank, character in enumerate(CHOICES)}
