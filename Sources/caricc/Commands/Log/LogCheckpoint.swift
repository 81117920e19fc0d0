import ArgumentParser
import EventLog
import Model
import Wording

struct LogCheckpoint: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint", abstract: "Certify the log as it is now, and print the control phrase.",
        discussion: """
            Every record since the last checkpoint is read back from the disk before it is signed. Write the phrase down \
            elsewhere: it is what tells a rewritten log from this one. Example:

              caricc log checkpoint
            """)

    @Flag(help: "Print the signed note of the newest checkpoint (C2SP tlog-checkpoint) instead of sentences.")
    var note = false

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice, indexed: true)
        let made = try store.checkpoint()
        guard let checkpoint = try made ?? store.lastCheckpoint() else {
            throw LogFault.noCheckpoint(size: 0)
        }
        if note, let bytes = try store.checkpointNote(size: checkpoint.size) {
            try voice.bytes(bytes)
        } else if json {
            try voice.json(checkpoint.json(isNew: made != nil))
        } else {
            if made == nil { try voice.say("Nothing was added since the last checkpoint") }
            for line in checkpoint.lines(voice.catalogue.language) { try voice.say(line) }
        }
        return .done
    }
}

/// The checkpoint at the end of a bulk.
enum Certification {
    static func certify(_ store: LogStore, _ voice: Voice) throws {
        guard let checkpoint = try store.checkpoint() else { return }
        for line in checkpoint.lines(voice.catalogue.language) { voice.warn(line) }
    }
}

extension Checkpoint {
    func lines(_ language: Language) -> [Message] {
        ["certified to #\(size - 1)", "control phrase: \(controlPhrase(language))"]
    }

    func json(isNew: Bool) -> JSONObject {
        var object = JSONObject()
        object["log"] = .string(origin)
        object["size"] = .integer(size)
        object["root"] = .string(root.hex)
        object["phrase"] = .string(controlPhrase(.en))
        object["new"] = .bool(isNew)
        return object
    }
}
