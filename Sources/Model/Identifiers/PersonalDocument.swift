/// Passports, identity cards and personal numbers. Their forms change often; what does not fit is hardly worth a remark,
/// so only text without any digits is one, and a personal number of Kazakhstan whose check digit does not hold.
enum PersonalDocument {
    /// `9` is a digit and `A` a letter.
    private static let forms: [(state: String, form: String)] = [
        ("KAZ", "A99999999"), ("KAZ", "999999999"), ("KAZ", "999999999999"), ("KGZ", "AA9999999"),
        ("KGZ", "99999999999999"),
        ("RUS", "9999999999"), ("RUS", "999999999"), ("TJK", "999999999"), ("TJK", "A99999999"), ("UZB", "AA9999999"),
        ("UZB", "99999999999999"), ("TKM", "A9999999"), ("AZE", "A99999999"), ("AZE", "AA9999999"),
        ("AFG", "A99999999"),
        ("AFG", "A9999999"), ("IRN", "A99999999"), ("CHN", "AA9999999"), ("CHN", "A99999999"), ("TUR", "A99999999"),
    ]

    static func read(_ typed: String, _ state: String?) -> Identifier.Reading {
        let form = TypedForm(typed)
        var reading = Identifier.Reading.free(form)
        let shape = form.signs.map { (0x30...0x39).contains($0.value) ? "9" : "A" }.joined()
        for known in forms where known.form == shape && !reading.states.contains(known.state) {
            reading.states.append(known.state)
        }
        if let state, reading.states.contains(state) { reading.states = [state] }
        if !(5...20).contains(form.signs.count) || form.digits.count < 3 { reading.remarks.append(.unusualForm) }
        if state == "KAZ", shape == "999999999999", let expected = CheckDigits.kazakhPerson(form.digits.dropLast()),
            let found = form.digits.last, found != expected
        {
            reading.remarks.append(
                .wrongCheckDigit(
                    expected: String(Unicode.Scalar(expected)), found: String(Unicode.Scalar(found))))
        }
        return reading
    }
}
