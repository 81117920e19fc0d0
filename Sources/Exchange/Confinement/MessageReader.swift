import Model

/// Reads one message of any format: the gate first, then the reader that it names.
package struct MessageReader: Sendable {
    package let gate: MessageGate
    private let digest: DigestFunction

    /// - Parameter digest: SHA-256, for the ids of rows and lines.
    package init(gate: MessageGate = MessageGate(), digest: @escaping DigestFunction) {
        self.gate = gate
        self.digest = digest
    }

    /// - Parameter source: the name under which rows and lines of this sender get their ids.
    package func read(_ bytes: [UInt8], source: String = "") -> MessageAnswer {
        do throws(IntakeRefusal) {
            let format = try gate.format(of: bytes)
            switch format {
            case .cap: return .message(IncomingMessage(try CAPReader.read(bytes)))
            case .labelledText:
                let text = String(
                    decoding: bytes.starts(with: MessageGate.mark) ? bytes[3...] : bytes[...], as: UTF8.self)
                return .message(try IncomingMessage(LabelledText.read(text)))
            case .seizureTable: return .items(try rows(bytes, source: source), format: format)
            case .eventLines:
                let count = bytes.split(separator: 0x0A).count { !$0.allSatisfy(XMLScanner.isBlank) }
                guard count <= MessageAnswer.rowLimit else {
                    throw IntakeRefusal(.tooManyRows, limit: MessageAnswer.rowLimit)
                }
                var lines = EventLines(bytes, source: source, digest: digest)
                return .items(try items { lines.next() }, format: format)
            case .recordLines: return .items(try records(bytes, source: source), format: format)
            }
        } catch {
            return .refused(error)
        }
    }

    private func rows(_ bytes: [UInt8], source: String) throws(IntakeRefusal) -> [ImportItem] {
        var table: SeizureTable
        do throws(SeizureTable.HeaderFault) {
            table = try SeizureTable(
                bytes, source: source.isEmpty ? SeizureTable.defaultSource : source, digest: digest)
        } catch {
            throw MessageReader.refusal(error)
        }
        return try items { table.next() }
    }

    /// What another log gave out: its alerts and seizures as reports of its State, never its decisions.
    private func records(_ bytes: [UInt8], source: String) throws(IntakeRefusal) -> [ImportItem] {
        let read: [OutgoingRecord]
        do throws(RecordLines.Fault) {
            read = try RecordLines.read(bytes)
        } catch {
            throw IntakeRefusal(
                ImportFault(
                    reason: error.reason, line: error.line, column: 1, columnName: nil, excerpt: "",
                    skippedLines: error.line...error.line))
        }
        var lines = RecordItems(read, source: source, digest: digest)
        return try items { lines.next().map { .item($0) } }
    }

    /// All of them or none.
    private func items(_ next: () -> ImportOutcome?) throws(IntakeRefusal) -> [ImportItem] {
        var items: [ImportItem] = []
        while let outcome = next() {
            switch outcome {
            case .fault(let fault): throw IntakeRefusal(fault)
            case .item(let item): items.append(item)
            }
            guard items.count <= MessageAnswer.rowLimit else {
                throw IntakeRefusal(.tooManyRows, line: items.last?.line ?? 1, limit: MessageAnswer.rowLimit)
            }
        }
        guard !items.isEmpty else { throw IntakeRefusal(.empty) }
        return items
    }

    private static func refusal(_ fault: SeizureTable.HeaderFault) -> IntakeRefusal {
        switch fault {
        case .emptyFile: IntakeRefusal(.empty)
        case .unreadable: IntakeRefusal(.badTable)
        case .columns(let missing, let unknown, let repeated):
            IntakeRefusal(.foreignTable, path: missing.first ?? unknown.first ?? repeated.first ?? "")
        }
    }
}

extension IntakeRefusal {
    /// Why a row or a line was not taken.
    init(_ fault: ImportFault) {
        let (reason, path): (Reason, String) =
            switch fault.reason {
            case .csv: (.badTable, "")
            case .notADate, .noSuchDate: (.wrongTime, "")
            case .notANumber, .negativeAmount: (.wrongValue, "")
            case .separatorInField: (.controlCharacter, "")
            case .json, .notAnObject: (.malformed, "")
            case .lineTooLong: (.textTooLong, "")
            case .missingKey(let key): (.missingElement, key)
            case .wrongValue(let key): (.wrongValue, key)
            case .unknownKey(let key): (.unknownElement, key)
            case .body: (.wrongValue, "body")
            case .noSubjectOnLine: (.badReferences, "same_as")
            }
        self.init(reason, line: fault.line, path: fault.columnName ?? path, found: fault.excerpt)
    }
}
