import Dispatch
import EventLog
import Exchange
import Interface
import Model
import Wording

/// A watch that changed hands is certified by whichever console sees it first; each of the two officers signs where their key is open.
extension LogWorker {
    /// A handover that was not there before is certified, and signed where the one who signs here is one of the two. The board tells,
    /// because what was read with a whole new board is among no new entries.
    func sealNewHandover() {
        guard let old = board.lastHandedOver, old != lastHandover else { return }
        seal(old)
    }

    /// After somebody unlocked this console: what was accepted meanwhile is signed.
    func sealLastHandover() {
        guard let old = board.lastHandedOver else { return }
        seal(old, isNew: false)
    }

    /// Whose line is missing below the certificate of the last handover: nothing of it is in the log, so it is looked at when the
    /// watch changes hands, when somebody signs here, and now and then for those who sign elsewhere.
    func lookAtSignatures() {
        guard let name = board.lastHandedOver else { return }
        let found: HandoverSignatures?
        do throws(LogFault) {
            guard let relief = try store.relief(of: name) else { return }
            let certificate = try store.certificate(of: relief)
            // Where only the desk signs, nobody owes a line.
            let isGoverned = try store.roll().isGoverned
            let all = isGoverned ? [relief.outgoing, relief.incoming] : []
            found = HandoverSignatures(
                watch: name, taken: relief.taken, missing: (certificate?.missing ?? all).map(\.name))
        } catch {
            // Whoever asks for the certificate is told what is the matter with it.
            return
        }
        let before = board.signatures
        board.note(found)
        // What visitors see bears no names.
        if board.signatures != before, shown === store { answer([.moved(board, new: [])]) }
    }

    /// - Parameter isNew: whether the watch changed hands just now, so that the two officers are shown the certificate
    private func seal(_ name: SubjectName, isNew: Bool = true) {
        do throws(LogFault) {
            guard let relief = try store.relief(of: name) else { return sealLater(name) }
            lastHandover = name
            sealAttempts = 0
            let here = keys.signer?.officer ?? officer
            let isOfUs = [relief.outgoing.officer, relief.incoming.officer].contains(here)
            var hasSigned = false
            do throws(LogFault) {
                answer([.certified(to: try store.certify(relief).size)])
                if isOfUs, let signer = keys.signer {
                    hasSigned = try store.cosign(relief, with: signer.key, at: MachineMoment.now().wall)
                }
            } catch {
                // Elsewhere somebody else tells it, where it is theirs.
                guard isOfUs else { return }
                throw error
            }
            if isOfUs, isNew || hasSigned { try show(relief, isAsked: false) }
            lookAtSignatures()
        } catch {
            lastHandover = name
            let fault: Message = error.message(face)
            answer([.failed("The watch has changed hands; NOTHING IS SIGNED: \(fault)")])
        }
    }

    /// The index of another process may be a moment behind its log, and nothing else may come for long.
    private func sealLater(_ name: SubjectName) {
        guard sealAttempts < 100 else { return }
        sealAttempts += 1
        queue.asyncAfter(deadline: .now() + .milliseconds(200)) { [weak self] in self?.sealNewHandover() }
    }

    func loadCertificate(of name: SubjectName?) throws(LogFault) {
        guard let relief = try store.relief(of: name) else {
            return answer([.failed(name.map { "\($0.text) was not handed over." } ?? "No watch was handed over yet.")])
        }
        if try store.certifyingCheckpoint(of: relief.last) == nil { try store.certify(relief) }
        try show(relief, isAsked: true)
    }

    /// Text for any printer, HTML for a browser, beside each other in the folder of the person.
    func writeSheet(of name: SubjectName?, _ language: Language, _ zone: Zone) {
        guard shown === store else { return answer([.failed("A sheet with names is nothing for visitors.")]) }
        do {
            let catalogue = try Catalogue.load(language)
            // Paper goes from hand to hand: what is protected is named on it and not told.
            let protected = try store.roll().isGoverned ? try store.handlings().filter(\.value.isProtected) : [:]
            let source =
                protected.isEmpty
                ? store : try store.behindVeil(Veil.Words(catalogue), over: Set(protected.keys))
            let sheet = try HandoverSheet(
                of: name, source, at: store.clock.time(at: MachineMoment.now().wall), catalogue, in: zone)
            var made: [String] = []
            for (lines, ending) in [(sheet.asText, "txt"), (sheet.html, "html")] {
                let text = lines.map { $0 + "\n" }.joined()
                made.append(try newFile("caricc-\(sheet.name)", ending, text))
            }
            answer([.told("The sheet is in \(made.joined(separator: ", "))")])
        } catch let fault as ExportFile.Fault {
            let reason: Message = fault.message
            answer([.failed("The sheet is not written: \(reason)")])
        } catch {
            let reason: Message = CommandFault(error).message(face)
            answer([.failed("The sheet is not written: \(reason)")])
        }
    }

    /// A file that was there already stays as it is; the next one has a number.
    private func newFile(_ name: String, _ ending: String, _ text: String) throws -> String {
        for number in 1...99 {
            let path = "~/\(name)\(number == 1 ? "" : "-\(number)").\(ending)"
            do throws(ExportFile.Fault) {
                return try ExportFile.write(
                    Array(text.utf8), to: StartingConfig.expanded(path), isExercise: store.identity.isExercise,
                    replacing: false, logFolder: store.folder.path)
            } catch {
                guard case .exists = error, number < 99 else { throw error }
            }
        }
        return ""
    }

    /// The line of an officer who typed their passphrase for it.
    func cosign(_ name: SubjectName, as officer: String) throws(LogFault) {
        guard let relief = try store.relief(of: name) else { return }
        guard let key = keys.takeOpened(of: officer) else { return }
        defer { key.drop() }
        try store.cosign(relief, with: key, at: MachineMoment.now().wall)
        lookAtSignatures()
        try show(relief, isAsked: true)
    }

    private func show(_ relief: HandoverRelief, isAsked: Bool) throws(LogFault) {
        // What visitors see bears no names.
        guard shown === store, let certificate = try store.certificate(of: relief) else { return }
        let code = Checkpoint(origin: certificate.origin, size: certificate.size, root: certificate.root).phrase
        guard let phrase = ControlPhrase(numbers: code.numbers, digits: code.digits) else { return }
        answer([.certificate(certificate, phrase, isAsked: isAsked)])
    }
}

extension Board {
    /// The watch that the newest one relieves.
    var lastHandedOver: SubjectName? {
        if case .shift(let newest)? = newestWatch { newest.started.relieves } else { nil }
    }
}
