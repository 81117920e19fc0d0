/// Why the model refuses an event. Facts only; the sentence is made where it is shown.
package enum Refusal: Error, Equatable, Sendable {
    case noSuchSubject(SubjectName)
    case alreadyExists(SubjectName)
    case alreadyClosed(SubjectName, by: String, at: Instant)
    case alreadyEnded(SubjectName, at: Instant)
    case alreadyAcknowledged(SubjectName, by: String, at: Instant)
    case notShelved(SubjectName)
    case notInTheFuture(Instant)
    case notYet(Instant)
    case tooLong(until: Instant)
    case reasonMissing
    case textMissing
    case windowEndsBeforeItBegins(from: Instant, until: Instant)
    case noSuchLeg(SubjectName, Int)
    case wrongSubject(SubjectName, kind: String)
    case notOfThisSubject(Int64)
    case alreadyWithdrawn(Int64)
    case notTheAuthor(Int64, author: String)
    case unknownKind(String)
    case onlyInAnExercise(kind: String)
    case watchAlreadyHeld(SubjectName, by: String)
    /// Who has the watch gives it in the same append to the one who takes it; here it was not given.
    case watchNotEndedBefore(SubjectName)
    /// The end names a relief, and no watch begins with it.
    case reliefMissing(SubjectName)
    case nothingToConfirm(SubjectName)
    case ownTaking(SubjectName)
    case noSuchTurn(Instant)
    case alreadyRead(SubjectName, by: String)
    case notWithdrawn(Int64)
    case notEnded(SubjectName)
    /// A State on the road has not consented, or not for these hours.
    case notCovered(SubjectName, state: String)
    case noSuchRequest(SubjectName, number: String)
    case requestOpen(SubjectName, number: String)
    case noSuchExhibit(SubjectName, String)
    /// It was let go and nobody took it over.
    case nobodyHoldsIt(SubjectName)
    case alreadyHeld(SubjectName, party: String, since: Instant)
    /// The same side let it go already, and nobody has taken it over since.
    case alreadyLetGo(SubjectName, party: String, at: Instant)
    case exhibitKnown(SubjectName, String)
    case requestToItself(SubjectName, state: String)
    case requestNumberKnown(SubjectName, number: String)
    case centreDecidesNothing(SubjectName)
    /// A State that is neither on the road nor was ever asked.
    case hasNoPart(SubjectName, state: String)
    /// Three letters that are no State.
    case noSuchState(String)
    /// No consent of this State, or none with this number, was written down.
    case noConsent(SubjectName, state: String, number: String?)
    /// No State decided that it starts.
    case startNotDecided(SubjectName)
    case decidedNotToStart(SubjectName, by: String)
    /// No request to this State was written down.
    case neverAsked(SubjectName, state: String)
    /// No oral consent of this State waits for its paper.
    case noPaperOwed(SubjectName, state: String)
    case stillMissing(SubjectName, [ClosingPoint])
    case noSuchStep(SubjectName, Int)
    /// The State, the priority, the person is that already.
    case nothingChanged(SubjectName)
    case notWithItself(SubjectName)
    case alreadyLinked(SubjectName, SubjectName)
    case notLinked(SubjectName, SubjectName)
    /// It is one with another subject, which goes on for both.
    case joinedWith(SubjectName, SubjectName)
    /// Whoever sent it has not been told what came of it.
    case resultOwed(SubjectName, to: String, Debt)

    case directory(DirectoryFault)

    // Officers and their keys.
    case officersHaveNoKeys
    case signatureMissing(of: String)
    case notEnrolled(String)
    case notYourKey(String)
    case enrolmentEnded(String, at: Instant)
    case keyNotValid(of: String)
    case keyKnown(of: String)
    /// Not a sound key, or not one of this holder in this realm.
    case badKey
    case keyStillValid(of: String)
    case officerKnown(String)
    case personKnown(String, as: String)
    case roleNotHeld(String, OfficerRole?)
    case roleMayNot(OfficerRole, kind: String)
    case notYourOwn(SubjectName, of: String)
    case noEmergency(SubjectName)
    /// So few supervisors with keys would remain that nothing could be decided any more.
    case tooFewSupervisors(remaining: Int)

    // Handling of information.
    case originatorMissing
    case restrictionMissing
    case originatorsPermissionMissing(String)
    case notForThisReader(SubjectName, HandlingCode)

    // Two persons.
    case needsSecondPerson(String)
    case alwaysTwoPersons(String)
    case notForTwoPersons(String)
    case noSuchProposal(Int64)
    case proposalLapsed(Int64, at: Instant)
    case ownProposal(Int64)
    case entryDiffers(Int64)
    case roleMayNotApprove(OfficerRole, kind: String)
    case notByTelephone(String)
    case nothingToCountersign(Int64)
    case ownEntry(Int64)
    case countersignatureOf(Int64, from: String)
    case twoPersonsDecided(Int64)

    // MARK: Handover

    /// The watch is offered together with what is handed over.
    case handoverMissing(SubjectName)
    case handoverAtRisk([HandoverRisk])
    case noSuchLine(String)
    case notOffered(SubjectName)
    /// The one who has the watch neither says back nor refuses it.
    case ownHandover(SubjectName)
    case noSuchQuestion(Int64)
    case questionOpen(SubjectName, question: Int64)
    /// Another offer stands since.
    case offeredAnew(SubjectName, entry: Int64)
    case notSaidBack(SubjectName, lines: [String])

    /// The one who has the watch cannot be the one who takes it.
    case offeredToSelf(SubjectName)
    /// Nobody of this id or name is enrolled, or no more.
    case noSuchOfficer(String)
    case noDutyRole(String)
    /// Only the one to whom it is offered says it back or refuses it.
    case offeredToAnother(SubjectName, to: String)
    /// The officer changed lines after the offer, so that it does not say what they say now.
    case offerOutdated(SubjectName)
    /// The second person in a dangerous moment is neither of the two.
    case notThePartiesThemselves(String)
    case reasonTooShort(String)
    /// Nothing is said in it.
    case saidTooLittle(String)
    /// What was taken in an emergency stays the first line of the handover.
    case breakGlassStays
    /// A watch that ends without a relief says who is asked to take it.
    case nobodyAsked(SubjectName)
    /// It took the watch, or gave it to the next officer.
    case watchChangedHands(Int64)
    /// It belongs to a handover that is over.
    case handoverIsOver(Int64)
    /// A step of a handover has no other hour than that at which it is saved.
    case happensWhenSaved
    /// Nobody can have had the watch while somebody else had it.
    case watchWasHeld(SubjectName, until: Instant)
    /// What stands where the second person is to be named is no name.
    case noName(String)

    // MARK: Rows of paper

    case noSuchPaperRow(Int)
    /// This row of this sheet was brought back before.
    case paperRowKnown(SubjectName, row: Int, entry: Int64)
    /// A row tells of an instant before the watch whose sheet it stands on.
    case beforeTheSheet(SubjectName, from: Instant)
}
