#!/usr/bin/env python3
"""Verifies an export of an event log, knowing nothing of the program that wrote it.

Usage: verify_export.py FOLDER [--key VKEY] [--known NOTE]... [--no-signatures]

Needs Python 3.8 and its standard library only. Ed25519 (RFC 8032) is computed here in plain Python, some milliseconds a
signature; where an `openssl` that knows `pkeyutl -rawin` is found, it also checks the checkpoint, and must agree.

Prints one line: WHOLE, SHORT, DAMAGED, ALTERED, FORKED or NOT A LOG, and ends with 0, 10, 11, 12, 12 or 13.
DAMAGED: bytes do not hash to their leaf, or are missing. ALTERED: they do, but chain, signature, number, origin or root
does not hold. FORKED: a note from outside has another root for its size. SHORT: the end is missing.
"""
import argparse
import base64
import binascii
import hashlib
import json
import os
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
        if set(entry) - {"precision"} != wanted:
            return None
        return entry, signatures, text
    except (ValueError, RecursionError):
        return None


ENTRY_REASONS = {
    "missing", "bytes do not hash to their leaf", "not an entry", "number", "origin", "chain", "rec fell", "id twice",
    "signature lines", "signer", "signature",
}


class Export:
    def __init__(self, folder, arguments):
        self.folder, self.arguments = folder, arguments
        self.findings = []

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
        faulty = [found[0] for found in self.findings if found[3] in ENTRY_REASONS]
        if total == size and roots.get(size) != root:
            self.find(min(faulty, default=0), "ALTERED", "root")
        if total == size and not faulty:
            self.check_text(size)
            self.check_tiles(size)
        self.check_known(key, origin, total, roots)
        if not self.findings:
            return self.report(0, "WHOLE to %d, root %s" % (size, base64.b64encode(root).decode()))
        index, _, verdict, reason = min(self.findings)
        return self.report({"SHORT": 10, "DAMAGED": 11}.get(verdict, 12), "%s at %d: %s" % (verdict, index, reason))

    def founding_key(self, note, origin):
        entry = parse_entry(note, origin)
        try:
            centre, desk, purpose, _ = origin.split("/")
            body = entry[0]["body"]
            key = Key(body["desk_key"])
            if (body["centre"], body["desk"], body["purpose"]) != (centre, desk, purpose) or key.name != origin:
                self.find(0, "ALTERED", "founding entry")
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
                    last = None
                    continue
                leaf = leaf_hash(entries[slot])
                if len(tile) != width * 32 or tile[slot * 32 : slot * 32 + 32] != leaf:
                    self.find(index, "DAMAGED", "bytes do not hash to their leaf")
                    last = None
                else:
                    last = self.check(entries[slot], leaf, index, origin, key, ids, last)
                tree.append(leaf)
                if tree.size == index + 1:
                    roots[tree.size] = tree.root() if self.wants(tree.size, size) else None
        return roots

    def wants(self, size, total):
        return size == total or bool(self.arguments.known)

    def check(self, note, leaf, index, origin, key, ids, last):
        parsed = parse_entry(note, origin)
        if parsed is None:
            self.find(index, "ALTERED", "not an entry")
            return None
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
        name, digest, signature = signatures[0]
        if len(signatures) > (2 if index == 0 else 1) or any(len(s) != 64 for _, _, s in signatures):
            self.find(index, "ALTERED", "signature lines")
        elif name != key.name or digest != key.hash:
            self.find(index, "ALTERED", "signer")
        elif not self.arguments.no_signatures and not verifies(key.public, signature, text):
            self.find(index, "ALTERED", "signature")
        return leaf, entry["rec"]

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
