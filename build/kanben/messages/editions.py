"""What is said while the editions are made."""

from kanben.messages.message import Message, error

EDITIONS: dict[str, Message] = {
    "broken-template": error(
        ("the template cannot be used: {problem}", "correct it; without it kanben's own is used"),
        ("模板无法使用：{problem}", "请改正；删去它，就用刊本自己的模板"),
    ),
    "live-template": error(
        (
            "the template lets a page run or fetch something: {problem}",
            "take it out: pages run kanben's scripts alone and ask for nothing outside; begin those of the web edition "
            "as kanben's base.html does",
        ),
        (
            "模板会让页面运行程序或向外取东西：{problem}",
            "请删去：页面只运行刊本自己的脚本，不向外取任何东西；网页的开头请与刊本的 base.html 一致",
        ),
    ),
    "layout-complains": error(
        ("layout says: {words}", "look at the picture, character or template that it names"),
        ("排版程序提示：{words}", "请检查其中提到的图片、字符或模板"),
    ),
    "layout-timeout": error(
        ("layout did not end within {seconds} s", "split very long tables and paragraphs"),
        ("排版未能在 {seconds} 秒内完成", "请拆分过长的表格和段落"),
    ),
    "layout-memory": error(
        (
            "layout needs more than the {limit} GB of memory that it may have",
            "make pictures smaller, split very long tables and paragraphs, or build where there is more memory",
        ),
        ("排版所需的内存超过可用的 {limit} GB", "请缩小图片、拆分过长的表格和段落，或换内存更大的电脑"),
    ),
    "system-refused": error(
        (
            "the system refused: {problem}",
            "make room on the disk and in the folder for temporary files, close other programs, and see that you may "
            "use what is named here",
        ),
        ("系统拒绝：{problem}", "请腾出磁盘和临时文件夹的空间，关闭其他程序，并确认有权使用这里所说的文件"),
    ),
    "layout-died": error(
        (
            "the layout process died, perhaps for want of memory",
            "type: kanben doctor; if it finds all, close other programs or make pictures smaller",
        ),
        ("排版进程意外中止，可能是内存不足", "请键入：kanben doctor；若一样不缺，请关闭其他程序或缩小图片"),
    ),
    "cannot-write": error(
        ("the file cannot be written: {problem}", "make room, get the right to write there, or choose another folder"),
        ("无法写入：{problem}", "请腾出空间，取得写入的权限，或另选文件夹"),
    ),
    "half-written": error(
        (
            "files of two builds stand side by side here, for one was refused, and then those of before: {problem}",
            "see that this folder can be written, and type the command again: first all files are brought to place",
        ),
        (
            "这里新旧两次的文件混在一起：系统先是拒绝新文件就位，又拒绝旧文件复原（{problem}）",
            "请先确保可以写入这个文件夹，再键入一次同样的命令：届时首先让所有文件归位",
        ),
    ),
    "link-in-out": error(
        (
            "a link leads from here to another place, and nothing is written through it",
            "take the link away, and name the folder that is meant: --out",
        ),
        ("此处的链接指向别处，不经由它写入任何文件", "请删去链接，用 --out 写明要用的文件夹"),
    ),
    "not-empty": error(
        ("the folder is not empty", "name a new folder"),
        ("文件夹不是空的", "请另起一个文件夹名"),
    ),
    "own-fault": error(
        (
            "kanben itself has failed; the editions are whole, as they were made last",
            "send us this file: it tells which kind of command failed where, and the programs' versions; names of "
            "folders and all Chinese are left out; strike out what Latin words of the title it may quote",
        ),
        (
            "刊本自身出错；各版本都完整，是最后一次做好的样子",
            "请把这个文件发给我们：其中只有命令的种类、出错的位置和各程序的版本，文件夹名和汉字都已略去；其中如有书稿的西文，请先删去",
        ),
    ),
    "own-fault-unwritten": error(
        (
            "kanben itself has failed, and no report could be written: {words}",
            "send us these words; then make room on the disk",
        ),
        ("刊本自身出错，又写不出报告：{words}", "请把这句话发给我们，并清理磁盘"),
    ),
    "out-of-memory": error(
        ("the machine's memory is used up", "close other programs, or make pictures smaller"),
        ("内存已用完", "请关闭其他程序，或缩小图片"),
    ),
}
