extension Convention {
    /// Where nobody has counted or weighed yet; never 0.
    package static let noData = "--"

    /// A whole number with marks between thousands; nil is ``noData``.
    package func grouped(_ number: Int?) -> String {
        guard let number else { return Convention.noData }
        let digits = grouped(digits: String(number.magnitude))
        return number < 0 ? "-\(digits)" : digits
    }

    /// An exact decimal such as `38.4` or `-31440.05` with the language's marks, every digit kept; nil is ``noData``.
    ///
    /// Text that is not digits with at most one point comes back as it is.
    package func decimal(_ exact: String?) -> String {
        guard let exact else { return Convention.noData }
        let sign = exact.hasPrefix("-") ? "-" : ""
        let parts = exact.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(Convention.isDigits) else { return exact }
        let whole = sign + grouped(digits: String(parts[0]))
        return parts.count == 1 ? whole : whole + decimalMark + parts[1]
    }

    /// An exact decimal with the language's decimal mark and no mark between thousands, where one might be taken for the other.
    package func ungrouped(_ exact: String) -> String { exact.split(separator: ".").joined(separator: decimalMark) }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private func grouped(digits: String) -> String {
        guard digits.count >= groupFrom else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += groupMark }
            result.append(digit)
        }
        return result
    }
}
