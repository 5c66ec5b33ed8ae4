"""What is said while the search of the web edition is made."""

from kanben.messages.message import Message, error

SEARCH: dict[str, Message] = {
    "missing-pagefind": error(
        (
            "the Pagefind program, which makes the search of the web edition, is missing or cannot be started",
            "type: pip install pagefind-bin==1.5.2",
        ),
        ("找不到为网页版制作搜索的 Pagefind 程序，或无法启动它", "请键入：pip install pagefind-bin==1.5.2"),
    ),
    "pagefind-timeout": error(
        (
            "Pagefind did not make the search within {seconds} seconds",
            "close other programs and build again; split very long chapters",
        ),
        ("Pagefind 未能在 {seconds} 秒内做好搜索", "请关闭其他程序后再试，并拆分过长的章"),
    ),
    "pagefind-killed": error(
        (
            "Pagefind was ended from outside, by signal {signal}",
            "build again; if it is ended again, close other programs: memory may be short",
        ),
        ("Pagefind 被外部信号 {signal} 中止", "请再做一次；若又被中止，请关闭其他程序，可能是内存不足"),
    ),
    "pagefind-failed": error(
        ("Pagefind could not make the search: {words}", "type: pip install --force-reinstall pagefind-bin==1.5.2"),
        ("Pagefind 未能做好搜索：{words}", "请键入：pip install --force-reinstall pagefind-bin==1.5.2"),
    ),
}
