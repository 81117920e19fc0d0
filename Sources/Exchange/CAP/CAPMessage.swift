import Model

/// A message of the Common Alerting Protocol, all of it: OASIS CAP 1.2 (1 July 2010), and 1.0 and 1.1 as they are read.
///
/// Texts are as they stood in the message.
package struct CAPMessage: Equatable, Sendable {
    package enum Version: String, CaseIterable, Sendable {
        case v10 = "1.0"
        case v11 = "1.1"
        case v12 = "1.2"

        package var namespace: String {
            switch self {
            case .v10: "http://www.incident.com/cap/1.0"
            case .v11: "urn:oasis:names:tc:emergency:cap:1.1"
            case .v12: "urn:oasis:names:tc:emergency:cap:1.2"
            }
        }
    }

    package enum Status: String, CaseIterable, Sendable {
        case actual = "Actual"
        case exercise = "Exercise"
        case system = "System"
        case test = "Test"
        case draft = "Draft"
    }

    package enum MessageType: String, CaseIterable, Sendable {
        case alert = "Alert"
        case update = "Update"
        case cancel = "Cancel"
        case ack = "Ack"
        case error = "Error"
    }

    package enum Scope: String, CaseIterable, Sendable {
        case publicScope = "Public"
        case restricted = "Restricted"
        case privateScope = "Private"
    }

    /// `sender,identifier,sent` of another message.
    package struct Reference: Hashable, Sendable {
        package var sender: String
        package var identifier: String
        package var sent: MessageTime

        package init(sender: String, identifier: String, sent: MessageTime) {
            self.sender = sender
            self.identifier = identifier
            self.sent = sent
        }
    }

    /// As it was read; it is always written as 1.2.
    package var version: Version
    package var identifier: String
    package var sender: String
    /// Of CAP 1.0 only; never written.
    package var password: String?
    package var sent: MessageTime
    package var status: Status
    package var messageType: MessageType
    package var source: String?
    /// Nil in CAP 1.0 only.
    package var scope: Scope?
    package var restriction: String?
    package var addresses: String?
    package var codes: [String]
    package var note: String?
    package var references: [Reference]
    package var incidents: String?
    package var infos: [CAPInfo]
    /// It bears an XML signature, which nobody checked; never written.
    package var isSigned: Bool
    /// It names a style sheet; never written.
    package var namesStyleSheet: Bool

    package init(
        identifier: String, sender: String, sent: MessageTime, status: Status = .actual,
        messageType: MessageType = .alert, scope: Scope? = .restricted
    ) {
        self.identifier = identifier
        self.sender = sender
        self.sent = sent
        self.status = status
        self.messageType = messageType
        self.scope = scope
        version = .v12
        (codes, references, infos) = ([], [], [])
        (isSigned, namesStyleSheet) = (false, false)
    }

    /// The addresses one by one; one with blanks in it stands in quotation marks (CAP 1.2, section 3.2.1).
    package var addressList: [String] { CAPMessage.list(addresses ?? "") }

    static func list(_ text: String) -> [String] {
        var found: [String] = []
        var current: String.UnicodeScalarView?
        var isQuoted = false
        for scalar in text.unicodeScalars {
            if scalar == "\"" {
                isQuoted.toggle()
                if current == nil { current = .init() }
            } else if !isQuoted, scalar.value <= 0x20 {
                if let word = current { found.append(String(word)) }
                current = nil
            } else {
                current = current ?? .init()
                current?.append(scalar)
            }
        }
        if let word = current { found.append(String(word)) }
        return found
    }

    static func listText(_ words: [String]) -> String {
        words.map { word in
            let plain = String(word.map { $0 == "\"" ? "'" : $0 })
            return plain.isEmpty || plain.unicodeScalars.contains { $0.value <= 0x20 } ? "\"\(plain)\"" : plain
        }.joined(separator: " ")
    }
}
