extension Roll {
    /// Who may be offered a watch, and who may answer the offer, in a log whose officers have keys.
    ///
    /// Elsewhere names are only words, and nobody can say whose they are.
    package func refusal(of event: ShiftEvent, on watch: Shift, by actor: String, at now: Instant) -> Refusal? {
        guard isGoverned else { return nil }
        switch event {
        case .offered(let offered):
            let to = SearchFolding.fold(offered.to.trimmingBlanks)
            let found = officers.values.first { officer in
                officer.isActive && [officer.id, officer.shownName].contains { SearchFolding.fold($0) == to }
            }
            guard let found else { return .noSuchOfficer(offered.to) }
            if found.id == watch.officerID { return .offeredToSelf(watch.name) }
            // However they are called, neither of the two is the second person.
            let parties = [found, officers[watch.officerID]].compactMap { $0 }.flatMap {
                [$0.id, $0.shownName, $0.enrolled.person]
            }
            if let second = offered.handover?.secondPerson, offered.handover?.risks.isEmpty == false,
                parties.contains(where: { PersonWords($0).isMeant(by: second) })
            {
                return .notThePartiesThemselves(second)
            }
            return found.roles(at: now).contains(.dutyOfficer) ? nil : .noDutyRole(found.id)
        case .saidBack, .refused:
            guard let offer = watch.offer, !watch.isOffered(to: actor, named: officers[actor]?.shownName) else {
                return nil
            }
            return .offeredToAnother(watch.name, to: offer.to)
        default: return nil
        }
    }
}
