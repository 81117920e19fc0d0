import ArgumentParser
import EventLog
import Model
import Wording

struct LogPayload: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "payload", abstract: "Print personal data or a raw message that a record names by hash.",
        discussion: """
            Example:

              caricc log payload 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
            """)

    @Argument(help: ArgumentHelp("64 hexadecimal digits, as the record has them.", valueName: "hash"))
    var hash: Digest

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice)
        guard let data = try store.payload(hash) else { throw CommandFault.noPayload(hash) }
        try voice.bytes(data)
        return .done
    }
}

struct LogErase: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase personal data by law; every proof stays intact.",
        discussion: """
            The data is gone for good; that it was there, who erased it and on which basis stays. Example:

              caricc log erase 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 --basis "court order 12/2026"
            """)

    @Argument(help: ArgumentHelp("64 hexadecimal digits, as the record has them.", valueName: "hash"))
    var hash: Digest

    @Option(help: ArgumentHelp("The legal basis.", valueName: "text"))
    var basis: String

    @OptionGroup var options: ActionOptions
    var speech: SpeechOptions { options.log.speech }

    func validate() throws {
        guard !basis.trimmingBlanks.isEmpty else { throw ValidationError("--basis is empty.") }
    }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let pen = try Pen(options, voice)
        guard try pen.store.payload(hash) != nil else { throw CommandFault.noPayload(hash) }
        let erased = PayloadErased(payload: hash.hex, basis: basis)
        let status = try pen.save(.new(.logKeeping), .logKeeping(.payloadErased(erased)))
        voice.warn("Copies that were made before, such as backups, still hold the data")
        return status
    }
}
