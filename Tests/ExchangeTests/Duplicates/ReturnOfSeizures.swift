import Foundation
import Model

@testable import Exchange

/// The rows of the real return as accounts, filed as the index files them.
struct ReturnOfSeizures {
    let accounts: [SeizureAccount]
    private var filed: [Int64: [Int]] = [:]

    /// Nil where the data is not at hand.
    init?() throws {
        guard TestMaterial.hasSeizures else { return nil }
        var table = try SeizureTable(try SafeFile.read(TestMaterial.seizures), digest: testDigest)
        var accounts: [SeizureAccount] = []
        while let outcome = table.next() {
            guard case .item(let item) = outcome else { continue }
            let number = accounts.count + 1
            guard let name = SubjectName("SR-2026-\(number)") else { continue }
            let entry = Entry(
                origin: "TEST", index: Int64(number), previous: .zero, id: item.id, desk: "TEST", subject: name,
                kind: item.event.kind, at: item.at, precision: .day, recorded: .distantPast,
                actor: "test", body: item.event.body)
            guard let account = SeizureAccount(SubjectHistory([entry])) else { continue }
            for mark in item.event.marks(at: entry.at, precision: .day) where mark.value < 0 {
                filed[mark.value, default: []].append(accounts.count)
            }
            accounts.append(account)
        }
        self.accounts = accounts
    }

    /// What is filed in the neighbourhoods of an account, without itself.
    func candidates(of account: SeizureAccount) -> [SeizureAccount] {
        var found: Set<Int> = []
        for (values, _) in account.neighbourhoods {
            // Marks of seizures differ by whole days, 2^16 apart.
            for value in stride(from: values.lowerBound, through: values.upperBound, by: 1 << 16) {
                found.formUnion(filed[value] ?? [])
            }
        }
        return found.sorted().map { accounts[$0] }.filter { $0.name != account.name }
    }
}

/// Another source's report of the same seizure: what retelling does to it.
struct Retelling {
    enum Change: String, CaseIterable { case typo, script, day, unit, rounding, split, noPlace }

    static func retell(_ account: SeizureAccount, _ change: Change, _ dice: inout SeededChance) -> SeizureAccount? {
        guard let name = SubjectName("AL-2026-0001"), let item = account.items.first, let quantity = item.quantity
        else { return nil }
        var told = SeizureAccount(
            name: name, at: account.at, precision: .day, state: account.state, place: account.place,
            items: account.items)
        switch change {
        case .typo:
            guard let place = account.place, let changed = typo(place, &dice) else { return nil }
            told.place = changed
        case .script:
            guard let place = account.place else { return nil }
            told.place = cyrillic(place)
        case .day: told.at = account.at + .days(Bool.random(using: &dice) ? 1 : -1)
        case .unit:
            guard let converted = converted(quantity) else { return nil }
            told.items = [.init(substance: item.substance, name: item.name, quantity: converted)]
        case .rounding:
            guard let rounded = rounded(quantity) else { return nil }
            told.items = [.init(substance: item.substance, name: item.name, quantity: rounded)]
        case .split:
            let other = SubstanceKey(name: "hashish")
            told.items.append(.init(substance: other, name: "hashish", quantity: Quantity(amount: "217", unit: "g")))
        case .noPlace: told.place = nil
        }
        return told
    }

    /// One letter left out, doubled or exchanged with its neighbour.
    private static func typo(_ place: String, _ dice: inout SeededChance) -> String? {
        var letters = Array(place)
        guard letters.count >= 5 else { return nil }
        let spot = Int.random(in: 1..<(letters.count - 1), using: &dice)
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: letters.remove(at: spot)
        case 1: letters.insert(letters[spot], at: spot)
        default: letters.swapAt(spot, spot - 1)
        }
        return String(letters) == place ? nil : String(letters)
    }

    private static func cyrillic(_ text: String) -> String {
        var text = text.lowercased()
        for (latin, letter) in [
            ("shch", "щ"), ("kh", "х"), ("zh", "ж"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"), ("ya", "я"), ("ts", "ц"),
            ("j", "ж"),
            ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"), ("e", "е"), ("z", "з"), ("i", "и"),
            ("k", "к"),
            ("q", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"),
            ("u", "у"),
            ("f", "ф"), ("h", "х"), ("y", "ы"), ("x", "кс"), ("c", "к"),
        ] { text = text.replacingOccurrences(of: latin, with: letter) }
        return text
    }

    private static func converted(_ quantity: Quantity) -> Quantity? {
        guard case .amount(let amount) = quantity.answer, let unit = quantity.knownUnit?.unit else { return nil }
        switch unit {
        case .kilogram: return Quantity(amount: amount.timesTen(to: 3).normalised.text, unit: "g")
        case .gram: return Quantity(amount: amount.timesTen(to: -3).normalised.text, unit: "kg")
        default: return nil
        }
    }

    /// To two digits, as a headline does.
    private static func rounded(_ quantity: Quantity) -> Quantity? {
        guard case .amount(let amount) = quantity.answer, amount.significand > 0 else { return nil }
        let digits = String(amount.significand).count
        guard digits > 2, let value = ExactDecimal(amount.significand, scale: 0).rounded(timesTenTo: 2 - digits) else {
            return nil
        }
        let power = digits - 2 - amount.scale
        let text = ExactDecimal(value, scale: -power).normalised.text
        return text == amount.normalised.text ? nil : Quantity(amount: text, unit: quantity.unit)
    }
}
