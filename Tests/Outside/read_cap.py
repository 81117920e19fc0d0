#!/usr/bin/env python3
"""Reads CAP messages with the parser of Python's standard library, and prints every text with its place.

Shares no code with the product. Usage: read_cap.py FILE...; one JSON object a line: {"file", "leaves": [[path, value], …]}. Times are
normalised by Python's own calendar, references and the pairs of CAP 1.0 are split, and blanks around addresses, languages and numbers
are taken off, as XML Schema says.
"""
import datetime
import json
import sys
import xml.etree.ElementTree as tree

TIMES = {"sent", "effective", "onset", "expires"}
COLLAPSED = {"language", "web", "uri", "size", "altitude", "ceiling"}
PAIRS = {"eventCode", "parameter", "geocode"}


def time(text):
    text = text.strip()
    if text.endswith("Z"):
        text = text[:-1] + "+00:00"
    at = datetime.datetime.fromisoformat(text).replace(microsecond=0)
    offset = int(at.utcoffset().total_seconds()) // 60
    sign = "-" if offset < 0 else "+"
    return at.strftime("%Y-%m-%dT%H:%M:%S") + f"{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"


def split(tag):
    namespace, _, name = tag[1:].partition("}") if tag.startswith("{") else ("", "", tag)
    return namespace, name


def walk(element, path, leaves):
    children = [child for child in element if isinstance(child.tag, str) and not split(child.tag)[0].endswith("xmldsig#")]
    counts = {}
    for child in children:
        counts[child.tag] = counts.get(child.tag, 0) + 1
    seen = {}
    for child in children:
        namespace, name = split(child.tag)
        seen[name] = seen.get(name, 0) + 1
        place = f"{path}/{name}" + (f"[{seen[name]}]" if counts[child.tag] > 1 else "")
        if name in PAIRS and len(child) == 0:
            left, mark, right = (child.text or "").partition("=")
            leaves += [[place + "/valueName", left if mark else ""], [place + "/value", right if mark else left]]
        elif name in ("info", "resource", "area") or name in PAIRS:
            walk(child, place, leaves)
        elif name == "password":
            pass
        elif name == "references":
            triplets = (child.text or "").split()
            for n, word in enumerate(triplets):
                sender, identifier, sent = word.split(",")
                leaves.append([place + (f"[{n + 1}]" if len(triplets) > 1 else ""), f"{sender},{identifier},{time(sent)}"])
        else:
            text = child.text or ""
            if name in TIMES:
                text = time(text)
            elif name in COLLAPSED:
                text = text.strip()
            elif name == "certainty" and text == "Very Likely":
                text = "Likely"
            leaves.append([place, text])


for path in sys.argv[1:]:
    root = tree.parse(path).getroot()
    leaves = []
    walk(root, "alert", leaves)
    print(json.dumps({"file": path, "leaves": leaves}))
