import EventLog
import Model
import Wording

extension VerifyReport.Verdict {
    var message: Message {
        switch self {
        case .whole(let to, witnessedTo: nil): "WHOLE: all \(.records(to)) hold"
        case .whole(let to, let witnessedTo?):
            "WHOLE AND WITNESSED: all \(.records(to)) hold, and somebody outside confirms the first \(grouped: witnessedTo)"
        case .short(let by): "SHORT by \(.records(by)): the end of the log is missing"
        case .damaged(let at): "DAMAGED at #\(at): what is stored there is not what was written"
        case .altered(let at, let fault): "ALTERED at #\(at): \(fault.message)"
        case .forked(let at): "FORKED: another log of \(.records(at)) was signed with the same key"
        case .notALog(let reason): "NOT A LOG of this program (\(reason))"
        }
    }

    /// A word for programs.
    var code: String {
        switch self {
        case .whole: "whole"
        case .short: "short"
        case .damaged: "damaged"
        case .altered: "altered"
        case .forked: "forked"
        case .notALog: "not_a_log"
        }
    }
}

extension VerifyFinding.Fault {
    var message: Message {
        switch self {
        case .bytesDamaged: "its bytes are not those that were hashed"
        case .missing: "it is missing"
        case .unreadable: "it cannot be read"
        case .idIndexDiffers: "the table of ids says otherwise than the record"
        case .tileDiffers(let name): "the tile \(name) says otherwise than the records"
        case .payloadDamaged(let hash): "the payload \(hash.hex) is not what was hashed"
        case .headUnreadable: "the head file cannot be read"
        case .schema(let object): "the tables were changed: \(object)"
        case .meta(let key): "“\(key)” is not what the founding record says"
        case .foundingKey: "the log was founded with another key than the one you gave"
        case .noteMalformed: "it is not a signed note with a record in it"
        case .numberDiffers: "it says another number than its place"
        case .originDiffers: "it belongs to another log"
        case .chainBroken: "it does not follow the record before it"
        case .recordedFell: "it was recorded earlier than the record before it"
        case .idDiffers: "it says another id than the one it is kept under"
        case .idRepeated: "its id stands in an earlier record"
        case .notSigned: "neither the desk's key nor an officer's signed it"
        case .authority(let refusal):
            "whoever signed it might not write it: \(refusal.message(Catalogue.english.clockFace(in: .utc)))"
        case .headRoot(let size): "the head of \(.records(size)) has another root"
        case .checkpointMalformed(let size): "the checkpoint of \(.records(size)) is malformed"
        case .checkpointNotSigned(let size): "the desk's key did not sign the checkpoint of \(.records(size))"
        case .checkpointRoot(let size): "the checkpoint of \(.records(size)) has another root"
        case .checkpointMissing(let size):
            "the checkpoint of \(.records(size)), which you have, was taken out of the log"
        case .cosignature(let size): "a cosignature of the checkpoint of \(.records(size)) does not hold"
        case .payloadErasure(let hash): "the payload \(hash.hex) was erased without a record of it"
        case .textDiffers: "entries.txt says otherwise than the tiles"
        case .phraseUnknown(let phrase): "no checkpoint of this log has the control phrase \(phrase.text(.en))"
        case .verifiedBefore(let size): "the \(.records(size)) that were verified before had another root"
        case .fork(let size): "another root of \(.records(size)) is signed"
        case .short(let by): "\(.records(by)) are missing at the end"
        }
    }
}

extension VerifyReport {
    private static let findingsTold = 20

    func lines(path: String, _ language: Language) -> [Message] {
        var lines = [verdict.message]
        if case .notALog = verdict { return ["\(path): \(verdict.message)"] }
        lines.append("\(origin) in \(path)")
        if from > 0 { lines.append("checked from #\(from), where the last check of this machine ended") }
        lines.append(checkedSignatures ? "every signature was checked" : "signatures were not checked")
        if !isWhole, soundSize > 0 { lines.append("sound and readable: the first \(.records(soundSize))") }
        if isWhole, witnessedTo == nil {
            lines.append("Nobody outside has confirmed this: give a control phrase or a checkpoint kept elsewhere")
        }
        if !unusable.isEmpty {
            lines.append(
                "What you gave from outside says nothing about this log: it is of another one, or nobody known signed it"
            )
        }
        for finding in findings.prefix(VerifyReport.findingsTold) {
            lines.append("#\(finding.index): \(finding.fault.message)")
        }
        let more = findingCount - min(findings.count, VerifyReport.findingsTold)
        if more > 0 { lines.append("and \(more, one: "%1 finding more", other: "%1 findings more")") }
        if let root { lines.append("root: \(root.hex)") }
        return lines
    }

    var json: JSONObject {
        var object = JSONObject()
        object["verdict"] = .string(verdict.code)
        object["exit"] = .integer(Int64(verdict.exitCode))
        object["log"] = .string(origin)
        object["from"] = .integer(from)
        object["size"] = .integer(size)
        object["sound"] = .integer(soundSize)
        object["root"] = root.map { .string($0.hex) } ?? .null
        object["witnessed"] = witnessedTo.map { .integer($0) } ?? .null
        object["signatures"] = .bool(checkedSignatures)
        object["entries_checked"] = .integer(counts.entries)
        object["checkpoints"] = .integer(Int64(counts.checkpoints))
        object["cosignatures"] = .integer(Int64(counts.cosignatures))
        object["payloads"] = .integer(Int64(counts.payloads))
        object["payloads_erased"] = .integer(Int64(counts.payloadsErased))
        object["unusable"] = .integer(Int64(unusable.count))
        object["findings"] = .array(findings.map { .object($0.json) })
        object["finding_count"] = .integer(Int64(findingCount))
        object["ms"] = .integer(milliseconds)
        return object
    }
}

extension VerifyFinding {
    var json: JSONObject {
        var object = JSONObject()
        object["idx"] = .integer(index)
        object["fault"] = .string(String(String(describing: fault).prefix { $0 != "(" }))
        object["text"] = .string(Catalogue.english.text(fault.message))
        return object
    }
}
