import ArgumentParser
import EventLog
import Model
import Wording

struct LogStatusCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell how a log is and what it stands on.",
        discussion: "Example:\n\n  caricc log status --json")

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice)
        let status = try store.status()
        let certified = Result { try store.lastCheckpoint() }
        if json {
            try voice.json(object(store, status, try? certified.get()))
        } else {
            for line in lines(store, status, certified, voice) { try voice.say(line) }
        }
        return store.obstacle == nil ? .done : .findings
    }

    private func lines(
        _ store: LogStore, _ status: LogStatus, _ certified: Result<Checkpoint?, any Error>, _ voice: Voice
    ) -> [Message] {
        var lines: [Message] = [
            "\(store.identity.origin) in \(store.folder.path)",
            store.identity.isExercise ? "An exercise: NOT REAL" : "A live log",
            "\(.records(status.size)), \(grouped: status.bytes >> 10) KiB",
        ]
        switch certified {
        case .success(let checkpoint?):
            lines.append("certified to #\(checkpoint.size - 1)")
            lines.append("control phrase: \(checkpoint.controlPhrase(voice.catalogue.language))")
        case .success(nil): lines.append("not certified yet")
        case .failure(let error): lines.append(CommandFault(error).message(voice.face))
        }
        lines.append(obstacleLine(store, status, voice))
        lines.append(indexLine(status))
        lines.append(store.fileSystem.message)
        lines.append(status.sqliteMessage)
        return lines
    }

    private func obstacleLine(_ store: LogStore, _ status: LogStatus, _ voice: Voice) -> Message {
        if let obstacle = store.obstacle { return obstacle.message(voice.face) }
        guard let head = status.headSize, head < status.size else { return "The head agrees with the log" }
        return "The head is \(.records(status.size - head)) behind; the next writer puts it right"
    }

    private func indexLine(_ status: LogStatus) -> Message {
        guard let size = status.indexSize else { return "The index cannot be read; run “caricc log reindex”" }
        return size == status.size
            ? "The index is complete" : "The index holds \(grouped: size) of \(.records(status.size))"
    }

    private func object(_ store: LogStore, _ status: LogStatus, _ checkpoint: Checkpoint??) -> JSONObject {
        var object = JSONObject()
        object["log"] = .string(store.identity.origin)
        object["folder"] = .string(store.folder.path)
        object["exercise"] = .bool(store.identity.isExercise)
        object["size"] = .integer(status.size)
        object["bytes"] = .integer(status.bytes)
        object["head"] = status.headSize.map { .integer($0) } ?? .null
        object["index"] = status.indexSize.map { .integer($0) } ?? .null
        object["certified"] = checkpoint.map { .integer($0?.size ?? 0) } ?? .null
        object["root"] = checkpoint?.map { .string($0.root.hex) } ?? .null
        object["obstacle"] = store.obstacle.map { .string(String(describing: $0)) } ?? .null
        object["file_system"] = .string(store.fileSystem.code)
        object["sqlite"] = .string(status.sqliteVersion)
        return object
    }
}
