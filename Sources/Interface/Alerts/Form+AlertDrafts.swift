import Model
import Wording

extension Form {
    /// The events that the answers of a form about an alert make.
    func drafts(of purpose: AlertPurpose, _ times: FormTimes) throws(FormFault) -> [Draft] {
        switch purpose {
        case .acknowledge(let name):
            let acknowledged = AlertAcknowledged(until: try times.optional(0, leaning: .deadline))
            return [Draft(.existing(name), .alert(.acknowledged(acknowledged)), expecting: expecting)]
        case .priority(let name):
            let set = AlertPrioritySet(priority: fields[0].choice + 1, reason: try required(1))
            return [Draft(.existing(name), .alert(.prioritySet(set)), expecting: expecting)]
        case .reply(let party): return [try reply(party)]
        case .tell(let party):
            let filed = MessageFiled(
                .sent, .information, party: try self.party(0), text: try required(1),
                head: head(channel: 2, number: nil, party))
            return [Draft(.existing(party.name), .alert(.messageFiled(filed)), at: try times.past(3))]
        case .ask(let party):
            let filed = MessageFiled(
                .sent, .request, party: try self.party(0), text: try required(1),
                head: head(channel: 3, number: 4, party), due: try times.optional(2, leaning: .deadline))
            return [Draft(.existing(party.name), .alert(.messageFiled(filed)))]
        case .file(let party): return [try file(party, times)]
        case .charge(let name): return [try charge(name)]
        case .detail(let name): return [try detail(name)]
        case .followUp(let name):
            let set = AlertFollowUpSet(
                at: try times.required(0, leaning: .deadline), text: try required(1), isOwn: fields[2].choice == 1)
            return [Draft(.existing(name), .alert(.followUpSet(set)))]
        case .call(let name):
            let (party, outcome) = (try required(0), CallOutcome.allCases[fields[1].choice])
            let note = fields[2].optionalText
            let event: Event =
                name.area == .deliveries
                ? .delivery(.callTried(DeliveryCallTried(party: party, outcome: outcome, note: note)))
                : .alert(.callTried(AlertCallTried(party: party, outcome: outcome, note: note)))
            return [Draft(.existing(name), event, at: try times.past(3))]
        case .laboratory(let name): return [try laboratory(name)]
        case .closeOwing(let party): return try closing(party)
        }
    }

    /// A State's code in capitals; other names as they are typed.
    private func party(_ field: Int) throws(FormFault) -> String {
        let text = try required(field)
        return text.uppercased().stateCode.isEmpty ? text : text.uppercased()
    }

    /// A message in writing gets the next number of its thread where the officer gives none; what is said has none.
    private func head(channel field: Int, number: Int?, _ party: AlertParty, refersTo: [String] = []) -> MessageHead {
        let channel = Channel.allCases[fields[field].choice]
        let typed = number.flatMap { fields[$0].optionalText }
        let isSpoken = channel == .phone || channel == .inPerson
        return MessageHead(channel: channel, ourNumber: typed ?? (isSpoken ? nil : party.number), refersTo: refersTo)
    }

    private func reply(_ party: AlertParty) throws(FormFault) -> Draft {
        let filed = MessageFiled(
            .sent, Form.replyKinds[fields[2].choice], party: try self.party(1), text: try required(0),
            head: head(channel: 3, number: 4, party, refersTo: party.refersTo))
        return Draft(.existing(party.name), .alert(.messageFiled(filed)))
    }

    private func file(_ party: AlertParty, _ times: FormTimes) throws(FormFault) -> Draft {
        let direction: MessageDirection = fields[0].choice == 0 ? .received : .sent
        var head = head(channel: 4, number: 6, party)
        if direction == .received { head.ourNumber = fields[6].optionalText }
        head.theirNumber = fields[5].optionalText
        let filed = MessageFiled(
            direction, MessageKind.allCases[fields[1].choice], party: try self.party(2), text: try required(3),
            head: head,
            due: try times.optional(8, leaning: .deadline))
        return Draft(.existing(party.name), .alert(.messageFiled(filed)), at: try times.past(7))
    }

