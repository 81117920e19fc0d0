#!/usr/bin/env python3
"""Checks CAP files against the schema of OASIS, which it reads: order and number of elements, lists of words, patterns.

Usage: check_schema.py SCHEMA FILE... ; ends with 0 where all are valid, else names file, element and reason.
Knows of XML Schema what that file uses, and stops at anything else.
"""
import re
import sys
import xml.etree.ElementTree as tree
from datetime import datetime

XS = "{http://www.w3.org/2001/XMLSchema}"
BASE = {
    "string": lambda text: True,
    "anyURI": lambda text: " " not in text.strip(),
    "integer": lambda text: re.fullmatch(r"\s*[+-]?\d+\s*", text),
    "decimal": lambda text: re.fullmatch(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*", text),
    "language": lambda text: re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", text.strip()),
    "dateTime": lambda text: datetime.fromisoformat(text.strip().replace("Z", "+00:00")),
}


class Schema:
    def __init__(self, path):
        root = tree.parse(path).getroot()
        self.space = "{%s}" % root.get("targetNamespace")
        self.named = {child.get("name"): child for child in root if child.tag == XS + "element"}

    def check(self, node, rule, path):
        if rule.get("ref"):
            rule = self.named[rule.get("ref").split(":")[-1]]
        complex_type, simple = rule.find(XS + "complexType"), rule.find(XS + "simpleType")
        if complex_type is None:
            if len(node) or node.attrib:
                raise ValueError(f"{path}: has elements or attributes within")
            return self.check_text(node.text or "", rule, simple, path)
        if node.attrib or "".join([node.text or ""] + [child.tail or "" for child in node]).strip():
            raise ValueError(f"{path}: has attributes, or text between its elements")
        (sequence,) = [part for part in complex_type if part.tag != XS + "annotation"]
        if sequence.tag != XS + "sequence":
            raise SystemExit(f"{path}: {sequence.tag} is not known here")
        rest = list(node)
        for part in sequence:
            least, most = int(part.get("minOccurs", 1)), part.get("maxOccurs", "1")
            count = 0
            while rest and (most == "unbounded" or count < int(most)) and self.fits(rest[0], part):
                child = rest.pop(0)
                count += 1
                if part.tag == XS + "element":
                    self.check(child, part, f"{path}/{child.tag.split('}')[-1]}")
            if count < least:
                raise ValueError(f"{path}: {part.get('name') or part.get('ref')} is missing or stands elsewhere")
        if rest:
            raise ValueError(f"{path}: {rest[0].tag.split('}')[-1]} is not expected here")

    def fits(self, child, part):
        if part.tag == XS + "any":
            return child.tag.startswith("{%s}" % part.get("namespace"))
        return child.tag == self.space + (part.get("name") or part.get("ref").split(":")[-1])

    def check_text(self, text, rule, simple, path):
        limits = [] if simple is None else list(simple.find(XS + "restriction"))
        base = (rule.get("type") if simple is None else simple.find(XS + "restriction").get("base")).split(":")[-1]
        try:
            sound = BASE[base](text)
        except ValueError:
            sound = False
        words = [limit.get("value") for limit in limits if limit.tag == XS + "enumeration"]
        patterns = [limit.get("value") for limit in limits if limit.tag == XS + "pattern"]
        if not sound or words and text not in words or patterns and not any(re.fullmatch(p, text) for p in patterns):
            raise ValueError(f"{path}: “{text}” is no {base} as it has to be")


def main():
    schema = Schema(sys.argv[1])
    wrong = 0
    for name in sys.argv[2:]:
        try:
            root = tree.parse(name).getroot()
            if root.tag != schema.space + "alert":
                raise ValueError(f"{root.tag} is the root")
            schema.check(root, schema.named["alert"], "alert")
        except (ValueError, tree.ParseError) as reason:
            wrong += 1
            print(f"{name}: {reason}")
    sys.exit(1 if wrong else 0)


main()
