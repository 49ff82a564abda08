#!/usr/bin/python3
"""A second reader of Houvast's logbooks. It shares no code with Houvast and knows what docs/vault-format.md says.

It only reads. Needs Python 3.11 with PyNaCl and argon2-cffi (Debian: python3-nacl, python3-argon2).

    read_vault.py list    LOGBOOK KEY            every record, one JSON object a line
    read_vault.py extract LOGBOOK KEY ID OUT     the evidence with this id, bit for bit
    read_vault.py check   LOGBOOK KEY            reads everything and says what does not hold
    read_vault.py anchor  LOGBOOK KEY FILE       holds the logbook against an anchor given earlier
    read_vault.py inbox   LOGBOOK KEY            what was put in while locked; --item ITEM OUT writes one out
    read_vault.py self-test [FOLDER]             holds this reader against docs/vectors

KEY is --passphrase-file FILE, --recovery-key-file FILE or --device-key-file FILE (64 hexadecimal digits); the first
line counts, - is standard input.
Exit status: 0 done; 1 something does not hold; 2 wrong words; 3 wrong key; 4 damaged or no logbook.
"""

import argparse
import base64
import hashlib
import hmac
import json
import os
import sqlite3
import sys
import unicodedata
from datetime import datetime, timedelta, timezone
from itertools import islice
from urllib.parse import quote

from argon2.low_level import Type, hash_secret_raw
from nacl import bindings as sodium
from nacl.exceptions import CryptoError
from nacl.signing import SigningKey, VerifyKey

CHUNK, TAG = 65_536, 16
# After so many that are missing, no more are looked for: a head, or the size of a file, can say any number.
MOST_MISSING = 4096
DAMM = """0317598642 7092154863 4206871359 1750983426 6123045978
          3674209581 5869720134 8945362017 9438617205 2581436790""".split()
ROLES = {1: b"houvast/1 slot passphrase", 2: b"houvast/1 slot recovery", 3: b"houvast/1 slot device"}


class Refused(Exception):
    """Why nothing is read, and the exit status that says so."""

    def __init__(self, status, why):
        super().__init__(why)
        self.status = status


# Small things that everything is made of.


def number(value, size):
    return value.to_bytes(size, "big")


