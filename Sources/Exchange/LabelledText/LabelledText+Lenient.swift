extension LabelledText.Reading {
    /// The same without the value that a refusal is about, which becomes a line that nobody knows; nil where the message is
    /// nothing without it.
    func without(_ fault: IntakeRefusal) -> Self? {
        guard [.wrongValue, .wrongTime, .missingOffset].contains(fault.reason),
            let label = MessageLabel.allCases.first(where: { $0.word(in: .en) == fault.path }),
            label != .kind || message.lines.contains(where: { $0.label == .messageType }),
            let place = message.lines.firstIndex(where: { $0.label == label })
        else { return nil }
        var rest = self
        let typed = rest.message.lines[place].value
        // Without a day no message is read; whoever takes it in sets it aside.
        rest.message.lines[place] =
            label == .date
            ? .init(.date, "2000-01-01T00:00:00+00:00") : .init(name: label.word(in: .en), typed)
        return rest
    }
}
