import EventLog
import Interface
import Model
import Screen
import Wording

/// What is printed when a log is founded, signed by hand and kept elsewhere: from it anybody can tell later whether a log is this
/// one. 78 columns, fewer than 60 lines: one sheet of A4.
struct FoundingSheet {
    let identity: LogIdentity
    let deskKey: VerifierKey
    let custodians: [OfficerEnrolled]
    let checkpoint: Checkpoint
    let founded: Instant
    let catalogue: Catalogue
    let face: ClockFace

    static let columns = 78

    /// Lines without line ends, none wider than `columns`.
    var lines: [String] {
        var sheet = Sheet(catalogue: catalogue)
        sheet.rule("=")
        sheet.say(identity.isExercise ? "FOUNDING SHEET OF AN EXERCISE LOG, NOT REAL" : "FOUNDING SHEET OF A LOG")
        sheet.rule("=")
        sheet.fact("Centre", identity.centre)
        sheet.fact("Desk", identity.desk)
        sheet.fact("Origin", identity.origin)
        sheet.fact("Founded", "\(face.yearDay(founded)) \(face.zonedTime(founded))")
        sheet.fact("Records", "\(checkpoint.size)")
        sheet.fact("Root", "")
        sheet.groups(checkpoint.root)
        sheet.fact("Control phrase", "")
        sheet.indented(checkpoint.controlPhrase(catalogue.language))
        sheet.rule("-")
        sheet.say("KEYS: the whole key, and below it its fingerprint (SHA-256)")
        sheet.fact("Desk", "")
        sheet.indented(deskKey.text)
        sheet.groups(Hashing.plain(deskKey.publicKey))
        for custodian in custodians {
            sheet.line("\(custodian.name) (\(custodian.officer), \(custodian.person)), \(custodian.roles.message)")
            sheet.indented(custodian.key)
            if let key = try? VerifierKey(custodian.key) { sheet.groups(Hashing.plain(key.publicKey)) }
        }
        sheet.rule("-")
        sheet.say("WHAT EACH CUSTODIAN KEEPS")
        for duty in duties { sheet.say("- \(duty)") }
        sheet.rule("-")
        sheet.say("We compared this sheet with the screen, group by group.")
        for custodian in custodians { sheet.signature(custodian.name) }
        sheet.rule("=")
        return sheet.lines
    }

    private var duties: [Message] {
        var duties: [Message] = [
            "this sheet, signed, outside of the room in which the machine stands",
            "their own key file and its passphrase, and nobody else's",
            "desk.key of the log's folder: a copy in a sealed envelope, with this sheet",
        ]
        if custodians.count > 1 {
            duties.append("the other one's telephone number: both are needed to enrol and to revoke")
        } else {
            duties.append("the second person's name, as soon as there is one: until then nobody approves")
        }
        duties.append("To check a log against this sheet: caricc log verify --key KEY --phrase PHRASE")
        return duties
    }
}

/// Lines of one width on paper.
private struct Sheet {
    let catalogue: Catalogue
    private(set) var lines: [String] = []
    private static let label = 18
    private static let indent = String(repeating: " ", count: 2)

    init(catalogue: Catalogue) { self.catalogue = catalogue }

    mutating func rule(_ mark: Character) { lines.append(String(repeating: mark, count: FoundingSheet.columns)) }

    mutating func line(_ message: Message) { say(message) }

    /// Continued lines stand below the text behind a dash.
    mutating func say(_ message: Message) {
        let text = catalogue.text(message)
        let indent = String(repeating: " ", count: text.hasPrefix("- ") ? 2 : 0)
        for (number, line) in SafeText(text, multiline: true).wrapped(to: FoundingSheet.columns - indent.count)
            .enumerated()
        {
            lines.append(number == 0 ? line.plain : indent + line.plain)
        }
    }

    mutating func fact(_ label: Message, _ value: String) {
        let name = SafeText("\(catalogue.text(label)):").padded(to: Sheet.label).plain
        lines.append(value.isEmpty ? SafeText(catalogue.text(label) + ":").plain : name + Voice.safe(value))
    }

    mutating func indented(_ text: String) {
        for line in SafeText(text).wrapped(to: FoundingSheet.columns - 2) { lines.append(Sheet.indent + line.plain) }
    }

    /// Two lines of four groups.
    mutating func groups(_ digest: Digest) {
        let groups = Fingerprint.text(of: digest).split(separator: " ")
        for half in [groups.prefix(4), groups.suffix(4)] {
            lines.append(Sheet.indent + half.joined(separator: Sheet.indent))
        }
    }

    mutating func signature(_ name: String) {
        lines.append("")
        let line = SafeText(name).clipped(to: 30).padded(to: 32).plain
        lines.append(line + String(repeating: "_", count: FoundingSheet.columns - 32))
    }
}
