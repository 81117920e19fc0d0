import ArgumentParser
import Model
import Wording

/// Whether two names or plates are two spellings of one, and which letters differ.
struct CompareCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two names, places or plates across scripts and spellings.",
        discussion: """
            Says how alike they are and why, and shows the differing letters in brackets. Leaves with 1 where they are not
            taken for the same.

            Example:

              caricc compare Khujand Hujand
              caricc compare "Rustam Karimov" "KARIMOV Rustam"
            """)

    @Argument(help: ArgumentHelp("One name or plate.", valueName: "one"))
    var first: String

    @Argument(help: ArgumentHelp("The other one.", valueName: "other"))
    var second: String

    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (first, second) = (String(first.prefix(CompareCommand.limit)), String(second.prefix(CompareCommand.limit)))
        let known = ShippedPlaces.knowledge
        let likeness = NameLikeness(first, second).knowing(known(first), known(second))
        if json {
            try voice.json(likeness.json)
            return likeness.isSame ? .done : .findings
        }
        try voice.say(likeness.message)
        for reason in likeness.reasons { try voice.line("  " + voice.catalogue.text(reason.message)) }
        if !likeness.left.isEmpty || !likeness.right.isEmpty {
            try voice.line("  " + CompareCommand.marked(first, likeness.left))
            try voice.line("  " + CompareCommand.marked(second, likeness.right))
        }
        for text in [first, second] {
            for odd in ScriptMix.remark(text)?.odd ?? [] { try voice.say("“\(text)”: \(odd.message)") }
        }
        return likeness.isSame ? .done : .findings
    }

    /// In characters; names and plates are shorter.
    private static let limit = 400

    /// The text with its differing letters in brackets.
    static func marked(_ text: String, _ ranges: [Range<Int>]) -> String {
        var marked = ""
        for (place, character) in text.enumerated() {
            if ranges.contains(where: { $0.lowerBound == place }) { marked += "[" }
            marked.append(character)
            if ranges.contains(where: { $0.upperBound == place + 1 }) { marked += "]" }
        }
        return marked
    }
}

extension NameLikeness {
    var json: JSONObject {
        let places = { (ranges: [Range<Int>]) in
            JSON.array(ranges.map { .array([.integer(Int64($0.lowerBound)), .integer(Int64($0.upperBound))]) })
        }
        var object = JSONObject()
        object["score"] = .integer(Int64(score))
        object["same"] = .bool(isSame)
        object["reasons"] = .array(reasons.map { .string($0.rawValue) })
        object["left"] = places(left)
        object["right"] = places(right)
        return object
    }
}
