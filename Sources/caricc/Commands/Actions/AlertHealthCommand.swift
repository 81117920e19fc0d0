import ArgumentParser
import EventLog
import Interface
import Model
import Wording

struct AlertHealth: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Show how well the alerts of a day served those on watch.",
        discussion: """
            By the measures of process control (EEMUA 191, ISA-18.2): arrivals in ten minutes, floods, repeats, priorities, \
            time to acknowledge. Without --day it is about the last 24 hours. Example:

              caricc alert health --day 2026-10-17 --json
            """)

    @Option(help: ArgumentHelp("A day of the Centre's zone (default: the last 24 hours).", valueName: "date"))
    var day: String?

    @OptionGroup var options: ViewOptions
    var speech: SpeechOptions { options.log.speech }

    func perform(_ voice: Voice) throws -> ExitStatus {
        let (store, board, now) = try options.board(voice)
        // What was written this very millisecond counts, and 24 hours are no longer by it.
        var until = now + .milliseconds(1)
        var from = until - .days(1)
        if let day {
            do {
                from = try TimeEntry(zone: voice.zone, now: now).instant("\(day) 00:00", .past)
            } catch {
                throw CommandFault.time(error, option: "--day")
            }
            until = min(until, from + .days(1))
        }
        let health = try store.alarmHealth(from: from, until: max(until, from + .milliseconds(1)))
        guard !options.json else {
            try voice.json(health.json)
            return .done
        }
        var state = AppState(
            board: board, now: now, real: now, width: 1_000_000, height: 60, officer: "", catalogue: voice.catalogue,
            zone: voice.zone, isReadOnly: true)
        _ = state.handle(.health(health))
        for line in state.healthSentences { try voice.say(line) }
        return .done
    }
}

extension AlarmHealth {
    /// For programs: spans in milliseconds, instants as ISO 8601.
    var json: JSONObject {
        var object = JSONObject()
        object["from"] = .string(ISO8601.text(from))
        object["until"] = .string(ISO8601.text(until))
        object["arrivals"] = .integer(Int64(arrivals))
        object["raised"] = .integer(Int64(raised))
        object["per_10_min"] = .array(perTenMinutes.map { .integer(Int64($0)) })
        object["most_in_10_min"] = .integer(Int64(most))
        object["floods"] = .array(
            floods.map { flood in
                var object = JSONObject()
                object["from"] = .string(ISO8601.text(flood.from))
                if let until = flood.until { object["until"] = .string(ISO8601.text(until)) }
                return .object(object)
            })
        object["priorities"] = .array(mix.map { .integer(Int64($0)) })
        object["acknowledged"] = .array(response.map { .object($0.json) })
        object["chattering"] = .array(chattering.map { .object(AlarmHealth.count($0.name, $0.count)) })
        object["standing"] = .array(standing.map { .string($0.name.text) })
        object["shelved"] = .array(shelvedNow.map { .string($0.text) })
        object["most_shelved"] = .array(mostShelved.map { .object(AlarmHealth.count($0.name, $0.count)) })
        object["without_action"] = .array(withoutAction.map { .string($0.text) })
        object["watches"] = .array(watches.map { .object($0.json) })
        object["officers"] = .array(officers.map { .object($0.json) })
        return object
    }

    private static func count(_ name: SubjectName, _ count: Int) -> JSONObject {
        var object = JSONObject()
        object["subject"] = .string(name.text)
        object["count"] = .integer(Int64(count))
        return object
    }
}

extension AlarmHealth.Response {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object["priority"] = .integer(Int64(priority))
        object["raised"] = .integer(Int64(raised))
        object["acknowledged"] = .integer(Int64(acknowledged))
        object["in_time"] = .integer(Int64(inTime))
        if let median { object["median_ms"] = .integer(median.milliseconds) }
        if let ninetieth { object["p90_ms"] = .integer(ninetieth.milliseconds) }
        return object
    }
}

extension AlarmHealth.Figures {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object["name"] = .string(name)
        object["count"] = .integer(Int64(count))
        if let most { object["most_in_10_min"] = .integer(Int64(most)) }
        if let median { object["median_ms"] = .integer(median.milliseconds) }
        object["without_action"] = .integer(Int64(withoutAction))
        return object
    }
}
