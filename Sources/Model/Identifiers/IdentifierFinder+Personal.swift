/// Plates, telephones, documents, accounts and virtual assets in messages.
extension IdentifierFinder {
    static func personal(_ piece: MessageScan.Piece) -> Candidate? {
        if piece.atoms == 1, let found = wallet(piece) { return found }
        return phone(piece) ?? account(piece) ?? document(piece)
    }

    private static func wallet(_ piece: MessageScan.Piece) -> Candidate? {
        let bytes = Array(piece.text.utf8)
        guard bytes.count >= 25 else { return nil }
        if let holds = Wallet.isBech32(bytes) {
            return Candidate(kind: .wallet, confidence: holds ? .certain : .likely)
        }
        if Wallet.isEthereum(bytes) { return Candidate(kind: .wallet, confidence: .likely) }
        // A check sum of four bytes does not come about by chance.
        if Wallet.isChecked(bytes) { return Candidate(kind: .wallet, confidence: .certain) }
        guard Wallet.isBase58(bytes) else { return nil }
        let isUsual = "13T".utf8.contains(bytes[0]) && bytes.contains(where: CheckDigits.isLetter)
        return piece.saidAt(.wallet).map { Candidate(kind: .wallet, confidence: $0) }
            ?? (isUsual && (bytes[0] != UInt8(ascii: "T") || bytes.count == 34)
                ? Candidate(kind: .wallet, confidence: .likely) : nil)
    }

    private static func phone(_ piece: MessageScan.Piece) -> Candidate? {
        guard piece.bytes.allSatisfy({ CheckDigits.digit($0) != nil }), (9...15).contains(piece.bytes.count),
            !piece.isPartOfMore, piece.gaps.allSatisfy({ " -().\u{A0}".unicodeScalars.contains($0) })
        else { return nil }
        let digits = String(decoding: piece.bytes, as: UTF8.self)
        if piece.hasPlus {
            guard let country = PhoneNumber.country(digits), country.lengths.contains(digits.count - country.code.count)
            else {
                return piece.saidAt(.phone).map { Candidate(kind: .phone, confidence: $0) }
            }
            return Candidate(kind: .phone, confidence: .likely)
        }
        // "8 (701) 123-45-67" is how telephones are written inside Kazakhstan and the Russian Federation.
        if digits.count == 11, digits.hasPrefix("8"), piece.atomSizes.prefix(2) == [1, 3], piece.gaps.contains("(") {
            return Candidate(kind: .phone, confidence: .likely)
        }
        guard let said = piece.saidAt(.phone) else { return nil }
        return Candidate(kind: .phone, confidence: said)
    }

    private static func account(_ piece: MessageScan.Piece) -> Candidate? {
        let bytes = piece.bytes
        if bytes.count >= 15, CheckDigits.isLetter(bytes[0]), CheckDigits.isLetter(bytes[1]), piece.isUpper,
            bytes.count == BankAccount.lengths[String(decoding: bytes[..<2], as: UTF8.self)],
            CheckDigits.digit(bytes[2]) != nil,
            CheckDigits.digit(bytes[3]) != nil, piece.atoms == 1 || piece.atomSizes.dropLast().allSatisfy({ $0 == 4 })
        {
            let holds = CheckDigits.isIBAN(bytes) ?? false
            return holds
                ? Candidate(kind: .account, confidence: .certain)
                : piece.saidAt(.account).map { Candidate(kind: .account, confidence: $0) }
        }
        guard [16, 20, 23].contains(bytes.count), bytes.allSatisfy({ CheckDigits.digit($0) != nil }) else { return nil }
        return piece.saidAt(.account).map { Candidate(kind: .account, confidence: $0) }
    }

    private static func document(_ piece: MessageScan.Piece) -> Candidate? {
        let digits = piece.bytes.count { CheckDigits.digit($0) != nil }
        let letters = piece.bytes.count - digits
        guard piece.atoms <= 3, letters <= 3, (6...14).contains(digits) || piece.bytes.count == 18 && letters <= 1,
            piece.isUpper || letters == 0,
            piece.bytes.prefix(letters).allSatisfy(CheckDigits.isLetter), !piece.isPartOfMore,
            piece.gaps.allSatisfy({ $0 == " " || $0 == "-" || $0 == "\u{A0}" })
        else { return nil }
        return piece.saidAt(.document) == .likely ? Candidate(kind: .document, confidence: .likely) : nil
    }

