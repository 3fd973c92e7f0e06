"""SARIF: what the standard demands of the parts that we write (sections of OASIS SARIF 2.1.0 in brackets)."""

import json
from urllib.parse import unquote

import jsonschema

from commcoord.render.findings.report import Report
from commcoord.render.findings.sarif import rendered
from tests.render.findings.located import located

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}  # 3.27.10
RULE = {  # 3.49
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string", "pattern": "^[A-Z][A-Za-z0-9]*$"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"properties": {"level": LEVEL}, "additionalProperties": False},
    },
    "additionalProperties": False,
}
PLACE = {  # 3.29, 3.30, 3.4
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {
            "required": ["uri"],
            "properties": {
                "uri": {"type": "string", "pattern": r"^[A-Za-z0-9/._~%+-]+$"},
                "uriBaseId": {"type": "string"},
            },
            "additionalProperties": False,
        },
        "region": {
            "required": ["startLine", "startColumn"],
            "properties": {
                "startLine": {"type": "integer", "minimum": 1},
                "startColumn": {"type": "integer", "minimum": 1},
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
RESULT = {  # 3.27
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {
            "type": "array",
            "items": {"properties": {"physicalLocation": PLACE}, "additionalProperties": False},
        },
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
    },
    "additionalProperties": False,
}
DRIVER = {  # 3.19
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "items": RULE, "uniqueItems": True},
    },
    "additionalProperties": False,
}
LOG = {  # 3.13, 3.14
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {"driver": DRIVER},
                        "additionalProperties": False,
                    },
                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[A-Z][a-z]{3}|-[A-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def run_of(*found, **report):
    log = json.loads(rendered(Report(found, version="1.0", **report)))
    jsonschema.validate(log, LOG)
    return log["runs"][0]


def test_a_result_names_its_rule_by_id_and_place():
    run = run_of(located(), located("CC405", "agenda-without-frame", "info"), located(severity="warning"))

    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CC102", "CC405"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [
        one["ruleId"] for one in run["results"]
    ]
    assert [one["level"] for one in run["results"]] == ["error", "note", "warning"]
    assert rules[0]["name"] == "GoalWithoutResult"


def test_paths_are_written_as_uris_below_the_git_repository():
    run = run_of(located(path="records/季度 1/a#b.yaml"), prefix="company/")
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]

    assert unquote(place["uri"]) == "company/records/季度 1/a#b.yaml"


def test_nothing_found_is_a_run_without_results():
    assert run_of()["results"] == []


def test_the_whole_example_company_makes_a_valid_log(company):
    log = json.loads(company("check", "--format", "sarif", "--verbose", code=1).out)

    jsonschema.validate(log, LOG)
    assert len(log["runs"][0]["results"]) > 20
