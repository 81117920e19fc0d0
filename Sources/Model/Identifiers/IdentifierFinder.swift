/// Finds identifiers in messages as people write them, in English and Russian.
///
/// What is found is right rather than complete: a number without a word that says what it is, and without a check digit or
/// a form of its own, is left alone, because "12 kg" and "500 USD 20" are everywhere.
package enum IdentifierFinder {
    package enum Confidence: Int, Comparable, Sendable {
        /// The form fits, and a word nearby says what it is.
        case possible
        /// The form is its own, or it fits and the word stands directly before it.
        case likely
        /// The check digits hold.
        case certain

        package static func < (left: Confidence, right: Confidence) -> Bool { left.rawValue < right.rawValue }
    }

    package struct Found: Equatable, Sendable {
        package let identifier: Identifier
        package let range: Range<String.Index>
        package let confidence: Confidence
    }

    /// The identifiers in a text, in its order and without overlaps.
    ///
    /// Linear in the length of the text; of a text beyond `sizeLimit` only the beginning is looked at.
    package static func find(in text: String) -> [Found] {
        let scan = MessageScan(text)
        var found: [Found] = []
        var next = 0
        while next < scan.atoms.count {
            guard let (candidate, count) = best(at: next, in: scan) else {
                next += 1
                continue
            }
            // A State's code in front of a plate is no part of its number.
            let skipped = candidate.state == nil ? 0 : 1
            let number = String(text[scan.range(next + skipped, count - skipped)])
            found.append(
                Found(
                    identifier: Identifier(candidate.kind, number, state: candidate.state),
                    range: scan.range(next, count), confidence: candidate.confidence))
            next += count
        }
        return found
    }

    /// In scalars.
    package static let sizeLimit = 200_000

    struct Candidate {
        let kind: IdentifierKind
        let confidence: Confidence
        /// Whose code stands in front of it, as its first word.
        var state: String?
    }

    /// The surest candidate that begins at an atom, and of those the longest.
    private static func best(at start: Int, in scan: MessageScan) -> (Candidate, Int)? {
        // Most of a message is words; every identifier has a digit, but for wallets of letters alone.
        guard let least = scan.leastCount(from: start) else { return nil }
        var best: (candidate: Candidate, count: Int)?
        let said = scan.said(before: start)
        for count in least...MessageScan.atomLimit {
            guard let piece = scan.piece(start, count, said) else { break }
            for candidate in [cargo(piece), personal(piece), plate(piece)].compactMap({ $0 })
            where best.map({ ($0.candidate.confidence, $0.count) < (candidate.confidence, count) }) ?? true {
                best = (candidate, count)
            }
        }
        return best
    }
}

extension IdentifierFinder {
    private static func sure(_ kind: IdentifierKind, _ holds: Bool, else other: Confidence?) -> Candidate? {
        holds ? Candidate(kind: kind, confidence: .certain) : other.map { Candidate(kind: kind, confidence: $0) }
    }

    /// Numbers of goods and what carries them.
    static func cargo(_ piece: MessageScan.Piece) -> Candidate? {
        let shape = piece.shape
        if shape.isEmpty { return nil }
        if piece.isTight || piece.gaps.allSatisfy({ " -".unicodeScalars.contains($0) }) {
            if let found = container(piece) { return found }
        }
        return numbered(piece, shape) ?? marked(piece) ?? cas(piece)
    }

