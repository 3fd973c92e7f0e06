"""A YAML text as nodes that know where they stand; the one place that knows ruamel.yaml.

ruamel's events are composed here, not by its own composer: no tags are resolved, nothing is retyped, and
what a record may not hold (anchors, tags, duplicate keys, deep nesting) is refused at the event that says it.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeAlias, TypeGuard

from commcoord.language.messages import Message
from commcoord.records.scalars import NULLS, Plain, refused_character
from commcoord.store import yaml_faults
from commcoord.store.yaml_faults import DEEPEST, MOST, fault_at
from commcoord.store.yaml_problems import sentence_of

if TYPE_CHECKING:
    from commcoord.records.scalars import Tree


@dataclass(slots=True)
class Scalar:
    """A single value; `style` is empty for plain, else `'`, `"`, `|` or `>`; offsets count characters."""

    start: int
    end: int
    style: str
    value: str | None


class Pair(NamedTuple):
    """A key and its value in a mapping."""

    key: Scalar
    value: "Node"

    @property
    def name(self) -> str:
        """The key as other keys are compared with it: in Unicode's composed form."""
        return unicodedata.normalize("NFC", self.key.value or "")


@dataclass(slots=True)
class MapNode:
    """A mapping, between braces (`flow`) or by indentation; ends where its last value ends."""

    start: int
    end: int
    flow: bool
    pairs: list[Pair]


@dataclass(slots=True)
class ListNode:
    """A list, between brackets (`flow`) or by dashes; ends where its last item ends."""

    start: int
    end: int
    flow: bool
    items: list["Node"]


Node: TypeAlias = Scalar | MapNode | ListNode


