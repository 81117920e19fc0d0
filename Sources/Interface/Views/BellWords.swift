import Screen
import Wording

extension AppState {
    /// The visual twin of the bell for the line of figures: what rang, until a key is pressed, and until when it is muted.
    var bellWords: [(Message, Role)] {
        [(rungWord, Role.urgent), (mutedWord, .warning), (silentWord, .dim)].compactMap { word, role in
            word.map { ($0, role) }
        }
    }

    private var rungWord: Message? {
        guard let last = bell.last else { return nil }
        return "BELL \(last.priority): \(shownName(last.name))"
    }

    private var mutedWord: Message? {
        guard isMuted, let end = bell.mutedUntil else { return nil }
        return "MUTED to \(face.zonedTime(end))"
    }

    private var silentWord: Message? { bell.isOn ? nil : "SOUND OFF" }
}
