/// The elements of CAP in the order of the schema, and what each version asks of them.
struct CAPElement: Sendable {
    let name: String
    let isRequired: Bool
    let isRepeated: Bool

    private init(_ name: String, _ isRequired: Bool, _ isRepeated: Bool) {
        (self.name, self.isRequired, self.isRepeated) = (name, isRequired, isRepeated)
    }

    private static func one(_ name: String) -> CAPElement { CAPElement(name, true, false) }
    private static func maybe(_ name: String) -> CAPElement { CAPElement(name, false, false) }
    private static func any(_ name: String) -> CAPElement { CAPElement(name, false, true) }
    private static func some(_ name: String) -> CAPElement { CAPElement(name, true, true) }

    static func alert(_ version: CAPMessage.Version) -> [CAPElement] {
        [one("identifier"), one("sender")] + (version == .v10 ? [maybe("password")] : []) + [
            one("sent"), one("status"), one("msgType"), maybe("source"),
            version == .v10 ? maybe("scope") : one("scope"), maybe("restriction"), maybe("addresses"), any("code"),
            maybe("note"), maybe("references"), maybe("incidents"), any("info"),
        ]
    }

    static func info(_ version: CAPMessage.Version) -> [CAPElement] {
        [maybe("language"), version == .v10 ? any("category") : some("category"), one("event")]
            + (version == .v10 ? [] : [any("responseType")]) + [
                one("urgency"), one("severity"), one("certainty"), maybe("audience"), any("eventCode"),
                maybe("effective"), maybe("onset"), maybe("expires"), maybe("senderName"), maybe("headline"),
                maybe("description"), maybe("instruction"), maybe("web"), maybe("contact"), any("parameter"),
                any("resource"), any("area"),
            ]
    }

    static func resource(_ version: CAPMessage.Version) -> [CAPElement] {
        [
            one("resourceDesc"), version == .v12 ? one("mimeType") : maybe("mimeType"), maybe("size"), maybe("uri"),
            maybe("derefUri"), maybe("digest"),
        ]
    }

    static let area = [
        one("areaDesc"), any("polygon"), any("circle"), any("geocode"), maybe("altitude"), maybe("ceiling"),
    ]
    static let namedValue = [one("valueName"), one("value")]
}
