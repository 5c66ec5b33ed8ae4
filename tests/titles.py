"""Write small title folders for tests, and the files that were made of them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

UUID = "0b7e9a52-6a4c-5d0e-9c5b-2f1f6f0f3f10"
CHAPTER = "# 论桥\n\n桥者，所以济不通也。\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>\n'


def write_title(folder: Path, **files: str | bytes) -> Path:
    """Write a title of these files by name (`**{"chapters/01.md": …}`); title.yaml names them all unless it is given.

    Without a chapter there is one of a heading and a sentence.
    """
    if not any(name.startswith("chapters/") for name in files):
        files = {**files, "chapters/01.md": CHAPTER}
    for name, content in {"title.yaml": title_yaml(files), **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def write_files(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Put files by their names below a folder."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def title_yaml(files: Iterable[str], more: str = "") -> str:
    """A title.yaml that names files as parts, in the order of their names."""
    names = sorted(files)
    front = [name for name in names if name.startswith("front/")]
    body = [name for name in names if name.startswith("chapters/")]
    back = [name for name in names if name.startswith("back/")]
    back += [name for name in ("glossary", "revisions") if f"{name}.yaml" in names]
    if any(name.startswith("references.") for name in names):
        back.append("references")
    if "index.yaml" in names:
        back.append("index")
    return (
        f"title: 桥\nidentifiers: {{uuid: {UUID}}}\nparts:\n"
        f"  front: {listed(front)}\n  body: {listed(body)}\n  back: {listed(back)}\n{more}"
    )


def listed(names: list[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"
