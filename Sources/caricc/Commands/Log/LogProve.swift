import ArgumentParser
import EventLog
import Model
import Wording

struct LogProve: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Prove that one record stands in the certified log.",
        discussion: """
            Prints the proof (C2SP tlog-proof), which anybody can check without seeing other records; --record prints the \
            record's own signed note, which goes with it. Examples:

              caricc log prove 4711 > 4711.tlog-proof
              caricc log prove 4711 --record > 4711.note
            """)

    @Argument(help: ArgumentHelp("The record's number.", valueName: "number"))
    var entry: EntryNumber

    @Flag(help: "Print the record instead of its proof.")
    var record = false

    @Flag(help: "Both, and what they say, as one JSON object.")
    var json = false

    @OptionGroup var log: LogOptions
    var speech: SpeechOptions { log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let store = try log.open(voice)
        let proof = try store.prove(entry.index)
        if json {
            var object = JSONObject()
            object["checkpoint"] = .string(String(decoding: proof.checkpoint, as: UTF8.self))
            object["entry"] = .string(String(decoding: proof.entry, as: UTF8.self))
            object["hashes"] = .array(proof.hashes.map { .string($0.hex) })
            object["idx"] = .integer(proof.index)
            try voice.json(object)
        } else {
            try voice.bytes(record ? proof.entry : proof.text)
        }
        return .done
    }
}
