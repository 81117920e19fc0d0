import Foundation

/// Where the files of the configuration lie.
struct ConfigPlaces: Equatable, Sendable {
    /// `caricc` in the XDG configuration folder.
    let folder: String

    /// A relative `XDG_CONFIG_HOME` is ignored, as the XDG rules say.
    init(environment: [String: String]) {
        let named = environment["XDG_CONFIG_HOME"] ?? ""
        folder = (named.hasPrefix("/") ? named : (environment["HOME"] ?? "") + "/.config") + "/caricc"
    }

    var config: String { folder + "/config.toml" }
    var keys: String { folder + "/keys.toml" }
    var views: String { folder + "/views.toml" }
    var themes: String { folder + "/themes" }

    /// Everything there is, in the order to tell it.
    var all: [String] { [folder, config, keys, views, themes] }

    static let here = ConfigPlaces(environment: ProcessInfo.processInfo.environment)
}
