"""Let a template count what it does: rewrite its syntax tree, so that each operation asks the sandbox first."""

from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

STEP = 10
"""What each node of a template costs when it is passed, in characters."""


def count_in(source: nodes.Template) -> None:
    """Let a template ask what it may write, join, reckon, compare and cut, and for each turn through a body of it."""
    Counting().visit(source)


class Counting(NodeTransformer):
    """Gives each node over to its rule, when all within it were given to theirs."""

    def visit(self, node: nodes.Node, *_: Any, **__: Any) -> Any:
        heavy = weight(node) if isinstance(node, BODIES) else 0
        self.generic_visit(node)
        rule = next((rule for kind, rule in RULES if isinstance(node, kind)), None)
        return rule(node, nodes.Const(heavy)) if rule else node


def weight(node: nodes.Node) -> int:
    """What a turn through a node costs, whatever it makes: its own words, and each node that is passed."""
    parts = [node, *node.find_all(nodes.Node)]
    return STEP * len(parts) + sum(len(part.data) for part in parts if isinstance(part, nodes.TemplateData))


def asking(name: str, value: nodes.Node, *given: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(value, name, list(given), [], None, None, lineno=value.lineno or 1)


def begun(node: Any, heavy: nodes.Const) -> Any:
    node.body.insert(0, nodes.Output([asking("turn", heavy)], lineno=node.lineno))
    return node


def turned(node: Any, heavy: nodes.Const) -> Any:
    node.iter = asking("in_turns", node.iter, heavy)
    return node


def written(node: Any, _: nodes.Const) -> Any:
    typed = nodes.TemplateData
    node.nodes = [each if isinstance(each, typed) else asking("told", each) for each in node.nodes]
    return node


def joined(node: Any, _: nodes.Const) -> Any:
    return asking("beside", nodes.Tuple(node.nodes, "load", lineno=node.lineno))


def reckoned(node: Any, _: nodes.Const) -> Any:
    return asking("reckoned", node.left, nodes.Const(node.operator), node.right)


def compared(node: Any, _: nodes.Const) -> Any:
    """A comparison: its first side, or each that follows."""
    node.expr = asking("seen", node.expr)
    return node


def tested(node: Any, _: nodes.Const) -> Any:
    node.node = asking("seen", node.node)
    return node


def cut(node: Any, heavy: nodes.Const) -> Any:
    return tested(node, heavy) if isinstance(node.arg, nodes.Slice) else node


BODIES = (nodes.Template, nodes.Block, nodes.Macro, nodes.CallBlock, nodes.For)
Rule = Callable[[Any, nodes.Const], Any]
RULES: tuple[tuple[Any, Rule], ...] = (
    (nodes.For, turned),
    (BODIES, begun),
    (nodes.Output, written),
    (nodes.Concat, joined),
    ((nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow), reckoned),
    ((nodes.Compare, nodes.Operand), compared),
    (nodes.Test, tested),
    (nodes.Getitem, cut),
)
