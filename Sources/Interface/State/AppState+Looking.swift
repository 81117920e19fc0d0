import Model
import Screen
import Wording

extension AppState {
    mutating func startFilter(_ argument: String) -> [Effect] {
        // Of a handover nothing is hidden: what fits is marked.
        if screen == .handover { marking.insert(.handover) }
        if argument.isEmpty {
            overlay = .filter(FilterLine(filters[screen] ?? "", isMarking: marking.contains(screen)))
            return askForPlaces()
        }
        return setFilter(argument)
    }

    /// Searches the screen for a text; hides the other rows, or marks those that fit.
    mutating func setFilter(_ text: String, isMarking: Bool? = nil) -> [Effect] {
        if let fault = visitorFault(of: filter(text)) {
            filters[screen] = nil
            if overlay == nil { notice = Notice(message: fault, isError: true) }
            return []
        }
        let hidBefore = filter
        filters[screen] = text.isEmpty ? nil : text
        flipped[screen] = nil
        if isMarking == true { marking.insert(screen) } else if isMarking == false { marking.remove(screen) }
        guard screen == .log, filter != hidBefore else { return [] }
        // What was found is shown with its neighbours, once nothing is hidden any more.
        if isMarking == true, let index = selectedEntry { return showRecord(index) }
        log.generation += 1
        log.entries = []
        log.searchedTo = nil
        log.isSearchOver = false
        log.isLoading = true
        return logLoads()
    }

    mutating func toggleFreeze() -> [Effect] {
        if isFrozen {
            mode = .live
            if let liveBoard { board = liveBoard }
            liveBoard = nil
            now = liveNow
        } else {
            mode = .frozen(since: now)
            liveBoard = board
        }
        return loads()
    }

    mutating func toggleFollow() -> [Effect] {
        log.isFollowing.toggle()
        guard log.isFollowing else { return [] }
        return moveCursor(by: 1_000_000_000)
    }

    mutating func cycleZone(_ argument: String) -> [Effect] {
        if !argument.isEmpty {
            guard let named = Zone.named(argument) else {
                notice = Notice(message: "“\(argument)” is not a zone; try Almaty, UTC or +05.", isError: true)
                return []
            }
            zone = named
        } else {
            let zones = zonesApart
            zone = zones[((zones.firstIndex(of: zone) ?? -1) + 1) % zones.count]
        }
        let offset = Zone.offsetText(zone.offset(at: now))
        notice = Notice(
            message: "Times are shown for \(zone.place ?? .verbatim(zone.name)), \(offset).", isError: false)
        return []
    }

    /// The Centre, UTC, and then one zone for each other offset, from west to east.
    private var zonesApart: [Zone] {
        let others = Zone.all.sorted { ($0.offset(at: now), $0.name) < ($1.offset(at: now), $1.name) }
        var zones: [Zone] = [.almaty, .utc]
        for zone in others where !zones.contains(where: { $0.offset(at: now) == zone.offset(at: now) }) {
            zones.append(zone)
        }
        return zones
    }

    mutating func startReview(_ argument: String) -> [Effect] {
        if let instant = ISO8601.instant(argument) { return [.review(instant)] }
        let entry = TimeEntry(zone: zone, now: now)
        switch TypedTime.read(argument, on: layouts, { entry.read($0, .past) }) {
        case .success(let time): return [.review(time.instant)]
        case .failure(let fault):
            if let end = entry.endOfDay(argument) {
                return say("A day alone is shown as it ended: \(face.stamp(end)). Add a time for another moment.")
                    + [.review(end)]
            }
            notice = Notice(message: fault.message, isError: true)
            return []
        }
    }

    mutating func changeLanguage(_ argument: String) -> [Effect] {
        let codes = languages.map(\.rawValue)
        let next = codes[((codes.firstIndex(of: catalogue.language.rawValue) ?? -1) + 1) % max(1, codes.count)]
        let code = argument.isEmpty ? next : argument.lowercased()
        guard codes.contains(code) else {
            notice = Notice(
                message: "There is no language “\(code)”; there are: \(codes.joined(separator: ", ")).", isError: true)
            return []
        }
        return [.setLanguage(code)]
    }
}
