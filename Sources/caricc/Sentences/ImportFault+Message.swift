import Exchange
import Model
import Wording

extension ImportFault {
    /// File, line, column, what is wrong, what stands there, and what was left out.
    func message(file: String) -> Message {
        let place: Message =
            if let columnName {
                "\(file), line \(line), column \(column) (\(columnName))"
            } else {
                "\(file), line \(line), column \(column)"
            }
        let found: Message =
            excerpt.isEmpty ? "\(place): \(reason.message)" : "\(place): \(reason.message): “\(excerpt)”"
        guard skippedLines.count > 1 else { return found }
        return "\(found) (lines \(skippedLines.lowerBound) to \(skippedLines.upperBound) are left out)"
    }
}

extension ImportFault.Reason {
    var message: Message {
        switch self {
        case .csv(let reason): reason.message
        case .notADate: "not a date of the form 2015-12-31"
        case .noSuchDate: "there is no such day in the calendar"
        case .notANumber: "neither empty, nor --, nor a number of at most 18 digits"
        case .negativeAmount: "an amount cannot be less than nothing"
        case .separatorInField: "the control character 1F, which no field may hold"
        case .json(let reason): reason.message
        case .notAnObject: "not a JSON object"
        case .lineTooLong(let limitBytes): "the line is longer than \(grouped: limitBytes) bytes"
        case .missingKey(let key): "“\(key)” is missing"
        case .wrongValue(let key): "“\(key)” has a value that is not allowed"
        case .unknownKey(let key): "“\(key)” is not a key of an event"
        case .body(let fault): fault.message
        case .noSubjectOnLine(let line): "line \(line) is no earlier line with a new subject"
        }
    }
}

extension JSONFault.Reason {
    /// The reasons are written as the English sentences already.
    var message: Message { Message(key: rawValue) }
}
