import Testing

@testable import Model

/// What reports say, and what is to be read of it: each line of the table in the words of a press service, a duty officer
/// or a newspaper.
@Suite struct SpokenReaderTests {
    /// "heroin 12 kg": the code of the substance, the currency or the kind of other goods, then the amount.
    static func lines(_ text: String) -> [String] {
        let reader = SeizedItemReader(language: TextLanguage.guess(text) ?? .en)
        return reader.account(text).readings.map { reading in
            let item = reading.item
            let name: String
            switch item.kind {
            case .drug, .precursor:
                if case .several(let all)? = reading.match {
                    name = all.map(\.code).joined(separator: "+")
                } else {
                    name = item.substance ?? item.name ?? "-"
                }
            case .cash: name = item.currency ?? "cash"
            default: name = item.kind.rawValue
            }
            let unit = item.quantity?.knownUnit?.unit.rawValue ?? item.quantity?.unit ?? ""
            let amount = item.kind == .cash ? item.quantity?.amount ?? "" : "\(item.quantity?.amount ?? "") \(unit)"
            return "\(name) \(amount)".trimmingBlanks
        }
    }

    @Test(arguments: SpokenTable.rows)
    func row(_ text: String, _ expected: [String]) {
        #expect(Self.lines(text) == expected)
    }

    @Test func precisionAndRecallOfTheTable() {
        var (right, read, wanted) = (0, 0, 0)
        for (text, expected) in SpokenTable.rows {
            var left = expected
            for line in Self.lines(text) {
                read += 1
                if let place = left.firstIndex(of: line) {
                    right += 1
                    left.remove(at: place)
                }
            }
            wanted += expected.count
        }
        print("spoken items: \(SpokenTable.rows.count) texts, precision \(right)/\(read), recall \(right)/\(wanted)")
        #expect(SpokenTable.rows.count >= 60 && right * 100 >= read * 98 && right * 100 >= wanted * 98)
    }

    @Test(
        arguments: [
            ("No drugs were found in the truck.", 1), ("Наркотиков в автомашине не обнаружено.", 1),
            ("经检查未发现毒品。", 1), ("Не менее 5 кг героина изъято в Оше", 0),
            ("No less than 5 kg of heroin was seized", 0), ("Ранее не судимый водитель вёз 2 кг опия", 0),
            ("It was a false alarm: 3 kg of opium never existed.", 1),
        ])
    func denials(_ text: String, _ count: Int) {
        #expect(SeizedItemReader().account(text).denials.count == count)
    }

    @Test func whatIsNotTakenIsTold() {
        func left(_ text: String) -> [String] { SeizedItemReader().account(text).leftOver }
        #expect(left("Heroin valued at $1.2 million (12 kg) was seized") == ["$1.2 million"])
        #expect(left("героина не обнаружено, 3 кг муки возвращены") == ["3 кг муки"])
        #expect(left("the price of 1 kg is 40,000 dollars") == ["1 kg", "40,000 dollars"])
        #expect(left("сумка весом 20 кг, в ней 4 кг героина") == ["20 кг"])
        let account = SeizedItemReader(language: .ru).account(
            "18 ноября изъято 10 кг героина. Ранее, 3 ноября, там же изъяли 25 кг.")
        #expect(account.others == ["25 кг"] && account.days.map(\.day) == [18])
        #expect(SeizedItemReader().account("It is expected that 40 kg of heroin will come").isPlanned)
    }

    @Test func aNumberGoesOnBehindItsUnit() {
        func read(_ text: String) -> [String] {
            AmountReader().read(text).amounts.map { "\($0.value.text) \($0.unit?.rawValue ?? "-")" }
        }
        #expect(read("2kg500g") == ["2.5 kg"] && read("6·5 kg") == ["6.5 kg"])
        #expect(read("methadone M40") == [] && read("JWH-018 5g") == ["5 g"])
    }
}
