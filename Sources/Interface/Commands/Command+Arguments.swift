import Keyboards
import Model
import Wording

extension AppState {
    /// What follows a command's name, with its first word as it was meant where another layout typed it: a subject on
    /// the board, a zone, a theme, a language, an outcome. Free text stays as it is.
    func understood(_ argument: String, for command: Command) -> String {
        guard let word = argument.split(separator: " ").first.map(String.init) else { return argument }
        let takesSubject = command.takesSubject || command.argument == .subject
        guard let meant = meant(word, by: command.argument, takesSubject: takesSubject) else { return argument }
        return meant + argument.dropFirst(word.count)
    }

    private func meant(_ word: String, by kind: Command.ArgumentKind, takesSubject: Bool) -> String? {
        let spellings = [word] + (KeyboardLayout.digits(in: word, on: layouts).map { [$0.text] } ?? [])
        let all = spellings + alternatives(of: word).dropFirst()
        let isKnown: (String) -> Bool = { spelling in
            if takesSubject, case .success? = subject(named: spelling) { return true }
            switch kind {
            case .zone: return Zone.named(spelling) != nil
            case .theme: return themeNames.contains(spelling.lowercased())
            case .language: return languages.contains { $0.rawValue == spelling.lowercased() }
            case .disposition: return Disposition.allCases.contains { $0.rawValue == spelling }
            case .layout, .sort, .columns, .view, .ownView: return looksWords(for: kind).contains(spelling)
            case .officer: return officer(named: spelling.lowercased()) != nil
            case .role: return OfficerRole(rawValue: spelling) != nil
            case .none, .text, .subject, .filter: return false
            }
        }
        return all.first(where: isKnown)
    }
}

extension Command {
    /// A command that takes a subject and nothing else never falls back to the row under the cursor for a word that is
    /// no subject.
    func mustName(_: String) -> Result<SubjectName, AppState.NotOnTheBoard>? {
        argument == .subject ? .failure(AppState.NotOnTheBoard()) : nil
    }
}