    private func charge(_ name: SubjectName) throws(FormFault) -> Draft {
        let event: AlertEvent =
            switch fields[0].choice {
            case 0: .taken(AlertTaken())
            case 1: .offered(AlertOffered(to: try required(1)))
            default: .declined(AlertDeclined(reason: try required(2)))
            }
        return Draft(.existing(name), .alert(event))
    }

    private func detail(_ name: SubjectName) throws(FormFault) -> Draft {
        var particulars = Particulars(
            items: fields[0].optionalText.map { SeizedLine($0, keepsUnknown: true).items } ?? [],
            place: fields[2].optionalText,
            departure: fields[3].optionalText, destination: fields[4].optionalText,
            concealment: fields[5].optionalText, transport: fields[6].optionalText, text: fields[7].optionalText)
        if let text = fields[0].optionalText, particulars.items.isEmpty {
            // A thing whose name and amount nobody knows is one all the same.
            particulars.items = [SeizedItem(kind: .other, name: text)]
        }
        let found = fields[1].optionalText.map { IdentifierFinder.find(in: $0).map(\.identifier) } ?? []
        if fields[1].optionalText != nil, found.isEmpty {
            throw FormFault(
                message:
                    "\(fields[1].label): no plate, container, telephone or other number is recognised; say what it is, such as “plate 01 A 123 BC”, or put it under Text.",
                field: 1)
        }
        particulars.identifiers = found.compactMap { IdentifierMention($0.kind, typed: $0.typed, state: $0.state) }
        let personal = found.compactMap { found in
            found.kind.isPersonal ? SealedIdentifiers.Row(found.kind, typed: found.typed, state: found.state) : nil
        }
        guard !particulars.isEmpty || !personal.isEmpty else {
            throw FormFault(message: "\(fields[0].label) is still empty.", field: 0)
        }
        return Draft(
            .existing(name), .alert(.detailed(AlertDetailed(particulars, source: fields[8].optionalText))),
            parts: personal.isEmpty ? [] : [.identifiers(personal)])
    }

    private func laboratory(_ name: SubjectName) throws(FormFault) -> Draft {
        let found = try required(0)
        var result = LaboratoryResult(
            substance: found, substanceCode: SubstanceFinder.find(found).substance?.code,
            purity: fields[2].optionalText.map { $0.filter { $0 != "%" && $0 != " " }.replacing(",", with: ".") },
            laboratory: fields[3].optionalText, method: fields[4].optionalText)
        if let typed = fields[1].optionalText {
            result.netWeight = AmountReader().read(typed).amounts.first?.quantity
            guard result.netWeight?.knownUnit != nil else {
                throw FormFault(
                    message: "\(fields[1].label): a number and a unit are wanted, such as 6.1 kg.", field: 1)
            }
        }
        guard result.isPurityPlausible else {
            throw FormFault(
                message: "\(fields[2].label): a number from 0 to 100 is wanted, such as 62.4.", field: 2)
        }
        return Draft(
            .existing(name), .alert(.laboratory(LaboratoryReported(result, item: fields[5].optionalText))))
    }

    /// The result is a message of its own, saved together with the end.
    private func closing(_ party: AlertParty) throws(FormFault) -> [Draft] {
        let disposition = Disposition.allCases[fields[0].choice]
        let needsNone = disposition == .duplicate || disposition == .drillOver
        if let text = fields[2].optionalText {
            let filed = MessageFiled(
                .sent, party.reply, party: party.originator, text: text,
                head: head(channel: 3, number: nil, party, refersTo: party.refersTo))
            let closed = AlertClosed(disposition: disposition, note: fields[1].optionalText)
            return [
                Draft(.existing(party.name), .alert(.messageFiled(filed)), expecting: expecting),
                Draft(.existing(party.name), .alert(.closed(closed))),
            ]
        }
        guard needsNone || fields[4].optionalText != nil else {
            throw FormFault(
                message:
                    "\(party.originator) is still owed an answer: write what they were told, or why nothing is told.",
                field: 2)
        }
        let closed = AlertClosed(
            disposition: disposition, note: fields[1].optionalText, noResult: fields[4].optionalText)
        return [Draft(.existing(party.name), .alert(.closed(closed)), expecting: expecting)]
    }
}
