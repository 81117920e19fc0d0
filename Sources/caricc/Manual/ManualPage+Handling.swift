import Model

/// The need to know: what handling codes mean here, and who may do what with what bears one.
extension ManualPage {
    static func handling(_ page: inout Roff) {
        page.section("HANDLING OF INFORMATION")
        page.paragraph(
            """
            “caricc handling set” gives an alert, a delivery or a seizure a handling code (Europol): H0 has no limits, H1 is \
            not to be disclosed in judicial proceedings without the provider's permission, H2 is not to be passed on \
            without it, H3 has restrictions of its own and named readers. The originator is whose information it is; they \
            alone permit a less strict code, and the first one stays readable.
            """)
        page.line(
            """
            Who may do what with a record of each code: y yes, l yes and it is written down by itself, r yes and it is \
            written down with a reason, . no. Whoever may not list it sees that there is something, its priority and its \
            times. A named reader is one whom an H3 record names. Nothing is given out of H2 and H3 before the originator \
            permits it and the code is changed.
            """)
        page.example(HandlingTable.lines)
        page.paragraph(
            """
            This is the need to know, not a wall: whoever can open the file of the log can read it, with this program or \
            any other. What must be kept from somebody who has an account on the machine belongs into another log, in a \
            folder that the operating system keeps from them.
            """)
    }
}

/// Readers by actions by codes, as `Reader` has it; the manual prints it.
enum HandlingTable {
    struct ReaderLine {
        let label: String
        let reader: Reader
        let isNamed: Bool
    }

    static let rows: [ReaderLine] = [
        ReaderLine(label: "duty officer with the watch", reader: reader(.dutyOfficer, watch: true), isNamed: false),
        ReaderLine(label: "duty officer", reader: reader(.dutyOfficer), isNamed: false),
        ReaderLine(label: "supervisor", reader: reader(.supervisor), isNamed: false),
        ReaderLine(label: "trainer", reader: reader(.trainer), isNamed: false),
        ReaderLine(label: "observer", reader: reader(.observer), isNamed: false),
        ReaderLine(label: "duty officer, named reader", reader: reader(.dutyOfficer), isNamed: true),
        ReaderLine(label: "observer, named reader", reader: reader(.observer), isNamed: true),
    ]

    private static func reader(_ role: OfficerRole, watch: Bool = false) -> Reader {
        Reader(officer: "x", role: role, hasTheWatch: watch)
    }

    static var lines: [String] {
        let head = "".padding(28) + HandlingCode.allCases.map { $0.rawValue.padding(10) }.joined()
        let actions = "".padding(28) + HandlingCode.allCases.map { _ in "l o c e   " }.joined()
        return [head, actions]
            + rows.map { row in
                row.label.padding(28)
                    + HandlingCode.allCases.map { code in
                        HandlingAction.allCases.map { letter(row.reader.leave(for: $0, code, isNamed: row.isNamed)) }
                            .joined(separator: " ").padding(10)
                    }.joined()
            } + ["l list   o open   c copy   e export"]
    }

    static func letter(_ leave: Leave) -> String {
        switch leave {
        case .yes: "y"
        case .logged: "l"
        case .withReason: "r"
        case .no: "."
        }
    }
}

extension String {
    fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
