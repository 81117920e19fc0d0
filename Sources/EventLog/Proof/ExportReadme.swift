/// The two pages that go with an export, for somebody who has never heard of this program.
enum ExportReadme {
    static func text(_ checkpoint: Checkpoint, key: VerifierKey) -> String {
        let file = ExportFolder(path: "").key(key.name).dropFirst()
        return """
            THE LOG \(checkpoint.origin), ENTRIES 0 TO \(checkpoint.size - 1)

            This folder holds a log that can only grow, and what is needed to check, without the program that wrote it,
            that no entry was changed, removed, added or moved. The formats are public: C2SP signed-note,
            tlog-checkpoint and tlog-tiles (c2sp.org), RFC 6962 for the tree, RFC 8032 for Ed25519 signatures, RFC 8785
            for the JSON. You need one thing from elsewhere: the desk's key, printed on the founding sheet. It must be
                \(key.text)
            A key that came only with this folder proves only that the folder agrees with itself.

            WHAT IS HERE
            checkpoint       origin, number of entries and root of the tree, signed by the desk; more signature lines
                             are of witnesses, who say when they saw exactly this.
            entries.txt      all entries in order, one empty line behind each. An entry is a line of JSON, an empty line
                             and its signature line.
            tile/entries/    the same entries in bundles of 256, each behind its length (two bytes).
            tile/0/, tile/1/ the hashes of the tree, 256 in a file.
            *.vkey           keys: name, short hash, and the key in base64 behind one byte for its kind.

            WHAT AN ENTRY SAYS
            log, desk and idx: which log, who wrote, which number. prev: the leaf hash of the entry before (zeros for the
            first). at: when it happened, rec: when it was written down; milliseconds since 1970-01-01 UTC. subject,
            kind, body, actor: what it is about, what happened, who said so. Its leaf hash is SHA-256 over a zero byte
            and the whole note, signature line included. Personal data is not here: entries name it by hash.

            1. THE SIGNATURE OF THE CHECKPOINT (OpenSSL 3)
                sed '/^$/,$d' checkpoint > text
                grep -F -- '— \(key.name) ' checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > signature
                (printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'
                 cut -d+ -f3- '\(file)' | base64 -d | tail -c 32) > key.der
                openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in text -sigfile signature
            The same four lines check one entry: its first line is the text, its last one the signature line.

            2. THE CHAIN AND THE ROOT (Python 3; the same in twenty lines of anything else)
            --- check.py
            import base64, hashlib, json
            def sha(b): return hashlib.sha256(b).digest()
            notes, note = [], b""
            for line in open("entries.txt", "rb"):
                if line == b"\\n" and note.count(b"\\n") > 2:
                    notes.append(note)
                    note = b""
                else:
                    note += line
            prev, edge = "0" * 64, []
            for number, note in enumerate(notes):
                entry = json.loads(note.split(b"\\n")[0])
                assert (entry["idx"], entry["prev"]) == (number, prev), number
                level, node = 0, sha(b"\\0" + note)
                prev = node.hex()
                while edge and edge[-1][0] == level:
                    level, node = level + 1, sha(b"\\1" + edge.pop()[1] + node)
                edge.append((level, node))
            root = edge.pop()[1]
            while edge:
                root = sha(b"\\1" + edge.pop()[1] + root)
            print(len(notes), base64.b64encode(root).decode())
            --- end
            It must print the second and the third line of the checkpoint.

            3. EVERY SIGNATURE: take Go's golang.org/x/mod/sumdb/note (note.Open with the vkey), or any program for C2SP
            signed notes.

            WHAT THIS PROVES, AND WHAT NOT
            That these entries stood in this order, signed with the desk's key, when the checkpoint was made; and for each
            witness line, not later than its time. Not that what an entry says is true, and not that nothing happened
            that nobody wrote down. Who holds the desk's key could write the log anew from some point on: only words
            kept elsewhere show that, such as a witness's line, or the origin, size and root on a signed handover sheet.

            """
    }
}
