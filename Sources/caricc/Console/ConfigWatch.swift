import Glibc

/// Hears, by inotify, when somebody changes the files of the configuration.
///
/// A folder that is not there yet is heard of when it is made: until then its nearest existing ancestor is watched.
final class ConfigWatch {
    /// Readable when something happened; for poll(2). -1 where inotify is not to be had.
    let descriptor: Int32
    private let folder: String
    private let themes: String
    /// The watched folders by their numbers, each with what matters in it.
    private var watched: [Int32: Interest] = [:]

    private enum Interest {
        case names(Set<String>)
        case everyTheme

        func covers(_ name: String) -> Bool {
            switch self {
            case .names(let names): names.contains(name)
            case .everyTheme: name.hasSuffix(".toml")
            }
        }
    }

    private static let files: Set = ["config.toml", "keys.toml", "views.toml", "themes"]
    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF)

    init(_ places: ConfigPlaces) {
        folder = places.folder
        themes = places.themes
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        arm()
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Takes everything that happened since the last call; true where it may concern the configuration.
    func takeChanges() -> Bool {
        guard descriptor >= 0 else { return false }
        var hasChanged = false
        var mustArm = false
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            for event in ConfigWatch.events(in: buffer[..<count]) {
                guard concerns(event) else { continue }
                hasChanged = true
                // A folder came or went, so that others may have to be watched.
                mustArm = mustArm || event.mask & ConfigWatch.folderMask != 0
            }
        }
        if mustArm { arm() }
        return hasChanged
    }

    private static let folderMask =
        UInt32(IN_ISDIR) | UInt32(IN_IGNORED) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_Q_OVERFLOW)

    private struct Event {
        let watch: Int32
        let mask: UInt32
        let name: String
    }

    private func concerns(_ event: Event) -> Bool {
        if event.watch < 0 { return true }
        guard let interest = watched[event.watch] else { return false }
        if event.name.isEmpty { return true }
        // A file is complete when it is closed, not when it is made.
        if event.mask & UInt32(IN_CREATE) != 0, event.mask & UInt32(IN_ISDIR) == 0 { return false }
        return interest.covers(event.name)
    }

    /// Watches what there is now. A watch that exists already stays as it is.
    private func arm() {
        guard descriptor >= 0 else { return }
        var now: [Int32: Interest] = [:]
        // Twice at most: a folder may be made between the attempt to watch it and the watch on the one above.
        for _ in 0..<2 {
            now = [:]
            guard let missing = watchNearest(&now), access(missing, F_OK) == 0 else { break }
        }
        for old in watched.keys where now[old] == nil { inotify_rm_watch(descriptor, old) }
        watched = now
    }

    /// Watches the folder, else its nearest existing ancestor; returns what is missing in that one.
    private func watchNearest(_ now: inout [Int32: Interest]) -> String? {
        if let watch = add(folder) {
            now[watch] = .names(ConfigWatch.files)
            if let inner = add(themes) { now[inner] = .everyTheme }
            return nil
        }
        var missing = folder
        while missing.count > 1 {
            let above = ConfigWatch.parent(of: missing)
            if let watch = add(above) {
                now[watch] = .names([ConfigWatch.name(of: missing)])
                return missing
            }
            missing = above
        }
        return nil
    }

    private func add(_ path: String) -> Int32? {
        let watch = inotify_add_watch(descriptor, path, ConfigWatch.mask | UInt32(IN_ONLYDIR))
        return watch >= 0 ? watch : nil
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? ""
    }

    private static func events(in bytes: ArraySlice<UInt8>) -> [Event] {
        var events: [Event] = []
        bytes.withUnsafeBytes { raw in
            var offset = 0
            let head = MemoryLayout<inotify_event>.size
            while offset + head <= raw.count {
                let event = raw.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let name = raw[(offset + head)..<min(raw.count, offset + head + Int(event.len))].prefix { $0 != 0 }
                events.append(
                    Event(watch: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
                offset += head + Int(event.len)
            }
        }
        return events
    }
}
