import ArgumentParser
import Interface
import Model
import Wording

/// Says how amounts are read that people type and paste.
struct QuantityCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "quantity",
        abstract: "Read amounts from a text: number, unit, weight by rule, and what is in doubt.",
        discussion: """
            A comma before three digits is a decimal mark in one language and divides thousands in another. Both readings
            are told, and the exit status is then 1, as it is when no amount is found. Examples:

              caricc quantity "3 kg and 250 grams of opium, 2 thousand tablets"
              caricc quantity --total "13.3 kg" "9 kg 880 g; 3 kg 250 g; 2 thousand tablets"
              caricc quantity --items "heroin 6,3 kg; 2 AK; 15 000 USD"
            """)

    @Argument(help: "The text; several words need no quotation marks.") var text: [String]

    @Option(help: ArgumentHelp("A total as it was printed, to be compared with the sum.", valueName: "amount"))
    var total: String?

    @Flag(help: "Read the text as a list of things that were seized.")
    var items = false

    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        let words = text.joined(separator: " ")
        let language = TextLanguage(rawValue: voice.catalogue.language.rawValue) ?? .en
        if items { return try list(words, language, voice) }
        let result = AmountReader(language: language).read(words)
        let sum = QuantityTotal(result.amounts)
        let comparison = try self.comparison(sum, own: result.amounts.first { $0.total != nil }, language, voice)
        let says = QuantityWords(voice.catalogue)
        if json {
            for amount in result.amounts { try voice.json(amount.json) }
            for number in result.unread { try voice.json(number.json) }
            try voice.json(sum.json(comparison))
        } else {
            for amount in result.amounts {
                let substance = result.amounts.count == 1 ? SubstanceFinder.locate(in: words)?.match.substance : nil
                for line in says.lines(of: amount, substance: substance) { try voice.say(line) }
            }
            for number in result.unread { try voice.say(says.unread(number)) }
            if result.amounts.count > 1 {
                for line in says.lines(of: sum, typed: result.amounts.map(\.typed)) { try voice.say(line) }
            }
            if let comparison { try voice.say(says.comparison(comparison)) }
        }
        if result.isCut { voice.warn("Only the first \(AmountReader.longest) characters of the text were read.") }
        guard !result.amounts.isEmpty else {
            if !json { try voice.say("No amount was found; write a number and its unit, such as 6.3 kg.") }
            return .findings
        }
        if case .differs? = comparison { return .findings }
        return result.amounts.contains { $0.ambiguity != nil } ? .findings : .done
    }

    private func comparison(
        _ sum: QuantityTotal, own: ReadAmount?, _ language: TextLanguage, _ voice: Voice
    ) throws -> TotalComparison? {
        // A sum that the text gives itself is compared where no other one is named.
        guard let total else {
            return own.map { TotalComparison(printed: $0.quantity, items: sum) }
        }
        guard let printed = AmountReader(language: language).read(total).amounts.first else {
            throw CommandFault.said(
                "“\(total)” is no amount; write the total as a number and its unit, such as 13.3 kg")
        }
        return TotalComparison(printed: printed.quantity, items: sum)
    }

    // MARK: Items

    private func list(_ words: String, _ language: TextLanguage, _ voice: Voice) throws -> ExitStatus {
        let readings = SeizedItemReader(language: language).read(words)
        let says = QuantityWords(voice.catalogue)
        var isCertain = !readings.isEmpty
        for reading in readings {
            if reading.ambiguity != nil { isCertain = false }
            if json {
                try voice.json(reading.item.object)
                continue
            }
            let item = reading.item
            let amount = item.quantity.map { "\($0.amount) \(item.currency ?? $0.unit)".trimmingBlanks }
            let words = [item.name, item.substance == item.name ? nil : item.substance, amount].compactMap(\.self)
            let said = words.isEmpty ? Convention.noData : words.joined(separator: ", ")
            try voice.say("“\(reading.typed)”: \(item.kind.message), \(said)")
            if let remark = reading.match.flatMap({
                SubstanceWords(voice.catalogue).remark(on: $0, typed: reading.typed)
            }) {
                try voice.say(remark)
            }
            for amount in AmountReader(language: language).read(reading.typed).amounts {
                for line in says.lines(of: amount, substance: reading.match?.substance) { try voice.say(line) }
            }
        }
        if readings.isEmpty, !json { try voice.say("Nothing was found that could have been seized.") }
        return isCertain ? .done : .findings
    }
}
