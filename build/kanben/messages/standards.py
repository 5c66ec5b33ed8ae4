"""What is said while a PDF is made for the archive or the press."""

from kanben.messages.message import Message, error

STANDARDS: dict[str, Message] = {
    "profile-missing": error(
        (
            "there is no CMYK profile for the press: pdf/x-4 cannot be made",
            "type: sudo apt-get install ghostscript (on a Mac: brew install ghostscript)",
        ),
        (
            "找不到印刷用的 CMYK 色彩特性文件，无法制作 pdf/x-4",
            "请键入：sudo apt-get install ghostscript（Mac 上：brew install ghostscript）",
        ),
    ),
}
