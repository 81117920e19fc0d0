import Model
import Screen
import Wording

/// How well the alerts of a day served those on watch.
extension AppState {
    /// The figures of the last 24 hours, or of the day that was asked for.
    mutating func openHealth(_ argument: String) -> [Effect] {
        let entry = TimeEntry(zone: zone, now: now)
        var until = now
        if !argument.isEmpty {
            let noon = (try? entry.instant("\(argument) 00:00", .past)) ?? (try? entry.instant(argument, .past))
            guard let day = noon else {
                return say("“\(argument)” is no day; try “17 Oct” or “2026-10-17”.", isError: true)
            }
            until = min(now, day + .days(1))
            return open(.health) + [.loadHealth(from: day, until: max(until, day + .milliseconds(1)))]
        }
        return open(.health) + [.loadHealth(from: until - .days(1), until: until)]
    }

    var healthLines: [[Segment]] {
        guard let health else { return [[Segment(catalogue.text("loading"), .dim)]] }
        let width = max(20, self.width - 2)
        var lines = lines(of: rateFacts(health), width: width)
        if (60...1_000).contains(width), !health.perTenMinutes.isEmpty { lines.append(graph(of: health, width: width)) }
        let sections: [(Message, [Fact?])] = [
            ("PRIORITIES", mixFacts(health)), ("TIME TO ACKNOWLEDGE", responseFacts(health)),
            (
                "CHATTERING: 3 OR MORE WITHIN AN HOUR",
                health.chattering.prefix(10).map { item in
                    Fact(
                        .verbatim("\(item.count)×"),
                        "\(shownName(item.name)) \(withholds(item.name) ? "" : item.headline ?? "")", .warning)
                }
            ),
            ("STANDING: OPEN FOR MORE THAN A DAY", standingFacts(health)), ("SHELF", shelfFacts(health)),
            ("ACKNOWLEDGED, NOTHING DONE SINCE", idleFacts(health)),
            ("BY WATCH", health.watches.map { figures($0) }), ("BY OFFICER", health.officers.map { figures($0) }),
        ]
        for (heading, facts) in sections where facts.contains(where: { $0 != nil }) {
            lines.append([Segment(catalogue.text(heading), .heading)])
            lines += self.lines(of: facts, width: width)
        }
        return lines
    }

    private func rateFacts(_ health: AlarmHealth) -> [Fact?] {
        let mean = "\(health.meanHundredths / 100).\(String(100 + health.meanHundredths % 100).dropFirst())"
        let isHigh = health.meanHundredths > AlarmHealth.acceptablePerTenMinutes * 100
        let floods = health.floods.map { flood in
            let until = flood.until.map { face.moment($0, now: now) } ?? catalogue.text("now")
            return "\(face.moment(flood.from, now: now))–\(until)"
        }
        return [
            Fact("Period", "\(time(health.from)) – \(time(health.until))"),
            Fact("Came in", catalogue.text("\(health.arrivals), of these \(health.raised) new alerts")),
            Fact(
                "In 10 min",
                catalogue.text("\(decimal: mean) on average, aimed at 1; \(health.most) at most, a flood above 10"),
                isHigh || health.most > AlarmFlood.begins ? .warning : .text),
            Fact("Floods", floods.isEmpty ? nil : floods.joined(separator: ", "), .warning),
            Fact(
                "Above 10", catalogue.text("\(health.floodedSlots) of \(health.perTenMinutes.count) times ten minutes")),
        ]
    }

    /// One sign for so many ten minutes as fit, the highest of them.
    private func graph(of health: AlarmHealth, width: Int) -> [Segment] {
        let slots = health.perTenMinutes
        let step = (slots.count + width - 15) / (width - 14)
        let groups = stride(from: 0, to: slots.count, by: max(1, step)).map { start in
            slots[start..<min(start + max(1, step), slots.count)].max() ?? 0
        }
        return [
            Segment(catalogue.text("when"), .label, width: 12),
            Segment(
                Graph.strip(groups, columns: Graph.columns(of: groups.count, on: symbols), on: symbols).plain, .text),
        ]
    }

    private func mixFacts(_ health: AlarmHealth) -> [Fact?] {
        guard let percent = health.mixPercent else { return [] }
        let counts = [health.mix[0], health.mix[1], health.mix[2] + health.mix[3]]
        return ["1", "2", "3, 4"].enumerated().map { place, name in
            let target = AlarmHealth.targetMix[place]
            return Fact(
                .verbatim(name), catalogue.text("\(counts[place]), \(percent[place]) %, aimed at \(target) %"),
                place < 2 && percent[place] > target * 2 ? .warning : .text)
        }
    }

    private func responseFacts(_ health: AlarmHealth) -> [Fact?] {
        health.response.filter { $0.raised > 0 }.map { response in
            let limit = Triage.of(priority: response.priority).acknowledgeWithin
            let words =
                response.median.map { median in
                    "\(catalogue.text("half within \(face.age(median))")), \(catalogue.text("nine of ten within \(face.age(response.ninetieth ?? median))")), "
                } ?? ""
            return Fact(
                .verbatim(String(response.priority)),
                words
                    + catalogue.text(
                        "\(response.acknowledged) of \(response.raised) acknowledged, \(response.inTime) within \(face.age(limit))"
                    ),
                response.inTime < response.raised ? .warning : .text)
        }
    }

    private func standingFacts(_ health: AlarmHealth) -> [Fact?] {
        health.standing.prefix(10).map { item in
            Fact(
                .verbatim(shownName(item.name)),
                "\(face.age(health.until - item.since)) \(alert(item.name).map { alertText($0) } ?? "")")
        }
            + [
                health.standing.count > 10
                    ? Fact(.verbatim(" "), catalogue.text("and \(health.standing.count - 10) more")) : nil
            ]
    }

    private func shelfFacts(_ health: AlarmHealth) -> [Fact?] {
        [
            Fact(
                "Now", health.shelvedNow.isEmpty ? nil : health.shelvedNow.map { shownName($0) }.joined(separator: ", ")
            ),
            Fact(
                "Most often",
                health.mostShelved.isEmpty
                    ? nil
                    : health.mostShelved.prefix(5).map { "\(shownName($0.name)) \($0.count)×" }.joined(separator: ", ")),
        ]
    }

    private func idleFacts(_ health: AlarmHealth) -> [Fact?] {
        guard !health.withoutAction.isEmpty else { return [] }
        let names = health.withoutAction.map { shownName($0) }.joined(separator: ", ")
        return [Fact(.verbatim(String(health.withoutAction.count)), names)]
    }

    private func figures(_ figures: AlarmHealth.Figures) -> Fact? {
        let median = figures.median.map { ", \(catalogue.text("half within \(face.age($0))"))" } ?? ""
        let count: Message = figures.from == nil ? "\(figures.count) acknowledged" : "\(figures.count) came in"
        let most = figures.most.map { ", \(catalogue.text("\($0) at most in 10 min"))" } ?? ""
        let idle =
            figures.withoutAction > 0 ? ", \(catalogue.text("\(figures.withoutAction) without anything done"))" : ""
        return Fact(.verbatim(figures.name), "\(catalogue.text(count))\(most)\(median)\(idle)")
    }
}
