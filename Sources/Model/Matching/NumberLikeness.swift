/// How alike two plates or numbers are, sign by sign.
enum NumberLikeness {
    /// Two digits or more, and more digits than half of the letters: what is compared as a number.
    static func isNumber(_ text: String) -> Bool {
        let form = TypedForm(text)
        let digits = form.digits.count
        return digits >= 2 && digits * 2 >= form.signs.count - digits
    }

    /// Signs that are misread for each other on plates and labels.
    private static let misread: Set<String> = [
        "0O", "O0", "0D", "D0", "0Q", "Q0", "1I", "I1", "1L", "L1", "5S", "S5", "8B", "B8", "2Z", "Z2", "6G", "G6",
        "17", "71",
        "OQ", "QO", "OD", "DO", "VY", "YV", "MN", "NM", "HN", "NH", "UV", "VU", "38", "83", "EF", "FE", "PR", "RP",
        "CG", "GC",
    ]

    static func compare(_ a: String, _ b: String) -> NameLikeness {
        let (x, y) = (signs(a), signs(b))
        if x.map(\.sign) == y.map(\.sign) {
            let odd = zip(x, y).filter { $0.letter != $1.letter }
            return odd.isEmpty
                ? NameLikeness(score: 1000, reasons: [.same])
                : NameLikeness(
                    score: 970, reasons: [.lookAlike], left: odd.map { $0.0.place..<$0.0.place + 1 },
                    right: odd.map { $0.1.place..<$0.1.place + 1 })
        }
        if Identifier(.plate, a).key == Identifier(.plate, b).key {
            return NameLikeness(score: 960, reasons: [.countrySign], left: sign(x, y), right: sign(y, x))
        }
        return align(x, y)
    }

    private struct Sign {
        let sign: Unicode.Scalar
        let letter: Unicode.Scalar
        let place: Int
    }

    private static func signs(_ text: String) -> [Sign] {
        var signs: [Sign] = []
        for (place, character) in text.enumerated() {
            for scalar in character.uppercased().unicodeScalars {
                guard let plain = TypedForm.plain(scalar) else { continue }
                signs.append(Sign(sign: LookAlike.latin(plain) ?? plain, letter: plain, place: place))
            }
        }
        return signs
    }

    /// Where `KG` stands in the one and not in the other.
    private static func sign(_ one: [Sign], _ other: [Sign]) -> [Range<Int>] {
        one.count > other.count && one.count > 3 ? [one[2].place..<one[3].place + 1] : []
    }

    private static func align(_ x: [Sign], _ y: [Sign]) -> NameLikeness {
        let width = y.count + 1
        guard x.count <= 64, y.count <= 64 else { return NameLikeness(score: 0, reasons: [.different]) }
        var costs = [Int](repeating: 0, count: (x.count + 1) * width)
        for column in y.indices { costs[column + 1] = costs[column] + 300 }
        for row in x.indices {
            costs[(row + 1) * width] = costs[row * width] + 300
            for column in y.indices {
                let change = costs[row * width + column] + cost(x[row], y[column])
                let gap = min(costs[row * width + column + 1], costs[(row + 1) * width + column]) + 300
                costs[(row + 1) * width + column + 1] = min(change, gap)
            }
        }
        var (left, right): ([Range<Int>], [Range<Int>]) = ([], [])
        var isMisread = true
        var others = 0
        var (row, column) = (x.count, y.count)
        while row > 0 || column > 0 {
            let here = costs[row * width + column]
            if row > 0, column > 0, here == costs[(row - 1) * width + column - 1] + cost(x[row - 1], y[column - 1]) {
                (row, column) = (row - 1, column - 1)
                let cost = cost(x[row], y[column])
                guard cost > 0 else { continue }
                isMisread = isMisread && cost < 300
                others += 1
                left.append(x[row].place..<x[row].place + 1)
                right.append(y[column].place..<y[column].place + 1)
            } else if row > 0, here == costs[(row - 1) * width + column] + 300 {
                row -= 1
                (isMisread, others) = (false, others + 1)
                left.append(x[row].place..<x[row].place + 1)
            } else {
                column -= 1
                (isMisread, others) = (false, others + 1)
                right.append(y[column].place..<y[column].place + 1)
            }
        }
        let score = 1000 - costs[costs.count - 1]
        guard score >= 400 else { return NameLikeness(score: score, reasons: [.different], left: left, right: right) }
        return NameLikeness(
            score: score, reasons: [isMisread ? .misread : others == 1 ? .oneLetter : .severalLetters], left: left,
            right: right)
    }

    private static func cost(_ a: Sign, _ b: Sign) -> Int {
        if a.sign == b.sign { return 0 }
        return misread.contains("\(a.sign)\(b.sign)") ? 200 : 300
    }
}
