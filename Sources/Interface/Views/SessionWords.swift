import Model
import Screen
import Wording

extension AppState {
    /// Who sits here, behind the mode; the columns that it took.
    func drawSession(on canvas: inout Canvas, after column: Int) -> Int {
        let (forms, role) = sessionWords
        // The time keeps its shortest form, and the watch its half of the line.
        let room = max(0, width - min(width / 2, 30) - 9 - column)
        let texts = forms.map { text($0) }
        guard let words = texts.first(where: { $0.width + 1 <= room }) ?? (conceals ? texts.last : nil) else {
            return 0
        }
        return 1 + canvas.put(words, row: 0, column: column + 1, role: role)
    }

    /// The longest form first.
    private var sessionWords: (forms: [Message], role: Role) {
        switch session {
        case .desk: return ([], .text)
        case .signedOff: return (["NOBODY SIGNED ON", "SIGNED OFF"], .modeStale)
        case .open(let seat): return (["\(seat.officer), \(seat.role.message)", .verbatim(seat.officer)], .text)
        case .locked(let seat, let since):
            let time = face.clockTime(since)
            return (["LOCKED \(seat.officer) since \(time)", "LOCKED \(seat.officer)", "LOCKED"], .modeStale)
        }
    }

    /// For the plain mode, a sentence of its own; nil where nobody has a key.
    var sessionSentence: Message? {
        switch session {
        case .desk: nil
        case .signedOff: "Nobody is signed on; details are hidden. “sign-on” begins."
        case .open(let seat): "Signed on: \(seat.officer), \(seat.role.message)"
        case .locked(let seat, let since):
            "LOCKED by \(seat.officer) since \(face.clockTime(since)); details are hidden. “lock” asks for the passphrase."
        }
    }

    /// How long of how long a watch lasts, without its name.
    func servedTime(of watch: Shift) -> Message {
        "\(face.age(max(now - watch.from, .zero))) of \(face.age(watch.started.until - watch.from))"
    }
}
