import Model
import Testing

@Suite struct PermissionTests {
    /// A kind that nobody may write could never be used, and one that is not in the table is forgotten there.
    @Test func everyKindHasItsWriters() {
        for kind in Event.knownKinds {
            #expect(Permission.table[kind] != nil, "say in Permission who may write \(kind)")
            let isByPrograms = Permission.desk.contains(kind)
            #expect(isByPrograms || !Permission.writers(of: kind).isEmpty, "nobody may write \(kind)")
        }
        #expect(Set(Permission.table.keys).subtracting(Event.knownKinds).isEmpty)
    }

    @Test func observersWriteOnlyAboutThemselves() {
        let own: Set<String> = [
            OfficerSignedOn.kind, OfficerSignedOff.kind, OfficerKeyReplaced.kind, RecordConsulted.kind,
        ]
        let allowed = Event.knownKinds.filter { Permission.mayWrite(.observer, $0) }
        let judgedByContent: Set<String> = [ActionProposed.kind, ActionDeclined.kind]
        #expect(Set(allowed).subtracting(judgedByContent) == own)
    }

    @Test func whatIsAlwaysGuardedIsGuardedByDefault() {
        for kind in Rules.alwaysGuarded { #expect(Rules.standard.actions[kind]?.mode == .before, "\(kind)") }
        #expect(Rules.standard.refusal == nil)
    }

    @Test func aSupervisorMayAgreeToEverything() {
        for kind in Rules.standard.actions.keys {
            let approvers = Rules.standard.actions[kind]?.approvers ?? []
            #expect(approvers.contains(.supervisor), "\(kind)")
        }
    }
}
