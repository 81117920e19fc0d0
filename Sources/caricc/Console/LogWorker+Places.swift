import Dispatch
import Interface
import Places

extension LogWorker {
    /// Reads the tables of places beside the log's queue, so that no signature waits for them.
    func loadPlaces() {
        DispatchQueue.global().async {
            do throws(PlacesFault) {
                let tables = try Gazetteer.load()
                self.places.withLock { $0 = tables }
                self.answer([.places(tables)])
            } catch {
                self.answer([.failed(error.message)])
            }
        }
    }
}
