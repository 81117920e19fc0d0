#!/usr/bin/env python3
"""Opens an officer's key file, knowing nothing of the program that wrote it. The passphrase is one line of standard input.

Usage: open_key.py FILE [--check NOTE]

Needs Python 3.8 and its standard library only: scrypt is hashlib's, ChaCha20-Poly1305 (RFC 8439) and Ed25519 (RFC 8032) are
computed here in plain Python. Where the package “cryptography” is found, it opens the file, too, and must agree.

Prints the key name and the public key in hexadecimal; with --check, makes the note's signature again and says whether it is
the same. Ends with 0, or with 1 and a reason.
"""
import base64
import hashlib
import struct
import sys
import unicodedata


def rotate(value, count):
    return ((value << count) & 0xFFFFFFFF) | (value >> (32 - count))


def chacha_block(key, counter, nonce):
    state = list(struct.unpack("<4I", b"expand 32-byte k") + struct.unpack("<8I", key)
                 + (counter,) + struct.unpack("<3I", nonce))
    work = state[:]

    def quarter(a, b, c, d):
        for first, second, third, count in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            work[first] = (work[first] + work[second]) & 0xFFFFFFFF
            work[third] = rotate(work[third] ^ work[first], count)

    for _ in range(10):
        for n in range(4):
            quarter(n, n + 4, n + 8, n + 12)
        for n in range(4):
            quarter(n, (n + 1) % 4 + 4, (n + 2) % 4 + 8, (n + 3) % 4 + 12)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(state, work)))


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for start in range(0, len(message), 16):
        total = (total + int.from_bytes(message[start:start + 16] + b"\x01", "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:32], "little")) & (2**128 - 1)).to_bytes(16, "little")


def padded(data):
    return data + bytes(-len(data) % 16)


def aead_open(key, nonce, sealed, associated):
    text, tag = sealed[:-16], sealed[-16:]
    one_time = chacha_block(key, 0, nonce)[:32]
    lengths = struct.pack("<QQ", len(associated), len(text))
    if poly1305(one_time, padded(associated) + padded(text) + lengths) != tag:
        return None
    stream = b"".join(chacha_block(key, 1 + n, nonce) for n in range((len(text) + 63) // 64))
    return bytes(a ^ b for a, b in zip(text, stream))


# Ed25519, on affine points: slow and short.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
BASE = (15112221349535400772501151409588531511454012693041857206046113283949847762202,
        46316835694926478169428394003475163141307993866256225615783033603165251855960)


def plus(a, b):
    product = D * a[0] * b[0] * a[1] * b[1]
    return ((a[0] * b[1] + b[0] * a[1]) * pow(1 + product, P - 2, P) % P,
            (a[1] * b[1] + a[0] * b[0]) * pow(1 - product, P - 2, P) % P)


def times(point, count):
    result = (0, 1)
    while count:
        if count & 1:
            result = plus(result, point)
        point, count = plus(point, point), count >> 1
    return result


def encoded(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


def number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


def expanded(seed):
    digest = hashlib.sha512(seed).digest()
    return int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | 1 << 254, digest[32:]


def public_key(seed):
    return encoded(times(BASE, expanded(seed)[0]))


def signature(seed, text):
    scalar, prefix = expanded(seed)
    nonce = number(prefix, text) % L
    point = encoded(times(BASE, nonce))
    return point + ((nonce + number(point, public_key(seed), text) * scalar) % L).to_bytes(32, "little")


def fail(reason):
    print(reason)
    sys.exit(1)


def main():
    with open(sys.argv[1], "rb") as file:
        lines = file.read().split(b"\n")
    if len(lines) != 8 or lines[0] != b"caricc officer key v1":
        fail("not a key file")
    fields = dict(line.decode("ascii").split(": ", 1) for line in lines[1:7])
    _, kind, parameters, salt = fields["kdf"].split("$")
    cost = dict(part.split("=") for part in parameters.split(","))
    if kind != "scrypt":
        fail("not scrypt")
    typed = sys.stdin.buffer.readline().rstrip(b"\n").decode("utf-8")
    composed = unicodedata.normalize("NFC", typed)
    passphrase = "".join(" " if unicodedata.category(c) == "Zs" else c for c in composed)
    key = hashlib.scrypt(
        passphrase.encode("utf-8"), salt=base64.b64decode(salt + "=="), n=1 << int(cost["ln"]), r=int(cost["r"]),
        p=int(cost["p"]), maxmem=1 << 30, dklen=32)
    cipher, nonce = fields["aead"].split(" ")
    associated = b"".join(line + b"\n" for line in lines[:6])
    nonce, sealed = base64.b64decode(nonce), base64.b64decode(fields["sealed"])
    seed = aead_open(key, nonce, sealed, associated) if cipher == "ChaCha20-Poly1305" else None
    try:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    except ImportError:
        pass
    else:
        try:
            other = ChaCha20Poly1305(key).decrypt(nonce, sealed, associated)
        except InvalidTag:
            other = None
        if other != seed:
            fail("the package “cryptography” disagrees")
    if seed is None:
        fail("does not open")
    public = public_key(seed)
    if base64.b64decode(fields["key"].split("+", 2)[2]) != b"\x01" + public:
        fail("another key inside")
    print(fields["name"], public.hex())
    if "--check" in sys.argv:
        with open(sys.argv[sys.argv.index("--check") + 1], "rb") as file:
            text, _, block = file.read().rpartition(b"\n\n")
        signed = base64.b64decode(block.split(b" ")[2])[4:]
        print("signature", "same" if signature(seed, text + b"\n") == signed else "differs")


main()
