import Model
import Wording

/// What an import came to.
struct ImportTally: Equatable {
    /// Rows that are in the log now and were not before.
    var new = 0
    /// Rows that were in the log already.
    var known = 0
    /// New rows that are exactly like an earlier row of the file.
    var repeated = 0
    /// Rows of which nothing was taken.
    var bad = 0
    /// Alerts raised by `--raise`.
    var raised = 0
    /// New rows that somebody should look at.
    var odd = 0

    var rows: Int { new + known + bad }

    static func + (a: ImportTally, b: ImportTally) -> ImportTally {
        ImportTally(
            new: a.new + b.new, known: a.known + b.known, repeated: a.repeated + b.repeated, bad: a.bad + b.bad,
            raised: a.raised + b.raised, odd: a.odd + b.odd)
    }

    /// "37,229 rows: 0 new, 37,229 were there already".
    var message: Message {
        var message: Message = "\(.rows(rows)): \(grouped: new) new, \(grouped: known) were there already"
        if repeated > 0 { message = "\(message), \(grouped: repeated) repeat an earlier row" }
        if raised > 0 { message = "\(message), \(raised, one: "%1 alert raised", other: "%1 alerts raised")" }
        if odd > 0 { message = "\(message), \(odd, one: "%1 row to look at", other: "%1 rows to look at")" }
        if bad > 0 { message = "\(message), \(bad, one: "%1 bad row left out", other: "%1 bad rows left out")" }
        return message
    }

    func json(file: String) -> JSONObject {
        var object = JSONObject()
        object["file"] = .string(file)
        object["rows"] = .integer(Int64(rows))
        object["new"] = .integer(Int64(new))
        object["known"] = .integer(Int64(known))
        object["repeated"] = .integer(Int64(repeated))
        object["raised"] = .integer(Int64(raised))
        object["look"] = .integer(Int64(odd))
        object["bad"] = .integer(Int64(bad))
        return object
    }
}
