"""Load plain YAML and remember where each value stands; tags, aliases and repeated keys are refused."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from kanben.limits import YAML, YAML_DEPTH
from kanben.place import Place
from kanben.reading.decode import CONTROL, decode
from kanben.reading.yaml_faults import yaml_trouble
from kanben.trouble import Tell, Trouble, too_much, trouble

Path = tuple[str | int, ...]
CORE = "tag:yaml.org,2002:"
KEPT_AS_TEXT = (f"{CORE}timestamp", f"{CORE}value", f"{CORE}merge")  # 2026-11-23, = and << stay what was typed
PLAIN = tuple(CORE + name for name in ("str", "int", "float", "bool", "null"))
LONGEST_NUMBER = 64  # bits; longer ones are texts, for Python does not write them


@dataclass(frozen=True, slots=True)
class Marked:
    """A value of plain dicts, lists and scalars, and the place of every path into it."""

    value: Any
    file: str
    places: dict[Path, Place] = field(default_factory=dict)
    below: set[Path] = field(default_factory=set)
    """Texts that begin on the line below their key, after `|` or `>`."""

    def place(self, *path: str | int) -> Place:
        """Where a value stands; that of its nearest container where the value itself is missing."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, Place(self.file, 1))

    def text_line(self, *path: str | int) -> int:
        """The line on which the words of a text begin."""
        return self.place(*path).line + (path in self.below)


def load_marked(data: bytes, file: str, tell: Tell) -> Marked | None:
    """Read a YAML file; give None, having told why, when it cannot be read."""
    if len(data) > YAML.most:
        tell(too_much(YAML, len(data), Place(file, 1)))
        return None
    text = decode(data, file, tell)
    if text is None:
        return None
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        builder = Builder(file, tell)
        value = builder.build(root, ()) if root else None
        return Marked(value, file, builder.places, builder.below)
    except yaml.MarkedYAMLError as error:
        tell(yaml_trouble(text, file, error))
    except RecursionError:
        tell(too_deep(text, file))
    except yaml.YAMLError as error:
        tell(trouble("bad-yaml", Place(file), problem=" ".join(str(error).split())[:200]))
    return None


def too_deep(text: str, file: str) -> Trouble:
    """The first list or map below the limit, of lists in lists without end."""
    depth = -1  # that of the whole is none
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > YAML_DEPTH.most and event.start_mark:
            return too_much(YAML_DEPTH, depth, Place(file, event.start_mark.line + 1, event.start_mark.column + 1))
    return too_much(YAML_DEPTH, depth, Place(file, 1))


class Builder:
    """Turns YAML nodes into values, noting their places."""

    def __init__(self, file: str, tell: Tell) -> None:
        self.file, self.tell = file, tell
        self.places: dict[Path, Place] = {}
        self.below: set[Path] = set()
        self.loader = yaml.SafeLoader("")
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, path: Path) -> Any:
        place = Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)
        self.places.setdefault(path, place)
        again = id(node) in self.seen
        self.seen.add(id(node))
        if again:
            self.tell(trouble("yaml-alias", place))
        elif len(path) > YAML_DEPTH.most:
            self.tell(too_much(YAML_DEPTH, len(path), place))
        if isinstance(node, yaml.ScalarNode):
            self.below |= {path} if node.style in ("|", ">") else set()
            return self.scalar(node, place)
        if again or len(path) > YAML_DEPTH.most:  # an alias can unfold without end
            return None
        if node.tag not in (f"{CORE}map", f"{CORE}seq"):
            self.tell(trouble("yaml-tag", place, tag=node.tag))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        return [self.build(item, (*path, n)) for n, item in enumerate(node.value)]

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        value: dict[str, Any] = {}
        for key_node, item in node.value:
            place = Place(self.file, key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                self.tell(trouble("bad-yaml", place, problem="a list or map as a key"))
                continue
            key = self.clean(key_node, place)
            if key in value:
                self.tell(trouble("repeated-key", place, key=key))
            self.places[*path, key] = place
            value[key] = self.build(item, (*path, key))
        return value

    def scalar(self, node: yaml.ScalarNode, place: Place) -> Any:
        if node.tag not in PLAIN and node.tag not in KEPT_AS_TEXT:
            self.tell(trouble("yaml-tag", place, tag=node.tag))
        if node.tag not in PLAIN or node.tag == f"{CORE}str":
            return self.clean(node, place)
        try:
            value = self.loader.construct_object(node)
        except (ValueError, LookupError, ArithmeticError):  # !!int x, an empty !!int; 1:1:1… without end
            return node.value
        return node.value if isinstance(value, int) and value.bit_length() > LONGEST_NUMBER else value

    def clean(self, node: yaml.ScalarNode, place: Place) -> str:
        """The text of a scalar: what is escaped in it (\\0) may be no other character than what is typed."""
        text = str(node.value)
        if node.style != '"':
            return text
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")  # \ud842\udfb7 is one character
        for found in CONTROL.finditer(text):
            self.tell(trouble("control-character", place, character=f"U+{ord(found[0]):04X}"))
        return CONTROL.sub("", text)
