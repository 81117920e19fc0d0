import Glibc

/// Why the words of a language are not there; English is shown instead.
package enum CatalogueFault: Error, Hashable, Sendable {
    /// No folder holds the language's file.
    case absent(Language, folders: [String])
    /// The file is there and cannot be read: the system's error number.
    case unreadable(path: String, code: Int32)
    case malformed(path: String, PoFault)
    /// The file's header names another language than its file name.
    case otherLanguage(path: String, found: String)

    package var message: Message {
        switch self {
        case .absent(let language, let folders):
            """
            No words for \(language.displayName) (\(language.rawValue).po); English is shown. \
            Looked in: \(folders.joined(separator: ", "))
            """
        case .unreadable(let path, let code):
            "\(path) cannot be read: \(String(cString: strerror(code))). English is shown."
        case .malformed(let path, let fault): "\(path), \(fault.message). English is shown."
        case .otherLanguage(let path, let found): "\(path) is for the language \(found). English is shown."
        }
    }
}

extension Catalogue {
    /// Where catalogues are looked for, best first.
    package static func standardFolders() -> [String] { ShippedFiles.folders(named: "Catalogues", of: "Wording") }

    /// The words of a language from the first folder that has its file. English needs no file.
    package static func load(
        _ language: Language, folders: [String] = standardFolders()
    ) throws(CatalogueFault) -> Catalogue {
        if language == .en { return .english }
        for folder in folders {
            let path = "\(folder)/\(language.rawValue).po"
            guard let bytes = try contents(of: path) else { continue }
            let file: PoFile
            do {
                file = try PoReader.read(bytes)
            } catch {
                throw .malformed(path: path, error)
            }
            if let found = file.header["Language"], Language(locale: found) != language {
                throw .otherLanguage(path: path, found: found)
            }
            return Catalogue(language: language, entries: file.entries, header: file.header)
        }
        throw .absent(language, folders: folders)
    }

    /// The languages whose files lie in `folders`, English first, the shipped ones next, then by code.
    package static func available(in folders: [String] = standardFolders()) -> [Language] {
        var found: Set<Language> = [.en]
        for folder in folders { found.formUnion(languages(in: folder)) }
        let others = found.subtracting(Language.shipped).sorted { $0.rawValue < $1.rawValue }
        return Language.shipped.filter(found.contains) + others
    }

    private static func languages(in folder: String) -> [Language] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var languages: [Language] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(".po"), let language = Language(rawValue: String(name.dropLast(3))) {
                languages.append(language)
            }
        }
        return languages
    }

    static func contents(of path: String) throws(CatalogueFault) -> [UInt8]? {
        do {
            return try ShippedFiles.contents(of: path)
        } catch {
            throw .unreadable(path: error.path, code: error.code)
        }
    }
}
