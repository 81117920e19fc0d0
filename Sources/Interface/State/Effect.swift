import Model
import Wording

/// An event that the person at the keyboard wants in the log; the run loop adds the id and who it is.
package struct Draft: Equatable, Sendable {
    package var target: Proposal.Target
    package var event: Event
    package var at: Instant?
    /// How exactly `at` is known.
    package var precision = Precision.minute
    package var expecting: Int64?
    /// See `Proposal.naming`.
    package var naming: Int?
    /// What is kept beside the entry, each as a payload of its own; the event gets their hashes when it is written.
    package var parts: [SealedPart]

    package init(
        _ target: Proposal.Target, _ event: Event, at: Instant? = nil, expecting: Int64? = nil, naming: Int? = nil,
        parts: [SealedPart] = []
    ) {
        self.target = target
        self.event = event
        self.at = at
        self.expecting = expecting
        self.naming = naming
        self.parts = parts
    }
}

/// Work for the outside world, as data. The run loop carries it out and answers with an input.
package enum Effect: Equatable, Sendable {
    case append([Draft])
    case loadHistory(SubjectName)
    /// What may be the same seizure as a subject, or has something in common with it; answered by `matches`.
    case loadMatches(SubjectName)
    /// A page of the log screen: up to `limit` entries from `from` on.
    case loadLog(from: Int64, limit: Int)
    /// Entries that match, newest first, before `before`. A later search ends an earlier one.
    case searchLog(EntryFilter, before: Int64, generation: Int)
    /// The nearest record that fits, from one on, forwards or backwards. A later search ends it.
    case findRecord(EntryFilter, from: Int64, isForward: Bool, generation: Int)
    case loadRaw(Int64)
    /// So many of the held messages, the longest first, where the board does not have them all; answered by `heldMessages`.
    case loadHeld(limit: Int)
    /// Who is named in the payloads of an alert; answered by `persons`.
    case loadPersons(SubjectName)
    /// How to reach the people who are on call, from the payloads with these hashes.
    case loadContacts([Digest])
    /// Read the log behind a veil from here on, in these words; nil lifts it. Answered by `veiled`; answers before that
    /// one are of before.
    case veil(Veil.Words?)
    /// Show the board as it was known at an instant of the board's clock.
    case review(Instant)
    case endReview
    case setLanguage(String)
    /// The words of all languages there are, for searches in them.
    case loadWords
    /// Read the tables of places, away from the thread that draws; answered by `places`.
    case loadPlaces
    case setTheme(String)
    /// Keep a typed line for later sessions: `:` and a command, or `/` and a filter.
    case saveHistory(String)
    /// Put a text where other programs can have it; answered by `copied`.
    case copy(String)
    case setMouse(Bool)
    /// Say what a pasted text is; answered by `pasteRead` with the same number.
    case readPaste(String, generation: Int, takesOther: Bool = false)
    /// Say what can be read of a held message; answered by `heldRead`.
    case readHeld(SubjectName)
    /// Make what would leave; answered by `composed`.
    case compose(ReleaseOrder)
    /// Put a request together; answered by `requestComposed`.
    case composeRequest(RequestOrder)
    /// Write what leaves into a new file, as it is.
    case writeRelease(String, path: String)
    /// Write the sheet of a handover, of this watch or the one that runs, into a new file; what became of it is told.
    case writeSheet(SubjectName?, Language, Zone)
    /// Keep this as the file of saved views.
    case saveViews(String)
    /// Find the key files that this console can reach; answered by `keysAtHand`.
    case lookForKeys
    /// Open the officer's key with the passphrase that was typed; answered by `keyOpened` or `keyNotOpened`.
    case openKey(officer: String)
    /// The key that was opened last signs from here on, in this role.
    case takeSeat(officer: String, role: OfficerRole)
    /// Erase the key; what is being signed is finished first.
    case dropKey
    /// Write that the officer is no longer signed on here.
    case signOff(officer: String, OfficerSignedOff.Cause)
    /// Put the passphrase that was typed aside, because another one is needed with it.
    case keepPassphrase
    /// Seal the key anew with the passphrases that were typed: the old one, the new one, and the new one again.
    case changePassphrase(officer: String)
    /// By what a handover is certified, of this watch or the last one; answered by `certificate`.
    case loadCertificate(SubjectName?)
    /// Put the line of an officer whose key was opened for it below a certificate; answered by `certificate`.
    case cosign(SubjectName, officer: String)
    /// Fetch a record with its leaf hash, for the one who is to sign under it; answered by `leaf`.
    case loadLeaf(Int64)
    /// Keep what this officer has seen.
    case keepSeen(Seen)
    /// Keep on disk what was typed into a form and is not saved; nil where it is saved or given up.
    case keepDraft(String, KeptDraft?)
    case repaint
    /// Stop the process, as Ctrl-Z does elsewhere.
    case suspend
    /// Louder where nobody moved although it was somebody else's turn already.
    case ring(priority: Int, isLouder: Bool = false)
    /// How the alerts of a period served those on watch; answered by `health`.
    case loadHealth(from: Instant, until: Instant)
    /// The watches that are over, in which these words occur; answered by `handovers`.
    case loadHandovers(words: String)
    case loadPast(SubjectName)
    /// How well watches that ended in a period were given on; answered by `handoverFigures`.
    case loadFigures(from: Instant, until: Instant)
    /// The board with everything that is open, however much that is; answered by `handoverBoard`.
    case loadHandover
    /// The same when the log had so many entries; answered by `offeredBoard`.
    case loadOffered(Int64)
    case quit
}
