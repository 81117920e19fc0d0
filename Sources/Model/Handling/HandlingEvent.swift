/// Events that say how information may be handled, on the subject that carries it.
package enum HandlingEvent: AreaEvent {
    case set(HandlingSet)

    package static let kinds: [EventKind<HandlingEvent>] = [EventKind(HandlingSet.self) { .set($0) }]

    package var body: any EventBody {
        switch self {
        case .set(let body): body
        }
    }
}

/// What may be done with information (Europol handling codes).
package enum HandlingCode: String, CaseIterable, Sendable, Comparable {
    /// For preventing and combating crime, without further limits.
    case h0 = "H0"
    /// Not to be disclosed in judicial proceedings without the provider's permission.
    case h1 = "H1"
    /// Not to be disseminated without the provider's permission.
    case h2 = "H2"
    /// Other restrictions, which stand beside it: for named readers.
    case h3 = "H3"

    package static func < (a: HandlingCode, b: HandlingCode) -> Bool { a.rawValue < b.rawValue }
}

/// How reliable the source is (4×4 system).
package enum SourceGrade: String, CaseIterable, Sendable {
    /// No doubt, or always reliable.
    case always = "A"
    case mostly = "B"
    case mostlyNot = "C"
    case unknown = "X"
}

/// How the information was come by (4×4 system).
package enum InformationGrade: String, CaseIterable, Sendable {
    /// Accuracy not in doubt.
    case certain = "1"
    /// Known to the source personally, not to the officer.
    case knownToSource = "2"
    /// Not known to the source personally, corroborated.
    case corroborated = "3"
    /// Not known to the source personally, and cannot be corroborated.
    case uncorroborated = "4"
}

/// From here on the subject's information is handled so; earlier codes stay readable.
package struct HandlingSet: EventBody {
    package static let kind = "handlingSet"
    package var code: HandlingCode
    /// Whose information it is: a State, an agency; they alone permit more.
    package var originator: String
    package var conditions: String?
    /// The officer ids who may read what bears `H3`, beside who has the watch and the supervisors.
    package var readers: [String]
    /// The originator's permission, where the code becomes less strict: who gave it, when, how.
    package var permission: String?
    package var source: SourceGrade?
    package var information: InformationGrade?

    package init(
        code: HandlingCode, originator: String, conditions: String? = nil, readers: [String] = [],
        permission: String? = nil, source: SourceGrade? = nil, information: InformationGrade? = nil
    ) {
        self.code = code
        self.originator = originator
        self.conditions = conditions
        self.readers = readers
        self.permission = permission
        self.source = source
        self.information = information
    }

    package init(reading body: BodyReader) throws(BodyFault) {
        code = try body.code("code", HandlingCode.self)
        originator = try body.text("originator")
        conditions = try body.optionalText("conditions")
        readers = try body.texts("readers")
        permission = try body.optionalText("permission")
        source = try body.optionalCode("source_grade", SourceGrade.self)
        information = try body.optionalCode("information_grade", InformationGrade.self)
    }

    package func write(to body: inout BodyWriter) {
        body.text("code", code.rawValue)
        body.text("originator", originator)
        body.text("conditions", conditions)
        body.texts("readers", readers)
        body.text("permission", permission)
        body.text("source_grade", source?.rawValue)
        body.text("information_grade", information?.rawValue)
    }
}

extension BodyReader {
    package func optionalCode<Code: RawRepresentable<String>>(_ key: String, _ type: Code.Type) throws(BodyFault)
        -> Code?
    {
        object[key] == nil ? nil : try code(key, type)
    }
}
