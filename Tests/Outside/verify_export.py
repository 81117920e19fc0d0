#!/usr/bin/env python3
"""Verifies an export of an event log, knowing nothing of the program that wrote it.

Usage: verify_export.py FOLDER [--key VKEY] [--known NOTE]... [--no-signatures]

Where the founding entry names custodians, every entry is also judged by who signed it: officers, their keys from which
entry to which, roles, rules, and acts of two persons, all folded from the entries themselves.

Needs Python 3.8 and its standard library only. Ed25519 (RFC 8032) is computed here in plain Python, some milliseconds a
signature; where an `openssl` that knows `pkeyutl -rawin` is found, it also checks the checkpoint, and must agree.

Prints one line: WHOLE, SHORT, DAMAGED, ALTERED, FORKED or NOT A LOG, and ends with 0, 10, 11, 12, 12 or 13.
DAMAGED: bytes do not hash to their leaf, or are missing. ALTERED: they do, but chain, signature, number, origin, root
or authority does not hold. FORKED: a note from outside has another root for its size. SHORT: the end is missing.
"""
import argparse
import base64
import binascii
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

# Ed25519, RFC 8032, section 5.1, on extended coordinates.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P:
        return None
    return P - x if x & 1 != sign else x


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    return ((f - e) * (h - g) % P, (h + g) * (f + e) % P, (h - g) * (h + g) % P, (f - e) * (f + e) % P)


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def decompress(data):
    y = int.from_bytes(data, "little")
    x = recover_x(y & (1 << 255) - 1, y >> 255)
    y &= (1 << 255) - 1
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)
BASE_POWERS = [BASE]
for _ in range(255):
    BASE_POWERS.append(add(BASE_POWERS[-1], BASE_POWERS[-1]))


def multiply_base(scalar):
    result = (0, 1, 1, 0)
    for bit in range(scalar.bit_length()):
        if scalar >> bit & 1:
            result = add(result, BASE_POWERS[bit])
    return result


