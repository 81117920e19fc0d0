import Exchange
import Wording

extension CSVFault.Reason {
    var message: Message {
        switch self {
        case .nullByte: "a NUL byte; the file is damaged, or not UTF-8 text"
        case .notUTF8: "not valid UTF-8; save the file as UTF-8"
        case .quoteInUnquotedField: "a quote inside a field that does not begin with one"
        case .textAfterClosingQuote: "text after a closing quote"
        case .unterminatedQuote: "a quote that is never closed"
        case .bareCarriageReturn: "a carriage return without a line feed"
        case .fieldTooLong(let limitBytes): "a field of more than \(grouped: limitBytes) bytes"
        case .rowTooLong(let limitBytes): "a row of more than \(grouped: limitBytes) bytes"
        case .tooManyColumns(let limit): "more than \(grouped: limit) columns"
        case .columnCount(let found, let expected):
            "\(found, one: "%1 column", other: "%1 columns") instead of \(expected)"
        }
    }
}
