"""What systems and parsers say of a file, in Chinese; what is not here is said as it was said."""

PROBLEMS_ZH = {
    "blocks or brackets stand in each other too deep": "语句或括号嵌套过深",
    "Permission denied": "没有权限",
    "No such file or directory": "没有这个文件或文件夹",
    "No space left on device": "磁盘已满",
    "Read-only file system": "磁盘只可读",
    "File name too long": "文件名太长",
    "File exists": "已有同名的文件",
    "Too many open files": "打开的文件太多",
    "Cannot allocate memory": "内存不足",
    "Resource temporarily unavailable": "系统资源暂时不足",
    "Input/output error": "磁盘读写出错",
    "Disk quota exceeded": "磁盘配额已用完",
    "No usable temporary directory found": "没有可用的临时文件夹",
    "Is a directory": "这是文件夹，不是文件",
    "Not a directory": "路径中有一段不是文件夹",
    "not a file": "这不是文件",
    "a circle of links": "链接绕成一圈",
    "not SVG, PNG or JPEG": "不是 SVG、PNG 或 JPEG",
    "this is no list": "不是列表",
    "more than 500,000 turns of loops and macros": "循环和宏合计超过 500,000 次",
    "a list or map as a key": "用列表或映射作了键",
}
FACTS_ZH = {
    "title": "题名",
    "creator": "责任者",
    "direction": "阅读方向",
    "publisher": "出版者",
    "date": "日期",
    "language": "语言",
    "identifier": "标识",
    "rights": "权利",
    "description": "提要",
    "subject": "主题",
    "edition": "版次",
}
"""What Dublin Core calls a fact of publication, in an editor's words."""
IN_CHINESE = {"problem": PROBLEMS_ZH, "fact": FACTS_ZH}
"""The facts of troubles that have words of their own."""
