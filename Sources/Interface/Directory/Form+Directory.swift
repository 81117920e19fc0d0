import Model
import Wording

extension Form {
    /// The sorts that people begin; States and crossings of other pairs, too.
    static let sorts = DirectorySort.allCases

    static func beginEntry(_ directory: Directory, state: String?, sort: DirectorySort?) -> Form {
        Form(
            .directory(.begin(directory)), title: "A new entry of the directory",
            fields: [
                Field("Kind", choices: sorts.map(\.message), selected: sort.flatMap { sorts.firstIndex(of: $0) } ?? 2),
                Field("State", state ?? "", hint: "three letters, such as UZB"),
                Field("Other side", hint: "three letters; only of a border liaison office or a crossing"),
                Field("Name", hint: "an office or a post, never a person"),
            ])
    }

    static func setEntry(_ item: DirectoryItem) -> Form {
        var fields = item.key.sort.fields.map { field -> Field in
            let text = item.entry[field] ?? ""
            guard case .code(let codes) = field.format else {
                return Field(field.message, text, hint: field.hint)
            }
            let selected = codes.firstIndex(of: text).map { $0 + 1 } ?? 0
            return Field(
                field.message, choices: ["not known"] + codes.map { field.message(of: $0) }, selected: selected)
        }
        if item.key.sort == .liaison {
            fields.append(
                Field("Person", hint: "name and number, kept beside the log and erasable; empty keeps what is known"))
        }
        return Form(
            .directory(.set(item)), title: "\(item.key.description): what it says", expecting: item.record?.trail.last,
            fields: fields)
    }

    static func verifyEntry(_ item: DirectoryItem, by name: String) -> Form {
        Form(
            .directory(.verify(item)), title: "\(item.key.description): I asked, and it is right",
            expecting: item.record?.trail.last,
            fields: [Field("Asked by", name), Field("When", hint: "empty for now", time: .past)])
    }

    static func retireEntry(_ item: DirectoryItem) -> Form {
        Form(
            .directory(.retire(item)), title: "\(item.key.description): no longer holds",
            expecting: item.record?.trail.last, fields: [Field("Because", hint: "the reason is kept")])
    }

    static func reportStanding(_ item: DirectoryItem) -> Form {
        Form(
            .directory(.standing(item)), title: "\(item.key.description): open, closed, on call",
            expecting: item.record?.trail.last,
            fields: [
                Field("Is", choices: item.key.sort.standings.map(\.message)),
                Field("Says who", hint: "State code or service, such as KGZ"),
                Field("Since", hint: "empty for now", time: .past), Field("Remark", hint: "may stay empty"),
            ])
    }

    /// The events that the answers of a form about the directory make.
    func drafts(of purpose: DirectoryPurpose, _ times: FormTimes) throws(FormFault) -> [Draft] {
        switch purpose {
        case .begin(let directory): return [try begun(directory)]
        case .set(let item):
            let set = DirectoryEntrySet(try answered(item), payloads: item.record?.said.payloads ?? [])
            let person = item.key.sort == .liaison ? fields[fields.count - 1].optionalText : nil
            if let person, !DirectoryEntry.isPrintable(person) {
                throw FormFault(message: "The text has a control character; type it anew.", field: fields.count - 1)
            }
            let target = item.record.map { Proposal.Target.existing($0.name) } ?? .new(.directory)
            return [
                Draft(
                    target, .directory(.entrySet(set)), expecting: item.record == nil ? nil : expecting,
                    parts: person.map { [.contact($0)] } ?? [])
            ]
        case .verify(let item):
            let when = min(try times.past(1) ?? times.now, times.now)
            return after(item, .verified(DirectoryEntryVerified(by: try required(0), when: when)))
        case .retire(let item): return after(item, .retired(DirectoryEntryRetired(reason: try required(0))))
        case .standing(let item):
            let report = DirectoryStandingReported(
                item.key.sort.standings[fields[0].choice], since: min(try times.past(2) ?? times.now, times.now),
                party: try required(1), note: fields[3].optionalText)
            return after(item, .standing(report))
        }
    }

    /// What ships is written first, so that there is something to speak of.
    private func after(_ item: DirectoryItem, _ event: DirectoryEvent) -> [Draft] {
        guard let name = item.record?.name else {
            return [
                Draft(.new(.directory), .directory(.entrySet(DirectoryEntrySet(item.entry)))),
                Draft(.sameAs(0), .directory(event)),
            ]
        }
        return [Draft(.existing(name), .directory(event), expecting: expecting)]
    }

    private func begun(_ directory: Directory) throws(FormFault) -> Draft {
        let sort = Form.sorts[fields[0].choice]
        func code(_ field: Int) throws(FormFault) -> String {
            let code = try required(field).uppercased()
            guard DirectoryKey.isState(code) else {
                throw FormFault(message: "“\(code)” is no State; write three letters, such as UZB.", field: field)
            }
            return code
        }
        let state = try code(1)
        let other = sort.isPair ? try code(2) : nil
        guard let key = directory.newKey(sort, state, other), directory[key] == nil else {
            throw FormFault(message: "\(state) is in the directory already.", field: 1)
        }
        let entry = DirectoryEntry(key, sort.fields.contains(.name) ? [.name: fields[3].text] : [:])
        if let fault = entry.fault { throw FormFault(message: fault.message(.neutral), field: 3) }
        return Draft(.new(.directory), .directory(.entrySet(DirectoryEntrySet(entry))))
    }

    private func answered(_ item: DirectoryItem) throws(FormFault) -> DirectoryEntry {
        var entry = item.entry
        for (place, field) in item.key.sort.fields.enumerated() {
            if case .code(let codes) = field.format {
                entry[field] = fields[place].choice == 0 ? nil : codes[fields[place].choice - 1]
            } else {
                entry[field] = fields[place].text
            }
            if let text = entry[field], let fault = DirectoryEntry.fault(of: text, in: field) {
                throw FormFault(message: fault.message(.neutral), field: place)
            }
        }
        if let fault = entry.fault { throw FormFault(message: fault.message(.neutral), field: 0) }
        return entry
    }
}

extension ClockFace {
    /// For sentences without times.
    fileprivate static var neutral: ClockFace { Catalogue.english.clockFace(in: .almaty) }
}

extension DirectoryField {
    /// What to type, where the label does not say it.
    fileprivate var hint: Message? {
        switch self {
        case .languages, .requestLanguages: "codes such as ru, en, uz"
        case .zone: "such as Asia/Tashkent"
        case .aliases: "with | between them"
        case .modes: "road, rail, river, ferry with commas between them, without blanks"
        case .noticeMinutes: "a whole number, such as 180"
        case .filedNumber: "the one to call back, from our own files"
        case .source: "the document and its article"
        default: nil
        }
    }
}
