import Model
import Screen
import Wording

/// Links by one key in the list of what is related, and the way back by another.
extension AppState {
    /// Links two subjects, with what was found as the reason, or takes their link back.
    mutating func toggleLink(_ name: SubjectName, _ other: SubjectName) -> [Effect] {
        if let reason = Obstacles.reading(self) ?? Command.named("link").flatMap({ obstacleOfRole(to: $0) }) {
            return say(reason, isError: true)
        }
        guard !isSaving, let match = matches[name]?.list.first(where: { $0.name == other }) else { return [] }
        if match.standing == .joined { return say("They are joined; :part parts them.", isError: true) }
        let own = (histories[name]?.subject ?? board.subject(name))?.trail.links
        let bonding: Bonding = match.standing == .linked ? .unlink : .link
        let (from, to) = bonding.subjects(name, other, own)
        let found = match.reasons(in: catalogue, limit: 4)
        let plain: Message = bonding == .link ? "seen beside each other" : "linked by mistake"
        let because = bonding == .link && !found.isEmpty ? found : catalogue.text(plain)
        return append(Draft(.existing(from), .link(bonding.event(to, because: because))))
    }

    /// The link that was made or taken back last here, about the subject of the list.
    private func lastBond(in pick: PickList) -> Entry? {
        guard case .matches(let name) = pick.source, let last = ownEntries.last, let entry = knownEntry(last),
            case .link(let event) = entry.event, [entry.subject, event.other].contains(name)
        else { return nil }
        return entry
    }

    /// Whether the key takes the last entry back anywhere else, and there is a link to take back here.
    func isUndo(_ key: Key, in pick: PickList) -> Bool {
        guard let meant = keymap.meaning(of: key, after: nil, on: layouts) else { return false }
        return keymap.command(for: meant, after: nil) == "withdraw" && lastBond(in: pick) != nil
    }

    mutating func undoBond(in pick: PickList) -> [Effect] {
        guard let entry = lastBond(in: pick) else { return [] }
        if let reason = Obstacles.reading(self) { return say(reason, isError: true) }
        let words = catalogue.text("taken back at once")
        return append(
            Draft(
                .existing(entry.subject), .logKeeping(.withdrawn(EntryWithdrawn(index: entry.index, reason: words)))))
    }
}