class Fields:
    """Takes fields off the front of bytes."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, size):
        part = self.data[self.at : self.at + size]
        if len(part) != size:
            raise ValueError("cut off")
        self.at += size
        return part

    def number(self, size, signed=False):
        return int.from_bytes(self.take(size), "big", signed=signed)

    def long(self):
        return self.take(self.number(4))

    def end(self):
        if self.at != len(self.data):
            raise ValueError("longer than its fields")


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def hkdf(secret, salt, info, size=32):
    key, out, block = hmac.digest(salt or bytes(32), secret, "sha256"), b"", b""
    for count in range(1, -(-size // 32) + 1):
        block = hmac.digest(key, block + info + bytes([count]), "sha256")
        out += block
    return out[:size]


def padme(length, least):
    length = max(length, least)
    exponent = length.bit_length() - 1
    block = 1 << (exponent - exponent.bit_length())
    return -(-length // block) * block


def unseal(key, about, sealed):
    """What is sealed, or None."""
    try:
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], about, sealed[:24], key)
    except (CryptoError, TypeError, ValueError):
        return None


def unseal_padded(key, about, sealed):
    padded = unseal(key, about, sealed)
    try:
        return None if padded is None else Fields(padded).long()
    except ValueError:
        return None


def stream(key, nonce_start, n, last, about, sealed):
    """One chunk of STREAM over ChaCha20-Poly1305, or None. The nonce ends with the counter and the flag."""
    nonce = nonce_start + number(n, 11 - len(nonce_start)) + bytes([last])
    try:
        return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(sealed, about, nonce, key)
    except (CryptoError, TypeError, ValueError):
        return None


# Ways in.


def passphrase_secret(text, salt, memory_kib, passes, lanes):
    composed = unicodedata.normalize("NFC", text).encode()
    return hash_secret_raw(composed, salt, passes, memory_kib, lanes, 32, Type.ID, version=19)


def check_digit(group, digits):
    for digit in digits:
        group = int(DAMM[group][int(digit)])
    return str(group)


def recovery_secret(text):
    dashes = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u200b\ufeff"
    digits = [c for c in text if not (c.isspace() or c in dashes)]
    if len(digits) != 48 or not all(digit in "0123456789" for digit in digits):
        raise Refused(3, "a recovery key has 48 digits")
    groups = ["".join(digits[at : at + 6]) for at in range(0, 48, 6)]
    for index, group in enumerate(groups):
        if check_digit(index, group[:5]) != group[5]:
            raise Refused(3, f"group {index + 1} of the recovery key is not right")
    return "".join(group[:5] for group in groups).encode()


def device_secret(text):
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        secret = b""
    if len(secret) != 32:
        raise Refused(3, "a device's key has 64 hexadecimal digits")
    return secret


def slot_keys(role, secret, index, salt):
    both = hkdf(secret, salt, ROLES[role] + b"houvast/1 slot" + number(index, 8), 64)
    return both[:32], both[32:]


def open_slot(role, secret, index, slot):
    """The main key in a slot, or None."""
    wrapping, commitment = slot_keys(role, secret, index, slot[:32])
    if not hmac.compare_digest(commitment, slot[32:64]):
        return None
    plain = unseal(wrapping, b"houvast/1 slot" + number(index, 8), slot[64:])
    return plain and plain[:32]


def subkey(main, name):
    return hkdf(main, b"", b"houvast/1 key " + name)


# The log.


def decode_record(body):
    """A record's body as a dictionary; raises ValueError if it is none."""
    fields = Fields(body)
    kind = fields.number(1)
    record = {"kind": kind, "origin": fields.take(16), "seq": fields.number(8)}
    if kind == 2:
        record["leaf"] = fields.take(32)
    elif kind == 1:
        record |= {"utc_micros": fields.number(8, signed=True), "offset": fields.number(4, signed=True)}
        record["zone"] = fields.take(fields.number(1)).decode()
        record["blinding"] = fields.take(32)
        record["payload"] = fields.long()
        record["leaf"] = sha256(b"\0", body)
    else:
        raise ValueError("unknown kind")
    fields.end()
    return record


def decode_head(body):
    fields = Fields(body)
    if fields.number(1) != 1:
        raise ValueError("unknown head")
    head = {"origin": fields.take(16), "roles": list(fields.take(8)), "mended": fields.number(1) != 0}
    head |= {"size": fields.number(8), "root": fields.take(32)}
    head["peaks"] = [fields.take(32) for _ in range(head["size"].bit_count())]
    fields.end()
    return head


