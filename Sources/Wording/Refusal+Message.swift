import Model

extension Refusal {
    /// What is refused and what can be done instead, with times as `face` shows them.
    package func message(_ face: ClockFace) -> Message {
        switch self {
        case .noSuchSubject(let name): "There is no \(name.text) in this log; look the name up in the list"
        case .alreadyExists(let name): "\(name.text) is there already; add to it, or begin a new one"
        case .alreadyClosed(let name, let by, let at):
            "\(name.text) was closed by \(by) at \(face.stamp(at)); only a note can be added"
        case .alreadyEnded(let name, let at): "\(name.text) ended at \(face.stamp(at)); nothing can follow"
        case .alreadyAcknowledged(let name, let by, let at):
            "\(name.text) was acknowledged by \(by) at \(face.stamp(at)) already"
        case .notShelved(let name): "\(name.text) is not shelved"
        case .notInTheFuture(let instant): "\(face.stamp(instant)) is not in the future; give a later time"
        case .notYet(let instant): "\(face.stamp(instant)) has not come yet; give the time at which it was"
        case .tooLong(let until): "That is too long; give a time until \(face.stamp(until)) at the latest"
        case .reasonMissing: "A reason is needed"
        case .textMissing: "A text is needed"
        case .windowEndsBeforeItBegins(let from, let until):
            "The window ends at \(face.stamp(until)), before it begins at \(face.stamp(from)); give a later end"
        case .noSuchLeg(let name, let number): "\(name.text) has no leg \(number); plan the leg first"
        case .wrongSubject(let name, let kind): "“\(kind)” cannot be said about \(name.text)"
        case .notOfThisSubject(let index): "#\(index) is not a record of this subject"
        case .alreadyWithdrawn(let index): "#\(index) is withdrawn already"
        case .notTheAuthor(let index, let author): "#\(index) was written by \(author), who alone may withdraw it"
        case .unknownKind(let kind): "This program does not know the kind “\(kind)”; a newer one may"
        case .onlyInAnExercise(let kind): "“\(kind)” is only for exercises, and this log is live"
        case .watchAlreadyHeld(let name, let by):
            "\(by) has the watch (\(name.text)); take it over from them, or let them end it"
        case .watchNotEndedBefore(let name):
            "\(name.text) does not end with this; whoever takes a watch over ends the old one in the same step"
        case .reliefMissing(let name):
            "\(name.text) would end with a relief that does not begin; take the watch over in one step"
        case .nothingToConfirm(let name): "\(name.text) was not taken without an offer, or somebody has confirmed it"
        case .ownTaking(let name): "You took \(name.text) yourself; somebody else must confirm it"
        case .noSuchTurn(let begin):
            "No turn is planned that begins at \(face.stamp(begin)); “caricc shift roster show” lists them"
        case .alreadyRead(let name, let by): "\(by) has signed \(name.text) already"
        case .notWithdrawn(let index): "#\(index) still stands; a correction withdraws the old note in the same step"
        case .notEnded(let name): "\(name.text) has not ended; write down its end first"
        case .directory(let fault): fault.message(face)
        case .nothingChanged, .notWithItself, .alreadyLinked, .notLinked, .joinedWith, .resultOwed: alertMessage
        case .notCovered, .noSuchRequest, .requestOpen, .noSuchExhibit, .nobodyHoldsIt, .alreadyHeld, .noSuchStep,
            .alreadyLetGo, .exhibitKnown, .requestToItself, .requestNumberKnown, .centreDecidesNothing, .hasNoPart,
            .stillMissing, .noSuchState, .noConsent, .noPaperOwed, .neverAsked,
            .startNotDecided, .decidedNotToStart:
            deliveryMessage(face)
        case .noSuchProposal, .proposalLapsed, .ownProposal, .entryDiffers, .roleMayNotApprove, .notByTelephone,
            .nothingToCountersign, .ownEntry, .countersignatureOf, .twoPersonsDecided, .needsSecondPerson,
            .alwaysTwoPersons, .notForTwoPersons:
            twoPersonsMessage(face)
        case .handoverMissing, .handoverAtRisk, .noSuchLine, .notOffered, .ownHandover, .noSuchQuestion,
            .questionOpen, .offeredAnew, .notSaidBack, .offeredToSelf, .noSuchOfficer, .noDutyRole,
            .offeredToAnother, .offerOutdated, .notThePartiesThemselves, .reasonTooShort, .nobodyAsked,
            .saidTooLittle, .breakGlassStays, .watchChangedHands, .handoverIsOver, .happensWhenSaved,
            .watchWasHeld, .noName:
            handoverMessage(face)
        case .noSuchPaperRow, .paperRowKnown, .beforeTheSheet: paperMessage(face)
        default: officersMessage(face)
        }
    }

