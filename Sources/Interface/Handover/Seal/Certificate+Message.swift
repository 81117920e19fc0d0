import Model
import Wording

/// One line of a certificate or of a sheet.
package struct LabelledLine: Equatable, Sendable {
    package let label: Message
    package let value: Message
    /// Whether somebody has to do something about it.
    package let isOpen: Bool

    package init(_ label: Message, _ value: Message, isOpen: Bool = false) {
        self.label = label
        self.value = value
        self.isOpen = isOpen
    }
}

extension HandoverCertificate {
    /// Who gave the watch, who took it, what it stands on, and the phrase by which it is known again.
    package func lines(_ phrase: String, _ face: ClockFace) -> [LabelledLine] {
        var lines = relief.lines(face)
        lines.append(LabelledLine("Control phrase", .verbatim(phrase)))
        if isGoverned {
            for line in [outgoing, incoming] {
                lines.append(
                    line.signed.map { LabelledLine("Signed", "\(line.person.name), \(face.stamp($0))") }
                        ?? LabelledLine("Signed", "\(line.person.name): this line is MISSING", isOpen: true))
            }
        } else {
            lines.append(LabelledLine("Signed", "by the desk alone: officers have no keys in this log"))
        }
        lines += [
            LabelledLine("Log", .verbatim(origin)), LabelledLine("Records", .verbatim(String(size))),
            LabelledLine("Root", .verbatim(root.groups)),
        ]
        return lines
    }
}

extension HandoverRelief {
    package func lines(_ face: ClockFace) -> [LabelledLine] {
        let given: Message =
            given.map { "\(outgoing.name)  \(face.stamp($0))" } ?? early
            ?? takenBecause.map { "\(outgoing.name): taken without an offer, \($0)" } ?? .verbatim(outgoing.name)
        let taken: Message = "\(incoming.name)  \(face.stamp(taken))"
        let remarks: Message =
            reservation.map { "\(taken)  with reservation: \($0)" } ?? "\(taken)  \("no remarks" as Message)"
        var lines = [LabelledLine("Watch handed over", given), LabelledLine("Watch taken over", remarks)]
        if let remark { lines.append(LabelledLine("Remark", .verbatim(remark))) }
        return lines
    }

    /// Offered, and taken before it was accepted; nil otherwise.
    private var early: Message? {
        guard let unsaid, let takenBecause else { return nil }
        return .plural(
            unsaid, one: "%2: taken before it was accepted, %1 line not said back, %3",
            other: "%2: taken before it was accepted, %1 lines not said back, %3", .text(outgoing.name),
            .text(takenBecause))
    }
}

extension Digest {
    /// Eight groups of eight hexadecimal digits, to be read out and compared.
    package var groups: String {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 8).map { String(digits[$0..<min($0 + 8, digits.count)]) }
            .joined(separator: " ")
    }
}
