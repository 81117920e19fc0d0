import EventLog
import Foundation

extension OfficerKeyPlaces {
    /// `keys` in the folder that `CARICC_HOME` names, else `caricc/keys` in the XDG data folder, beside the log. A relative
    /// `XDG_DATA_HOME` is ignored, as the XDG rules say. Keys are a person's own: they do not follow `--log`.
    init(environment: [String: String]) {
        let data = environment["XDG_DATA_HOME"] ?? ""
        if let named = environment["CARICC_HOME"], !named.isEmpty {
            let home = StartingConfig.expanded(named)
            self.init(folder: (home.hasSuffix("/") ? home : home + "/") + LogFolder.keys)
        } else if data.hasPrefix("/") {
            self.init(folder: data + "/caricc/keys")
        } else {
            self.init(folder: (environment["HOME"] ?? "") + "/.local/share/caricc/keys")
        }
    }

    static let here = OfficerKeyPlaces(environment: ProcessInfo.processInfo.environment)
}
