#!/usr/bin/env python3
"""Counts the alarm health of a period from an export of an event log, knowing nothing of the program that wrote it.

Usage: alarm_health.py FOLDER FROM UNTIL

FROM and UNTIL are milliseconds since 1970 in UTC, or instants of ISO 8601; the period is half open. Prints one line of JSON with the names that
`caricc alert health --json` uses. Works on logs without scenario time, and reads entries.txt alone.

Everything is computed from its definition and as slowly as that takes: a flood by looking at every second, a
percentile by sorting, a chatter by trying every hour.
"""
import json
import os
import sys
import unicodedata
from datetime import datetime, timedelta, timezone

MINUTE = 60_000
WITHIN = {1: 2 * MINUTE, 2: 10 * MINUTE, 3: 60 * MINUTE, 4: 720 * MINUTE}


def entries_of(folder):
    with open(os.path.join(folder, "entries.txt"), encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.startswith("{")]


def without_withdrawn(entries):
    by_number = {entry["idx"]: entry for entry in entries}
    gone = set()
    for entry in reversed(entries):
        if entry["kind"] != "entryWithdrawn" or entry["idx"] in gone:
            continue
        target = by_number.get(entry["body"]["idx"])
        if target and target["actor"] == entry["actor"]:
            gone.add(target["idx"])
    return [entry for entry in entries if entry["idx"] not in gone and entry["kind"] != "entryWithdrawn"]


def carried_out(entries):
    """An approval in time by another person counts as what was proposed, in the name of whoever proposed it."""
    proposed, found = {}, []
    for entry in entries:
        if entry["kind"] == "actionProposed":
            proposed[entry["idx"]] = entry
        action = proposed.get(entry["body"].get("entry")) if entry["kind"] == "actionApproved" else None
        said_by = entry["body"].get("told_by") or entry["actor"]
        if action and action["subject"] == entry["subject"] and entry["rec"] <= action["body"]["until"] \
                and said_by != action["actor"]:
            entry = dict(entry, kind=action["body"]["kind"], body=action["body"]["event"], actor=action["actor"])
            del proposed[action["idx"]]
        found.append(entry)
    return found


def alike(text):
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def percentile(values, percent):
    values = sorted(values)
    if not values:
        return None
    for value in values:
        if sum(1 for other in values if other <= value) * 100 >= percent * len(values):
            return value


def floods(times, until):
    found, on = [], None
    if not times:
        return found
    instants = sorted(set(times) | {time + 10 * MINUTE for time in times} | {until})
    for now in instants:
        if now > until:
            break
        count = sum(1 for time in times if now - 10 * MINUTE < time <= now)
        if on is None and count > 10:
            on = now
        elif on is not None and count < 5:
            found.append((on, now))
            on = None
    return found + ([(on, None)] if on is not None else [])


def main(folder, start, end):
    kept = [e for e in carried_out(without_withdrawn(entries_of(folder))) if start <= e["rec"] < end]
    raised, arrivals, shelved, acted = {}, [], {}, {}
    for entry in kept:
        kind, name, body = entry["kind"], entry["subject"], entry["body"]
        if kind == "alertRaised":
            raised[name] = entry
            arrivals.append((entry["rec"], name, (alike(body["source"]), body["message"], alike(body["headline"]))))
        elif kind == "messageFiled" and body["direction"] == "in":
            arrivals.append((entry["rec"], name, None))
        if kind == "alertShelved":
            shelved[name] = shelved.get(name, 0) + 1
        if name.startswith(("AL-", "XAL-")) and kind != "alertRaised":
            acted.setdefault(name, []).append(entry)
    response, idle = [], []
    for priority in (1, 2, 3, 4):
        these = [name for name, entry in raised.items() if entry["body"]["priority"] == priority]
        spans = []
        for name in these:
            first = next((e for e in acted.get(name, []) if e["kind"] == "alertAcknowledged"), None)
            if first:
                spans.append(first["rec"] - raised[name]["rec"])
        figures = {"priority": priority, "raised": len(these), "acknowledged": len(spans),
                   "in_time": sum(1 for span in spans if span <= WITHIN[priority])}
        for key, percent in (("median_ms", 50), ("p90_ms", 90)):
            if spans:
                figures[key] = percentile(spans, percent)
        response.append(figures)
    for name in raised:
        entries = acted.get(name, [])
        places = [place for place, e in enumerate(entries) if e["kind"] == "alertAcknowledged"]
        if places and all(e["kind"] == "alertAcknowledged" for e in entries[places[0]:]):
            idle.append(name)
    groups = {}
    for time, name, likeness in arrivals:
        groups.setdefault(name, []).append((time, name))
        if likeness:
            groups.setdefault(likeness, []).append((time, name))
    chatter = []
    for group in groups.values():
        most = max(sum(1 for other, _ in group if time - 60 * MINUTE < other <= time) for time, _ in group)
        if most >= 3:
            chatter.append({"subject": group[-1][1], "count": most})
    slots = [0] * -(-(end - start) // (10 * MINUTE))
    for time, _, _ in arrivals:
        slots[(time - start) // (10 * MINUTE)] += 1
    print(json.dumps({
        "arrivals": len(arrivals), "raised": len(raised), "per_10_min": slots, "most_in_10_min": max(slots),
        "floods": floods([time for time, _, _ in arrivals], end),
        "priorities": [row["raised"] for row in response], "acknowledged": response,
        "chattering": sorted(chatter, key=lambda item: (-item["count"], item["subject"])),
        "most_shelved": [{"subject": name, "count": count} for name, count in
                         sorted(shelved.items(), key=lambda item: (-item[1], item[0])) if count > 1],
        "without_action": sorted(idle),
    }, sort_keys=True))


def instant(text):
    if text.isdigit():
        return int(text)
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return round((moment - datetime(1970, 1, 1, tzinfo=timezone.utc)) / timedelta(milliseconds=1))


if __name__ == "__main__":
    main(sys.argv[1], instant(sys.argv[2]), instant(sys.argv[3]))
