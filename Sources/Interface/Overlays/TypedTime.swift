import Keyboards
import Model
import Wording

/// A time that was typed, and how it is read: as it stands, else as the digits of the keys that were pressed.
///
/// Only for times and lengths of time, where the person sees at once what was understood. A weight, an amount, a plate
/// and free text stay as they were typed: `іү,ң` may be 38,4 as well as 3864.
struct TypedTime: Equatable {
    let instant: Instant
    /// The text that makes this time.
    let text: String
    /// The layout that typed something else; nil when the text was read as it stands.
    let layout: KeyboardLayout?

    static func read(
        _ text: String, on layouts: [KeyboardLayout], _ take: (String) -> Result<Instant, TimeEntryFault>
    ) -> Result<TypedTime, TimeEntryFault> {
        let asTyped = take(text)
        if case .success(let instant) = asTyped {
            return .success(TypedTime(instant: instant, text: text, layout: nil))
        }
        for (other, layout) in alternatives(of: text, on: layouts) {
            guard case .success(let instant) = take(other) else { continue }
            return .success(TypedTime(instant: instant, text: other, layout: layout))
        }
        return asTyped.map { TypedTime(instant: $0, text: text, layout: nil) }
    }

    /// Digits alone first (`әч` is 2ч), then every key (`2р` is 2h).
    private static func alternatives(
        of text: String, on layouts: [KeyboardLayout]
    ) -> [(text: String, layout: KeyboardLayout)] {
        let digits = KeyboardLayout.digits(in: text, on: layouts)
        return (digits.map { [$0] } ?? [])
            + layouts.compactMap { layout in
                guard !layout.isLatin, let us = KeyboardLayout.named("us") else { return nil }
                return layout.flip(text, to: us).map { ($0, layout) }
            }
    }
}

extension AppState {
    /// How a field's time is read now; nil for other fields, for an empty one, and for what is no time.
    func typedTime(in field: Form.Field) -> TypedTime? {
        guard case .time(let leaning) = field.kind, !field.isEmpty else { return nil }
        let entry = TimeEntry(zone: zone, now: now)
        return try? TypedTime.read(field.text, on: layouts) { entry.read($0, leaning) }.get()
    }

    /// How the hours of a window are read while they are typed; nil elsewhere, and for what cannot be taken.
    func windowWords(of form: Form) -> Message? {
        let slot = form.fields[form.focus].slot
        guard slot == .since || slot == .until, let since = form.field(.since), let until = form.field(.until),
            case .time(let leaning) = since.kind, !since.isEmpty, !until.isEmpty
        else { return nil }
        let entry = TimeEntry(zone: zone, now: now)
        guard let begin = try? entry.read(since.text, leaning).get(),
            let end = try? entry.ends(until.text, after: begin)
        else { return nil }
        return "from \(face.moment(begin, now: now)) until \(face.moment(end, now: now))"
    }

    /// What the person saw read back becomes the text of the field when they go on.
    func acceptTime(in form: inout Form) {
        guard let read = typedTime(in: form.fields[form.focus]), read.layout != nil else { return }
        form.fields[form.focus].input = TextField(read.text)
    }
}

extension TimeEntry {
    func read(_ text: String, _ leaning: FormTimes.Leaning) -> Result<Instant, TimeEntryFault> {
        Result { () throws(TimeEntryFault) in
            switch leaning {
            case .deadline: try deadline(text)
            case .nearest: try instant(text)
            case .past: try happened(text)
            case .begin: try begins(text)
            }
        }
    }
}