def root(leaves):
    """RFC 9162, section 2.1.1."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256()
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return sha256(b"\1", root(leaves[:k]), root(leaves[k:]))


def peaks_of(leaves):
    """Roots of the complete subtrees, the largest first."""
    peaks, at = [], 0
    for bit in range(len(leaves).bit_length() - 1, -1, -1):
        if len(leaves) >> bit & 1:
            peaks.append(root(leaves[at : at + (1 << bit)]))
            at += 1 << bit
    return peaks


def local_time(utc_micros, offset):
    try:
        moment = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=utc_micros)
        return moment.astimezone(timezone(timedelta(seconds=offset))).isoformat()
    except (OverflowError, ValueError):
        return f"{utc_micros} microseconds after 1970, offset {offset} seconds"


# Anchors.


def key_id(name, public):
    return sha256(name.encode(), b"\n\1", public)[:4]


def open_anchor(note, name, public):
    """Size and root, if this key signed the note under this name; else None."""
    lines = [line.strip().lstrip("> ").strip() for line in note.strip().splitlines()]
    text, gap, signatures = "\n".join(lines).rpartition("\n\n")
    text += "\n"
    try:
        for line in signatures.split("\n"):
            dash, by, signature = line.split(" ")
            signature = base64.b64decode(signature, validate=True)
            if gap and (dash, by, signature[:4]) == ("\u2014", name, key_id(name, public)):
                VerifyKey(public).verify(text.encode(), signature[4:])
                origin, size, root_, *_ = text.split("\n")
                size, root_ = int(size), base64.b64decode(root_, validate=True)
                return (size, root_) if origin == name and len(root_) == 32 and size >= 0 else None
    except (CryptoError, ValueError):
        pass
    return None


# The inbox: age v1, from age-encryption.org/v1.


def unpadded_base64(text):
    return base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)


def open_age(data, identity):
    """The plaintext of an age file to one X25519 recipient, as far as it goes, and whether that is all."""
    header, mark, rest = data.partition(b"\n---")
    mac, newline, payload = rest.partition(b"\n")
    lines = header.split(b"\n")
    words = lines[1].split(b" ") if len(lines) > 2 else []
    if not (mark and newline and lines[0] == b"age-encryption.org/v1" and words[:2] == [b"->", b"X25519"]):
        raise ValueError("no age file to one X25519 recipient")
    share, body = unpadded_base64(words[2]), unpadded_base64(lines[2])
    public = sodium.crypto_scalarmult_base(identity)
    shared = sodium.crypto_scalarmult(identity, share)
    wrapping = hkdf(shared, share + public, b"age-encryption.org/v1/X25519")
    file_key = sodium.crypto_aead_chacha20poly1305_ietf_decrypt(body, b"", bytes(12), wrapping)
    expected = hmac.digest(hkdf(file_key, b"", b"header"), header + mark, "sha256")
    if not hmac.compare_digest(expected, unpadded_base64(mac.removeprefix(b" "))):
        raise ValueError("the age header was altered")
    key, payload = hkdf(file_key, payload[:16], b"payload"), payload[16:]
    plain = b""
    for n, at in enumerate(range(0, max(len(payload), 1), CHUNK + TAG)):
        sealed = payload[at : at + CHUNK + TAG]
        if at + CHUNK + TAG >= len(payload):
            last = stream(key, b"", n, True, b"", sealed)
            if last is not None:
                return plain + last, True
        part = stream(key, b"", n, False, b"", sealed)
        if part is None:
            break
        plain += part
    return plain, False


def decode_item(plain):
    """What an item says of itself, its bytes, and whether the closing frame was there."""
    fields, content = Fields(plain), []
    about = json.loads(fields.long())
    while True:
        try:
            size = fields.number(4)
            if size == 0:
                return about, b"".join(content), True
            content.append(plain[fields.at : fields.at + size])
            fields.take(size)
        except ValueError:
            return about, b"".join(content), False


# The file.


def change_of(record):
    """The change in a record; an empty one if it is of another sort than this reader knows."""
    try:
        change = json.loads(record["payload"])
        return change if isinstance(change.get("change"), str) else {"change": ""}
    except (AttributeError, ValueError):
        return {"change": ""}


class Logbook:
    """An opened logbook: its header, keys and records."""

    def __init__(self, path, secret_of):
        """`secret_of` gives role and secret from the header's salt, memory, passes and lanes."""
        self.problems = []
        with open(path, "rb") as file:
            start = file.read(100)
        if not start.startswith(b"SQLite format 3\0") or start[68:72] != b"HVST" or start[60:64] == bytes(4):
            raise Refused(4, "this is not a logbook")
        if start[60:64] != number(1, 4):
            raise Refused(4, "this logbook is newer than this reader")
        if os.path.exists(f"{path}-journal"):
            with open(f"{path}-journal", "rb") as file:
                if file.read(8) == bytes.fromhex("d9d505f920a163d7"):
                    raise Refused(4, "a crash cut a write off; let SQLite roll it back in a copy of both files first")
        self.file = sqlite3.connect(f"file:{quote(os.path.abspath(path))}?mode=ro&immutable=1", uri=True)
        self.read_header(secret_of)
        self.read_records()

    def read_header(self, secret_of):
        row = self.file.execute(
            "SELECT format, kdf, kdf_version, salt, memory_kib, passes, lanes, inbox_recipient, checksum, mac"
            " FROM header WHERE id = 1"
        ).fetchone()
        slots = dict(self.file.execute("SELECT id, bytes FROM slot WHERE id BETWEEN 0 AND 7"))
        slots = [slots.get(index) for index in range(8)]
        slots = [slot if isinstance(slot, bytes) and len(slot) == 168 else bytes(168) for slot in slots]
        if row is None or [type(value) for value in row] != [int, str, int, bytes, int, int, int, bytes, bytes, bytes]:
            raise Refused(4, "the header is damaged")
        form, kdf, version, salt, memory_kib, passes, lanes, recipient, checksum, mac = row
        if memory_kib > 1 << 20 or passes > 16 or lanes > 16:
            raise Refused(4, f"the header asks for {memory_kib} KiB, {passes} passes and {lanes} lanes")
        if memory_kib < 1 << 16 or passes < 3 or lanes < 1:
            raise Refused(4, "the header is damaged")
        numbers = (form % 2**32, version % 2**32, memory_kib, passes, lanes)
        fields = b"houvast/1 header" + b"".join(number(n, 4) for n in numbers)
        fields += kdf.encode() + salt + recipient
        whole = sha256(fields, mac, *slots) == checksum
        role, secret = secret_of(salt, memory_kib, passes, lanes)
        opened = [main for index, slot in enumerate(slots) if (main := open_slot(role, secret, index, slot))]
        if not opened:
            raise Refused(*((3, "this key does not open the logbook") if whole else (4, "the header is damaged")))
        self.main = opened[0]
        self.identity = subkey(self.main, b"inbox")
        self.signing = SigningKey(subkey(self.main, b"sign"))
        if not whole:
            self.problems.append("the header was altered: its checksum does not fit")
        if not hmac.compare_digest(hmac.digest(subkey(self.main, b"header"), fields, "sha256"), mac):
            self.problems.append("the header was altered: its MAC does not fit")
        if sodium.crypto_scalarmult_base(self.identity) != recipient:
            self.problems.append("the header was altered: what is put in while locked goes to somebody else")

    def read_records(self):
        self.records, self.left_over = [], []
        key = subkey(self.main, b"record")
        try:
            for row, sealed in self.file.execute("SELECT id, sealed FROM record ORDER BY id"):
                try:
                    record = decode_record(unseal_padded(key, b"houvast/1 record" + number(row, 8), sealed) or b"")
                    self.records.append(record | {"row": row})
                except (ValueError, OverflowError):
                    self.left_over.append(row)
        except sqlite3.Error as error:
            self.problems.append(f"the file cannot be read to its end: {error}")
        self.records.sort(key=lambda record: (record["origin"], record["seq"]))
        self.head = None
        try:
            for (sealed,) in self.file.execute("SELECT sealed FROM head WHERE id = 1"):
                self.head = decode_head(unseal_padded(subkey(self.main, b"head"), b"houvast/1 head", sealed) or b"")
        except (ValueError, sqlite3.Error):
            pass
        if self.head:
            self.origin = self.head["origin"]
        else:
            self.origin = self.records[0]["origin"] if self.records else bytes(16)
        self.leaves = {record["seq"]: record["leaf"] for record in self.records if record["origin"] == self.origin}

    def changes(self):
        """Record and change of everything that was not erased."""
        for record in self.records:
            if record["kind"] == 1:
                yield record, change_of(record)

    def chunks(self, blob):
        """The bytes of a blob, chunk by chunk: number, and None for one that does not verify."""
        ident, key, left = bytes.fromhex(blob["id"]), bytes.fromhex(blob["key"]), blob["size"]
        count = -(-padme(left, 256) // CHUNK)
        for n in range(count):
            try:
                row = self.file.execute("SELECT sealed FROM chunk WHERE blob = ? AND n = ?", (ident, n)).fetchone()
            except sqlite3.Error:
                row = None
            part = row and stream(key, bytes(7), n, n + 1 == count, b"houvast/1 blob" + ident, row[0])
            yield n, part and part[: max(left, 0)]
            left -= CHUNK

    def items(self):
        """The inbox: item, what it says of itself, its bytes, whether it is whole."""
        for (item,) in self.file.execute("SELECT item FROM inbox GROUP BY item ORDER BY min(id)").fetchall():
            rows = self.file.execute("SELECT sealed FROM inbox WHERE item = ? ORDER BY n", (item,))
            try:
                plain, to_the_end = open_age(b"".join(sealed for (sealed,) in rows), self.identity)
                about, content, closed = decode_item(plain)
                yield item.hex(), about, content, to_the_end and closed
            except (CryptoError, IndexError, RuntimeError, TypeError, ValueError, sqlite3.Error):
                yield item.hex(), None, b"", False

    def check_log(self):
        """What does not hold in the log."""
        if self.head is None:
            yield "the head of the log is missing or was altered"
            return
        if self.head["mended"]:
            yield "the head of the log was lost once; what was missing then cannot be told"
        size, mine = self.head["size"], [record for record in self.records if record["origin"] == self.origin]
        missing = list(islice((seq for seq in range(size) if seq not in self.leaves), MOST_MISSING + 1))
        for seq in missing[:MOST_MISSING]:
            yield f"record {seq} is missing or was altered"
        if len(missing) > MOST_MISSING:
            yield "the head accounts for many more records than there are"
        for row in self.left_over if missing else []:
            yield f"row {row} does not open"
        for before, record in zip([None, *mine], mine):
            if before and before["seq"] == record["seq"]:
                yield f"record {record['seq']} is there more than once"
            if record["seq"] >= size:
                yield f"record {record['seq']} is more than the head accounts for"
        if not missing:
            leaves = [self.leaves[seq] for seq in range(size)]
            if (root(leaves), peaks_of(leaves)) != (self.head["root"], self.head["peaks"]):
                yield "the records differ from what the head accounts for"

    def check_changes(self):
        """What does not hold in the changes and the files."""
        erased = {}
        for record, change in self.changes():
            if change["change"].endswith("-erased"):
                erased[change["id"]] = record["seq"]
        for record, change in self.changes():
            evidence = change.get("evidence") if change["change"] == "evidence-kept" else None
            ident = evidence["id"] if evidence else change.get("id")
            tells = evidence or change["change"] in ("incident-recorded", "incident-amended", "private-note-set")
            if tells and record["seq"] < erased.get(ident, 0):
                yield f"record {record['seq']} was erased and is back"
            elif evidence:
                yield from self.check_file(f"evidence {ident}", evidence["blob"], evidence["sha256"])
                if evidence.get("thumbnail"):
                    yield from self.check_file(f"evidence {ident}, small picture", evidence["thumbnail"]["blob"], None)

    def check_file(self, name, blob, expected):
        digest, missing = hashlib.sha256(), 0
        for n, part in self.chunks(blob):
            if part is None:
                missing += 1
                yield f"{name}, chunk {n} is missing or was altered"
                if missing == MOST_MISSING:
                    return
            else:
                digest.update(part)
        if not missing and expected and digest.hexdigest() != expected:
            yield f"{name} does not have its SHA-256"


# Commands.


def without_keys(value):
    """The same JSON without the keys of blobs."""
    if isinstance(value, dict):
        return {name: without_keys(part) for name, part in value.items() if name != "key"}
    return [without_keys(part) for part in value] if isinstance(value, list) else value


def say(value):
    print(json.dumps(value, ensure_ascii=False))


def write_out(path, parts):
    """Writes a file under another name first, so that nothing half bears its name."""
    with open(f"{path}.part", "xb") as file:
        for part in parts:
            file.write(part)
    os.replace(f"{path}.part", path)


def list_records(book, _):
    for record in book.records:
        line = {"seq": record["seq"]}
        if record["kind"] == 2:
            say(line | {"erased": True, "leaf": record["leaf"].hex()})
            continue
        line |= {"time": local_time(record["utc_micros"], record["offset"]), "zone": record["zone"]}
        say(line | without_keys(change_of(record)))
    return 0


def extract(book, words):
    for _, change in book.changes():
        if change["change"] == "evidence-kept" and change["evidence"]["id"] == words.id:
            evidence, digest = change["evidence"], hashlib.sha256()

            def verified():
                for n, part in book.chunks(evidence["blob"]):
                    if part is None:
                        raise Refused(1, f"chunk {n} is missing or was altered")
                    digest.update(part)
                    yield part
                if digest.hexdigest() != evidence["sha256"]:
                    raise Refused(1, "it does not have its SHA-256")

            try:
                write_out(words.out, verified())
            except Refused:
                os.remove(f"{words.out}.part")
                raise
            say({"name": evidence["name"], "size": evidence["size"], "sha256": evidence["sha256"]})
            return 0
    raise Refused(1, "there is no evidence with this id")


def check(book, _):
    problems = [*book.problems, *book.check_log(), *book.check_changes()]
    try:
        pages = book.file.execute("PRAGMA integrity_check").fetchall()
    except sqlite3.Error as error:
        pages = [(str(error),)]
    problems += [f"the file: {page}" for (page,) in pages if page != "ok"]
    for problem in problems:
        print(problem)
    if not problems:
        print(f"all holds: {book.head['size']} records, root {book.head['root'].hex()}")
    return 1 if problems else 0


def anchor(book, words):
    with open(words.file, encoding="utf-8") as file:
        opened = open_anchor(file.read(), f"houvast/{book.origin.hex()}", bytes(book.signing.verify_key))
    if opened is None:
        raise Refused(1, "it is no anchor of this logbook, or it was changed")
    size, claimed = opened
    here = book.head["size"] if book.head else len(book.leaves)
    if size > here:
        raise Refused(1, f"the anchor covers {size} records and there are {here}: this is an older copy")
    leaves = [book.leaves.get(seq) for seq in range(size)] if size <= len(book.leaves) else [None]
    if None in leaves:
        raise Refused(1, "a record that the anchor covers is missing, so nothing can be said")
    if root(leaves) != claimed:
        raise Refused(1, "what the anchor covers is not what is here")
    print(f"holds: the anchor covers {size} records; {here - size} came later")
    return 0


def inbox(book, words):
    for item, about, content, whole in book.items():
        if words.item and words.item[0] == item:
            write_out(words.item[1], [content])
            return 0
        line = {"item": item, "whole": whole}
        if about:
            line |= {"what": about["what"], "name": about["name"], "zone": about["zone"]}
            line |= {"time": local_time(about["utc_micros"], about["offset_seconds"])}
            line |= {"size": len(content), "sha256": sha256(content).hex()}
            if about["what"] == "note":
                line["text"] = content.decode(errors="replace")
        if not words.item:
            say(line)
    if words.item:
        raise Refused(1, "there is no such item")
    return 0


# Vectors.


def self_test(folder):
    """Holds every step against the published vectors, then reads the sample logbooks by every way in."""
    with open(os.path.join(folder, "vectors.json"), encoding="utf-8") as file:
        told = json.load(file)
    unhex = bytes.fromhex

    def same(what, found, expected):
        if found != expected:
            raise Refused(1, f"{what}: {found!r} is not {expected!r}")

    for case in told["padme"]:
        same("padme", padme(case["length"], case["least"]), case["padded"])
    for case in told["recovery_keys"]:
        same("recovery key", recovery_secret(case["key"]).decode(), case["digits"])
    case = told["passphrase"]
    same("NFC", unicodedata.normalize("NFC", case["typed"]).encode().hex(), case["nfc"])
    cost = (case["memory_kib"], case["passes"], case["lanes"])
    same("Argon2id", passphrase_secret(case["typed"], unhex(case["salt"]), *cost).hex(), case["secret"])
    for case in told["slots"]:
        role, index, secret, slot = case["role"], case["index"], unhex(case["secret"]), unhex(case["bytes"])
        wrapping, commitment = slot_keys(role, secret, index, slot[:32])
        same("slot", (wrapping.hex(), commitment.hex()), (case["wrapping_key"], case["commitment"]))
        same("slot", open_slot(role, secret, index, slot).hex(), told["main_key"])
    main = unhex(told["main_key"])
    for name, key in told["subkeys"].items():
        same(f"subkey {name}", subkey(main, name.encode()).hex(), key)
    case, keys = told["header"], {name: unhex(key) for name, key in told["subkeys"].items()}
    same("inbox recipient", sodium.crypto_scalarmult_base(keys["inbox"]).hex(), case["inbox_recipient"])
    same("MAC", hmac.digest(keys["header"], unhex(case["fields"]), "sha256").hex(), case["mac"])
    for name in ("record", "erased"):
        case = told[name]
        body = unseal_padded(keys["record"], b"houvast/1 record" + number(case["row"], 8), unhex(case["sealed"]))
        same(name, body.hex(), case["body"])
        record = decode_record(body)
        for field in ("origin", "leaf"):
            same(f"{name}: {field}", record[field].hex(), case[field])
        same(f"{name}: seq", record["seq"], case["seq"])
        if name == "record":
            record["payload"] = record["payload"].decode()
            for field in ("utc_micros", "offset", "zone", "payload"):
                same(f"record: {field}", record[field], case[field])
    for case in told["trees"]:
        leaves = [unhex(leaf) for leaf in told["leaves"][: case["size"]]]
        same("tree", (root(leaves).hex(), [peak.hex() for peak in peaks_of(leaves)]), (case["root"], case["peaks"]))
    case = told["head"]
    head = decode_head(unseal_padded(keys["head"], b"houvast/1 head", unhex(case["sealed"])))
    same("head", (head["size"], head["root"].hex(), head["roles"]), (case["size"], case["root"], case["roles"]))
    case = told["state"]
    fields = Fields(unseal_padded(keys["state"], b"houvast/1 state" + number(case["row"], 8), unhex(case["sealed"])))
    same("state", [fields.long().decode(), fields.long().decode()], [case["name"], case["value"]])
    case = told["blob"]
    ident, key, plain = unhex(case["id"]), unhex(case["key"]), bytes(n % 251 for n in range(case["size"]))
    same("SHA-256", sha256(plain).hex(), case["sha256"])
    plain += bytes(padme(len(plain), 256) - len(plain))
    count = -(-len(plain) // CHUNK)
    for n in range(count):
        nonce = bytes(7) + number(n, 4) + bytes([n + 1 == count])
        part, about = plain[n * CHUNK : (n + 1) * CHUNK], b"houvast/1 blob" + ident
        sealed = sodium.crypto_aead_chacha20poly1305_ietf_encrypt(part, about, nonce, key)
        same(f"chunk {n}", {"length": len(sealed), "sha256": sha256(sealed).hex()}, case["chunks"][n])
    case = told["anchor"]
    name, public = case["name"], bytes(SigningKey(keys["sign"]).verify_key)
    verifier = f"{name}+{key_id(name, public).hex()}+{base64.b64encode(bytes([1]) + public).decode()}"
    same("verifier key", verifier, case["verifier_key"])
    same("anchor", open_anchor(case["note"], name, public), (case["size"], unhex(case["root"])))
    same("altered anchor", open_anchor(case["note"].replace(f"\n{case['size']}\n", "\n99\n"), name, public), None)
    for case in told["inbox"]:
        with open(os.path.join(folder, case["file"]), "rb") as file:
            data = file.read()
        plain, whole = open_age(data, keys["inbox"])
        about, content, closed = decode_item(plain)
        same("inbox", (about, sha256(content).hex(), whole and closed), (case["about"], case["sha256"], True))
        plain, whole = open_age(data[: case["cut"]], keys["inbox"])
        same("cut off", (len(decode_item(plain)[1]) if plain else 0, whole), (case["kept"], False))
    for name in sorted(os.listdir(folder)):
        if name.endswith(".db"):
            self_test_logbook(same, os.path.join(folder, name))
    print("all vectors hold")
    return 0


def self_test_logbook(same, path):
    """Reads a published logbook by every way in."""
    with open(f"{path.removesuffix('.db')}.json", encoding="utf-8") as file:
        told = json.load(file)
    ways = [(1, told["passphrase"]), (2, told["recovery_key"])]
    if "slot" in told:
        case, unhex = told["slot"], bytes.fromhex
        keys = slot_keys(case["role"], unhex(case["secret"]), case["index"], unhex(case["bytes"])[:32])
        same("slot", [key.hex() for key in keys], [case["wrapping_key"], case["commitment"]])
        ways.append((3, told["device_key"]))
    for role, key in ways:
        book = Logbook(path, way_in(role, key))
        same(path, [*book.problems, *book.check_log(), *book.check_changes()], [])
        same(path, book.head["root"].hex(), told["root"])
        if "slot" in told:
            same(path, (book.main.hex(), book.head["roles"]), (told["main_key"], told["roles"]))
        same(path, [[item, whole] for item, *_, whole in book.items()], told["inbox"])
        files = {change["evidence"]["id"]: change["evidence"] for _, change in book.changes() if "evidence" in change}
        for case in told.get("evidence", []):
            same(path, {name: files[case["id"]][name] for name in case}, case)
            content = b"".join(part for _, part in book.chunks(files[case["id"]]["blob"]))
            same(path, sha256(content).hex(), case["sha256"])


def way_in(role, text):
    if role == 1:
        return lambda *cost: (1, passphrase_secret(text, *cost))
    secret = recovery_secret(text) if role == 2 else device_secret(text)
    return lambda *_: (role, secret)


def first_line(path):
    if path == "-":
        return sys.stdin.readline().rstrip("\r\n")
    with open(path, encoding="utf-8") as file:
        return file.readline().rstrip("\r\n")


def complain(why, status):
    print(f"read_vault.py: {why}", file=sys.stderr)
    return status


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    more = {list_records: [], extract: ["id", "out"], check: [], anchor: ["file"], inbox: []}
    for run, words in more.items():
        command = commands.add_parser(run.__name__.removesuffix("_records"))
        command.add_argument("logbook")
        key = command.add_mutually_exclusive_group(required=True)
        key.add_argument("--passphrase-file")
        key.add_argument("--recovery-key-file")
        key.add_argument("--device-key-file")
        for word in words:
            command.add_argument(word)
        if run is inbox:
            command.add_argument("--item", nargs=2, metavar=("ITEM", "OUT"))
        command.set_defaults(run=run)
    test = commands.add_parser("self-test")
    vectors = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../vectors")
    test.add_argument("folder", nargs="?", default=vectors)
    test.set_defaults(run=None)
    words = parser.parse_args()
    try:
        if words.run is None:
            return self_test(words.folder)
        files = (words.passphrase_file, words.recovery_key_file, words.device_key_file)
        role, file = next((role, file) for role, file in enumerate(files, 1) if file)
        book = Logbook(words.logbook, way_in(role, first_line(file)))
        return words.run(book, words)
    except sqlite3.Error as error:
        return complain(f"this logbook is damaged: {error}", 4)
    except (Refused, OSError) as refused:
        return complain(refused, getattr(refused, "status", 1))


if __name__ == "__main__":
    sys.exit(main())