def tree_of(node: Node) -> "Tree":
    """Return what a node holds, without its places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, ListNode):
        return [tree_of(item) for item in node.items]
    return {pair.name: tree_of(pair.value) for pair in node.pairs}


def compose(text: str) -> MapNode:
    """Return the mapping that a text is; raises `NotYaml` where it is none or holds what no record may."""
    return _Composer(text).document()


# ruamel's own slips: out-of-range escapes, an index beyond the end, its assertions.
_LOADER_SLIPS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)


class _Composer:
    def __init__(self, text: str) -> None:
        self.text = text
        self.events = _events(text)
        self.depth = 0
        self.flows = 0
        self.count = 0

    def _refuse(self, mark: Any, message: Message) -> NoReturn:
        raise fault_at(self.text, mark.index, message)

    def document(self) -> MapNode:
        """Compose the whole text."""
        next(self.events)
        event = next(self.events)
        if type(event).__name__ == "StreamEndEvent":
            self._refuse(event.start_mark, Message("the file is empty: a record begins with `kind:`"))
        root = self._node(next(self.events))
        self._end_of_document()
        if isinstance(root, MapNode):
            return root
        colon = self.text.find("：")
        if colon >= 0:
            raise fault_at(self.text, colon, yaml_faults.full_width_colon())
        raise fault_at(self.text, root.start, Message("no fields here: write lines like `kind: minutes`"))

    def _end_of_document(self) -> None:
        next(self.events)
        event = next(self.events)
        if type(event).__name__ != "StreamEndEvent":
            self._refuse(
                event.start_mark, Message("a second document begins here: one file holds one record")
            )

    def _node(self, event: Any) -> Node:
        self.count += 1
        if self.count > MOST:
            self._refuse(
                event.start_mark, Message("more than {limit} keys and values: split the file", limit=MOST)
            )
        self._refuse_extras(event)
        name = type(event).__name__
        if name == "ScalarEvent":
            return self._scalar(event)
        self.depth += 1
        if self.depth > DEEPEST:
            self._refuse(event.start_mark, Message("nested deeper than {limit} levels", limit=DEEPEST))
        self.flows += bool(event.flow_style)
        found = self._mapping(event) if name == "MappingStartEvent" else self._sequence(event)
        self.depth -= 1
        if found.flow:
            self.flows -= 1
            self._refuse_glued(found.end)
        return found

    def _refuse_extras(self, event: Any) -> None:
        if type(event).__name__ == "AliasEvent":
            self._refuse(event.start_mark, Message("aliases (*name) are not allowed: write the value again"))
        if event.anchor is not None:
            self._refuse(
                event.start_mark, Message("anchors (&name) are not allowed: put texts with & in quotes")
            )
        if event.tag is not None:
            self._refuse(
                event.start_mark, Message("tags (!name) are not allowed: put texts with ! in quotes")
            )

    def _scalar(self, event: Any) -> Scalar:
        start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        if style and (character := refused_character(event.value)):
            self._refuse(event.start_mark, yaml_faults.refused_character_message(character))
        if style in ("|", ">"):
            return Scalar(start, _end_of_block(self.text, start, end), style, event.value)
        if style:
            self._refuse_glued(end)
            return Scalar(start, end, style, event.value)
        if self.flows and event.value.endswith(":"):
            raise fault_at(self.text, end - 1, _colon_in_flow())  # YAML 1.2 ends a key there, ruamel does not
        return Scalar(start, end, style, None if event.value in NULLS else Plain(event.value))

    def _refuse_glued(self, end: int) -> None:
        """Refuse a comment that begins right behind a quotation mark or bracket; to other readers it is none."""
        if self.text.startswith("#", end):
            raise fault_at(self.text, end, Message("a comment needs a space before its #"))

    def _sequence(self, start: Any) -> ListNode:
        items: list[Node] = []
        while type(event := next(self.events)).__name__ != "SequenceEndEvent":
            item = self._node(event)
            if _is_empty(item) and not start.flow_style:
                previous = items[-1] if items else None
                item.start = item.end = next_dash(self.text, start.start_mark.index, previous) + 1
            items.append(item)
        flow = bool(start.flow_style)
        end = event.end_mark.index if flow or not items else items[-1].end
        return ListNode(start.start_mark.index, end, flow, items)

    def _mapping(self, start: Any) -> MapNode:
        pairs: list[Pair] = []
        names: set[str] = set()
        while type(event := next(self.events)).__name__ != "MappingEndEvent":
            pair = Pair(self._key(event), self._node(next(self.events)))
            if _is_empty(pair.value):
                pair.value.start = pair.value.end = _behind_colon(self.text, pair.key.end)
            if pair.name in names:
                again = Message("the key {key} stands here a second time: keep one", key=pair.name)
                self._refuse(event.start_mark, again)
            names.add(pair.name)
            self._refuse_full_width(pair)
            pairs.append(pair)
        flow = bool(start.flow_style)
        end = event.end_mark.index if flow or not pairs else pairs[-1].value.end
        return MapNode(start.start_mark.index, end, flow, pairs)

    def _key(self, event: Any) -> Scalar:
        key = self._node(event)
        line = self.text.rfind("\n", 0, event.start_mark.index) + 1
        explicit = self.text[line : event.start_mark.index].rstrip().endswith("?")
        if not isinstance(key, Scalar) or key.value is None or key.style in ("|", ">") or explicit:
            self._refuse(event.start_mark, Message("a key must be a text: write `key: value`"))
        if key.value == "<<" and not key.style:
            self._refuse(event.start_mark, Message("merge keys (<<) are not allowed: write the fields again"))
        return key

    def _refuse_full_width(self, pair: Pair) -> None:
        if yaml_faults.FULL_WIDTH_KEY.match(pair.key.value or "") and not pair.key.style:
            raise fault_at(self.text, pair.key.start, yaml_faults.full_width_colon())
        value = pair.value
        if isinstance(value, Scalar) and not value.style and value.value and "：" in value.value:
            lines = self.text[value.start : value.end].splitlines()
            below = "\n" in self.text[pair.key.end : value.start]
            if below and all(yaml_faults.FULL_WIDTH_KEY.match(line.strip()) for line in lines):
                raise fault_at(self.text, value.start, yaml_faults.full_width_colon())


def _colon_in_flow() -> Message:
    return Message(
        "a colon ends a text between brackets: put the text in quotes, or a space behind the colon"
    )


def _is_empty(node: Node) -> TypeGuard[Scalar]:
    """Say whether nothing at all stands there; ruamel then gives the place of what comes next."""
    return isinstance(node, Scalar) and node.value is None and node.start == node.end


def _behind_colon(text: str, key_end: int) -> int:
    colon = text.find(":", key_end)
    return colon + 1 if colon >= 0 and not text[key_end:colon].strip() else key_end


def next_dash(text: str, start: int, previous: Node | None) -> int:
    """Return where the dash is that follows an item of a block list that starts at `start`."""
    if previous is None:
        return start
    dash = "\n" + text[text.rfind("\n", 0, start) + 1 : start].replace("-", " ") + "-"
    found = text.find(dash, previous.end)
    return found + len(dash) - 1 if found >= 0 else previous.end


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return where the last line of a literal or folded text ends, without its line break."""
    header = text[start : text.find("\n", start)]
    if "+" in header.split("#")[0]:
        return end - len(text[:end]) + len(text[:end].removesuffix("\n").removesuffix("\r"))
    return start + len(text[start:end].rstrip())


def _events(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    reached = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            reached = event.end_mark.index
            yield event
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        first = error.context_mark or mark
        raise sentence_of(text, str(error.problem), first.index, mark.index) from None
    except (YAMLError, *_LOADER_SLIPS):
        raise fault_at(text, reached, Message("this is not valid YAML")) from None
