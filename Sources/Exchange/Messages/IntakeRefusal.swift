/// Why a message was not taken, as facts; it is held then, with its bytes.
package struct IntakeRefusal: Error, Equatable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
        // The gate.
        case empty
        case tooLarge = "too_large"
        /// Declared as, or recognised as, something other than UTF-8 or ASCII.
        case encoding
        case notUTF8 = "not_utf8"
        /// A byte below 0x20 other than tab, carriage return and line feed.
        case controlCharacter = "control_character"
        case documentType = "document_type"
        case entityDeclaration = "entity_declaration"
        case processingInstruction = "processing_instruction"
        case tooDeep = "too_deep"
        case tooManyAttributes = "too_many_attributes"
        case tooManyElements = "too_many_elements"
        case textTooLong = "text_too_long"
        case nameTooLong = "name_too_long"
        // What it is.
        case unknownFormat = "unknown_format"
        case foreignJSON = "foreign_json"
        case foreignXML = "foreign_xml"
        case foreignTable = "foreign_table"
        /// A list of messages or of links to them.
        case feed
        /// Several messages in one file.
        case severalMessages = "several_messages"
        /// Another envelope around it, such as EDXL.
        case wrapper
        case unknownNamespace = "unknown_namespace"
        // XML and CAP.
        case malformed
        case unknownEntity = "unknown_entity"
        case unknownElement = "unknown_element"
        case unexpectedAttribute = "unexpected_attribute"
        case unexpectedText = "unexpected_text"
        case missingElement = "missing_element"
        case repeatedElement = "repeated_element"
        case elementOrder = "element_order"
        case wrongValue = "wrong_value"
        case wrongTime = "wrong_time"
        case missingOffset = "missing_offset"
        /// `restriction` for Restricted, `addresses` for Private.
        case missingCondition = "missing_condition"
        case badReferences = "bad_references"
        // Labelled text.
        case noEnd = "no_end"
        case missingLabel = "missing_label"
        case repeatedLabel = "repeated_label"
        // Tables and lines of events.
        case tooManyRows = "too_many_rows"
        case badTable = "bad_table"
        // The reader itself.
        case readerDidNotFinish = "reader_did_not_finish"
        case readerDied = "reader_died"
        case readerAnswer = "reader_answer"
        case readerNotStarted = "reader_not_started"
    }

    package var reason: Reason
    /// Bytes from the beginning, counted from 0.
    package var offset: Int
    /// Counted from 1.
    package var line: Int
    /// The element or label, such as `alert/info[2]/severity`; empty where it is about no one of them.
    package var path: String
    /// The beginning of what was found, at most `foundLimit` characters, as it stood there.
    package var found: String
    /// The limit that was exceeded, or the number of the signal.
    package var limit: Int?

    package static let foundLimit = 60

    package init(
        _ reason: Reason, offset: Int = 0, line: Int = 1, path: String = "", found: String = "", limit: Int? = nil
    ) {
        self.reason = reason
        self.offset = offset
        self.line = line
        self.path = path
        self.found = String(found.prefix(IntakeRefusal.foundLimit))
        self.limit = limit
    }
}
