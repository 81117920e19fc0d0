import ArgumentParser
import EventLog
import Exchange
import Model
import Screen
import Wording

struct SpoolHeld: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "held", abstract: "List the messages that could not be taken in, the oldest first.",
        discussion: "Example:\n\n  caricc spool held --json")

    @Flag(help: "JSON Lines.")
    var json = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice, indexed: true)
        let names = try store.openSubjects(in: .intake)
        for name in names {
            guard case .held(let message)? = try store.history(of: name).subject else { continue }
            if json {
                try voice.json(message.json)
                continue
            }
            try voice.say(message.row(voice.face))
            for line in try store.text(of: message, lines: 3) { try voice.line("    \(line)") }
        }
        if names.isEmpty, !json { try voice.say("Nothing is held") }
        return .done
    }
}

struct SpoolShow: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a held message: why it is held, and its text, made safe.",
        discussion: "Example:\n\n  caricc spool show IN-2026-0001")

    @Argument(help: ArgumentHelp("The held message.", valueName: "name"))
    var message: SubjectName

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice, indexed: true)
        let held = try store.heldMessage(message)
        try voice.say(held.row(voice.face))
        if let outcome = held.outcome {
            let at = voice.face.stamp(outcome.at)
            if let became = outcome.became {
                try voice.say("released to \(became.text) by \(outcome.by) at \(at): \(outcome.note)")
            } else {
                try voice.say("settled by \(outcome.by) at \(at): \(outcome.note)")
            }
        }
        let lines = try store.text(of: held, lines: .max)
        if lines.isEmpty { try voice.say("Nothing of it is kept beside the log") }
        for line in lines { try voice.line(line) }
        return .done
    }
}

extension LogStore {
    /// A held message, folded; throws where the name is of something else.
    func heldMessage(_ name: SubjectName) throws -> HeldMessage {
        guard case .held(let message)? = try history(of: name).subject else {
            throw CommandFault.noSuchSubject(name, wanted: .intake)
        }
        return message
    }

    /// The bytes of a held message; nil where they were never kept, or were erased.
    func bytes(of message: HeldMessage) throws -> [UInt8]? {
        guard let hash = message.held.payloads.first.flatMap({ Digest(hex: $0) }) else { return nil }
        return try payload(hash)
    }

    /// The beginning of its text as lines that a terminal can be given.
    func text(of message: HeldMessage, lines limit: Int) throws -> [String] {
        guard let bytes = try bytes(of: message) else { return [] }
        // A file without line ends is long, and nobody reads all of it in a list.
        let cut = limit == .max ? bytes : Array(bytes.prefix(limit * 200))
        let text = SafeText(bytes: cut, as: .prose).plain
        return text.split(separator: "\n", omittingEmptySubsequences: false).prefix(limit).map(String.init)
    }
}

extension HeldMessage {
    /// "IN-2026-0001  04:06  uzb  report.xml: it breaks the rules … (line 3: …)".
    func row(_ face: ClockFace) -> Message {
        let row: Message = "\(name.text)  \(face.stamp(since))  \(held.partner)  \(held.file): \(held.reason.message)"
        return held.detail.map { "\(row) (\($0))" } ?? row
    }

    var json: JSONObject {
        var object = JSONObject()
        object["name"] = .string(name.text)
        object["since"] = .integer(since.milliseconds)
        object["partner"] = .string(held.partner)
        object["file"] = .string(held.file)
        object["reason"] = .string(held.reason.rawValue)
        if let detail = held.detail { object["detail"] = .string(detail) }
        if let identity = held.identity { object["identity"] = .string(identity) }
        if let raw = held.raw { object["raw"] = .string(raw) }
        if let bytes = held.bytes { object["bytes"] = .integer(bytes) }
        if let payload = held.payloads.first { object["payload"] = .string(payload) }
        return object
    }
}
