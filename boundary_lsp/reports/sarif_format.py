"""The part of SARIF 2.1.0 that we write: one struct for each of its objects, with its own names.

Source: the OASIS standard, `sarif-schema-2.1.0.json`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Level = Literal["error", "warning", "note", "none"]


class _Object(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    pass


class Message(_Object, frozen=True):
    text: str


class MarkdownMessage(_Object, frozen=True):
    text: str
    markdown: str


class ArtifactLocation(_Object, frozen=True):
    uri: str
    uri_base_id: str = ""


class Region(_Object, frozen=True):
    """1-based, ends exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


class PhysicalLocation(_Object, frozen=True):
    artifact_location: ArtifactLocation
    region: Region


class Location(_Object, frozen=True):
    physical_location: PhysicalLocation
    message: Message | None = None


class ThreadFlowLocation(_Object, frozen=True):
    location: Location


class ThreadFlow(_Object, frozen=True):
    locations: list[ThreadFlowLocation]


class CodeFlow(_Object, frozen=True):
    thread_flows: list[ThreadFlow]


class Result(_Object, frozen=True):
    rule_id: str
    rule_index: int
    level: Level
    message: Message
    locations: list[Location]
    partial_fingerprints: dict[str, str]
    code_flows: list[CodeFlow] = []


class Configuration(_Object, frozen=True):
    enabled: bool
    level: Level


class Properties(_Object, frozen=True):
    tags: list[str]


class Rule(_Object, frozen=True):
    id: str
    name: str
    """The identifier as one word, `DeadEndpoint`."""
    short_description: Message
    full_description: Message
    help: MarkdownMessage
    default_configuration: Configuration
    properties: Properties


class Driver(_Object, frozen=True):
    name: str
    version: str
    semantic_version: str
    rules: list[Rule]


class Tool(_Object, frozen=True):
    driver: Driver


class Notification(_Object, frozen=True):
    level: Level
    message: Message


class Invocation(_Object, frozen=True):
    execution_successful: bool
    working_directory: ArtifactLocation
    tool_execution_notifications: list[Notification] = []


class Run(_Object, frozen=True):
    tool: Tool
    column_kind: Literal["unicodeCodePoints"]
    original_uri_base_ids: dict[str, ArtifactLocation]
    invocations: list[Invocation]
    results: list[Result]


class Log(_Object, frozen=True):
    schema: str = msgspec.field(name="$schema")
    version: Literal["2.1.0"]
    runs: list[Run]
