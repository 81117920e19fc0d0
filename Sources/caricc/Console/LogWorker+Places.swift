import Dispatch
import Interface
import Places

extension LogWorker {
    /// Reads the tables of places beside the log's queue, so that no signature waits for them.
    func loadPlaces() {
        DispatchQueue.global().async {
            do throws(PlacesFault) {
                self.answer([.places(try Gazetteer.load())])
            } catch {
                self.answer([.failed(error.message)])
            }
        }
    }
}
