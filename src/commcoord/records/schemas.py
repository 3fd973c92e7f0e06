"""JSON Schemas (draft-07, which editors understand best) of the records and the settings, from their models."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from commcoord.records.light import KINDS
from commcoord.records.validating import MODELS


class _Schema(GenerateJsonSchema):
    """Leaves defaults such as spans of time out without a warning: schemas say forms, not defaults."""

    ignored_warning_kinds = frozenset({"non-serializable-default"})  # type: ignore[assignment]


def schema_of(kind: str) -> dict[str, Any]:
    """Return the schema of a kind of record, or of `settings`; an empty field is allowed wherever a field may lack."""
    model = MODELS["Settings" if kind == "settings" else KINDS[kind]]
    schema: dict[str, Any] = _plain(
        model.model_json_schema(by_alias=True, mode="validation", schema_generator=_Schema)
    )
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"commcoord {kind}"} | schema


def _plain(node: Any) -> Any:
    """Return a schema that draft-07 knows: with `definitions`, without titles, null where empty is fine."""
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node.replace("#/$defs/", "#/definitions/") if isinstance(node, str) else node
    found = {
        "definitions" if key == "$defs" else key: _plain(value)
        for key, value in node.items()
        if key not in ("title", "default", "properties")
    }
    if "properties" in node:
        needed = set(node.get("required", ()))
        found["properties"] = {
            name: _plain(value) if name in needed else _nullable(_plain(value))
            for name, value in node["properties"].items()
        }
    return found


def _nullable(schema: Any) -> Any:
    options = schema.get("anyOf", [schema]) if isinstance(schema, dict) else [schema]
    if {"type": "null"} in options:
        return schema
    return {"anyOf": [*options, {"type": "null"}]}
