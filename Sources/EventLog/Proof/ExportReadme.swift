/// The two pages that go with an export, for somebody who has never heard of this program.
struct ExportReadme {
    let checkpoint: Checkpoint
    let key: VerifierKey
    /// Whether officers sign with their own keys.
    let isGoverned: Bool

    var text: String { [head, isGoverned ? officers : "", checks, isGoverned ? officerChecks : "", limits].joined() }

    private var file: Substring { ExportFolder(path: "").key(key.name).dropFirst() }

    private var head: String {
        """
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
                         and its signature line; the first entry may have several.
        tile/entries/    the same entries in bundles of 256, each behind its length (two bytes).
        tile/0/, tile/1/ the hashes of the tree, 256 in a file.
        *.vkey           keys: name, short hash, and the key in base64 behind one byte for its kind.

        WHAT AN ENTRY SAYS
        log, desk and idx: which log, who wrote, which number. prev: the leaf hash of the entry before (zeros for the
        first). at: when it happened, rec: when it was written down; milliseconds since 1970-01-01 UTC. subject,
        kind, body, actor: what it is about, what happened, who said so. Its leaf hash is SHA-256 over a zero byte
        and the whole note, signature line included. Personal data is not here: entries name it by hash.


        """
    }

    private var officers: String {
        """
        WHO SIGNS
        Entry 0 names one or two custodians with their keys and bears the desk's signature and theirs, in this order;
        the entries behind it enrol them. Every other entry bears one signature: of the officer named as actor, in
        the role named as role, or of the desk (no role), which stands for programs and never for a person. An
        officer's file NAME.vkey has all their keys, oldest first; the same keys stand in the entries that brought
        them (officerEnrolled, officerKeyReplaced, officerKeyEnrolled, in "key"). A key signs only what stands behind
        the entry that brought it, and nothing behind the one that ended it. What needs two persons is an
        actionProposed, which takes effect with an actionApproved by another officer that repeats its leaf hash.


        """
    }

    private var checks: String {
        """
        1. THE SIGNATURE OF THE CHECKPOINT (OpenSSL 3)
            sed '/^$/,$d' checkpoint > text
            grep -F -- '— \(key.name) ' checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > signature
            (printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'
             cut -d+ -f3- '\(file)' | base64 -d | tail -c 32) > key.der
            openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in text -sigfile signature

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

        3. ONE ENTRY, BY OPENSSL AND SHA256SUM ALONE (here the last; set n to any number)
            n=\(checkpoint.size - 1)
            awk -v RS= -v n=$n 'NR == 2 * n + 1' entries.txt > text
            awk -v RS= -v n=$n 'NR == 2 * n + 2' entries.txt > lines
            name=$(tail -n 1 lines | cut -d' ' -f2)
            tail -n 1 lines | cut -d' ' -f3 | base64 -d > both
            tail -c 64 both > signature
            hash=$(head -c 4 both | od -An -v -tx1 | tr -d ' \\n')
            (printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'
             grep -hF -- "$name+$hash+" *.vkey | cut -d+ -f3- | base64 -d | tail -c 32) > key.der
            openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in text -sigfile signature
            (printf '\\0'; cat text; echo; cat lines) | sha256sum
        The name must be that of the desk's key or end in the entry's actor. The sum is the entry's leaf hash: the
        next entry says it as prev.

        4. EVERY SIGNATURE: take Go's golang.org/x/mod/sumdb/note (note.Open with the vkey), or any program for C2SP
        signed notes.


        """
    }

    private var officerChecks: String {
        """
        5. WHETHER THE OFFICER MIGHT SIGN IT
            grep -n -F -- "$name+$hash+" entries.txt | grep -F '"key":'
        shows the entries that brought the key: entry 0 for a custodian, else an actionProposed. Check that one as in
        3; its sum must stand as "proposal" in an actionApproved behind it, which you check as in 3, too, and whose
        actor must be another person. Go on until you come to the custodians of entry 0, whose keys are on the founding
        sheet. Then look on the officer's subject for an officerRevoked, officerKeyRevoked or officerKeyReplaced
        that was approved before entry n, and for the roles.


        """
    }

    private var limits: String {
        """
        WHAT THIS PROVES, AND WHAT NOT
        That these entries stood in this order, signed with these keys, when the checkpoint was made; and for each
        witness line, not later than its time. Not that what an entry says is true, and not that nothing happened
        that nobody wrote down. \(isGoverned ? rewritingByOfficers : rewriting)
        Only words kept elsewhere show that, such as a witness's line, or the origin, size and root on a signed
        handover sheet.

        """
    }

    private var rewriting: String { "Who holds the desk's key could write the log anew from some point on." }

    private var rewritingByOfficers: String {
        """
        Who holds the desk's key could cut the end off and go on from there
        with what programs write, and repeat no officer's signature; an officer could do so with entries of their own.
        """
    }
}
