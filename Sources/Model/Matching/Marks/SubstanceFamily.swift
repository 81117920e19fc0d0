import Synchronization

/// Substances that one source may name where another names a neighbour: "heroin" and "opiates", "marijuana" and "hashish".
package enum SubstanceFamily: UInt8, CaseIterable, Sendable {
    case unknown, opioid, cannabis, stimulant, cocaine, cannabinoid, hallucinogen, sedative, precursor, other

    init(_ group: Substance.Group) {
        self =
            switch group {
            case .opiate, .syntheticOpioid: .opioid
            case .cannabis: .cannabis
            case .cocaine: .cocaine
            case .stimulant, .cathinone: .stimulant
            case .syntheticCannabinoid: .cannabinoid
            case .hallucinogen, .dissociative: .hallucinogen
            case .sedative: .sedative
            case .precursor: .precursor
            case .otherNew, .other: .other
            }
    }
}

/// A substance as matching compares it.
package struct SubstanceKey: Hashable, Sendable {
    /// The same for all names of one substance: its code in the registry, or the folded name; empty where none is named.
    package let key: String
    package let family: SubstanceFamily

    private init(_ key: String, _ family: SubstanceFamily) {
        self.key = key
        self.family = family
    }

    /// - Parameters:
    ///   - code: the code of the registry, where somebody chose one.
    ///   - name: as it was typed.
    package init(code: String? = nil, name: String?) {
        if let code, let substance = SubstanceRegistry.substance(code: code) {
            self.init(substance.code, SubstanceFamily(substance.group))
        } else {
            self = SubstanceKey.remembered(name ?? "")
        }
    }

    /// A return names few substances in many rows, and looking one up costs more than a row may.
    private static func remembered(_ name: String) -> SubstanceKey {
        if let known = memory.withLock({ $0[name] }) { return known }
        let key = read(name)
        memory.withLock {
            if $0.count >= 4_096 { $0.removeAll() }
            $0[name] = key
        }
        return key
    }

    private static let memory = Mutex<[String: SubstanceKey]>([:])

    /// Words that stand where a name is missing.
    private static let blanks: Set<String> = [
        "", "drugs", "drug", "narcotics", "various drugs", "other drugs", "наркотики", "(drug name missing)", "unknown",
        "--",
    ]

    private static func read(_ name: String) -> SubstanceKey {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: SearchFolding.fold(name.trimmingBlanks))
        let folded = String(view)
        if blanks.contains(folded) { return SubstanceKey("", .unknown) }
        switch SubstanceFinder.find(name) {
        case .known(let substance, _): return SubstanceKey(substance.code, SubstanceFamily(substance.group))
        case .several(let substances):
            let families = Set(substances.map { SubstanceFamily($0.group) })
            return SubstanceKey("", families.count == 1 ? families.first ?? .unknown : .unknown)
        case .unknown: return SubstanceKey(folded, .other)
        }
    }
}