    private func paperMessage(_ face: ClockFace) -> Message {
        switch self {
        case .noSuchPaperRow(let row):
            "There is no row \(row) on a sheet; give a number from 1 to \(PaperRowEntered.rows.upperBound)"
        case .paperRowKnown(let name, let row, let entry):
            "Row \(row) of \(name.text) is in the log already as #\(Int(entry)); withdraw that one first, or give another row"
        case .beforeTheSheet(let name, let from):
            "\(name.text) began at \(face.stamp(from)), so its sheet has nothing earlier; look at the time and at the sheet’s name"
        default: .verbatim("")
        }
    }

    private func handoverMessage(_ face: ClockFace) -> Message {
        switch self {
        case .handoverMissing(let name):
            "\(name.text) is offered together with its handover; write it with “caricc handover offer” or :offer-watch"
        case .handoverAtRisk:
            "This is a dangerous moment for a handover; name the second person who is there, or say why it goes on without"
        case .noSuchLine(let line): "“\(line)” is no line of the handover; “caricc handover show” lists them"
        case .notOffered(let name): "\(name.text) is not offered; whoever has it offers it first"
        case .ownHandover(let name): "You have \(name.text) yourself; the one who takes it says it back"
        case .noSuchQuestion(let entry): "#\(entry) is no question that waits for an answer"
        case .questionOpen(_, let question): "The question #\(question) is not answered; wait for the answer first"
        case .offeredAnew(_, let entry): "The watch was offered anew with #\(entry); read that one"
        case .notSaidBack(_, let lines):
            "Say back first what is critical: \(lines.prefix(3).joined(separator: ", ")) (\(lines.count) in all)"
        case .offeredToSelf(let name): "You have \(name.text) yourself; offer it to the officer who is to take it"
        case .noSuchOfficer(let name):
            "Nobody called “\(name)” is enrolled in this log; give the id of an officer, as “caricc officer list” has it"
        case .noDutyRole(let officer): "\(officer) has no watch duty in this log; offer it to a duty officer"
        case .offeredToAnother(_, let to):
            "The watch is offered to \(to), who alone says it back, accepts or refuses it"
        case .offerOutdated:
            "Lines were changed after the watch was offered; it is to be offered again before it can be accepted"
        case .notThePartiesThemselves(let name):
            "\(name) gives the watch or takes it; the second person is somebody else, or say why there is none"
        case .reasonTooShort(let text):
            "“\(text)” is no reason; say in a few words why it goes on without a second person"
        case .saidTooLittle(let text):
            "“\(text)” says nothing back; say in your own words what you understood"
        case .breakGlassStays: "What was taken in an emergency stays the first line of the handover, as it is"
        case .nobodyAsked:
            "Nobody has the watch then; say who is asked to take it, or offer it to the next officer"
        default: handoverStepMessage(face)
        }
    }

    private func handoverStepMessage(_ face: ClockFace) -> Message {
        switch self {
        case .watchChangedHands(let index):
            "#\(Int(index)) gave or took the watch and stays; the watch goes back by a new handover, or ends with “caricc shift end”"
        case .handoverIsOver(let index):
            "#\(Int(index)) belongs to a handover that is over and stays as it was; write a note to say what was wrong in it"
        case .happensWhenSaved:
            "A handover happens when it is saved; leave the time out, and write another hour into a note"
        case .watchWasHeld(let name, let until):
            "\(name.text) lasted until \(face.stamp(until)); give that time or a later one"
        case .noName(let text):
            "“\(text)” is nobody’s name; name the second person who is there, or say why there is none"
        default: .verbatim("")
        }
    }

