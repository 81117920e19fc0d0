import EventLog
import Exchange
import Interface
import Model
import Wording

/// Messages in and out at the console, on the worker's thread: what is pasted may be large, what leaves is written to disk.
extension LogWorker {
    func readPaste(_ text: String, _ generation: Int, _ takesOther: Bool) {
        var message = PasteReader.read(
            text, inExercise: store.identity.isExercise, places: PlaceLookup.gazetteer, takesOther: takesOther)
        message.hash = Hashing.plain(Array(message.raw.utf8)).hex
        answer([.pasteRead(message, generation: generation)])
    }

    /// Who is named in the payloads of an alert: a text that names them stays.
    func loadPersons(_ name: SubjectName) throws(LogFault) {
        let history: SubjectHistory
        do {
            history = try store.history(of: name)
        } catch {
            throw store.fault(error)
        }
        answer([.persons(name, try store.personalWords(of: history))])
    }

    /// Makes what would leave, anew from the log.
    func compose(_ order: ReleaseOrder) throws(LogFault) {
        let history: SubjectHistory
        do {
            history = try store.history(of: order.subject)
        } catch {
            throw store.fault(error)
        }
        let persons = try store.personalWords(of: history)
        guard case .alert(let alert)? = history.subject,
            let preview = order.release.preview(of: history, persons: persons)
        else {
            return answer([.notSaved(Refusal.noSuchSubject(order.subject).message(face))])
        }
        let now = store.clock.time(at: MachineMoment.now().wall)
        let course = alert.course(to: order.release.recipient.name)
        let head = OutgoingHead(
            sender: store.identity.centre, number: alert.nextNumber, sent: now,
            offsetSeconds: face.zone.offset(at: now), recipients: [order.release.recipient.name],
            course: course)
        do throws(CAPWriter.Fault) {
            let composed = try Composition(
                [preview.record], as: order.format, head,
                language: MessageLabel.Language(rawValue: order.language) ?? .en)
            let filed = preview.filed(
                as: course, number: alert.nextNumber, channel: nil,
                format: order.format, sent: now)
            let text = String(decoding: composed.bytes, as: UTF8.self)
            answer([.composed(ComposedRelease(order, text: text, preview: preview, filed: filed))])
        } catch {
            let message: Message = "The field \(error.element) has characters that this form cannot carry"
            answer([.notSaved(message)])
        }
    }

    /// Puts a request together in the words of its languages.
    func composeRequest(_ order: RequestOrder) {
        let own = (try? Catalogue.load(order.languages.last ?? .en)) ?? .english
        let text = RequestText.write(
            order.document, from: store.identity.centre, sent: store.clock.time(at: MachineMoment.now().wall),
            zone: order.zone, in: RequestComposing.catalogues(order.languages, own: own))
        let hash = Hashing.plain(Array(text.utf8)).hex
        answer([.requestComposed(ComposedRequest(order, text: text, hash: hash))])
    }

    func writeRelease(_ text: String, _ path: String) {
        do throws(ExportFile.Fault) {
            let written = try ExportFile.write(
                Array(text.utf8), to: StartingConfig.expanded(path), isExercise: store.identity.isExercise,
                replacing: false, logFolder: store.folder.path)
            answer([.told("The message is in \(written)")])
        } catch {
            let reason: Message = error.message
            answer([.failed("It is written down as given out, but not written: \(reason)")])
        }
    }
}
