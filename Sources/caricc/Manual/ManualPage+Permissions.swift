import Model

/// Officers, their keys, who may do what, and what takes two.
extension ManualPage {
    static func officers(_ page: inout Roff) {
        page.section("OFFICERS AND KEYS")
        for text in keys { page.paragraph(text) }
        page.section("TWO PERSONS")
        for text in twoPersons { page.paragraph(text) }
        page.example([PermissionTable.ruleHeading] + PermissionTable.ruleLines())
        permissions(&page)
        handling(&page)
        page.section("SESSIONS")
        for text in sessions { page.paragraph(text) }
        page.section("LIMITS")
        for text in limits { page.paragraph(text) }
    }

    /// The table of roles and records. What labels on records add stands in a section behind this one.
    private static func permissions(_ page: inout Roff) {
        page.section("WHO MAY DO WHAT")
        page.line(
            """
            In a log whose officers have keys, by the standing rules: w writes it alone, p proposes it and a second person \
            approves, a is that second person or signs second, . neither. * follows what the record is about: whoever may \
            propose that, and whoever may agree to it. The columns are d duty officer, s supervisor, t trainer, o observer, \
            and K the desk's own key, which signs what programs take in, and never in a person's name; its * is what the log \
            adds by itself. Everybody signs on and off and replaces a key only for themselves, and only the author withdraws \
            a record. Records about an exercise's clock are taken in exercises only. While one person acts alone (see \
            --single), p is w.
            """)
        page.example([PermissionTable.heading] + PermissionTable().lines)
    }

    private static let keys = [
        """
        In a log that was made with --custodian or --single every officer signs with a key of their own. “caricc officer key \
        new” makes the key, in a file of its owner's that a passphrase seals (scrypt and ChaCha20-Poly1305), and prints a \
        card: one line with the public half. A supervisor proposes the enrolment with the card, another supervisor approves \
        it, and from that record on the key counts. Compare the fingerprint by voice before you approve.
        """,
        """
        The founding record names two custodians with their keys and bears their signatures beside the desk's. The founding \
        sheet that is printed then has everything on paper by which the log is known again; both sign it by hand.
        """,
        """
        Roles are duty officer, supervisor, trainer and observer. A person may hold several and acts in one at a time: the one \
        of --role, else the first of theirs that may do it.
        """,
        """
        A passphrase is asked for on the terminal, without echo, or read from a descriptor with --passphrase-fd; there is no \
        option and no variable for it. In a script: caricc alert ack AL-2026-0193 --passphrase-fd 3 3< passphrase. To sign many \
        things at once use “caricc batch”.
        """,
        """
        “caricc officer rotate” replaces your own key; nobody else is needed. If a key is lost or in other hands, somebody says \
        “caricc officer lost”, another one approves, and a new card is enrolled with “caricc officer enrol-key”. What the old \
        key signed before that record stays valid; what it signs behind it is refused, and found by “caricc log verify”. If a \
        passphrase is forgotten, the key is lost. A supervisor who leaves is revoked; at least two must stay.
        """,
        """
        In an emergency “caricc officer break-glass” gives somebody another role until a stated hour. It takes two persons, one \
        of them by telephone if need be, stands on every console until it ends, and stays in the log.
        """,
        """
        A key file that others on the machine can read, a symbolic link, a copy, somebody else's or a damaged one is not used, \
        and the sentence says why. --copied-key says that you made the copy yourself. Wrong passphrases are noted in the log.
        """,
    ]

    private static let twoPersons = [
        """
        Some records take effect only when a second person approves: a command that writes one proposes it instead, says so, \
        and ends with 0; with --json it says "proposed": true. “caricc officer approvals” shows what waits, word for word with \
        its hash, and “caricc officer approve” signs exactly that. A proposal that was changed, has lapsed, was approved \
        already or is one's own is refused. It stands in the log: whoever proposed it need not wait.
        """,
        """
        What a State decided or reported is never held up. It is saved at once, and a second person countersigns it by a stated \
        hour, or says that they do not stand for it; the record stays in both cases.
        """,
        """
        An officer alone at night may act on an approval by telephone where the rules allow it: “caricc officer approve NUMBER \
        --told-by ID --told-at TIME”, said by the one who proposed. The one who was called countersigns within twelve hours.
        """,
        """
        Which records need two persons is itself a record: “caricc officer rules set”. Appointments, revocations, keys, \
        emergencies and the rules themselves always take two. By themselves the rules are (before: approved first; after: \
        signed later):
        """,
    ]

    private static let sessions = [
        """
        On the board an officer signs on and off, and the key stays with that process alone. After some minutes without a key \
        a signature asks for the passphrase again, and after some more the console locks; both stand in the rules (5 and 15 \
        minutes by themselves). It never locks while a clock of priority 1 runs for the one who has the watch. A command of \
        the shell opens the key for itself alone, and “caricc batch” until its last line.
        """
    ]

    private static let limits = [
        """
        Whoever can open the log's files can read them: roles decide who may write and what a console shows, not what the disk \
        holds. Records that others on the machine must not read belong in a log of their own with rights of its own.
        """,
        """
        Whoever is root on the machine can read the memory of every process, passphrases included, can stop the log, and can \
        forge what the desk signs from then on; not what an officer signs whose key was never opened there. What a witness, \
        a founding sheet or a written control phrase holds cannot be changed unseen.
        """,
        """
        Two persons who agree to deceive can: both signatures then stand there with their names. A person with two enrolments \
        would be two persons; the service number is what is compared, and whoever enrols must know the person. An approval by \
        telephone is the word of the one who wrote it down until the other one countersigns.
        """,
        """
        Backups and verification need no release, because they change nothing and must never wait for anybody; a backup is as \
        readable as the log.
        """,
    ]
}
