import EventLog
import Interface
import Model
import Wording

extension LogWorker {
    /// How many watches a list holds; words look further back.
    private static let listed = 400

    func loadHandovers(_ words: String) throws(LogFault) {
        do {
            let store = shown
            let zone = face.zone
            // The words may be those of any language in which the lines were read.
            let catalogues = words.isEmpty ? [] : [Language.en, .ru, .zh].compactMap { try? Catalogue.load($0) }
            answer([
                .handovers(try store.handovers(limit: LogWorker.listed) { store.fits(words, $0, in: zone, catalogues) })
            ])
        } catch {
            throw store.fault(error)
        }
    }

    func loadPast(_ name: SubjectName) throws(LogFault) {
        do {
            guard let past = try shown.handover(of: name) else {
                return answer([.failed("\(name.text) has not ended; its handover is still to come")])
            }
            answer([.past(try shown.pastPage(of: past))])
        } catch {
            throw store.fault(error)
        }
    }

    func loadFigures(_ from: Instant, _ until: Instant) throws(LogFault) {
        do {
            let past = try shown.handovers(from: from, until: until) { _ in true }
            answer([.handoverFigures(try past.map { try shown.figures(of: $0) }, from: from, until: until)])
        } catch {
            throw store.fault(error)
        }
    }
}
