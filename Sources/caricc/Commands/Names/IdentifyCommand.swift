import ArgumentParser
import Model
import Wording

/// What identifiers a text contains, or what one number is of a kind that is given.
struct IdentifyCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "identify",
        abstract: "Find container numbers, plates, phones and other identifiers in a text, and check them.",
        discussion: """
            Nothing is written and nothing is refused: what does not look right is a remark. A long text comes from standard
            input with -. With --kind the whole text is one number of this kind.

            Example:

              caricc identify "plate 05KG711ABJ, container CSQU 305438-4"
              caricc identify --kind plate --state KGZ "05 711 ABJ"
            """)

    @Argument(help: ArgumentHelp("The text; - reads it from standard input.", valueName: "text"))
    var text: [String]

    @Option(help: ArgumentHelp("Read the text as one identifier of this kind.", valueName: "kind"))
    var kind: IdentifierKind?

    @Option(help: ArgumentHelp("The State that issued it, where you know it: KGZ, UZB …", valueName: "state"))
    var state: String?

    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        if text == ["-"], StandingLog.isHeld { throw CommandFault.notInABatch("identify -") }
        let text = NamesInput.text(self.text)
        if let kind {
            try tell(Identifier(kind, text, state: state?.uppercased()), nil, voice)
            return .done
        }
        let found = IdentifierFinder.find(in: text)
        for found in found {
            let identifier = state.map {
                Identifier(found.identifier.kind, found.identifier.typed, state: $0.uppercased())
            }
            try tell(identifier ?? found.identifier, found.confidence, voice)
        }
        if found.isEmpty, !json {
            try voice.say("No identifier is recognised in this text; --kind says what a number is meant to be")
        }
        return found.isEmpty ? .findings : .done
    }

    private func tell(_ identifier: Identifier, _ confidence: IdentifierFinder.Confidence?, _ voice: Voice) throws {
        if json { return try voice.json(identifier.json(confidence)) }
        let states = identifier.states.joined(separator: ", ")
        if states.isEmpty {
            try voice.say("\(identifier.kind.message): “\(identifier.typed)”, that is \(identifier.normal)")
        } else {
            try voice.say("\(identifier.kind.message): “\(identifier.typed)”, that is \(identifier.normal) (\(states))")
        }
        for remark in identifier.remarks { try voice.line("  " + voice.catalogue.text(remark.message)) }
    }
}

/// What was typed behind a command, or comes from standard input.
enum NamesInput {
    /// At most this many characters are read.
    private static let limit = 200_000

    static func text(_ words: [String]) -> String {
        guard words == ["-"] else { return words.joined(separator: " ") }
        var text = ""
        while text.utf8.count < limit, let line = readLine(strippingNewline: false) { text += line }
        return String(text.prefix(limit))
    }
}

extension IdentifierKind: ExpressibleByArgument {}

extension Identifier {
    func json(_ confidence: IdentifierFinder.Confidence?) -> JSONObject {
        var object = JSONObject()
        object["identifier"] = .string(kind.rawValue)
        object["typed"] = .string(typed)
        object["normal"] = .string(normal)
        object["key"] = .string(key)
        if !states.isEmpty { object["states"] = .array(states.map { .string($0) }) }
        if let confidence { object["confidence"] = .string("\(confidence)") }
        if !remarks.isEmpty { object["remarks"] = .array(remarks.map { .object($0.json) }) }
        return object
    }
}

extension IdentifierRemark {
    var json: JSONObject {
        var object = JSONObject()
        object["remark"] = .string(code)
        switch self {
        case .wrongCheckDigit(let expected, let found), .otherCheckDigit(let expected, let found):
            object["expected"] = .string(expected)
            object["found"] = .string(found)
        case .missingCheckDigit(let expected): object["expected"] = .string(expected)
        case .readAs(let odd):
            object["found"] = .string(String(odd.letter))
            if let looksLike = odd.looksLike { object["read_as"] = .string(String(looksLike)) }
            object["place"] = .integer(Int64(odd.place))
        case .notOfState(let state): object["state"] = .string(state)
        case .unusualForm, .wrongCheckSum, .checkSumNotLookedAt, .trunkPrefixRead, .noCountryCode: break
        }
        return object
    }

    private var code: String {
        switch self {
        case .unusualForm: "unusual_form"
        case .wrongCheckDigit: "wrong_check_digit"
        case .otherCheckDigit: "other_check_digit"
        case .missingCheckDigit: "missing_check_digit"
        case .wrongCheckSum: "wrong_check_sum"
        case .checkSumNotLookedAt: "check_sum_not_looked_at"
        case .readAs: "read_as"
        case .notOfState: "not_of_state"
        case .trunkPrefixRead: "trunk_prefix_read"
        case .noCountryCode: "no_country_code"
        }
    }
}
