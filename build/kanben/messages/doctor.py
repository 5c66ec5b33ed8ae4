"""What is said of a machine and the tools on it."""

from kanben.messages.message import Message, error, warning

TYPE = "type: {command}"
TYPE_ZH = "请键入：{command}"

DOCTOR: dict[str, Message] = {
    "python-too-old": error(
        ("kanben needs Python 3.11 or newer, not {found}", TYPE),
        ("kanben 需要 Python 3.11 或更新版本，而非 {found}", TYPE_ZH),
    ),
    "package-missing": error(
        ("this Python package is not installed, or it cannot start", TYPE),
        ("未安装此 Python 包，或它无法启动", TYPE_ZH),
    ),
    "weasyprint-other-version": error(
        ("version {found} is installed, but Chinese composition is tested with 70.x alone", TYPE),
        ("装的是 {found} 版，而中文排版只在 70.x 上测试过", TYPE_ZH),
    ),
    "library-missing": error(
        ("this system library is not installed", TYPE),
        ("未安装此系统库", TYPE_ZH),
    ),
    "font-missing": error(
        ("this typeface is not installed: pages would be set in another", TYPE),
        ("未安装此字体，页面会改用别的字体", TYPE_ZH),
    ),
    "profile-absent": error(
        ("not installed; nothing can be made for the press (kanben build --variant pdf/x-4)", TYPE),
        ("未安装，无法制作付印文件（kanben build --variant pdf/x-4）", TYPE_ZH),
    ),
    "rare-font-missing": warning(
        ("not installed; only titles with rare characters (CJK Extension B to F), and the tests, need it", TYPE),
        ("未安装；仅含生僻字（中日韩统一表意文字扩展 B 至 F）的书和测试需要它", TYPE_ZH),
    ),
    "checker-missing": warning(
        ("not installed; `kanben check` goes without it, `kanben check --all` does not", TYPE),
        ("未安装；`kanben check` 没有它也能运行，`kanben check --all` 不能", TYPE_ZH),
    ),
    "poppler-missing": warning(
        ("not installed; only the tests need it", TYPE),
        ("未安装；只有测试需要它", TYPE_ZH),
    ),
}
