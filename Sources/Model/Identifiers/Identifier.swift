/// A number or name that tells a thing or person apart: as it was typed, beside a normal form for finding it again.
///
/// Nothing is refused: numbers on real boxes are misread, and what was seen is recorded. What does not look right is a
/// remark. Forms and check digits: ISO 6346, ISO 3779, ISO 13616, UPU S10, ITU-T E.164, IATA, IMO, CAS.
package struct Identifier: Hashable, Sendable {
    package let kind: IdentifierKind
    package let typed: String
    /// Capitals and digits without separators, where the kind has no other usual form. Empty where nothing was typed.
    package let normal: String
    package let remarks: [IdentifierRemark]
    /// ISO 3166-1 alpha-3 codes of the States whose form it has, the likeliest first.
    package let states: [String]

    /// - Parameter state: the State that issued it, where somebody said it.
    package init(_ kind: IdentifierKind, _ typed: String, state: String? = nil) {
        self.kind = kind
        self.typed = typed
        let reading = Reading.of(kind, typed.trimmingBlanks, state)
        normal = reading.normal
        remarks = reading.remarks
        states = reading.states
    }

    /// The State, where only one comes into question.
    package var state: String? { states.count == 1 ? states.first : nil }

    /// What two ways of writing the same number have in common, for comparison and for an index.
    ///
    /// The normal form, but without the country sign that Kyrgyz plates bear in the middle (`05KG711ABJ`), and without the
    /// extension of a telephone.
    package var key: String {
        switch kind {
        case .plate: PlatePattern.withoutCountrySign(normal)
        case .phone: normal.prefix { $0 != ";" }.description
        case .person, .organisation: NameKey.text(normal)
        default: normal
        }
    }

    /// What reading a number found.
    struct Reading {
        var normal: String
        var remarks: [IdentifierRemark] = []
        var states: [String] = []

        static func of(_ kind: IdentifierKind, _ typed: String, _ state: String?) -> Reading {
            switch kind {
            case .container: container(TypedForm(typed))
            case .plate: PlatePattern.read(typed, state)
            case .wagon: wagon(TypedForm(typed))
            case .vin: vin(TypedForm(typed))
            case .vessel: vessel(TypedForm(typed))
            case .airWaybill: airWaybill(TypedForm(typed))
            case .parcel: parcel(TypedForm(typed))
            case .cas: cas(TypedForm(typed))
            case .flight: flight(TypedForm(typed))
            case .tirCarnet: tirCarnet(TypedForm(typed))
            case .consignmentNote, .seal: free(TypedForm(typed))
            case .phone: PhoneNumber.read(typed, state)
            case .document: PersonalDocument.read(typed, state)
            case .account: BankAccount.read(typed, state)
            case .wallet: Wallet.read(typed)
            case .person, .organisation: name(typed)
            }
        }
    }
}

/// What does not look right about an identifier, or has to be known about it. Never a reason to refuse it.
package enum IdentifierRemark: Hashable, Sendable {
    /// Not the form that numbers of this kind have.
    case unusualForm
    /// The standard requires this check digit and another one is there.
    case wrongCheckDigit(expected: String, found: String)
    /// Another check digit than the one that would follow, where not everybody uses one (VIN outside North America and
    /// China, containers of category J and Z).
    case otherCheckDigit(expected: String, found: String)
    /// The check digit is missing; it would be this one.
    case missingCheckDigit(expected: String)
    /// The check sum over all signs does not hold.
    case wrongCheckSum
    /// Its check sum takes cryptography and is not looked at here.
    case checkSumNotLookedAt
    /// A letter of another script, or one that the kind does not have, was read as the one that it looks like.
    case readAs(OddLetter)
    /// Not a form of the State that was named.
    case notOfState(String)
    /// The trunk prefix 8 was read as the country code 7.
    case trunkPrefixRead
    /// Without a country code nobody can tell which number it is.
    case noCountryCode
}
