import Themes
import Wording

/// The configuration while a console runs: hears of changes, waits until they are over, and reads once.
final class LiveConfig {
    private(set) var keeper: PreferencesKeeper
    private let places: ConfigPlaces
    private let watch: ConfigWatch
    private var hasWrittenViews = false
    private var firstChange: ContinuousClock.Instant?
    private var lastChange: ContinuousClock.Instant?

    /// An editor writes a file in several steps; this long after the last one it is done.
    private static let settling = Duration.milliseconds(120)
    /// A folder in which something always happens is read nevertheless.
    private static let patience = Duration.seconds(1)

    init(_ places: ConfigPlaces, keeper: PreferencesKeeper) {
        self.places = places
        self.keeper = keeper
        watch = ConfigWatch(places)
    }

    /// For poll(2); -1 where nothing can be heard.
    var descriptor: Int32 { watch.descriptor }

    /// When the files are to be read; nil while nothing has changed.
    var due: ContinuousClock.Instant? {
        guard let firstChange, let lastChange else { return nil }
        return min(lastChange + LiveConfig.settling, firstChange + LiveConfig.patience)
    }

    /// Hears what happened, and reads the files once it is over; nil while there is nothing to tell.
    func takeOutcome(at now: ContinuousClock.Instant = .now) -> PreferencesKeeper.Outcome? {
        if watch.takeChanges() {
            firstChange = firstChange ?? now
            lastChange = now
        }
        guard let due, now >= due else { return nil }
        firstChange = nil
        lastChange = nil
        let reading = ConfigReading(places)
        if reading.isTorn {
            firstChange = now
            lastChange = now
            return nil
        }
        let outcome = keeper.take(reading)
        defer { hasWrittenViews = false }
        // What this console wrote itself is no news to the person who asked for it.
        return hasWrittenViews && outcome.isUnchanged ? nil : outcome
    }

    /// Notes that this console is about to write the file of views with this text.
    func noteOwnViews(_ text: String) {
        hasWrittenViews = true
        keeper.noteOwnViews(Array(text.utf8))
    }
}
