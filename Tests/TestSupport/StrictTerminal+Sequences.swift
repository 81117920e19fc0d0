/// The control sequences that are allowed, and what they do.
extension StrictTerminal {
    private static let privateModes: Set<Int> = [1, 7, 12, 25, 34, 1000, 1004, 1006, 1049, 2004, 2026]

    mutating func sequence(_ parameters: String, _ final: Character) {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
        let count = max(1, (numbers.first ?? nil) ?? 1)
        switch final {
        case "A" where isPlain(parameters): move(to: row - count, column)
        case "B" where isPlain(parameters): move(to: row + count, column)
        case "C" where isPlain(parameters): move(to: row, column + count)
        case "D" where isPlain(parameters): move(to: row, column - count)
        case "G" where isPlain(parameters): move(to: row, count - 1)
        case "d" where isPlain(parameters): move(to: count - 1, column)
        case "I" where isPlain(parameters): move(to: row, (column / 8 + count) * 8)
        case "Z" where isPlain(parameters): move(to: row, (max(1, column) - 1) / 8 * 8)
        case "H" where isPlain(parameters):
            move(to: count - 1, max(1, (numbers.count > 1 ? numbers[1] : nil) ?? 1) - 1)
        case "J" where isPlain(parameters) && parameters != "3": eraseScreen(numbers.first.flatMap { $0 } ?? 0)
        case "K" where isPlain(parameters): eraseRow(numbers.first.flatMap { $0 } ?? 0)
        case "X" where isPlain(parameters): erase(rows: row...row, columns: column...(column + count - 1))
        case "b" where isPlain(parameters) && count <= columns: repeatLast(count)
        case "@" where isPlain(parameters): shiftCells(by: count)
        case "P" where isPlain(parameters): shiftCells(by: -count)
        case "L" where isPlain(parameters): shift(from: row, by: count)
        case "M" where isPlain(parameters): shift(from: row, by: -count)
        case "S" where isPlain(parameters): scroll(down: -count)
        case "T" where isPlain(parameters): scroll(down: count)
        case "r" where isPlain(parameters): setRegion(numbers)
        case "m" where isAttributes(parameters): setLook(parameters)
        case "n" where parameters == "5": answer("\u{1B}[0n")
        case "n" where parameters == "6": answer("\u{1B}[\(row + 1);\(column + 1)R")
        // The title on and off its stack: ours, and what xterm's own entry does with the screen.
        case "t" where ["22;2", "23;2", "22;0;0", "23;0;0"].contains(parameters): break
        // The shape of the Linux console's cursor.
        case "c" where ["?0", "?1", "?8"].contains(parameters): break
        case "h", "l": setMode(parameters, isOn: final == "h")
        default: takeQuestion(parameters, final)
        }
    }

    /// Questions that only a measurement asks.
    private mutating func takeQuestion(_ parameters: String, _ final: Character) {
        if let reply = personality.attributes[parameters + String(final)] { return answer(reply) }
        if final == "p", parameters.hasPrefix("?"), parameters.hasSuffix("$"), !personality.attributes.isEmpty {
            let mode = Int(parameters.dropFirst().dropLast()) ?? 0
            return answer("\u{1B}[?\(mode);\(personality.knownModes[mode] ?? 0)$y")
        }
        fault("CSI \(parameters)\(final)")
    }

    private func isPlain(_ parameters: String) -> Bool {
        parameters.allSatisfy { $0.isNumber || $0 == ";" } && parameters.utf8.count <= 9
    }

    private func isAttributes(_ parameters: String) -> Bool {
        parameters.allSatisfy { $0.isNumber || $0 == ";" || $0 == ":" } && parameters.utf8.count <= 40
    }

    private mutating func setMode(_ parameters: String, isOn: Bool) {
        guard parameters.hasPrefix("?") else {
            if parameters != "4" && parameters != "34" { fault("mode \(parameters)") }
            return
        }
        for part in parameters.dropFirst().split(separator: ";") {
            guard let mode = Int(part), Self.privateModes.contains(mode) else {
                fault("mode \(parameters)")
                continue
            }
            if isOn { modes.insert(mode) } else { modes.remove(mode) }
        }
    }

    private mutating func eraseScreen(_ what: Int) {
        wrapPending = false
        if what != 1 {
            if what == 0 { erase(rows: row...row, columns: column...(columns - 1)) }
            let first = what == 0 ? row + 1 : 0
            if first < rows { erase(rows: first...(rows - 1), columns: 0...(columns - 1)) }
        } else {
            if row > 0 { erase(rows: 0...(row - 1), columns: 0...(columns - 1)) }
            erase(rows: row...row, columns: 0...column)
        }
    }

    private mutating func eraseRow(_ what: Int) {
        wrapPending = false
        switch what {
        case 0: erase(rows: row...row, columns: column...(columns - 1))
        case 1: erase(rows: row...row, columns: 0...column)
        case 2: erase(rows: row...row, columns: 0...(columns - 1))
        default: fault("CSI \(what)K")
        }
    }

    private mutating func setRegion(_ numbers: [Int?]) {
        let first = max(1, (numbers.first ?? nil) ?? 1)
        let last = min(rows, max(1, (numbers.count > 1 ? numbers[1] : nil) ?? rows))
        guard first < last else { return fault("a scroll region \(first);\(last)") }
        region = (first - 1)...(last - 1)
        move(to: 0, 0)
    }

    /// Keeps the attributes that are on, each as its own code, so that equal looks are equal strings.
    private mutating func setLook(_ parameters: String) {
        var codes = parameters.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        if codes == [""] { codes = ["0"] }
        while !codes.isEmpty {
            let code = codes.removeFirst()
            if code == "38" || code == "48" {
                let taken = codes.first == "2" ? 4 : 2
                guard codes.count >= taken else { return fault("colour \(parameters)") }
                set(([code] + codes[..<taken]).joined(separator: ";"), instead: code.first)
                codes.removeFirst(taken)
            } else {
                setPlain(code)
            }
        }
        look.sort()
    }

    private mutating func setPlain(_ code: String) {
        guard let number = Int(code.split(separator: ":").first ?? "") ?? (code.isEmpty ? 0 : nil) else {
            return fault("attribute \(code)")
        }
        switch number {
        case 0: look = []
        case 1, 2, 3, 4, 7, 9: if !look.contains(code) { look.append(code) }
        case 22: look.removeAll { $0 == "1" || $0 == "2" }
        case 23, 24, 27, 29: look.removeAll { $0 == String(number - 20) }
        case 10, 11: drawsLines = number == 11
        case 30...38, 90...97: set(code, instead: "3")
        case 39: removeColour("3")
        case 40...48, 100...107: set(code, instead: "4")
        case 49: removeColour("4")
        default: fault("attribute \(code)")
        }
    }

    private mutating func set(_ code: String, instead kind: Character?) {
        removeColour(kind)
        look.append(code)
    }

    private mutating func removeColour(_ kind: Character?) {
        let bright = kind == "3" ? "9" : "10"
        look.removeAll { code in
            code.utf8.count >= 2 && (code.first == kind || code.hasPrefix(bright))
        }
    }
}