    /// Units, currencies and substances that stand between numbers like the letters of a plate.
    private static let words: Set<String> = [
        "KG", "KGS", "GR", "GRM", "MG", "ML", "LTR", "PCS", "TAB", "AMP", "DOS", "TON", "USD", "EUR", "RUB", "KZT",
        "KGS", "UZS", "TJS", "TMT", "AZN", "AFN", "IRR", "CNY", "RMB", "TRY", "GBP", "AED", "UTC", "GMT", "AM", "PM",
        "LSD", "THC", "GHB", "GBL", "PVP", "CBD", "MDA", "MAM", "BDB", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL",
        "AUG", "SEP", "OCT", "NOV", "DEC", "NO", "NR", "TO", "OF", "AND", "OR", "IN", "AT", "BY", "ON", "THE", "CM",
        "KM", "MM", "ART", "CT",
    ]

    /// Of these, what stands in plates of the region as often.
    private static let wordsOfPlates: Set<String> = ["AT", "TO", "OF", "OR", "IN", "BY", "ON", "NO"]

    /// "TJK 4821 AT 02": a plate with the code of its State in front.
    private static func platedBy(_ state: String, _ piece: MessageScan.Piece) -> Candidate? {
        let patterns = PlatePattern.fitting(piece.bytes.dropFirst(3).map { Unicode.Scalar($0) })
            .filter { $0.state == state }
        let doubtful = piece.letterGroups.dropFirst().filter { words.contains($0) && !($0 == "KG" && state == "KGZ") }
        guard !patterns.isEmpty, doubtful.isEmpty || doubtful.allSatisfy({ wordsOfPlates.contains($0) }),
            doubtful.isEmpty || patterns.contains(where: \.isDistinct)
        else { return nil }
        return Candidate(kind: .plate, confidence: .likely, state: state)
    }

    static func plate(_ piece: MessageScan.Piece) -> Candidate? {
        if piece.atoms > 1, piece.atomSizes[0] == 3, piece.isUpper, !piece.isPartOfMore,
            piece.gaps.allSatisfy({ $0 == " " || $0 == "-" || $0 == "\u{A0}" }),
            case let state = String(decoding: piece.bytes[..<3], as: UTF8.self), state != "AFG",
            PlatePattern.all.contains(where: { $0.state == state })
        {
            return platedBy(state, piece)
        }
        guard (6...10).contains(piece.bytes.count), !piece.isPartOfMore, piece.atoms <= 5,
            piece.gaps.allSatisfy({ $0 == " " || $0 == "-" || $0 == "\u{A0}" })
        else { return nil }
        let signs = piece.bytes.map { Unicode.Scalar($0) }
        let patterns = PlatePattern.fitting(signs)
        guard !patterns.isEmpty else { return nil }
        let said = piece.saidAt(.plate)
        guard piece.isUpper || said == .likely else { return nil }
        let groups = piece.letterGroups
        let isWord = groups.contains { words.contains($0) && $0 != "KG" } || groups == ["KG"]
        let isOfMember = PlatePattern.states(patterns).contains {
            ["AZE", "KAZ", "KGZ", "RUS", "TJK", "TKM", "UZB"].contains($0)
        }
        if let said, !isWord || said == .likely && piece.isTight {
            return isOfMember || said == .likely ? Candidate(kind: .plate, confidence: said) : nil
        }
        guard !isWord else { return nil }
        // "10-AA-123" is how plates of Azerbaijan are written, and nothing else is.
        if patterns.contains(where: { $0.state == "AZE" }), piece.gaps == ["-", "-"] {
            return Candidate(kind: .plate, confidence: .likely)
        }
        guard patterns.contains(where: \.isDistinct) else { return nil }
        // Letters in two places, a plate in one piece, or with blanks where its State puts them.
        return piece.isTight || groups.count > 1 && piece.atomSizes.count > 2 || isSpacedAsUsual(piece, patterns)
            ? Candidate(kind: .plate, confidence: .likely) : nil
    }

    /// "123 ABC 02", "1234 AB 01" and "01 123 ABC".
    private static func isSpacedAsUsual(_ piece: MessageScan.Piece, _ patterns: [PlatePattern]) -> Bool {
        guard piece.gaps.allSatisfy({ $0 == " " || $0 == "\u{A0}" }) else { return false }
        let usual: [(state: String, sizes: [Int])] = [("KAZ", [3, 3, 2]), ("TJK", [4, 2, 2]), ("UZB", [2, 3, 3])]
        return usual.contains { form in
            form.sizes == piece.atomSizes && patterns.contains { $0.state == form.state && $0.isDistinct }
        }
    }
}
