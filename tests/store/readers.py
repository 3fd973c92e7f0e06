"""What two readers of YAML are asked, so that their answers can be compared."""

from collections.abc import Callable

from commcoord.records.scalars import Plain, Tree
from commcoord.store.yamltext import NotYaml, read, read_tree


def outcome(reader: Callable[[bytes], Tree], content: bytes) -> Tree:
    """Return the tree, or the sentence of a refusal with its place."""
    try:
        return reader(content)
    except NotYaml as fault:
        return str(fault)


def typed(tree: Tree) -> object:
    """Return the tree with what counts of `Plain`: whether a number or a yes-or-no stands there plain."""
    if isinstance(tree, dict):
        return {name: typed(value) for name, value in tree.items()}
    if isinstance(tree, list):
        return [typed(item) for item in tree]
    meant = isinstance(tree, str) and (tree.removeprefix("-").isdecimal() or tree in ("true", "false"))
    return (tree, isinstance(tree, Plain) if meant else None)


def fast(content: bytes) -> object:
    """Return what the fast reader says, which hands over what it is not sure of."""
    return typed(outcome(read_tree, content))


def exact(content: bytes) -> object:
    """Return what the exact reader says."""
    return typed(outcome(lambda given: read(given).tree, content))
