import Interface
import Model
import Wording

/// Weights as people type them: a number and a unit, "38.4 kg" or "31,440 kg".
enum TypedWeight {
    /// The weight that was typed; what may be read in two ways is told.
    static func quantity(_ text: String, option: String, _ voice: Voice) throws -> Quantity {
        let language = TextLanguage(rawValue: voice.catalogue.language.rawValue) ?? .en
        let read = AmountReader(language: language).read(text)
        guard read.amounts.count == 1, let amount = read.amounts.first, amount.high == nil, !amount.isEach else {
            throw CommandFault.misread("\(option): “\(text)” is no weight; type a number and its unit, such as 38.4 kg")
        }
        guard !amount.unitTyped.isEmpty else {
            throw CommandFault.misread(
                "\(option): “\(text)” has no unit; type the weight in g, kg or t, such as 38.4 kg")
        }
        guard amount.unit?.dimension == .mass, amount.quantity.micrograms != nil else {
            throw CommandFault.misread(
                "\(option): “\(amount.unitTyped)” is no unit of weight; type the weight in g, kg or t, such as 38.4 kg")
        }
        if amount.ambiguity != nil {
            for line in QuantityWords(voice.catalogue).lines(of: amount).prefix(2) { voice.warn(line) }
        }
        return amount.quantity
    }

    /// Whole grams; nil where nothing was typed.
    static func grams(_ text: String?, option: String, _ voice: Voice) throws -> Int64? {
        guard let text else { return nil }
        return try quantity(text, option: option, voice).micrograms.map { ($0 + 500_000) / 1_000_000 }
    }
}