    /// Numbers that their length and check digit tell.
    private static func numbered(_ piece: MessageScan.Piece, _ shape: String) -> Candidate? {
        let bytes = piece.bytes
        switch shape {
        case "AA999999999AA" where piece.isUpper:
            // The form is its own where it ends in the code of a State: a wrong check digit is a warning.
            let isOfState = StateCode.alpha3(String(decoding: bytes[11...], as: UTF8.self)) != nil && piece.isTight
            return sure(
                .parcel, CheckDigits.parcel(bytes[2..<10]) == bytes[10],
                else: isOfState ? .likely : piece.saidAt(.parcel))
        case _ where bytes.count == 17 && piece.isTight && vinShape(bytes):
            return sure(.vin, CheckDigits.vin(bytes) == bytes[8], else: piece.saidAt(.vin))
        case "99999999" where piece.isTight:
            guard let said = piece.saidAt(.wagon) else { return nil }
            return sure(.wagon, CheckDigits.wagon(bytes) == bytes[7], else: said == .likely ? said : nil)
        case "9999999" where piece.isTight && piece.saidAt(.vessel) == .likely:
            return sure(.vessel, CheckDigits.vessel(bytes) == bytes[6], else: .likely)
        case "99999999999" where piece.atomSizes == [3, 8]:
            let holds = CheckDigits.airWaybill(bytes[3..<10]) == bytes[10]
            if let said = piece.saidAt(.airWaybill) { return sure(.airWaybill, holds, else: said) }
            let isAlone = piece.gaps == ["-"] && !piece.isPartOfMore
            guard isAlone, piece.saidAt(.phone) == nil else { return nil }
            return holds || bytes[0] != UInt8(ascii: "0") ? Candidate(kind: .airWaybill, confidence: .likely) : nil
        default: return nil
        }
    }

    private static func container(_ piece: MessageScan.Piece) -> Candidate? {
        let bytes = piece.bytes
        guard (10...11).contains(bytes.count), bytes[..<4].allSatisfy(CheckDigits.isLetter),
            bytes[4...].allSatisfy({ CheckDigits.digit($0) != nil }), "UJZ".utf8.contains(bytes[3]),
            let expected = CheckDigits.container(bytes)
        else { return nil }
        let said = piece.saidAt(.container)
        guard piece.isUpper || said != nil else { return nil }
        if bytes.count == 10 { return said.map { Candidate(kind: .container, confidence: $0) } }
        return sure(
            .container, bytes[10] == expected,
            else: said ?? (bytes[3] == UInt8(ascii: "U") && piece.atoms <= 3 ? .likely : nil))
    }

    /// Seventeen signs of which the last four are digits, with letters among the first.
    private static func vinShape(_ bytes: [UInt8]) -> Bool {
        !bytes.contains { "IOQ".utf8.contains($0) } && bytes[13...].allSatisfy { CheckDigits.digit($0) != nil }
            && bytes[..<9].count(where: CheckDigits.isLetter) >= 2
    }

    private static func cas(_ piece: MessageScan.Piece) -> Candidate? {
        guard piece.atoms == 3, piece.gaps == ["-", "-"], piece.atomSizes[1] == 2, piece.atomSizes[2] == 1,
            (2...7).contains(piece.atomSizes[0]), !piece.isPartOfMore,
            piece.bytes.allSatisfy({ CheckDigits.digit($0) != nil }),
            piece.bytes[0] != UInt8(ascii: "0")
        else { return nil }
        let holds = CheckDigits.cas(piece.bytes.dropLast()) == piece.bytes.last
        if let said = piece.saidAt(.cas) { return sure(.cas, holds, else: said) }
        // "2021-06-2" is a date.
        let isDate =
            piece.atomSizes[0] == 4 && (piece.bytes.starts(with: "19".utf8) || piece.bytes.starts(with: "20".utf8))
        return holds && !isDate ? Candidate(kind: .cas, confidence: .likely) : nil
    }

    /// What only the word in front tells: flights, carnets, notes and seals.
    private static func marked(_ piece: MessageScan.Piece) -> Candidate? {
        let digits = piece.bytes.count { CheckDigits.digit($0) != nil }
        if piece.atoms <= 2, piece.isUpper, piece.saidAt(.flight) == .likely,
            Identifier.Reading.airlineLength(piece.bytes) != nil,
            piece.bytes.first.map(CheckDigits.isLetter) == true || digits < piece.bytes.count
        {
            return Candidate(kind: .flight, confidence: .likely)
        }
        if piece.atoms <= 2, digits == 8, piece.bytes.count <= 10, piece.saidAt(.tirCarnet) == .likely,
            Identifier.Reading.tirCarnet(TypedForm(piece.text)).remarks.isEmpty
        {
            return Candidate(kind: .tirCarnet, confidence: .likely)
        }
        guard piece.isTight, digits >= 4, piece.bytes.count <= 16 else { return nil }
        for kind in [IdentifierKind.consignmentNote, .seal] where piece.saidAt(kind) == .likely {
            return Candidate(kind: kind, confidence: .likely)
        }
        return nil
    }

}