    private func deliveryMessage(_ face: ClockFace) -> Message {
        switch self {
        case .notCovered(let name, let state):
            "\(name.text) is not covered in \(state); wait for its consent, or say on whose word it is announced"
        case .noSuchRequest(let name, let number): "\(name.text) has no formal request \(number); write it down first"
        case .requestOpen(let name, let number):
            "The formal request \(number) of \(name.text) is not answered; the file stays open until then"
        case .noSuchExhibit(let name, let exhibit): "\(name.text) has no exhibit \(exhibit); register it first"
        case .alreadyHeld(let name, let party, let since):
            "\(party) has held the load of \(name.text) since \(face.stamp(since)); withdraw that entry if it was wrong, or add a note"
        case .noSuchStep(let name, let step):
            "\(name.text) follows no procedure with a step \(step); take it over first"
        case .nobodyHoldsIt(let name): "Nobody holds the load of \(name.text); write down who took it over"
        case .alreadyLetGo(let name, let party, let at):
            "\(party) let the load of \(name.text) go at \(face.stamp(at)) already; write down who took it over, or withdraw that record"
        case .exhibitKnown(let name, let exhibit):
            "\(name.text) has an exhibit \(exhibit) already; give this one another label, or withdraw the record of the other"
        case .requestToItself(let name, let state):
            "\(state) cannot ask itself about \(name.text); name the State that is asked"
        case .requestNumberKnown(let name, let number):
            "\(name.text) has a formal request \(number) already; give the number of this one"
        case .centreDecidesNothing(let name):
            "The Centre decides nothing about \(name.text): a State does, on its own soil; name the State and its authority"
        case .hasNoPart(let name, let state):
            "\(state) is not on the road of \(name.text) and was never asked; leave it out, or say why it is told"
        case .noSuchState(let code): "“\(code)” is no State; give its three letters, such as UZB"
        case .noConsent(let name, let state, let number?):
            "\(name.text) has no consent \(number) of \(state); write it down first, or give the number that it has"
        case .noConsent(let name, let state, nil):
            "\(name.text) has no consent of \(state); write it down first, or write down that it refuses"
        case .startNotDecided(let name):
            "No State has decided that \(name.text) starts; write its decision down first, or say on whose word it is announced"
        case .decidedNotToStart(let name, let by):
            "\(by) decided that \(name.text) does not start; write another decision down first"
        case .neverAsked(let name, let state):
            "\(name.text) has no request to \(state) that could be confirmed; write down first what it was asked"
        case .noPaperOwed(let name, let state):
            "\(name.text) has no oral consent of \(state) that waits for its paper; write the consent down"
        case .stillMissing(let name, let points):
            "\(name.text) still lacks \(ClosingPoint.message(points)); write it down, or say why it is closed without"
        default: "not possible"
        }
    }

    /// Alerts and what belongs together.
    private var alertMessage: Message {
        switch self {
        case .nothingChanged(let name): "\(name.text) is so already; nothing was written"
        case .notWithItself(let name): "\(name.text) cannot be linked with itself; name another one"
        case .alreadyLinked(let name, let other): "\(name.text) and \(other.text) belong together already"
        case .notLinked(let name, let other):
            "\(name.text) and \(other.text) are not linked; the page of either lists its links"
        case .joinedWith(let name, let other):
            "\(name.text) is one with \(other.text); write it there, or part them first"
        case .resultOwed(let name, let party, let debt):
            "\(party) is owed \(debt.message) on \(name.text); tell them, or close it with a reason why not"
        default: "not possible"
        }
    }

