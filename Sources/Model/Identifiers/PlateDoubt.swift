/// Why a plate may not be the one on the vehicle: letters of two scripts that look alike, or a form that no State here uses.
///
/// It is never a reason to refuse it: it is kept as typed, and the caller is asked for it letter by letter.
package struct PlateDoubt: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        case known
        /// No State whose plates are known here has it.
        case ofNoState
        /// The State that was named in front of it, by ISO 3166-1 alpha-3 code, has other forms.
        case notOf(String)
    }

    package let typed: String
    /// The letters that look like those of the other script, in the order in which they stand; empty where there are none.
    package let letters: [Character]
    /// The script of these letters.
    package let script: Script
    package let form: Form

    /// Of a text that names a vehicle, or of what somebody said; empty where nothing in it is doubted.
    package static func find(in text: String) -> [PlateDoubt] {
        let found = IdentifierFinder.find(in: text)
        let plates = found.map(\.identifier).filter { $0.kind == .plate }
        if !plates.isEmpty { return plates.compactMap { PlateDoubt($0) } }
        // What another sort of number was read as is no plate.
        guard found.isEmpty, let said = MessageScan(text).likelyPlate else { return [] }
        return [PlateDoubt(Identifier(.plate, said))].compactMap { $0 }
    }

    /// Nil for a plate that nothing is wrong with.
    package init?(_ plate: Identifier) {
        guard plate.kind == .plate else { return nil }
        var form = Form.known
        var isFolded = false
        for remark in plate.remarks {
            switch remark {
            case .unusualForm: form = .ofNoState
            case .notOfState(let state): form = .notOf(state)
            case .readAs: isFolded = true
            default: break
            }
        }
        let all = plate.typed.filter { $0.unicodeScalars.contains { Script($0) != nil } }
        func letters(_ script: Script) -> [Character] {
            all.filter { $0.unicodeScalars.contains { Script($0) == script } }
        }
        let (latin, cyrillic) = (letters(.latin), letters(.cyrillic))
        let isMixed = !latin.isEmpty && !cyrillic.isEmpty
        // Only plates of the Russian Federation are written in Cyrillic.
        let isCyrillicPlate = plate.states.isEmpty || plate.states.contains("RUS")
        let isLatinOdd = isMixed && isCyrillicPlate && latin.count < cyrillic.count
        typed = plate.typed
        script = isLatinOdd ? .latin : .cyrillic
        self.letters = isLatinOdd ? latin : isMixed || isFolded ? cyrillic : []
        self.form = form
        if self.letters.isEmpty, form == .known { return nil }
    }
}

extension MessageScan {
    /// The longest run of signs that is said to be a plate, or that mixes scripts as only a plate does.
    fileprivate var likelyPlate: String? {
        var best: (text: String, count: Int)?
        for start in atoms.indices {
            let said = said(before: start)
            for count in 1...5 {
                guard let piece = piece(start, count, said) else { break }
                guard isLikelyPlate(piece), piece.bytes.count > best?.count ?? 0 else { continue }
                best = (piece.text, piece.bytes.count)
            }
        }
        return best?.text
    }

    private func isLikelyPlate(_ piece: Piece) -> Bool {
        let digits = piece.bytes.count { CheckDigits.digit($0) != nil }
        guard (5...10).contains(piece.bytes.count), digits > 0, digits < piece.bytes.count, piece.isUpper,
            !piece.isPartOfMore, piece.letterGroups.allSatisfy({ $0.count <= 4 }),
            piece.gaps.allSatisfy({ " -\u{A0}".unicodeScalars.contains($0) })
        else { return false }
        let scripts = Set(piece.text.unicodeScalars.compactMap { Script($0) })
        return piece.saidAt(.plate) != nil || scripts.isSuperset(of: [.latin, .cyrillic])
    }
}