def verifies(public, signature, text):
    if len(signature) != 64 or len(public) != 32:
        return False
    a, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + text).digest(), "little") % L
    left, right = multiply_base(s), add(r, multiply(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# C2SP signed notes.


class Key:
    def __init__(self, text):
        name, digits, encoded = text.strip().split("+", 2)
        raw = base64.b64decode(encoded, validate=True)
        if len(raw) != 33 or raw[0] != 1:
            raise ValueError("not an Ed25519 note key")
        self.name, self.text, self.public = name, text.strip(), raw[1:]
        self.hash = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
        if self.hash.hex() != digits:
            raise ValueError("the key's hash does not fit")


def parse_note(note):
    """(text, [(name, hash, signature)]); None when it is not a signed note."""
    split = note.rfind(b"\n\n")
    if split < 0 or not note.endswith(b"\n"):
        return None
    signatures = []
    for line in note[split + 2 : -1].split(b"\n"):
        parts = line.split(b" ")
        if len(parts) != 3 or parts[0] != "\u2014".encode() or b"+" in parts[1] or not parts[1]:
            return None
        try:
            blob = base64.b64decode(parts[2], validate=True)
            if base64.b64encode(blob) != parts[2] or len(blob) < 5:
                return None
            signatures.append((parts[1].decode("ascii"), blob[:4], blob[4:]))
        except (binascii.Error, UnicodeDecodeError):
            return None
    return note[: split + 1], signatures


def is_signed(note, key):
    text, signatures = note
    return any(n == key.name and h == key.hash and verifies(key.public, s, text) for n, h, s in signatures)


def is_cosigned(text, signature, public):
    """C2SP tlog-cosignature: eight bytes of time, then the signature over a header, the time and the text."""
    if len(signature) != 72:
        return False
    head = "cosignature/v1\ntime %d\n" % int.from_bytes(signature[:8], "big")
    return verifies(public, signature[8:], head.encode() + text)


def parse_checkpoint(text):
    """(origin, size, root); None when it is not a checkpoint."""
    try:
        lines = text.decode().split("\n")
        size, root = int(lines[1]), base64.b64decode(lines[2], validate=True)
        if len(lines) < 4 or str(size) != lines[1] or size < 0 or len(root) != 32 or not lines[0]:
            return None
        return lines[0], size, root
    except (ValueError, IndexError):
        return None


# RFC 6962 and C2SP tlog-tiles.


def leaf_hash(note):
    return hashlib.sha256(b"\0" + note).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


class Tree:
    """The right edge of a tree; gives the root at each size on the way."""

    def __init__(self):
        self.edge, self.size = [], 0

    def append(self, leaf):
        size = self.size
        while size & 1:
            leaf = node_hash(self.edge.pop(), leaf)
            size >>= 1
        self.edge.append(leaf)
        self.size += 1

    def root(self):
        if not self.edge:
            return hashlib.sha256(b"").digest()
        root = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            root = node_hash(left, root)
        return root


def place(number, width):
    text = "%03d" % (number % 1000)
    number //= 1000
    while number:
        text = "x%03d/" % (number % 1000) + text
        number //= 1000
    return text + (".p/%d" % width if width < 256 else "")


def width_of(level, number, size):
    return max(0, min(256, (size >> 8 * level) - 256 * number))


def contents(path):
    try:
        if not os.path.isfile(path) or os.path.islink(path):
            return None
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def split_bundle(data, width):
    """(entries, whether the bytes end where an entry ends)"""
    entries, offset = [], 0
    while offset < len(data):
        if len(entries) == width or offset + 2 > len(data):
            return entries, False
        end = offset + 2 + int.from_bytes(data[offset : offset + 2], "big")
        if end > len(data):
            return entries, False
        entries.append(data[offset + 2 : end])
        offset = end
    return entries, True


# Canonical JSON of the log's profile (RFC 8785; integers only, keys of a-z 0-9 _).


def refuse(_):
    raise ValueError("not a whole number")


def unique(pairs):
    keys = [key for key, _ in pairs]
    if keys != sorted(set(keys)) or not all(k and set(k) <= set("abcdefghijklmnopqrstuvwxyz0123456789_") for k in keys):
        raise ValueError("keys")
    return dict(pairs)


def parse_entry(note, origin):
    """(entry, signatures, text); None when the note is not an entry in canonical form."""
    parsed = parse_note(note)
    if parsed is None:
        return None
    text, signatures = parsed
    try:
        entry = json.loads(text.decode("utf-8"), parse_float=refuse, parse_constant=refuse, object_pairs_hook=unique)
        again = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
        if again.encode("utf-8") + b"\n" != text:
            return None
        wanted = {"actor", "at", "body", "boot", "desk", "id", "idx", "kind", "log", "mono", "prev", "rec", "subject", "v"}
        if set(entry) - {"precision", "role"} != wanted or entry.get("role", "observer") not in ROLES:
            return None
        if any(type(entry[key]) is not str for key in ("actor", "kind", "subject", "id", "prev")):
            return None
        if any(type(entry[key]) is not int for key in ("idx", "at", "rec", "v")) or type(entry["body"]) is not dict:
            return None
        return entry, signatures, text
    except (ValueError, RecursionError):
        return None


# Who may sign what, in a log whose founding entry names custodians. Written from the manual's tables; nothing of it is
# taken from the program that writes logs.

ROLES = ("duty_officer", "supervisor", "trainer", "observer")
STAFF, LEAD, WATCH, TRAINING, EVERYBODY = (
    {"duty_officer", "supervisor"}, {"supervisor"}, {"duty_officer"}, {"trainer"}, set(ROLES))

# Kind of event: in which roles it may be written, or proposed where it needs two.
WRITERS = {
    "logFounded": set(), "seizureReported": set(), "signOnFailed": set(),
    "alertRaised": STAFF, "alertAcknowledged": STAFF, "alertShelved": STAFF, "alertUnshelved": STAFF,
    "alertNoted": STAFF, "alertClosed": STAFF, "messageFiled": STAFF, "alertDetailed": STAFF,
    "alertPrioritySet": STAFF, "alertOffered": STAFF, "alertTaken": STAFF, "alertDeclined": STAFF,
    "alertFollowUpSet": STAFF, "alertFollowUpDone": STAFF, "alertCallTried": STAFF, "laboratoryReported": STAFF, "messageRepeated": STAFF,
    "subjectLinked": STAFF, "subjectUnlinked": STAFF, "subjectJoined": STAFF, "subjectParted": STAFF,
    "subjectToldApart": STAFF, "messageHeld": set(), "heldReleased": STAFF, "heldDiscarded": STAFF,
    "deliveryOpened": STAFF, "legPlanned": STAFF, "reportReceived": STAFF, "deliveryNoted": STAFF,
    "deliveryEnded": STAFF, "deliveryChecked": STAFF, "requestAcknowledged": STAFF, "consentGiven": STAFF,
    "consentRefused": STAFF, "consentWithdrawn": STAFF, "consentPaperReceived": STAFF, "planAgreed": STAFF,
    "startDecided": STAFF, "startAnnounced": STAFF, "deliveryPrepared": STAFF, "custodyReleased": STAFF,
    "custodyAccepted": STAFF, "custodyLimitAgreed": STAFF, "eyesOn": STAFF, "eyesLost": STAFF,
    "exceptionEntered": STAFF, "exceptionEnded": STAFF, "interventionAgreed": STAFF, "interventionStepDone": STAFF,
    "deliveryCallTried": STAFF, "exhibitRegistered": STAFF, "exhibitWeighed": STAFF, "exhibitResealed": STAFF,
    "exhibitRecorded": STAFF, "formalRequestSent": STAFF, "formalRequestAnswered": STAFF, "debriefHeld": STAFF,
    "stopReported": STAFF, "partyTold": STAFF, "deliveryDecided": STAFF, "doubtSettled": STAFF,
    "investigationNoted": STAFF, "checklistAdopted": STAFF, "checklistItemDone": STAFF,
    "deliveryDetailed": STAFF,
    "requestSent": STAFF, "evidenceTransferred": STAFF, "deliveryClosed": STAFF,
    "shiftStarted": WATCH, "shiftEnded": WATCH, "shiftNoted": STAFF, "paperRowEntered": STAFF, "shiftOffered": WATCH,
    "decisionRecorded": STAFF, "shiftTakingSeen": STAFF,
    "handoverItemSet": WATCH, "handoverSaidBack": WATCH, "handoverAsked": WATCH, "handoverAnswered": WATCH,
    "handoverRefused": WATCH,
    "arrangementMade": STAFF, "arrangementExtended": STAFF, "arrangementEnded": STAFF,
    "rosterSet": LEAD, "turnsPlanned": LEAD, "turnReplaced": LEAD, "turnsSwapped": LEAD, "turnCancelled": LEAD,
    "onCallSet": LEAD, "onCallEnded": LEAD,
    "directoryEntrySet": STAFF, "directoryEntryVerified": STAFF, "directoryEntryRetired": STAFF,
    "directoryStandingReported": STAFF,
    "standingOrderIssued": LEAD, "standingOrderEnded": LEAD, "standingOrderRead": EVERYBODY,
    "entryWithdrawn": STAFF, "payloadErased": LEAD, "exportReleased": STAFF,
    "exerciseClockStarted": TRAINING, "exerciseClockPaused": TRAINING, "exerciseClockResumed": TRAINING,
    "exerciseClockJumped": TRAINING, "exerciseEnded": TRAINING,
    "officerEnrolled": LEAD, "officerRolesChanged": LEAD, "officerRevoked": LEAD, "officerKeyEnrolled": LEAD,
    "rulesSet": LEAD,
    "officerKeyRevoked": STAFF, "breakGlassOpened": STAFF, "breakGlassEnded": STAFF,
    "officerKeyReplaced": EVERYBODY, "officerSignedOn": EVERYBODY, "officerSignedOff": EVERYBODY,
    "recordConsulted": EVERYBODY, "handlingSet": STAFF,
    "actionProposed": EVERYBODY, "actionDeclined": EVERYBODY,
    "actionApproved": STAFF, "countersignatureAsked": STAFF, "entryCountersigned": STAFF,
    "countersignatureRefused": STAFF,
}
BY_THE_DESK = {
    "logFounded", "seizureReported", "alertRaised", "messageFiled", "messageHeld", "signOnFailed", "officerSignedOff",
    "messageRepeated", "heldReleased"}
FOUR_EYES = {
    "actionProposed", "actionApproved", "actionDeclined", "countersignatureAsked", "entryCountersigned",
    "countersignatureRefused",
}
EXERCISE = {kind for kind in WRITERS if kind.startswith("exercise")}
OFFICER = {kind for kind in WRITERS if kind.startswith(("officer", "breakGlass"))} | {
    "signOnFailed", "recordConsulted"}
ALWAYS_TWO = {
    "officerEnrolled", "officerRolesChanged", "officerRevoked", "officerKeyRevoked", "officerKeyEnrolled", "rulesSet",
    "breakGlassOpened",
}
NEVER_TWO = FOUR_EYES | EXERCISE | {
    "logFounded", "entryWithdrawn", "officerSignedOn", "officerSignedOff", "signOnFailed"}
HANDLING_ACTIONS = ("list", "open", "copy", "export")
NAMES_OF_PROGRAMS = {"caricc", "console", "desk", "import", "log", "setup"}
MINUTE = 60_000
LARGEST = 2**53 - 1


def rule(mode, approvers, minutes, telephone=False):
    return {"mode": mode, "approvers": set(approvers), "minutes": minutes, "telephone": telephone}


# Until an entry sets others.
STANDARD_RULES = {
    **{kind: rule("before", LEAD, 4320) for kind in (
        "officerEnrolled", "officerRolesChanged", "officerRevoked", "officerKeyEnrolled", "rulesSet")},
    "officerKeyRevoked": rule("before", LEAD, 4320, True),
    "breakGlassOpened": rule("before", LEAD, 60, True),
    **{kind: rule("before", STAFF, 720, True) for kind in ("exportReleased", "requestSent", "evidenceTransferred")},
    "deliveryClosed": rule("before", LEAD, 2880, True),
    "deliveryEnded": rule("after", STAFF, 720), "stopReported": rule("after", STAFF, 720),
}


class Unreadable(Exception):
    """A body that its kind does not allow: such an entry says nothing."""


class Refused(Exception):
    """Whoever signed this might not write it there."""


class Body:
    """Typed look-ups in a body."""

    def __init__(self, body):
        if type(body) is not dict:
            raise Unreadable
        self.body = body

    def optional(self, key, kind):
        value = self.body.get(key)
        if key in self.body and type(value) is not kind:
            raise Unreadable
        return value

    def text(self, key):
        return self.needed(key, str)

    def needed(self, key, kind):
        if key not in self.body:
            raise Unreadable
        return self.optional(key, kind)

    def integer(self, key, low=-LARGEST, high=LARGEST):
        value = self.needed(key, int)
        if not low <= value <= high:
            raise Unreadable
        return value

    def code(self, key, codes):
        value = self.text(key)
        if value not in codes:
            raise Unreadable
        return value

    def roles(self, key):
        roles = self.needed(key, list)
        if not roles or any(type(r) is not str or r not in ROLES for r in roles) or len(set(roles)) != len(roles):
            raise Unreadable
        return set(roles)

    def objects(self, key):
        return [Body(item) for item in self.optional(key, list) or []]

    def digest(self, key):
        text = self.text(key)
        if len(text) != 64 or set(text) - set("0123456789abcdef"):
            raise Unreadable
        return bytes.fromhex(text)


def read_enrolment(body):
    found = {key: body.text(key) for key in ("officer", "name", "person", "key")}
    found["roles"] = body.roles("roles")
    return found


def is_officer_id(text):
    """A small Latin letter, then 1 to 31 of small letters, digits, dot and hyphen; not the name of a program."""
    small = "abcdefghijklmnopqrstuvwxyz"
    fits = 2 <= len(text) <= 32 and text[0] in small and not set(text) - set(small + "0123456789.-")
    return fits and text not in NAMES_OF_PROGRAMS


def read_consultation(body):
    if not re.fullmatch(r"[0-9A-Z]{2,8}-[0-9]{4}-[0-9]{1,18}", body.text("record"), re.ASCII):
        raise Unreadable
    body.code("code", ("H0", "H1", "H2", "H3"))
    body.code("action", HANDLING_ACTIONS)
    body.optional("reason", str)
    return {}


def read_rules(body):
    rules = dict(STANDARD_RULES)
    for action in body.objects("actions"):
        rules[action.text("kind")] = rule(
            action.code("mode", ("alone", "before", "after")), action.roles("approvers"),
            action.integer("minutes", 1, 100_000), action.optional("telephone", str) == "yes")
    for key in ("sign_again_minutes", "lock_minutes"):
        if key in body.body:
            body.integer(key, 1, 1440)
    return {"rules": rules, "reason": body.text("reason")}


def read_proposal(body):
    kind, version, event = body.text("kind"), body.integer("version", 1, 1000), body.needed("event", dict)
    if kind in FOUR_EYES or kind == "entryWithdrawn":
        raise Unreadable
    found = {"kind": kind, "version": version, "event": read(kind, version, event), "until": body.integer("until")}
    body.optional("reason", str)
    return found


def read_approval(body):
    found = {"entry": body.integer("entry", 0), "leaf": body.digest("proposal"), "by": body.optional("told_by", str)}
    if found["by"] is not None:
        found["at"] = body.integer("told_at")
        body.optional("number", str)
    return found


READERS = {
    "officerEnrolled": read_enrolment,
    "officerRolesChanged": lambda b: {"roles": b.roles("roles"), "reason": b.text("reason")},
    "officerRevoked": lambda b: {"reason": b.text("reason")},
    "officerKeyReplaced": lambda b: {"key": b.text("key"), "reason": b.text("reason")},
    "officerKeyRevoked": lambda b: {"key": b.text("key"), "reason": b.text("reason")},
    "officerKeyEnrolled": lambda b: {"key": b.text("key")},
    "officerSignedOn": lambda b: {"console": b.text("console"), "copy": b.optional("key_file", str)},
    "officerSignedOff": lambda b: {
        "console": b.text("console"), "cause": b.code("cause", ("asked", "idle", "hang_up", "relieved"))},
    "signOnFailed": lambda b: {"console": b.text("console"), "attempts": b.integer("attempts", 1, 1_000_000)},
    "breakGlassOpened": lambda b: {
        "role": b.code("role", ROLES), "until": b.integer("until"), "reason": b.text("reason")},
    "breakGlassEnded": lambda b: {"note": b.optional("note", str)},
    "recordConsulted": read_consultation,
    "rulesSet": read_rules,
    "actionProposed": read_proposal,
    "actionApproved": read_approval,
    "actionDeclined": lambda b: {"entry": b.integer("entry", 0), "reason": b.text("reason")},
    "countersignatureAsked": lambda b: {
        "entry": b.integer("entry", 0), "of": b.text("of"), "until": b.integer("until"), "from": b.optional("from", str)},
    "entryCountersigned": lambda b: {"entry": b.integer("entry", 0), "leaf": b.digest("leaf")},
    "countersignatureRefused": lambda b: {"entry": b.integer("entry", 0), "reason": b.text("reason")},
    "entryWithdrawn": lambda b: {"entry": b.integer("idx", 0), "reason": b.text("reason")},
    "exerciseClockStarted": lambda b: {
        "title": b.text("title"), "scenario": b.integer("scenario"), "speed": b.integer("speed_thousandths", 1, 3_600_000)},
    "exerciseClockPaused": lambda b: {},
    "exerciseClockResumed": lambda b: {"speed": b.integer("speed_thousandths", 1, 3_600_000)},
    "exerciseClockJumped": lambda b: {"to": b.integer("to")},
    "exerciseEnded": lambda b: {},
}


def read(kind, version, body):
    """What an event of authority says; None for another kind. Raises Unreadable."""
    return READERS[kind](Body(body)) if version == 1 and kind in READERS else None


def area(subject):
    code = subject.split("-")[0]
    return code[1:] if len(code) == 3 and code[0] == "X" else code


class Clock:
    """What a board shows for a real instant: scenario time in an exercise, else the instant itself."""

    def __init__(self, segments=()):
        self.segments = list(segments)

    def time(self, real):
        for begin, scenario, speed in reversed(self.segments):
            if begin <= real:
                return scenario + (real - begin) * speed // 1000
        return real

    def followed(self, kind, event, real):
        now, speed = self.time(real), self.segments[-1][2] if self.segments else 1000
        if kind == "exerciseClockStarted":
            part = (real, max(now, event["scenario"]) if self.segments else event["scenario"], event["speed"])
        elif not self.segments:
            return self
        elif kind == "exerciseClockResumed":
            part = (real, now, event["speed"])
        elif kind == "exerciseClockJumped":
            part = (real, max(now, event["to"]), speed)
        else:
            part = (real, now, 0)
        return Clock(self.segments + [part])


class Officer:
    def __init__(self, enrolled, index):
        self.id, self.person, self.roles = enrolled["officer"], enrolled["person"], enrolled["roles"]
        # Each key signs what stands behind its first entry, up to its last one.
        self.keys = [[enrolled["key"], index, None]]
        self.is_active, self.emergency = True, None

    def may_act_as(self, role, now):
        emergency = self.emergency is not None and self.emergency[0] == role and self.emergency[1] > now
        return self.is_active and (role in self.roles or emergency)

    def all_roles(self, now):
        return {role for role in ROLES if self.may_act_as(role, now)}

    def valid_key(self):
        return next((key for key in reversed(self.keys) if key[2] is None), None)

    def key_at(self, index):
        fitting = [key for key in self.keys if key[1] < index and (key[2] is None or index <= key[2])]
        return fitting[-1] if fitting else None

    def end_keys(self, index, only=None):
        for key in self.keys:
            if key[2] is None and (only is None or key[0] == only):
                key[2] = index


class Authority:
    """Officers, keys and rules as they follow from the entries so far. Judges each entry, and counts only what it may say."""

    def __init__(self, founding, origin):
        self.centre, _, self.realm, _ = origin.split("/")
        self.desk_key = founding["desk_key"]
        self.custodians, self.flaw = [], None
        try:
            self.custodians = [read_enrolment(item) for item in Body(founding).objects("custodians")]
            self.flaw = self.flaw_of_custodians()
        except Unreadable:
            self.flaw = "custodians"
        self.officers, self.by_subject, self.keys = {}, {}, {}
        self.rules, self.clock, self.had_two = dict(STANDARD_RULES), Clock(), False
        self.waiting, self.owed, self.leaves, self.authors, self.decided = {}, {}, {}, {}, {0}
        self.demand = None

    def is_governed(self):
        return bool(self.custodians)

    def flaw_of_custodians(self):
        for custodian in self.custodians:
            if not self.is_key(custodian["key"], custodian["officer"]) or "supervisor" not in custodian["roles"]:
                return "custodian %s" % custodian["officer"]
        if len(self.custodians) > 2:
            return "custodians"
        if len(self.custodians) == 2:
            first, second = self.custodians
            alike = [k for k in ("officer", "person") if first[k] == second[k]]
            if alike or Key(first["key"]).public == Key(second["key"]).public:
                return "custodians are one person"
        return None

    def is_key(self, text, holder):
        try:
            fits = Key(text).name == "%s/%s/%s" % (self.centre, self.realm, holder) and Key(text).text == text
            return fits and is_officer_id(holder)
        except (ValueError, binascii.Error):
            return False

    def custodian_keys(self):
        return [Key(custodian["key"]) for custodian in self.custodians]

    def key_of(self, name, digest):
        """The officer's key of this name and hash, whether it is still valid or not."""
        return self.keys.get((name, digest))

    # Judging.

    def take(self, entry, leaf, index, signed_by):
        """Takes an entry with the key that signed it, None for the desk's; returns why it might not be written."""
        kind, subject, before = entry["kind"], entry["subject"], self.demand
        self.demand = None
        try:
            event = read(kind, entry["v"], entry["body"])
        except Unreadable:
            event = None
        self.leaves[index], self.authors[index] = leaf, (entry["actor"], subject)
        clock = self.clock
        if self.realm == "exercise" and kind in EXERCISE and event is not None and area(subject) == "EX":
            clock = clock.followed(kind, event, entry["rec"])
        now = clock.time(entry["rec"])
        try:
            self.judge(entry, event, index, signed_by, now, before)
        except Refused as reason:
            return str(reason)
        self.clock = clock
        self.fold(kind, event, entry, index, now)
        return None

    def unmet(self, entry, index):
        """The place of an entry that owed a second signature which this one, right behind it, does not ask for."""
        if self.demand is None or self.demand["at"] + 1 != index:
            return None
        try:
            event = read(entry["kind"], entry["v"], entry["body"]) if entry["kind"] == "countersignatureAsked" else None
        except Unreadable:
            event = None
        same = [entry["actor"], entry.get("role"), entry["subject"]] == self.demand["who"]
        return None if same and event == self.demand["asked"] else self.demand["at"]

    def judge(self, entry, event, index, signed_by, now, before):
        kind, actor, role, subject = entry["kind"], entry["actor"], entry.get("role"), entry["subject"]
        self.check_keys(kind, event)
        self.check_place(kind, event, subject)
        if signed_by is None:
            return self.judge_desk(kind, event, actor, role, subject, index, now)
        officer = self.officers.get(actor)
        if officer is None:
            raise Refused("actor is not enrolled")
        held = next((key for key in officer.keys if key[0] == signed_by.text), None)
        if held is None:
            raise Refused("signed with a key that is not the actor's")
        if kind == "countersignatureAsked" and event is not None:
            due = before is not None and before["at"] + 1 == index and before["asked"] == event
            if not due or before["who"][0] != actor or before["who"][2] != subject:
                raise Refused("nothing owes this second signature")
            if held[2] is not None and held[2] < event["entry"]:
                raise Refused("key is no longer valid")
            return None
        if not officer.is_active:
            raise Refused("enrolment ended")
        if held[2] is not None and index > held[2]:
            raise Refused("key is no longer valid")
        if role is None or not officer.may_act_as(role, now):
            raise Refused("role is not held")
        if kind in FOUR_EYES and event is not None:
            return self.judge_four_eyes(kind, event, actor, role, subject, index, now)
        if role not in self.writers(kind):
            raise Refused("role may not write this")
        guard = self.rules.get(kind)
        if self.had_two and guard is not None and guard["mode"] == "before":
            raise Refused("needs two persons")
        self.check_decision(kind, event, actor, subject, now)
        if kind == "entryWithdrawn" and event is not None:
            self.judge_withdrawal(event["entry"], actor, subject, index)
        return None

    @staticmethod
    def writers(kind):
        return WRITERS.get(kind, STAFF)

    def check_keys(self, kind, event):
        if event is None:
            return
        if kind == "actionProposed":
            return self.check_keys(event["kind"], event["event"])
        if kind in ("officerEnrolled", "officerKeyReplaced", "officerKeyEnrolled"):
            name = event["key"].split("+")[0].split("/")
            if len(name) != 3 or not self.is_key(event["key"], event.get("officer", name[2])):
                raise Refused("not a key of this realm")

    def check_place(self, kind, event, subject):
        where = area(subject)
        if kind == "actionProposed" and event is not None:
            return self.check_place(event["kind"], event["event"], subject)
        if kind in EXERCISE:
            if self.realm != "exercise" and event is not None:
                raise Refused("exercise clock in a live log")
            fits = where == "EX" or event is None
        elif kind in OFFICER or kind == "rulesSet":
            fits = event is None or where == ("RU" if kind == "rulesSet" else "OF")
        elif kind in FOUR_EYES or kind in ("entryWithdrawn", "handlingSet") or kind not in WRITERS:
            fits = True
        else:
            fits = where not in ("OF", "RU", "EX")
        if not fits:
            raise Refused("wrong subject")
        return None

    def judge_desk(self, kind, event, actor, role, subject, index, now):
        if role is not None:
            raise Refused("signed by the desk for a person")
        if kind in EXERCISE and event is not None:
            return
        if kind == "officerEnrolled" and event is not None and index <= len(self.custodians) and event in self.custodians:
            return self.check_decision(kind, event, actor, subject, now)
        if kind not in BY_THE_DESK or actor in self.officers:
            raise Refused("signed by the desk for a person")
        self.check_decision(kind, event, actor, subject, now)

    def judge_withdrawal(self, target, actor, subject, index):
        if target >= index or target in self.authors and self.authors[target][1] != subject:
            raise Refused("withdraws what is not of its subject")
        if target in self.decided:
            action = self.waiting.get(subject, {}).get(target)
            if action is None:
                raise Refused("withdraws what two persons decided")
        if target in self.authors and self.authors[target][0] != actor:
            raise Refused("withdraws another's entry")

    def check_decision(self, kind, event, actor, subject, now):
        """What may be decided about officers and rules, whoever decides it; asked again at the approval."""
        if event is None:
            return
        if kind == "rulesSet":
            for name, action in event["rules"].items():
                if name not in WRITERS or name in NEVER_TWO and action["mode"] != "alone":
                    raise Refused("rule for %s" % name)
            if any(event["rules"][name]["mode"] != "before" for name in ALWAYS_TWO) or not event["reason"].strip():
                raise Refused("rules that one person could loosen")
        elif kind == "officerEnrolled":
            if subject in self.by_subject or event["officer"] in self.officers:
                raise Refused("enrolled already")
            if any(officer.person == event["person"] for officer in self.officers.values()):
                raise Refused("one person twice")
            self.check_new_key(event["key"])
        elif kind in OFFICER:
            self.check_officer(kind, event, actor, subject, now)

    def check_new_key(self, text):
        public = Key(text).public
        known = [Key(key[0]).public for officer in self.officers.values() for key in officer.keys]
        if public in known or public == Key(self.desk_key).public:
            raise Refused("key is known")

    def check_officer(self, kind, event, actor, subject, now):
        officer = self.by_subject.get(subject)
        if officer is None:
            raise Refused("no such officer")
        own = ("officerKeyReplaced", "officerSignedOn", "officerSignedOff", "recordConsulted")
        # At a locked console the officer's key is gone: the desk may say that they are, too.
        is_by_desk = kind == "officerSignedOff" and actor not in self.officers
        if kind in own and officer.id != actor and not is_by_desk:
            raise Refused("not the actor's own")
        if kind in ("officerKeyReplaced", "officerKeyEnrolled"):
            if not self.is_key(event["key"], officer.id):
                raise Refused("key of another name")
            self.check_new_key(event["key"])
        if not officer.is_active and kind != "signOnFailed":
            raise Refused("enrolment ended before")
        if "reason" in event and not event["reason"].strip():
            raise Refused("no reason")
        valid = officer.valid_key()
        if kind == "officerKeyEnrolled" and valid is not None:
            raise Refused("has a valid key")
        if kind == "officerKeyRevoked" and not any(k[0] == event["key"] and k[2] is None for k in officer.keys):
            raise Refused("no such valid key")
        if kind == "breakGlassOpened" and not now < event["until"] <= now + 72 * 60 * MINUTE:
            raise Refused("emergency without end")
        if kind == "breakGlassEnded" and officer.emergency is None:
            raise Refused("no emergency")
        self.check_supervisors(kind, event, officer)

    def check_supervisors(self, kind, event, officer):
        """Two supervisors with keys remain where one is dismissed, and one where a key is lost."""
        loses = kind == "officerRevoked" or kind == "officerRolesChanged" and "supervisor" not in event["roles"]
        if not loses and kind != "officerKeyRevoked":
            return
        able = [o for o in self.officers.values() if o.is_active and "supervisor" in o.roles and o.valid_key()]
        if officer in able and len(able) - 1 < (2 if loses else 1):
            raise Refused("too few supervisors would remain")

    # Two persons.

    def judge_four_eyes(self, kind, event, actor, role, subject, index, now):
        if kind == "actionProposed":
            guard = self.rules.get(event["kind"])
            if role not in self.writers(event["kind"]):
                raise Refused("role may not propose this")
            if event["until"] <= now or guard and event["until"] > now + (guard["minutes"] + 1) * MINUTE:
                raise Refused("proposal stands too long, or not at all")
            return self.check_decision(event["kind"], event["event"], actor, subject, now)
        if kind in ("entryCountersigned", "countersignatureRefused"):
            owed = self.owed.get(subject, {}).get(event["entry"])
            if owed is None:
                raise Refused("nothing to countersign")
            if owed["by"] == actor or owed["from"] not in (None, actor):
                raise Refused("countersigned by the wrong person")
            if owed["from"] is None:
                self.check_may_agree(owed["of"], role)
            if kind == "entryCountersigned" and self.leaves.get(event["entry"]) != event["leaf"]:
                raise Refused("countersigns another leaf")
            return None
        action = self.waiting.get(subject, {}).get(event["entry"])
        if action is None:
            raise Refused("no such proposal waits")
        if kind == "actionDeclined":
            return self.check_may_agree(action["kind"], role)
        return self.judge_approval(event, action, actor, role, subject, now)

    def check_may_agree(self, kind, role):
        guard = self.rules.get(kind)
        if role not in (guard["approvers"] if guard else LEAD):
            raise Refused("role may not agree")

    def judge_approval(self, event, action, actor, role, subject, now):
        kind, guard = action["kind"], self.rules.get(action["kind"])
        if action["until"] < now:
            raise Refused("proposal lapsed")
        if self.leaves.get(event["entry"]) != event["leaf"]:
            raise Refused("approves another leaf")
        if guard is None or guard["mode"] == "alone":
            raise Refused("needs no approval")
        proposer = self.officers.get(action["by"])
        if proposer is None or not proposer.is_active:
            raise Refused("proposer is not enrolled")
        key = proposer.key_at(event["entry"])
        if key is None or key[2] is not None or not proposer.may_act_as(action["role"], now):
            raise Refused("proposer could no longer propose it")
        if event["by"] is None:
            if actor == action["by"]:
                raise Refused("approves one's own proposal")
            self.check_may_agree(kind, role)
        else:
            self.judge_telephone(event, action, actor, role, guard, now)
        self.check_decision(kind, action["event"], action["by"], subject, now)

    def judge_telephone(self, event, action, actor, role, guard, now):
        makes_supervisor = action["kind"] == "breakGlassOpened" and action["event"]["role"] == "supervisor"
        if not guard["telephone"] or makes_supervisor:
            raise Refused("not by telephone")
        if event["by"] == action["by"]:
            raise Refused("approves one's own proposal")
        if actor != action["by"] or role not in self.writers(action["kind"]) or event["at"] > now:
            raise Refused("telephone")
        teller = self.officers.get(event["by"])
        if teller is None or not teller.all_roles(now) & guard["approvers"]:
            raise Refused("told by one who may not approve")

    # What an entry changes.

    def fold(self, kind, event, entry, index, now):
        actor, subject, role = entry["actor"], entry["subject"], entry.get("role")
        if kind in FOUR_EYES or kind in OFFICER or kind == "rulesSet":
            if event is not None:
                self.decided.add(index)
        waiting, owed = self.waiting.setdefault(subject, {}), self.owed.setdefault(subject, {})
        asked = None
        if event is None:
            pass
        elif kind == "actionProposed":
            waiting[index] = dict(event, by=actor, role=role)
        elif kind == "actionApproved":
            action = waiting.pop(event["entry"])
            if area(subject) in ("OF", "RU"):
                self.decide(action["kind"], action["event"], subject, index)
            if event["by"] is not None and role is not None:
                asked = {"entry": index, "of": kind, "until": now + 720 * MINUTE, "from": event["by"]}
        elif kind == "actionDeclined":
            waiting.pop(event["entry"], None)
        elif kind == "countersignatureAsked":
            owed[event["entry"]] = dict(event, by=actor)
        elif kind == "entryCountersigned":
            owed.pop(event["entry"], None)
        elif kind == "entryWithdrawn":
            if event["entry"] in self.decided:
                self.decided.add(index)
            waiting.pop(event["entry"], None)
        elif kind in OFFICER or kind == "rulesSet":
            self.decide(kind, event, subject, index)
        guard = self.rules.get(kind)
        is_four_eyes = kind in FOUR_EYES and event is not None
        if guard and guard["mode"] == "after" and role is not None and not is_four_eyes:
            asked = {"entry": index, "of": kind, "until": now + guard["minutes"] * MINUTE, "from": None}
        self.demand = asked and {"at": index, "asked": asked, "who": [actor, role, subject]}

    def decide(self, kind, event, subject, index):
        if event is None:
            return
        officer = self.by_subject.get(subject)
        if kind == "rulesSet":
            self.rules = event["rules"]
        elif kind == "officerEnrolled":
            officer = Officer(event, index)
            self.officers[officer.id] = self.by_subject[subject] = officer
            self.learn_key(event["key"])
        elif kind == "officerRolesChanged":
            officer.roles = event["roles"]
        elif kind == "officerRevoked":
            officer.is_active, officer.emergency = False, None
            officer.end_keys(index)
        elif kind in ("officerKeyReplaced", "officerKeyEnrolled"):
            officer.end_keys(index)
            officer.keys.append([event["key"], index, None])
            self.learn_key(event["key"])
        elif kind == "officerKeyRevoked":
            officer.end_keys(index, event["key"])
        elif kind == "breakGlassOpened":
            officer.emergency = (event["role"], event["until"])
        elif kind == "breakGlassEnded":
            officer.emergency = None
        able = [o for o in self.officers.values() if o.is_active and "supervisor" in o.roles]
        self.had_two = self.had_two or len(able) > 1

    def learn_key(self, text):
        key = Key(text)
        self.keys[(key.name, key.hash)] = key


ENTRY_REASONS = {
    "missing", "bytes do not hash to their leaf", "not an entry", "number", "origin", "chain", "rec fell", "id twice",
    "signature lines", "signer", "signature",
}


class Export:
    def __init__(self, folder, arguments):
        self.folder, self.arguments = folder, arguments
        self.findings, self.authority = [], None

    def find(self, index, verdict, reason):
        self.findings.append((index, {"DAMAGED": 0, "FORKED": 1, "ALTERED": 2, "SHORT": 3}[verdict], verdict, reason))

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def bundle(self, number, size):
        width = width_of(0, number, size)
        data = contents(self.path("tile", "entries", place(number, width)))
        return None if data is None else split_bundle(data, width)

    def tile(self, level, number, size):
        return contents(self.path("tile", str(level), place(number, width_of(level, number, size))))

    def available(self, size):
        for number in range((size - 1) // 256, -1, -1):
            found = self.bundle(number, size)
            if found is not None:
                return number * 256 + (len(found[0]) if found[1] else width_of(0, number, size))
        return 0

    def run(self):
        note = parse_note(contents(self.path("checkpoint")) or b"")
        checkpoint = note and parse_checkpoint(note[0])
        if not checkpoint or len(checkpoint[0].split("/")) != 4:
            return self.report(13, "NOT A LOG: checkpoint")
        origin, size, root = checkpoint
        key_file = contents(self.path(origin.replace("/", "_") + ".vkey"))
        key, first = None, self.bundle(0, size)
        if first and first[0]:
            key = self.founding_key(first[0][0], origin)
        if key is None and key_file is not None:
            try:
                key = Key(key_file.decode())
            except ValueError:
                pass
        if key is None:
            return self.report(13, "NOT A LOG: founding entry")
        if key_file is None or key_file.decode(errors="replace").strip() != key.text:
            self.find(0, "ALTERED", "key file")
        if self.arguments.key and self.arguments.key != key.text:
            self.find(0, "ALTERED", "founding key")
        if not is_signed(note, key):
            self.find(0, "ALTERED", "checkpoint not signed")
        self.compare_with_openssl(note, key)
        total = self.available(size)
        if total < size:
            self.find(total, "SHORT", "by %d" % (size - total))
        roots = self.walk(origin, key, size, total)
        # A wrong root is put down to the first entry that is at fault; what is said twice is compared if none is.
        faulty = [found[0] for found in self.findings if found[3] in ENTRY_REASONS or found[3].startswith("authority")]
        if total == size and roots.get(size) != root:
            self.find(min(faulty, default=0), "ALTERED", "root")
        if total == size and not faulty:
            self.check_text(size)
            self.check_tiles(size)
            self.check_key_files()
        self.check_known(key, origin, total, roots)
        cosigners = self.cosigners([note] + [parse_note(contents(path) or b"") for path in self.arguments.known])
        if not self.findings:
            words = "".join(", cosigned by " + name for name in cosigners)
            return self.report(0, "WHOLE to %d, root %s%s" % (size, base64.b64encode(root).decode(), words))
        index, _, verdict, reason = min(self.findings)
        return self.report({"SHORT": 10, "DAMAGED": 11}.get(verdict, 12), "%s at %d: %s" % (verdict, index, reason))

    def cosigners(self, notes):
        """Officers of this log whose lines below these checkpoints hold; one that does not hold is a finding."""
        named = []
        keys = self.authority.keys.values() if self.authority else []
        officers = {(k.name, hashlib.sha256(k.name.encode() + b"\n\4" + k.public).digest()[:4]): k for k in keys}
        for note in notes:
            for name, digest, signature in note[1] if note else []:
                key = officers.get((name, digest))
                if key and is_cosigned(note[0], signature, key.public):
                    named += [name] if name not in named else []
                elif key:
                    self.find(0, "ALTERED", "cosignature")
        return named

    def founding_key(self, note, origin):
        entry = parse_entry(note, origin)
        try:
            centre, desk, purpose, _ = origin.split("/")
            body = entry[0]["body"]
            key = Key(body["desk_key"])
            if (body["centre"], body["desk"], body["purpose"]) != (centre, desk, purpose) or key.name != origin:
                self.find(0, "ALTERED", "founding entry")
            self.authority = Authority(body, origin)
            if self.authority.flaw:
                self.find(0, "ALTERED", "authority: " + self.authority.flaw)
            return key
        except (TypeError, KeyError, ValueError):
            return None

    def walk(self, origin, key, size, total):
        """Checks every entry; returns the root at each size."""
        tree, roots, ids, last = Tree(), {}, set(), None
        for number in range((total + 255) // 256):
            entries = (self.bundle(number, size) or ([], False))[0]
            width = width_of(0, number, size)
            tile = self.tile(0, number, size) or b""
            for slot in range(min(width, total - number * 256)):
                index = number * 256 + slot
                if slot >= len(entries):
                    self.find(index, "DAMAGED", "missing")
                    last = self.pass_unreadable()
                    continue
                leaf = leaf_hash(entries[slot])
                if len(tile) != width * 32 or tile[slot * 32 : slot * 32 + 32] != leaf:
                    self.find(index, "DAMAGED", "bytes do not hash to their leaf")
                    last = self.pass_unreadable()
                else:
                    last = self.check(entries[slot], leaf, index, origin, key, ids, last)
                tree.append(leaf)
                if tree.size == index + 1:
                    roots[tree.size] = tree.root() if self.wants(tree.size, size) else None
        if self.authority and self.authority.demand and self.authority.demand["at"] == total - 1:
            self.find(total - 1, "ALTERED", "authority: no second signature asked for")
        return roots

    def pass_unreadable(self):
        """What the entry before owed may have stood here."""
        if self.authority:
            self.authority.demand = None

    def wants(self, size, total):
        return size == total or bool(self.arguments.known)

    def check(self, note, leaf, index, origin, key, ids, last):
        parsed = parse_entry(note, origin)
        if parsed is None:
            self.find(index, "ALTERED", "not an entry")
            return self.pass_unreadable()
        entry, signatures, text = parsed
        if entry["idx"] != index:
            self.find(index, "ALTERED", "number")
        if entry["log"] != origin or entry["desk"] != origin.split("/")[1]:
            self.find(index, "ALTERED", "origin")
        before = (b"\0" * 32, None) if index == 0 else last
        if before is not None:
            if entry["prev"] != before[0].hex():
                self.find(index, "ALTERED", "chain")
            if before[1] is not None and entry["rec"] < before[1]:
                self.find(index, "ALTERED", "rec fell")
        if entry["id"] in ids:
            self.find(index, "ALTERED", "id twice")
        ids.add(entry["id"])
        self.check_signatures(entry, signatures, text, leaf, index, key)
        return leaf, entry["rec"]

    def check_signatures(self, entry, signatures, text, leaf, index, key):
        authority = self.authority
        custodians = authority.custodian_keys() if authority and not authority.flaw else []
        if any(len(signature) != 64 for _, _, signature in signatures):
            return self.find(index, "ALTERED", "signature lines")
        if index == 0:
            # The desk first, then every custodian; a log without them may bear one more line, of its founder.
            if len(signatures) != 1 + len(custodians) and (custodians or len(signatures) > 2):
                return self.find(index, "ALTERED", "signature lines")
            return self.check_lines(signatures, [key] + custodians, text, index)
        if len(signatures) != 1:
            self.find(index, "ALTERED", "signature lines")
            return self.pass_unreadable()
        name, digest, _ = signatures[0]
        signer = None
        if authority and authority.is_governed():
            unmet = authority.unmet(entry, index)
            if unmet is not None:
                self.find(unmet, "ALTERED", "authority: no second signature asked for")
            signer = None if (name, digest) == (key.name, key.hash) else authority.key_of(name, digest)
        elif "role" in entry:
            self.find(index, "ALTERED", "authority: a role where officers have no keys")
        if not self.check_lines(signatures, [signer or key], text, index):
            return self.pass_unreadable()
        if authority and authority.is_governed():
            reason = authority.take(entry, leaf, index, signer)
            if reason:
                self.find(index, "ALTERED", "authority: " + reason)
        return None

    def check_lines(self, signatures, keys, text, index):
        """Whether the lines are of these keys, in this order."""
        for (name, digest, signature), key in zip(signatures, keys):
            if (name, digest) != (key.name, key.hash):
                self.find(index, "ALTERED", "signer")
                return False
            if not self.arguments.no_signatures and not verifies(key.public, signature, text):
                self.find(index, "ALTERED", "signature")
                return False
        return True

    def check_key_files(self):
        """The keys of an officer stand in one file, oldest first, and are those that the entries name."""
        files = {}
        for key in self.authority.keys.values() if self.authority else []:
            files.setdefault(key.name, []).append(key.text)
        for name, keys in files.items():
            found = contents(self.path(name.replace("/", "_") + ".vkey")) or b""
            if found.decode(errors="replace").split() != keys:
                self.find(0, "ALTERED", "key file")

    def check_text(self, size):
        text, offset = contents(self.path("entries.txt")) or b"", 0
        for number in range((size + 255) // 256):
            entries, is_whole = self.bundle(number, size) or ([], False)
            if not is_whole:
                self.find(number * 256, "ALTERED", "bundle goes on")
                return
            for slot, entry in enumerate(entries):
                if text[offset : offset + len(entry) + 1] != entry + b"\n":
                    self.find(number * 256 + slot, "ALTERED", "entries.txt")
                    return
                offset += len(entry) + 1
        if offset != len(text):
            self.find(size - 1, "ALTERED", "entries.txt")

    def check_tiles(self, size):
        level = 0
        while size >> 8 * (level + 1):
            above = []
            for number in range((size >> 8 * (level + 1))):
                tile, tree = self.tile(level, number, size) or b"", Tree()
                for slot in range(0, len(tile), 32):
                    tree.append(tile[slot : slot + 32])
                above.append(tree.root())
            level += 1
            for number in range((len(above) + 255) // 256):
                if self.tile(level, number, size) != b"".join(above[number * 256 : number * 256 + 256]):
                    self.find(min(size - 1, number << 8 * (level + 1)), "DAMAGED", "tile %d/%d" % (level, number))

    def check_known(self, key, origin, total, roots):
        for path in self.arguments.known:
            note = parse_note(contents(path) or b"")
            checkpoint = note and parse_checkpoint(note[0])
            if not checkpoint or checkpoint[0] != origin:
                print("says nothing about this log: %s" % path)
            elif is_signed(note, key):
                if checkpoint[1] > total:
                    self.find(total, "SHORT", "by %d" % (checkpoint[1] - total))
                elif checkpoint[1] > 0 and roots.get(checkpoint[1]) != checkpoint[2]:
                    self.find(0, "FORKED", "at %d" % checkpoint[1])
            elif any(n == key.name and h != key.hash for n, h, _ in note[1]):
                self.find(0, "ALTERED", "founding key")

    def compare_with_openssl(self, note, key):
        """The same verdict on the checkpoint from OpenSSL, where it is to be had; a second opinion on the code above."""
        if shutil.which("openssl") is None:
            return
        own = next((s for n, h, s in note[1] if n == key.name and h == key.hash and len(s) == 64), None)
        if own is None:
            return
        with tempfile.TemporaryDirectory() as folder:
            names = [os.path.join(folder, name) for name in ("key", "signature", "text")]
            der = bytes.fromhex("302a300506032b6570032100") + key.public
            for name, data in zip(names, (der, own, note[0])):
                with open(name, "wb") as file:
                    file.write(data)
            outcome = subprocess.run(
                ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names[0]]
                + ["-rawin", "-in", names[2], "-sigfile", names[1]],
                capture_output=True,
            )
            text = outcome.stdout + outcome.stderr
            if b"Verified Successfully" not in text and b"Verification Failure" not in text:
                return
            if (outcome.returncode == 0) != verifies(key.public, own, note[0]):
                sys.exit("OpenSSL and this program disagree about the checkpoint's signature")

    def report(self, code, sentence):
        print(sentence)
        for index, _, verdict, reason in sorted(self.findings)[1:20]:
            print("  also %s at %d: %s" % (verdict, index, reason))
        return code


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--key", help="the desk's key from the founding sheet")
    parser.add_argument("--known", action="append", default=[], help="a checkpoint note kept outside")
    parser.add_argument("--no-signatures", action="store_true", help="do not check the entries' signatures")
    arguments = parser.parse_args()
    return Export(arguments.folder, arguments).run()


if __name__ == "__main__":
    sys.exit(main())
