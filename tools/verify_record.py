#!/usr/bin/env python3
"""Verifies Sorte's record (the guardian's log) with nothing of Sorte: Python 3 and its standard library.

usage: verify_record.py FOLDER PUBLIC_KEY [WITNESS]
FOLDER is guardian/log of a home, PUBLIC_KEY its guardian.pub, WITNESS the witness copy kept outside it. Prints
{"ok", "entries", "head", "firstBad", "attestations", "witnessed"}; ends 0 when all is as it was signed, 1 when
not, 2 when called wrongly. Verified: the file's framing, the link of each entry to the one before it, the Merkle
tree (RFC 9162), every checkpoint and the witness copy (C2SP signed notes), the signatures of entries of the form
of before, each attestation's Ed25519 signature (DSSE). Not its second signature (ML-DSA-65), the store, the
repository, the commander's log: `sorte audit verify` does those. The formats: docs/record.md.
"""
import base64, hashlib, json, os, re, sys

# ---- Ed25519 (RFC 8032, section 5.1), in extended coordinates ----
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(n, p):
    q = (0, 1, 1, 0)
    while n > 0:
        if n & 1:
            q = add(q, p)
        p = add(p, p)
        n >>= 1
    return q

def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or x * x % P != square or (x == 0 and sign):
        return None
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P

BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

def signed(key, content, signature):
    if len(signature) != 64:
        return False
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + content).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)

# ---- the file: SORTELOG, then [length][crc32c of length and payload][payload] ----
TABLE = []
for n in range(256):
    for _ in range(8):
        n = n >> 1 ^ (0x82F63B78 if n & 1 else 0)
    TABLE.append(n)

