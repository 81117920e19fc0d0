import Keyboards
import Model
import Places
import Screen
import Settings
import Wording

/// What reaches the interface.
package enum Input: Sendable {
    case key(Key)
    case resized(width: Int, height: Int)
    /// Time has passed: the board's clock and the real one.
    case tick(now: Instant, real: Instant)
    /// The log has moved: the board after it, and what is new, newest last.
    case moved(Board, new: [Entry])
    case history(SubjectName, SubjectHistory)
    /// What was found beside a subject; nil where it cannot be compared, or nothing may be shown of it.
    case matches(SubjectName, Matches?)
    case logPage(from: Int64, entries: [Entry])
    /// Every entry that is withdrawn, so that lists of many subjects can strike it through.
    case withdrawn(Set<Int64>)
    /// How information is to be handled, of every subject that bears a code.
    case handlings([SubjectName: Handling])
    case found([Entry], searchedTo: Int64, generation: Int, isLast: Bool)
    /// The record that `findRecord` found; nil when there is none.
    case foundRecord(Int64?, generation: Int)
    /// A record as it was signed, and what came with it.
    case raw(Int64, words: MessageWords? = nil, text: String, isSound: Bool)
    /// How to reach people, by the hash of the payload; empty text for one that was erased.
    case contacts([Digest: String])
    case heldMessages([HeldMessage])
    /// Who is named in the payloads of an alert that is to be given out.
    case persons(SubjectName, SealedNames)
    /// What waits in the folders of partners; nil where nobody reads any for this log.
    case backlog(SpoolBacklog?)
    /// A text was copied; where it was written besides, or why it was not, and whether the terminal's clipboard was
    /// offered it: nil where that is not wanted.
    case copied(path: String, fault: Message?, isOffered: Bool?)
    case saved(index: Int64, subject: SubjectName)
    /// What was understood of a pasted text.
    case pasteRead(PastedMessage, generation: Int)
    /// What can be read of a held message; nil where its bytes are gone.
    case heldRead(SubjectName, HeldDraft?)
    /// What would leave the Centre.
    case composed(ComposedRelease)
    case requestComposed(ComposedRequest)
    /// Nothing was saved, or it is not known whether it was; what was typed stays.
    case notSaved(Message)
    /// Everything as it is read from here on: the board, the latest entries, and whether that is behind a veil.
    case veiled(Board, recent: [Entry], isOn: Bool)
    case reviewing(Board, at: Instant)
    case reviewEnded
    case certified(to: Int64)
    case language(Catalogue)
    /// The words of all languages, for searches in them.
    case words([Catalogue])
    /// The places that fields are completed from; answers `loadPlaces`.
    case places(Gazetteer)
    case theme(String)
    /// The themes at hand have changed.
    case themes([ThemeCard])
    /// The keys after a change of the key file.
    case keymap(Keymap)
    /// Something about the log or the disk that everybody on the screen must know; nil when it is over.
    case obstacle(Message?)
    case failed(Message)
    /// The bytes of the file of saved views; none where there is no file.
    case views([UInt8])
    /// What this officer has seen by what was kept, of a log of so many entries; nil where nothing was kept.
    case seen(String?, size: Int64)
    /// What this officer typed and did not save by what was kept; nil where nothing was.
    case drafts(String?)
    /// The person changed how they want the console.
    case preferences(Preferences)
    /// What graphs are drawn with from now on.
    case symbols(SymbolLadder)
    /// Milliseconds of a clock that counts from the machine's start and never goes back; given before each key and tick.
    case uptime(Int64)
    /// How many characters of a passphrase are typed, and what was wrong with the last key.
    case secretTyped(Int, fault: Message? = nil, layout: KeyboardLayout? = nil)
    case keysAtHand([KeyAtHand])
    /// The passphrase was right.
    case keyOpened(isCopy: Bool)
    /// The passphrase was wrong, or the file is not good; how long the next try waits.
    case keyNotOpened(Message, wait: Span)
    case passphraseChanged
    /// Who may sign what, from the log.
    case roll(Roll)
    /// A record as it stands in the log, with its leaf hash; for an approval by telephone with what was approved.
    case leaf(Examined)
    case health(AlarmHealth)
    /// The watches that are over, the last one first.
    case handovers([HandoverPast])
    case past(PastHandoverPage)
    /// How well the watches that ended in a period were given on, the last one first.
    case handoverFigures([HandoverFigures], from: Instant, until: Instant)
    /// The board with everything that is open, for the handover.
    case handoverBoard(Board)
    /// The same as it stood at the offer.
    case offeredBoard(Board)
    /// By what a handover is certified; asked for here, or because the watch changed hands.
    case certificate(HandoverCertificate, ControlPhrase, isAsked: Bool)
    /// News that is no fault.
    case told(Message)
}
