/// Digits with marks in them, and the one or two numbers that they may be.
///
/// "83,4" is one number in every language; "5,065" is five and a bit in one and five thousand in another.
package struct WrittenNumber: Equatable, Sendable {
    /// With its last mark as the decimal mark.
    package let asDecimal: ExactDecimal?
    /// With all marks between groups of digits.
    package let asGrouped: ExactDecimal?
    /// The mark that may be either; nil where only one reading is possible.
    package let mark: Character?
    /// The mark that can only be the decimal mark, and the one that can only stand between groups.
    let decimalMark: Character?
    let groupMark: Character?

    package enum Fault: Error, Equatable, Sendable {
        /// Marks that no way of writing numbers puts there, such as those of a date.
        case marks
        /// More digits than are kept exactly.
        case tooLong
    }

    /// - Parameter digits: ASCII digits with the marks `,` `.` `'` and blanks, as ``NumberScan`` gives them.
    package init(_ digits: some StringProtocol) throws(Fault) {
        var groups: [String] = [""]
        var marks: [Character] = []
        for character in digits {
            if character.isASCII, character.isNumber {
                groups[groups.count - 1].append(character)
            } else {
                marks.append(character)
                groups.append("")
            }
        }
        guard groups.allSatisfy({ !$0.isEmpty }) else { throw .marks }
        let pure = groups.joined()
        guard pure.utf8.count <= WrittenNumber.mostDigits, let whole = ExactDecimal(pure) else { throw .tooLong }
        let points = marks.filter { $0 == "," || $0 == "." }
        guard let last = points.last else {
            guard marks.isEmpty || WrittenNumber.areThousands(groups) else { throw .marks }
            (asDecimal, asGrouped, mark) = (whole, nil, nil)
            (decimalMark, groupMark) = (nil, nil)
            return
        }
        let decimal = whole.timesTen(to: -(groups.last?.utf8.count ?? 0))
        if marks.count == 1 {
            let canGroup = WrittenNumber.areThousands(groups)
            (asDecimal, asGrouped, mark) = (decimal, canGroup ? whole : nil, canGroup ? last : nil)
            (decimalMark, groupMark) = (canGroup ? nil : last, nil)
        } else if points.count(where: { $0 == last }) == 1, marks.last == last {
            // "1 225,5", "1.225,50", "1'225.5": the others stand between groups.
            let others = Set(marks.dropLast())
            guard others.count == 1, WrittenNumber.areGroups(Array(groups.dropLast())) else { throw .marks }
            (asDecimal, asGrouped, mark) = (decimal, nil, nil)
            (decimalMark, groupMark) = (last, others.first)
        } else {
            guard Set(marks).count == 1, WrittenNumber.areGroups(groups) else { throw .marks }
            (asDecimal, asGrouped, mark) = (nil, whole, nil)
            (decimalMark, groupMark) = (nil, last)
        }
    }

    package init(_ value: ExactDecimal) {
        (asDecimal, asGrouped, mark) = (value, nil, nil)
        (decimalMark, groupMark) = (nil, nil)
    }

    static let mostDigits = 17

    /// "1" "234" "567": one to three digits that do not begin with 0, then three each.
    private static func areThousands(_ groups: [String]) -> Bool {
        guard let first = groups.first, (1...3).contains(first.utf8.count), first.first != "0" else { return false }
        return groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    }

    /// Thousands, or lakhs and crores as South Asia writes them: "1,00,000".
    private static func areGroups(_ groups: [String]) -> Bool {
        if areThousands(groups) { return true }
        guard groups.count > 2, let first = groups.first, (1...2).contains(first.utf8.count), first.first != "0" else {
            return false
        }
        return groups.last?.utf8.count == 3 && groups.dropFirst().dropLast().allSatisfy { $0.utf8.count == 2 }
    }
}
