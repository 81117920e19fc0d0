import Model
import Screen
import Wording

/// By what a handover is certified, laid over the screen: who gave the watch, who took it, the phrase, and whose line is missing.
package struct CertificatePage: Equatable, Sendable {
    let certificate: HandoverCertificate
    let phrase: ControlPhrase
    /// The first line that is shown, where there is no room for all.
    var first = 0
}

extension AppState {
    /// - Parameter isAsked: whether somebody here asked for it; else it came because the watch changed hands.
    mutating func take(_ certificate: HandoverCertificate, _ phrase: ControlPhrase, isAsked: Bool) -> [Effect] {
        guard !isVisitor, !conceals else { return [] }
        let page = CertificatePage(certificate: certificate, phrase: phrase)
        if isSpoken {
            let words = lines(of: page).map { "\(catalogue.text($0.label)): \(catalogue.text($0.value))" }
            notice = Notice(message: .verbatim(words.joined(separator: "; ")), isError: false)
            return []
        }
        switch overlay {
        case nil, .certificate: overlay = .certificate(page)
        default:
            // Whatever is being typed goes first.
            notice = Notice(message: "The handover is certified; :certificate shows it.", isError: false)
        }
        return []
    }

    mutating func openCertificate(_ argument: String) -> [Effect] {
        guard !argument.isEmpty else { return [.loadCertificate(nil)] }
        guard let name = SubjectName(argument.uppercased()), name.area == .shifts else {
            return say("“\(argument)” is no watch; try “SH-2026-012”.", isError: true)
        }
        return [.loadCertificate(name)]
    }

    /// Of the watch that runs; once it is given on, of the one that was.
    mutating func writeSheet(_ argument: String) -> [Effect] {
        var name: SubjectName?
        if !argument.isEmpty {
            name = SubjectName(argument.uppercased())
            guard name?.area == .shifts else {
                return say("“\(argument)” is no watch; try “SH-2026-012”.", isError: true)
            }
        }
        return [.writeSheet(name, catalogue.language, zone)]
    }

    mutating func take(_ key: Key, in page: CertificatePage) -> [Effect] {
        var page = page
        let own: [Key] = ["s", "j", "k", "q"].map { .character($0) }
        switch meaning(of: key, among: own) ?? key {
        case .escape, .enter, .character("q"):
            overlay = nil
            return []
        case .character("s"): return signToo(page)
        case .down, .character("j"): page.first += 1
        case .up, .character("k"): page.first -= 1
        case .pageDown: page.first += 8
        case .pageUp: page.first -= 8
        default: break
        }
        page.first = max(0, page.first)
        overlay = .certificate(page)
        return []
    }

    /// Whoever's line is missing signs here, with their own passphrase, and nobody else's session ends by it.
    private mutating func signToo(_ page: CertificatePage) -> [Effect] {
        guard let person = page.certificate.missing.first else { return [] }
        guard let enrolled = officer(named: person.officer), let role = enrolled.roles(at: liveNow).first else {
            return say("\(person.name) has no key in this log any more; the certificate stays as it is.", isError: true)
        }
        return askPassphrase(.cosign(page.certificate.relief.old.name), of: person.officer, as: role)
    }

    // MARK: Drawing

    private func lines(of page: CertificatePage) -> [LabelledLine] {
        page.certificate.lines(page.phrase.text(catalogue.language), face)
    }

    func draw(_ page: CertificatePage, on canvas: inout Canvas) {
        let lines = lines(of: page)
        let width = layout.overlay.width - 4
        let label = min((lines.map { text($0.label).width }.max() ?? 0) + 2, max(12, width / 3))
        var rows: [(label: SafeText, words: SafeText, isOpen: Bool)] = []
        for line in lines {
            for (place, piece) in text(line.value).wrapped(to: max(8, width - label)).enumerated() {
                rows.append((place == 0 ? text(line.label) : SafeText(), piece, line.isOpen))
            }
        }
        let keys: Message =
            page.certificate.missing.first.map { "s \($0.name) signs here, Esc leaves" } ?? "Esc leaves"
        let foot = text(keys).wrapped(to: width)
        let title: Message = "Certified: handover of \(page.certificate.relief.old.name.text)"
        let inside = frame(title, rows: rows.count + foot.count, on: &canvas)
        let room = max(1, inside.height - foot.count)
        let first = min(page.first, max(0, rows.count - room))
        for (place, row) in rows.dropFirst(first).prefix(room).enumerated() {
            let line = inside.row + place
            canvas.put(row.label, row: line, column: inside.column, width: label - 1, role: .label)
            canvas.put(
                row.words, row: line, column: inside.column + label, width: inside.width - label,
                role: row.isOpen ? .warning : .text)
        }
        canvas.scrollBar(
            row: inside.row, column: inside.column + inside.width, height: room, first: first, total: rows.count)
        for (place, piece) in foot.enumerated() where room + place < inside.height {
            canvas.put(piece, row: inside.row + room + place, column: inside.column, width: inside.width, role: .dim)
        }
        canvas.cursor = Canvas.Position(row: inside.row, column: inside.column)
    }
}

extension Command {
    /// What certifies a handover.
    static let seals: [Command] = [
        Command(
            "certificate", "Certificate", "By what the last handover is certified, and whose signature is missing",
            group: .show, argument: .text
        ) { state, argument in state.openCertificate(argument) },
        Command(
            "handover-print", "Print", "Write the sheet of a handover into a file: two pages to print and to sign",
            group: .show, argument: .text, unless: Obstacles.unveiled
        ) { state, argument in state.writeSheet(argument) },
    ]
}
