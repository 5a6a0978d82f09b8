"""Strict YAML and JSON to frozen dataclasses and back, and the JSON Schema of a record."""

from miniport.record.decode import RECORD_KEY, decode, key_of
from miniport.record.document import Document, load_json, load_yaml
from miniport.record.encode import encode
from miniport.record.problem import KeyPath, Problem, RecordError
from miniport.record.schema import schema

__all__ = [
    "RECORD_KEY",
    "Document",
    "KeyPath",
    "Problem",
    "RecordError",
    "decode",
    "encode",
    "key_of",
    "load_json",
    "load_yaml",
    "schema",
]
