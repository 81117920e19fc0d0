import Model

extension ReadAmount {
    /// For programs: what is kept, and where it stood in the text, in characters.
    var json: JSONObject {
        var object = quantity.object
        object["amount_typed"] = .string(amountTyped)
        object["unit_typed"] = .string(unitTyped)
        object["unit_code"] = unit.map { .string($0.rawValue) }
        object["from"] = .integer(Int64(place.lowerBound))
        object["to"] = .integer(Int64(place.upperBound))
        object["typed"] = .string(typed)
        if restates { object["restates"] = .bool(true) }
        if total != nil { object["total"] = .bool(true) }
        if isEach { object["each"] = .bool(true) }
        if let ambiguity {
            var doubt = JSONObject()
            doubt["other"] = .string(ambiguity.other.text)
            doubt["taken"] = .string(ambiguity.taken.rawValue)
            doubt["reason"] = .string(ambiguity.reason.rawValue)
            object["ambiguity"] = .object(doubt)
        }
        return object
    }
}

extension UnreadNumber {
    var json: JSONObject {
        var object = JSONObject()
        object["unread"] = .string(typed)
        object["reason"] = .string(reason.rawValue)
        object["from"] = .integer(Int64(place.lowerBound))
        object["to"] = .integer(Int64(place.upperBound))
        return object
    }
}

extension QuantityTotal {
    func json(_ comparison: TotalComparison?) -> JSONObject {
        var sum = JSONObject()
        sum["ug"] = micrograms.map { .integer($0) }
        sum["ug_high"] = microgramsHigh.map { .integer($0) }
        sum["complete"] = .bool(isComplete)
        switch comparison {
        case .agrees?: sum["printed"] = .string("agrees")
        case .agreesByRule?: sum["printed"] = .string("agrees_by_rule")
        case .notComparable?: sum["printed"] = .string("not_comparable")
        case .differs(let difference, let other)?:
            sum["printed"] = .string("differs")
            sum["difference_ug"] = .integer(difference)
            sum["difference_ug_other"] = other.map { .integer($0) }
        case nil: break
        }
        var object = JSONObject()
        object["sum"] = .object(sum)
        return object
    }
}
