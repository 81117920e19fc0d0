extension Quantity {
    /// The number and its unit, as short as it can be said.
    package var plain: String { [amount, unit].filter { !$0.isEmpty }.joined(separator: " ") }

    /// What somebody typed into a field for one amount, read as everywhere else, with what is to be asked about it.
    package struct Typed: Equatable, Sendable {
        package let quantity: Quantity
        /// The other reading, where a comma or point may be either mark.
        package let other: Quantity?
    }

    /// Asked, and not known.
    package static let noData = Quantity(amount: "--", unit: "")

    /// Whether a text ends with the sign for what is not known: "heroin --".
    package static func saysNoData(_ text: String) -> Bool {
        text == "--" || text.hasSuffix(" --") || text.hasSuffix(":--") || text.hasSuffix("：--")
    }

    /// Reads "3 kg and 250 grams", "18,4 кг", "about 12 kg", "5-6 kg"; `--` is that nobody knows, a bare zero that there was
    /// nothing, and a blank that nobody asked. Nil where it is no amount with a unit, or more than one.
    ///
    /// A unit that the table does not have is taken as it is typed, where a plain number stands before it.
    package static func typed(_ text: String, language: TextLanguage = .en) -> Typed? {
        let text = text.trimmingBlanks
        if ["--", "—", "–"].contains(text) { return Typed(quantity: noData, other: nil) }
        if text.isEmpty { return Typed(quantity: Quantity(amount: "", unit: ""), other: nil) }
        if text.allSatisfy({ $0 == "0" }) { return Typed(quantity: Quantity(amount: "0", unit: ""), other: nil) }
        let read = AmountReader(language: language).read(text)
        let amounts = read.amounts.filter { !$0.isSaidTwice }
        if amounts.count == 1, let amount = amounts.first, amount.unit != nil, !amount.isEach, !read.isCut,
            read.unread.isEmpty
        {
            return Typed(quantity: amount.quantity, other: amount.otherQuantity)
        }
        let parts = text.split(separator: " ", maxSplits: 1)
        guard amounts.isEmpty || amounts.first?.unit == nil, parts.count == 2, ExactDecimal(parts[0]) != nil,
            parts[1].contains(where: \.isLetter), !parts[1].contains(where: \.isNumber), parts[1].count <= 40
        else { return nil }
        return Typed(quantity: Quantity(amount: String(parts[0]), unit: String(parts[1])), other: nil)
    }
}
