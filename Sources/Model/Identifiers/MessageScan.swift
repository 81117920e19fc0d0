/// A message taken apart into atoms, runs of letters and digits, and what stands between them.
struct MessageScan {
    struct Atom {
        let range: Range<Int>
        /// Folded to capitals and digits of ASCII; empty where it has other letters.
        let bytes: [UInt8]
        let hasDigit: Bool
        let isUpper: Bool
        /// In small letters, as words are looked up.
        let word: String
    }

    /// How many atoms an identifier may have: account numbers in groups of four, telephones in pairs.
    static let atomLimit = 8
    /// How far in front of a number the word may stand that says what it is, in atoms.
    private static let reach = 6

    let text: String
    private let scalars: [Unicode.Scalar]
    private let indices: [String.Index]
    private(set) var atoms: [Atom] = []
    /// For each atom the kinds that it speaks of.
    private var kinds: [[IdentifierKind]] = []

    init(_ text: String) {
        self.text = text
        var scalars: [Unicode.Scalar] = []
        var indices: [String.Index] = []
        for index in text.unicodeScalars.indices.prefix(IdentifierFinder.sizeLimit) {
            scalars.append(text.unicodeScalars[index])
            indices.append(index)
        }
        indices.append(text.unicodeScalars.index(text.startIndex, offsetBy: scalars.count))
        self.scalars = scalars
        self.indices = indices
        var start: Int?
        for place in 0...scalars.count {
            if place < scalars.count, MessageScan.isSign(scalars[place]) {
                // Chinese stands without blanks beside a number.
                if let first = start, MessageScan.isHan(scalars[first]) != MessageScan.isHan(scalars[place]) {
                    atoms.append(atom(first..<place))
                    start = nil
                }
                start = start ?? place
            } else if let first = start {
                atoms.append(atom(first..<place))
                start = nil
            }
        }
        kinds = atoms.map { IdentifierWords.kinds(of: $0.word) }
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x3400 && Script(scalar) == .han }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x400...0x52F: true
        case 0x00...0x7F: false
        default: Script(scalar) != nil || TypedForm.plain(scalar).map { (0x30...0x39).contains($0.value) } ?? false
        }
    }

    private func atom(_ range: Range<Int>) -> Atom {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        let text = String(view)
        let isUpper = !scalars[range].contains { $0.isSmallQuickly }
        let bytes = range.count <= 110 ? MessageScan.capitals(scalars[range]) ?? TypedForm(text).ascii ?? [] : []
        return Atom(
            range: range, bytes: bytes, hasDigit: bytes.contains { CheckDigits.digit($0) != nil }, isUpper: isUpper,
            word: range.count <= 24 ? text.lowercased() : "")
    }

    /// Nil for what is not in ASCII alone.
    private static func capitals(_ scalars: ArraySlice<Unicode.Scalar>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count)
        for scalar in scalars {
            guard scalar.isASCII else { return nil }
            let byte = UInt8(scalar.value)
            bytes.append((0x61...0x7A).contains(byte) ? byte - 0x20 : byte)
        }
        return bytes
    }

    func range(_ start: Int, _ count: Int) -> Range<String.Index> {
        let first = atoms[start].range.lowerBound
        let plus = first > 0 && "+＋".unicodeScalars.contains(scalars[first - 1]) ? 1 : 0
        return indices[first - plus]..<indices[atoms[start + count - 1].range.upperBound]
    }

    /// Some atoms in a row that may be one number.
    struct Piece {
        let text: String
        let bytes: [UInt8]
        let atomSizes: [Int]
        /// What stands between the atoms, one sign for each gap (a bracket counts before a blank).
        let gaps: [Unicode.Scalar]
        let isUpper: Bool
        let hasPlus: Bool
        /// Hyphens, slashes or points join it to more of the same.
        let isPartOfMore: Bool
        let letterGroups: [String]
        let said: [IdentifierKind: IdentifierFinder.Confidence]

        var atoms: Int { atomSizes.count }
        var isTight: Bool { atomSizes.count == 1 }
        /// `9` for digits and `A` for letters.
        var shape: String { String(decoding: bytes.map { CheckDigits.digit($0) != nil ? 0x39 : 0x41 }, as: UTF8.self) }

        /// `likely` where the word stands directly in front, `possible` where it stands in the same part of the sentence.
        func saidAt(_ kind: IdentifierKind) -> IdentifierFinder.Confidence? { said[kind] }
    }

    /// From how many atoms on a piece is worth a closer look: one of them has a digit, or they are as long as a wallet.
    /// Nil where none is that begins there: no number begins with a word.
    func leastCount(from start: Int) -> Int? {
        func mayBeNumber(_ atom: Atom) -> Bool { atom.hasDigit || atom.bytes.count >= 26 }
        if !mayBeNumber(atoms[start]), atoms[start].bytes.isEmpty || atoms[start].bytes.count > 4 { return nil }
        let members = atoms[start..<min(start + MessageScan.atomLimit, atoms.count)]
        return members.firstIndex(where: mayBeNumber).map { $0 - start + 1 }
    }

    /// Nil where the atoms cannot be one number: too far apart, with other letters, or beyond the end.
    ///
    /// - Parameter said: what the words in front of the first atom speak of.
    func piece(_ start: Int, _ count: Int, _ said: [IdentifierKind: IdentifierFinder.Confidence]) -> Piece? {
        guard start + count <= atoms.count else { return nil }
        let members = atoms[start..<(start + count)]
        var bytes: [UInt8] = []
        var gaps: [Unicode.Scalar] = []
        for (turn, atom) in members.enumerated() {
            if turn > 0 {
                guard let gap = gap(members[start + turn - 1].range.upperBound..<atom.range.lowerBound) else {
                    return nil
                }
                gaps.append(gap)
            }
            guard !atom.bytes.isEmpty else { return nil }
            bytes += atom.bytes
            guard bytes.count <= 110 else { return nil }
        }
        let (first, end) = (atoms[start].range.lowerBound, atoms[start + count - 1].range.upperBound)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[first..<end])
        return Piece(
            text: String(view), bytes: bytes, atomSizes: members.map(\.bytes.count), gaps: gaps,
            isUpper: members.allSatisfy(\.isUpper),
            hasPlus: first > 0 && "+＋".unicodeScalars.contains(scalars[first - 1]), isPartOfMore: isJoined(first, end),
            letterGroups: MessageScan.letterGroups(members.map(\.bytes)), said: said)
    }

    /// The sign between two atoms; nil for what separates numbers.
    private func gap(_ range: Range<Int>) -> Unicode.Scalar? {
        guard (1...3).contains(range.count) else { return nil }
        let signs = scalars[range]
        let allowed = signs.allSatisfy { " -().\u{A0}\u{2010}\u{2011}\u{2013}".unicodeScalars.contains($0) }
        guard allowed, let first = signs.first else { return nil }
        if signs.count == 1 { return (0x2010...0x2013).contains(first.value) ? "-" : first }
        // ") " and " (" in telephones; anything else of that length is the end of a sentence or a list.
        return signs.contains { "()".unicodeScalars.contains($0) } && !signs.contains(".") ? "(" : nil
    }

    private func isJoined(_ first: Int, _ end: Int) -> Bool {
        func joins(_ sign: Int, _ other: Int) -> Bool {
            scalars.indices.contains(sign) && scalars.indices.contains(other)
                && "-./,:".unicodeScalars.contains(scalars[sign])
                && TypedForm.plain(scalars[other]).map { (0x30...0x39).contains($0.value) } ?? false
        }
        return joins(first - 1, first - 2) || joins(end, end + 1)
    }

    private static func letterGroups(_ atoms: [[UInt8]]) -> [String] {
        atoms.flatMap { bytes in
            bytes.split { CheckDigits.digit($0) != nil }.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// What the words in front speak of. A full stop, a semicolon or a line end between them ends their reach.
    func said(before start: Int) -> [IdentifierKind: IdentifierFinder.Confidence] {
        var said: [IdentifierKind: IdentifierFinder.Confidence] = [:]
        var distance = 0
        var place = start
        while place > 0, distance < MessageScan.reach {
            let gap = atoms[place - 1].range.upperBound..<atoms[place].range.lowerBound
            let word = atoms[place - 1].word
            // A full stop ends a sentence, but not an abbreviation such as "тел." or "рег.".
            let isStop =
                scalars[gap].contains { ";\n\r!?".unicodeScalars.contains($0) }
                || scalars[gap].contains(".") && word.count > 4
            if isStop { break }
            place -= 1
            for kind in kinds[place] where said[kind] == nil { said[kind] = distance == 0 ? .likely : .possible }
            if !IdentifierWords.fillers.contains(word) { distance += 1 }
        }
        return said
    }
}