    /// Officers and their keys.
    private func officersMessage(_ face: ClockFace) -> Message {
        switch self {
        case .officersHaveNoKeys:
            "In this log the desk signs for everybody; a log with officers' keys is made with “caricc log create --custodian”"
        case .signatureMissing(let officer):
            "This log takes what \(officer) does only with the officer's own signature; sign on first"
        case .notEnrolled(let officer): "\(officer) is not enrolled in this log; a supervisor proposes the enrolment"
        case .notYourKey(let officer): "This is not a key of \(officer) in this log; use the key that was enrolled"
        case .enrolmentEnded(let officer, let at):
            "The enrolment of \(officer) ended at \(face.stamp(at)); nothing can be signed with this key"
        case .keyNotValid(let officer):
            "This key of \(officer) is no longer valid; use the newer one, or ask a supervisor for a new key"
        case .keyKnown(let officer): "This key belongs to \(officer) already; make another key"
        case .badKey:
            "This is not a sound key with the officer's name in this realm; make it with “caricc officer key”"
        case .keyStillValid(let officer):
            "\(officer) has a valid key; replace it with “caricc officer rotate”, or have it revoked first"
        case .officerKnown(let officer): "The officer id \(officer) is taken; choose another one"
        case .personKnown(let person, let officer):
            "The person with the service number \(person) is enrolled as \(officer); one person has one enrolment"
        case .roleNotHeld(let officer, let role?): "\(officer) may not act as \(role.message); choose a role they hold"
        case .roleNotHeld(let officer, nil): "It is not said in which role \(officer) acts; choose a role"
        case .roleMayNot(let role, let kind):
            "In the role of \(role.message) this may not be written (\(Message.action(kind))); the manual has the table"
        case .notYourOwn(let name, let officer): "\(name.text) is not \(officer)'s own; everybody acts for themselves"
        case .tooFewSupervisors(let count):
            "Only \(count) supervisors with a valid key would remain; enrol another one first"
        case .originatorMissing: "Whose information it is must be said: give the originator"
        case .restrictionMissing: "H3 needs its restriction: name the readers, or write down the conditions"
        case .originatorsPermissionMissing(let originator):
            "Only \(originator) may permit a less strict code; write down who gave the permission, when and how"
        case .notForThisReader(let name, let code):
            "\(name.text) is \(code.rawValue) and not for you; ask who has the watch, or a supervisor"
        case .noEmergency(let name): "For \(name.text) no emergency is open"
        default: .verbatim("")
        }
    }

    /// What takes two.
    private func twoPersonsMessage(_ face: ClockFace) -> Message {
        switch self {
        case .needsSecondPerson(let kind):
            "Two persons are needed for this (\(Message.action(kind))); propose it, and another one approves"
        case .alwaysTwoPersons(let kind): "No rule may leave this to one person (\(Message.action(kind)))"
        case .notForTwoPersons(let kind):
            "No second person is needed for this (\(Message.action(kind))); do it directly"
        case .noSuchProposal(let index): "#\(index) is not a proposal that waits here; look at the list of approvals"
        case .proposalLapsed(let index, let at):
            "The proposal #\(index) lapsed at \(face.stamp(at)); it must be proposed again"
        case .ownProposal(let index): "The proposal #\(index) is your own; somebody else must approve it"
        case .entryDiffers(let index):
            "#\(index) is not what was shown: another text stands there; look at it again before you sign"
        case .roleMayNotApprove(let role, let kind):
            "In the role of \(role.message) this may not be approved (\(Message.action(kind))); the manual has the table"
        case .notByTelephone(let kind): "No approval by telephone counts for this (\(Message.action(kind)))"
        case .nothingToCountersign(let index): "#\(index) waits for no second signature"
        case .ownEntry(let index): "#\(index) is your own; somebody else must sign it"
        case .countersignatureOf(let index, let officer):
            "#\(index) waits for the signature of \(officer) and nobody else"
        case .twoPersonsDecided(let index):
            "#\(index) cannot be withdrawn by one person; what was decided is changed by a new decision"
        default: .verbatim("")
        }
    }
}
