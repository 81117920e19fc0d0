import Model

/// What an imported event is about.
package enum ImportTarget: Equatable, Sendable {
    case new(Area)
    case existing(SubjectName)
    /// The new subject of an earlier line of the same file.
    case sameAs(line: Int)
}

/// One event read from a file, ready to be proposed.
package struct ImportItem: Equatable, Sendable {
    package let target: ImportTarget
    package let event: Event
    /// When it happened.
    package let at: Instant
    package let precision: Precision
    /// Derived from the source and what the file says, so that importing twice changes nothing.
    package let id: EventID
    /// Who is named in the file; nil where the importer counts as the author.
    package let actor: String?
    /// The line on which it begins, counted from 1.
    package let line: Int
    /// The record of ours that it is, come back; nil for everything else.
    package var record: OutgoingRecord?
}

/// Why a part of a file was not taken, as facts.
package struct ImportFault: Error, Equatable, Sendable {
    package enum Reason: Hashable, Sendable {
        case csv(CSVFault.Reason)
        /// Not of the form YYYY-MM-DD.
        case notADate
        /// Of that form, but not in the calendar.
        case noSuchDate
        /// Neither blank, nor `--`, nor a decimal number of at most 18 digits.
        case notANumber
        case negativeAmount
        /// The byte 0x1F, which keeps fields apart where ids are derived.
        case separatorInField
        case json(JSONFault.Reason)
        case notAnObject
        case lineTooLong(limitBytes: Int)
        case missingKey(String)
        case wrongValue(key: String)
        case unknownKey(String)
        case body(BodyFault)
        /// `same_as` names a line that is not an earlier line with a new subject.
        case noSubjectOnLine(Int)
    }

    package let reason: Reason
    /// Counted from 1.
    package let line: Int
    /// Counted from 1: characters in a CSV file, bytes in JSON Lines.
    package let column: Int
    package let columnName: String?
    /// The beginning of what was found there, at most `excerptLimit` characters, as it stands in the file.
    package let excerpt: String
    /// The lines of which nothing was taken.
    package let skippedLines: ClosedRange<Int>

    package static let excerptLimit = 60

    static func excerpt(_ bytes: some Collection<UInt8>) -> String {
        String(String(decoding: bytes.prefix(excerptLimit * 4), as: UTF8.self).prefix(excerptLimit))
    }
}

/// What an importing reader finds next.
package enum ImportOutcome: Equatable, Sendable {
    case item(ImportItem)
    case fault(ImportFault)
}

/// Makes a digest (SHA-256 in the product) of bytes; this target has no cryptography of its own.
package typealias DigestFunction = @Sendable ([UInt8]) -> Digest
