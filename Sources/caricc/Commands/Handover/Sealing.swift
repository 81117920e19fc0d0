import EventLog
import Interface
import Model
import Wording

/// What follows an acceptance at once: the checkpoint that covers it, and the line of whoever's key is open.
extension Pen {
    /// Takes the watch, certifies the handover, and says what became of both.
    func relieve(_ relief: WatchRelief) throws -> ExitStatus {
        let key = try signOn?.openKey()
        let acts = relief.events.map { Act($0.target, $0.event, expecting: $0.expecting) }
        for (saved, act) in try write(acts, key: key) { try tell(saved, act) }
        // What takes two persons is only proposed so far.
        guard let made = try store.relief(of: relief.old) else { return .done }
        return try seal(made, with: key)
    }

    func seal(_ relief: HandoverRelief, with key: OfficerKey?) throws -> ExitStatus {
        do throws(LogFault) {
            try store.certify(relief)
            if let key { try store.cosign(relief, with: key, at: MachineMoment.now().wall) }
        } catch {
            // The watch has changed hands whatever becomes of the paper.
            let fault: Message = error.message(voice.face)
            voice.warn(
                "The watch has changed hands; NOTHING IS SIGNED: \(fault). Later: caricc handover certificate --sign")
            return .notSure
        }
        guard let certificate = try store.certificate(of: relief) else { return .notSure }
        try voice.tell(certificate, json: isJSON)
        return .done
    }

    /// Offers the watch with everything that is open.
    func offer(to officer: String, second: String?, reason: String?) throws -> ExitStatus {
        let board = try store.wholeBoard()
        guard let watch = board.watch else { throw CommandFault.nobodyHasTheWatch }
        let risks = board.handoverRisks(at: now, offsetSeconds: Zone.centre(of: board).offset(at: now))
        let written = HandoverDraft(board, for: watch, at: now).written(
            risks: risks, secondPerson: second, riskReason: reason)
        let status = try save(.existing(watch.name), .shift(.offered(ShiftOffered(to: officer, handover: written))))
        if let words = Message.ownReminders(board.ownReminders(of: watch.officerID)) { voice.warn(words) }
        return status
    }

    /// The handover of the watch that runs.
    func picture() throws -> HandoverPicture { try HandoverPicture.of(nil, store, at: now) }
}

extension HandoverCertificate {
    func phrase(_ language: Language) -> String {
        Checkpoint(origin: origin, size: size, root: root).controlPhrase(language)
    }

    var object: JSONObject {
        var object = JSONObject()
        object["watch"] = .string(relief.old.name.text)
        object["next"] = .string(relief.new.name.text)
        object["log"] = .string(origin)
        object["size"] = .integer(size)
        object["root"] = .string(root.hex)
        object["phrase"] = .string(phrase(.en))
        object["officers_have_keys"] = .bool(isGoverned)
        object["handed_over_by"] = .string(outgoing.person.name)
        object["taken_over_by"] = .string(incoming.person.name)
        if let given = relief.given { object["handed_over"] = .string(ISO8601.text(given)) }
        object["taken_over"] = .string(ISO8601.text(relief.taken))
        if let reservation = relief.reservation { object["reservation"] = .string(reservation) }
        if let reason = relief.takenBecause { object["taken_because"] = .string(reason) }
        if let unsaid = relief.unsaid { object["not_said_back"] = .integer(Int64(unsaid)) }
        object["signed"] = .array(
            [outgoing, incoming].compactMap { line in
                line.signed.map { signed in
                    var one = JSONObject()
                    one["officer"] = .string(line.person.officer)
                    one["at"] = .string(ISO8601.text(signed))
                    return .object(one)
                }
            })
        object["missing"] = .array(missing.map { .string($0.officer) })
        return object
    }
}

extension Voice {
    func tell(_ certificate: HandoverCertificate, json isJSON: Bool) throws {
        if isJSON { return try json(certificate.object) }
        for line in certificate.lines(certificate.phrase(catalogue.language), face) {
            try say("\(line.label): \(line.value)")
        }
    }
}
