"""The bill of materials and the manifest are what their schemas demand."""

import json
from pathlib import Path

import jsonschema
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from miniport.archive.manifest import manifest_schema
from tests.bad.row import put

LICENCES = ['"MIT"', '"(MIT OR Apache-2.0)"', '"SEE LICENSE IN x"', '"UNLICENSED"', '{"type": "BSD"}', "null"]


@pytest.mark.parametrize("target", ["alipay", "web", "weibo"])
def test_a_bill_and_a_manifest_are_valid(miniport, project: Path, tmp_path: Path, target: str):
    names = [f"dep{number}" for number, _ in enumerate(LICENCES)] + ["@scope/dep"]
    for name, licence in zip(names, [*LICENCES, '"ISC"'], strict=True):
        told = f'{{"name": "{name}", "version": "1.0.{len(name)}", "license": {licence}}}'
        put(project, {f"node_modules/{name}/package.json": told})
        put(project, {f"node_modules/{name}/index.js": "export default 1;\n"})
    lines = [f"import a{number} from '{name}';\n" for number, name in enumerate(names)]
    put(
        project,
        {"app.js": "".join([*lines, f"App({{ a: [{', '.join(f'a{n}' for n in range(len(names)))}] }});\n"])},
    )
    assert miniport("pack", project, "--target", target, "--out", tmp_path).code == 0
    text = (tmp_path / f"tea-1.0-{target}.sbom.json").read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    found = {each.get("group", "") + each["name"]: each for each in bill["components"]}
    ours = {"preact"} if target != "alipay" else set()
    assert found.keys() == {"@scopedep", *names[:-1]} | ours
    assert found["@scopedep"]["purl"] == "pkg:npm/%40scope/dep@1.0.10"
    assert found["dep0"]["licenses"] == [{"expression": "MIT"}]
    assert "licenses" not in found["dep5"]
    manifest = json.loads((tmp_path / f"tea-1.0-{target}.manifest.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(manifest_schema()).validate(manifest)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(manifest_schema()).validate({**manifest, "size": "big"})