def crc32c(content):
    crc = 0xFFFFFFFF
    for byte in content:
        crc = TABLE[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xFFFFFFFF

class Bad(Exception):
    """What is not as it was signed."""

def records(data):
    if data[:8] != b"SORTELOG":
        return [], len(data)
    at, found = 8, []
    while at + 8 <= len(data):
        length = int.from_bytes(data[at:at + 4], "big")
        payload = data[at + 8:at + 8 + length]
        if len(payload) < length or crc32c(data[at:at + 4] + payload).to_bytes(4, "big") != data[at + 4:at + 8]:
            break
        found.append(payload)
        at += 8 + length
    return found, len(data) - at

# ---- the tree (RFC 9162, section 2.1) ----
def sha(content):
    return hashlib.sha256(content).digest()

class Tree:
    def __init__(self):
        self.size, self.peaks = 0, []  # (level, hash), the largest first

    def add(self, leaf):
        self.peaks.append((0, leaf))
        while len(self.peaks) > 1 and self.peaks[-1][0] == self.peaks[-2][0]:
            (level, left), (_, right) = self.peaks[-2:]
            self.peaks[-2:] = [(level + 1, sha(b"\1" + left + right))]
        self.size += 1

    def root(self):
        root = self.peaks[-1][1] if self.peaks else sha(b"")
        for _, left in reversed(self.peaks[:-1]):
            root = sha(b"\1" + left + root)
        return root

def unbase64(text):
    raw = base64.b64decode(text, validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError("base64 in another form")
    return raw

class Verifier:
    def __init__(self, folder, public_key, witness=None):
        self.folder, self.witness = folder, witness
        with open(public_key) as file:
            first = re.split("-----[A-Z ]+-----", file.read())[1]
        der = unbase64("".join(first.split()))
        if len(der) != 44:
            raise ValueError(public_key + " does not begin with an Ed25519 key")
        self.key, self.id = der[-32:], hashlib.sha256(der).hexdigest()[:16]
        self.origin = "sorte-guardian-" + self.id
        self.entries, self.attestations, self.tree = 0, 0, Tree()

    def notes(self, name, where):
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            return []
        with open(path, encoding="utf-8", newline="") as file:
            lines = file.read().split("\n")
        if len(lines) % 5 != 1 or lines[-1]:
            raise Bad(f"{where}: it is not made of signed notes")
        return [self.note(lines[i:i + 5], where) for i in range(0, len(lines) - 1, 5)]

    def note(self, lines, where):
        text = f"{self.origin}\n{lines[1]}\n{lines[2]}\n"
        head = f"\u2014 {self.origin} "
        signature, root = unbase64(lines[4][len(head):]), unbase64(lines[2])
        shaped = lines[0] == self.origin and lines[3] == "" and lines[4].startswith(head) and len(root) == 32
        known = signature[:4] == sha(self.origin.encode() + b"\n\1" + self.key)[:4]
        numbered = re.fullmatch("0|[1-9][0-9]{0,17}", lines[1])
        if not (shaped and known and numbered and signed(self.key, text.encode(), signature[4:])):
            raise Bad(f"{where}: it is not as it was signed")
        return int(lines[1]), root, where

    def verify(self):
        current, coming, milestones = (self.notes(name, name) for name in ("checkpoint", "checkpoint.next", "checkpoints"))
        seen = self.notes(os.path.abspath(self.witness), "witness copy") if self.witness else []
        marks = current + milestones + seen
        if [said for said, _, _ in milestones] != [(i + 1) * 10000 for i in range(len(milestones))]:
            raise Bad("the milestones are not of each ten thousandth entry")
        with open(os.path.join(self.folder, "entries.log"), "rb") as file:
            payloads, rest = records(file.read())
        self.walk(payloads, marks)
        size = self.tree.size
        for said, _, where in marks:
            if said > size:
                raise Bad(f"entry {size}: it is missing, and the {where} says {said} entries")
        stated = current[0][0] if current else self.head(size)
        announced = bool(coming) and coming[0][0] == stated + 1
        ahead = announced and size == stated + 1 and coming[0][1] == self.tree.root()
        if size != stated and not ahead or rest and not (announced and size == stated):
            raise Bad(f"entry {stated}: what is behind the checkpoint was not announced")
        if current and len(milestones) not in (size // 10000, (size - 1) // 10000):
            raise Bad(f"there are {len(milestones)} milestones, not {size // 10000}")
        return seen[-1][0] if seen else None

    def head(self, size):
        """What a log says of itself that has no checkpoint: empty, or of before there were any."""
        path = os.path.join(self.folder, "head.json")
        if self.first_form < size - 1 or not os.path.exists(path):
            return 0
        with open(path, encoding="utf-8") as file:
            said = json.load(file)
        content = f"sorte-guardian-head-1\n{said['entries']}\n{said['head']}".encode()
        known = (said["head"] in self.links or said["entries"] == 0) and self.first_form <= said["entries"] + 1
        if not known or not signed(self.key, content, unbase64(said["signature"])):
            raise Bad("the log's head is not as it was signed")
        return self.first_form

    def walk(self, payloads, marks):
        link, leaf, by_size = "0" * 64, "0" * 64, {}
        self.first_form, self.links = 0, set()
        for mark in marks:
            by_size.setdefault(mark[0], []).append(mark)
        for n, payload in enumerate(payloads):
            first = payload.startswith(b'{"body":')
            entry = json.loads(payload)
            before = link if first else leaf
            if first:
                link = hashlib.sha256(entry["body"].encode()).hexdigest()
                content = ("sorte-guardian-log-1\n" + link).encode()
                if link != entry["hash"] or not signed(self.key, content, unbase64(entry["signature"])):
                    raise Bad(f"entry {n}: its content was altered")
                entry = json.loads(entry["body"])
                if self.first_form != n:
                    raise Bad(f"entry {n}: it has the form of before, behind entries of this one")
                self.first_form, self.links = n + 1, self.links | {link}
            if entry["n"] != n:
                raise Bad(f"entry {n}: it has the number {entry['n']}")
            if entry["previous"] != before:
                raise Bad(f"entry {max(0, n - 1)}: it was altered, or what follows it was: they do not join")
            digest = sha(b"\0" + payload)
            leaf = digest.hex()
            self.tree.add(digest)
            for _, root, where in by_size.get(self.tree.size, []):
                if root != self.tree.root():
                    raise Bad(f"entry {n}: up to it the log is not what the {where} of {n + 1} entries says")
            if "attestation" in entry:
                self.attested(n, entry["attestation"], entry["artifact"])
            self.entries = n + 1

    def attested(self, n, envelope, artifact):
        if "signature" in envelope:  # the form of before
            payload, signature, key = envelope["payload"], envelope["signature"], envelope["key"]
            content = unbase64(payload)
            subject = json.loads(content)["artifact"]
        else:
            kind, payload = envelope["payloadType"], unbase64(envelope["payload"])
            signature, key = envelope["signatures"][0]["sig"], envelope["signatures"][0]["keyid"]
            content = b"DSSEv1 %d %s %d %s" % (len(kind), kind.encode(), len(payload), payload)
            subject = json.loads(payload)["subject"][0]["digest"]["sha256"]
        if key != self.id or subject != artifact or not signed(self.key, content, unbase64(signature)):
            raise Bad(f"entry {n}: its attestation does not verify")
        self.attestations += 1

def main(arguments):
    try:
        verifier = Verifier(*arguments)
    except (OSError, ValueError, IndexError, TypeError) as problem:
        print(problem, __doc__, sep="\n\n", file=sys.stderr)
        return 2
    seen, bad = None, None
    try:
        seen = verifier.verify()
    except Bad as found:
        bad = str(found)
    except (OSError, ValueError, KeyError, TypeError, UnicodeError) as broken:
        bad = f"entry {verifier.entries}: it cannot be read: {broken}"
    print(json.dumps({"ok": bad is None, "entries": verifier.entries, "head": verifier.tree.root().hex(),
                      "firstBad": bad, "attestations": verifier.attestations, "witnessed": seen}))
    return 0 if bad is None else 1

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
