import Exchange
import Model
import Settings
import Wording

/// Messages from partners: folders, rules, reasons, and how the reader is kept running.
extension ManualPage {
    static func spool(_ page: inout Roff) {
        page.section("MESSAGES FROM PARTNERS")
        page.paragraph(
            """
            “caricc spool init” makes SPOOL/PARTNER with new, done and held. A partner writes a file elsewhere on the same file \
            system and renames it into new; “caricc spool run” takes it into the log and moves it to done, or to held with a \
            record that says why. Its name stays, with ~ and a part of its hash behind it. The reader may be killed at any \
            time: ids come from the bytes, so that every message is in the log once, and the same bytes again are noted once.
            """)
        page.paragraph(
            """
            Taken are CAP 1.0 to 1.2, labelled text (CARICC MESSAGE 1), the table of individual drug seizures, and, where \
            partner.toml allows it, events as JSON Lines; of a table all rows or none. An Alert raises an alert; Update, \
            Cancel, Ack, Error, feedback and answers go to the thread of the message that they refer to, and wait in held \
            until it has come. Only the sender of a message changes it or takes it back. What an Update says replaces headline, \
            priority and amounts; a seizure counts by what was seized, whatever the urgency of its message. A message of ours is \
            answered by the one to whom it went. Exercise, Test, System and Draft are held, and so is Actual in an exercise. Files are read by a child \
            process without rights, network or files, never through links, and never larger than 1 MiB.
            """)
        page.line(
            """
            Labelled text stands between “CARICC MESSAGE 1” and “END”, in English, Russian or Chinese; each line is a label, a \
            colon and a value. KIND, FROM, NUMBER and DATE must be there; a time bears its offset; ITEM may stand several \
            times, each with its amount; TEXT is the last one. For example:
            """)
        page.example([
            "CARICC MESSAGE 1", "KIND: warning", "FROM: KGZ", "NUMBER: 14/2026", "DATE: 2026-10-17 04:06 +06:00",
            "ITEM: heroin, 5.065 kg", "PLATE: 01 A 123 BC", "ANSWER BY: 2026-10-18 12:00 +06:00", "TEXT:",
            "As many lines as it takes.", "END",
        ])
        page.line("The labels, in English, Russian and Chinese; any may stand in any message:")
        for label in MessageLabel.allCases {
            page.item(label.word(in: .en), "\(label.word(in: .ru)), \(label.word(in: .zh))")
        }
        page.line("The keys of partner.toml, with the values that hold where nothing is said:")
        let sample = PartnerSettings.sample(party: "UZB", realm: .live, choices: .program)
        page.example(sample.split(separator: "\n").map(String.init))
        page.line(
            """
            “caricc spool held” lists what is held; “show” prints its text made safe; “release” takes it in by hand, \
            “discard” puts it aside with a reason, “retry” tries it again after a change. The reasons:
            """)
        for reason in HoldReason.allCases { page.item(reason.rawValue, Catalogue.english.text(reason.message)) }
        page.paragraph(
            """
            More than per_minute and per_day allow waits in new, the oldest first, and no partner waits for another. \
            “caricc spool status” says what waits; consoles show it. The reader runs as a service of its own account, to which \
            the log belongs, never as root:
            """)
        page.example([
            "# /etc/systemd/system/caricc-spool.service", "[Unit]", "Description=Messages from partners", "[Service]",
            "User=caricc", "Environment=CARICC_HOME=/srv/caricc/log", "ExecStart=/usr/local/bin/caricc spool run",
            "Restart=always", "RestartSec=2", "[Install]", "WantedBy=multi-user.target",
        ])
    }
}
