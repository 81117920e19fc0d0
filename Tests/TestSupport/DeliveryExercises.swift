/// Three deliveries from the first information to the closed file, as commands of the shell.
///
/// Every act says when it happened, so that whoever plays them by another way comes to the same delivery.
package struct DeliveryExercise: Sendable {
    package struct Act: Sendable {
        /// When it happened: ISO 8601 with its offset.
        package let at: String
        /// The words behind `caricc delivery`; the name of the delivery is `@`.
        package let words: String
    }

    package let name: String
    package let acts: [Act]

    /// A file for `caricc batch` about a delivery of this name.
    package func batch(_ delivery: String) -> String {
        acts.map {
            "delivery \($0.words.replacing(" @", with: " " + delivery)) --at \($0.at)"
        }.joined(separator: "\n") + "\n"
    }

    /// - Parameters:
    ///   - month: such as `2008-10`; a time is written `[21 04:06]`
    ///   - script: one act on a line, the time in front
    private init(_ name: String, month: String, offset: String, script: String) {
        self.name = name
        acts = script.split(separator: "\n").compactMap { line in
            let line = String(line).replacing(/\[(\d\d) (\d\d:\d\d)\]/) { "\(month)-\($0.1)T\($0.2)\(offset)" }
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            return parts.count == 2 ? Act(at: parts[0], words: parts[1]) : nil
        }
    }

    package static let all = [october2008, caspian2009, parcel]

    /// Four States by road; the consent of the second lapses on the road.
    package static let october2008 = DeliveryExercise(
        "October 2008", month: "2008-10", offset: "+05:00",
        script: """
            [18 10:00] open "heroin 38.4 kg gross" --initiator TJK --conveyance "truck TJK 4821 AT 02"
            [18 10:10] detail @ --number "seal TJ 004417" --hidden "under the floor" --source "TJK DCA"
            [18 10:20] check @ "no other operation on this truck; two days until the border"
            [18 10:40] leg @ 1 --state TJK --entry "Panji Poyon" --exit Fotehobod --from [21 06:00] --until [21 14:00] --every 60 --lead "TJK DCA"
            [18 10:41] leg @ 2 --state UZB --entry Oybek --exit Yallama --from [21 14:00] --until [21 22:00] --every 60 --notice 1h
            [18 10:42] leg @ 3 --state KAZ --entry Konysbayev --exit Korday --from [21 22:00] --until [22 10:00] --every 60 --notice 2h
            [18 10:43] leg @ 4 --state KGZ --entry Ak-Zhol --exit Bishkek --from [22 10:00] --until [22 16:00] --every 30
            [18 11:00] request @ "passage of the truck, Oybek to Yallama" --state UZB --channel CENcomm --number 101 --edition 1 --confirm-by [18 12:00] --answer-by [20 12:00] --in-language ru
            [18 11:01] request @ "passage of the truck, Konysbayev to Korday" --state KAZ --channel CENcomm --number 102 --answer-by [20 12:00]
            [18 11:02] request @ "seizure at the consignee in Bishkek" --state KGZ --channel I-24/7 --number 103 --answer-by [20 12:00]
            [18 11:30] confirm @ --state UZB --by "UZB desk, Major Y." --number 1187
            [18 11:35] confirm @ --state KAZ --by "KAZ desk" --number 55
            [18 11:50] confirm @ --state KGZ --by "KGZ desk"
            [18 15:00] consent @ --state TJK --by "Prosecutor General" --number 12/08 --from [20 00:00] --until [23 00:00]
            [19 09:00] consent @ --state UZB --by "Prosecutor General" --number 88/08 --from [21 12:00] --until [21 23:00] --entry Oybek --exit Yallama --method intact --condition "by road only"
            [19 16:00] consent @ --state KAZ --by "Prosecutor General" --oral --from [21 20:00] --until [22 14:00] --paper-by [21 12:00]
            [20 09:30] consent @ --state KGZ --by "Prosecutor General" --number 7/08 --from [22 08:00] --until [23 00:00]
            [20 10:00] plan @ "by road, observed throughout, seizure in Bishkek" --state TJK --state UZB --state KAZ --state KGZ
            [20 10:10] agree @ delayed --decides UZB --leg 2 --step "ask the lead for a new estimate" --step "ask UZB for more time" --tell "KAZ desk"
            [20 10:12] limit @ 30
            [20 10:20] checklist @ "before the road" --step "T-2h: call all four desks" --step "T-30m: plan filed with every desk" --step "report of the first leg"
            [20 15:00] prepare @ "two samples taken, the rest left in" --by "TJK DCA" --place Dushanbe --seal "TJ 004417" --gross "31460 kg" --tracker "tracker 7"
            [20 16:00] start @ --by "TJK, Prosecutor General" --number 13/08
            [21 04:00] tick @ 1 --note "all four answer"
            [21 05:00] announce @
            [21 05:25] tick @ 2
            [21 05:50] accept @ --by "TJK DCA" --place Dushanbe --seal "TJ 004417" --gross "31460 kg"
            [21 06:05] eyes @ --by "TJK team" --place Dushanbe
            [21 06:10] checkin @ "on the road" --leg 1 --place Dushanbe
            [21 09:00] checkin @ "passed the tunnel" --place Istaravshan
            [21 13:30] release @ --by "TJK DCA" --place Fotehobod --seal "TJ 004417" --gross "31460 kg" --person "Captain R."
            [21 13:31] eyes-lost @ --by "TJK team" --reason "end of their soil"
            [21 13:55] accept @ --by "UZB Customs" --place Oybek --seal "TJ 004417" --gross "31440 kg" --person "Major Y."
            [21 14:00] eyes @ --by "UZB team 2" --place Oybek
            [21 14:05] checkin @ "in Uzbekistan" --leg 2 --place Oybek --exit-estimate [21 21:30]
            [21 17:40] exception @ delayed "axle broken near Guliston" --from "UZB desk" --leg 2 --called-back
            [21 17:45] call @ "UZB lead" --outcome answered --note "three hours at least"
            [21 17:50] checkin @ "repair under way" --place Guliston --exit-estimate [22 01:00]
            [21 17:52] step @ 1
            [21 18:00] told @ "KAZ desk"
            [21 18:05] request @ "three more hours for the passage" --state UZB --channel CENcomm --number 104 --edition 2 --supersedes 101 --answer-by [21 22:00]
            [21 18:06] step @ 2
            [21 18:20] confirm @ --state UZB --by "UZB desk"
            [21 23:00] note @ "consent 88/08 has ended; the truck stands in Guliston"
            [21 23:05] decide @ "it stays where it is until there is a new consent" --by "UZB, Prosecutor General" --reason "88/08 ended at 23:00" --option "seize it in Guliston"
            [21 23:20] consent @ --state UZB --by "Prosecutor General" --number 91/08 --replaces 88/08 --from [21 12:00] --until [22 04:00] --entry Oybek --exit Yallama
            [21 23:25] exception-end @ "repaired and covered until 04:00"
            [22 00:50] release @ --by "UZB Customs" --place Yallama --seal "TJ 004417" --gross "31440 kg"
            [22 00:52] eyes-lost @ --by "UZB team 2" --reason "end of their soil"
            [22 01:08] accept @ --by "KAZ Customs" --place Konysbayev --seal "TJ 004417" --gross "31450 kg"
            [22 01:10] checkin @ "in Kazakhstan" --leg 3 --place Konysbayev --exit-estimate [22 11:00]
            [22 01:30] paper @ --state KAZ --number 41/08
            [22 10:40] release @ --by "KAZ Customs" --place Korday --seal "TJ 004417" --gross "31450 kg"
            [22 11:02] accept @ --by "KGZ DCS" --place Ak-Zhol --seal "TJ 004417" --gross "31450 kg"
            [22 11:05] checkin @ "in Kyrgyzstan" --leg 4 --place Ak-Zhol --exit-estimate [22 15:00]
            [22 13:30] exception @ destination-reached "unloading at the consignee" --from "KGZ DCS"
            [22 14:10] exception-end @ "three persons held, the load secured"
            [22 14:15] end @ --outcome seizure --place Bishkek --note "three persons held"
            [22 16:00] exhibit @ KGZ-12/1 heroin --state KGZ --amount "38.4 kg" --place Bishkek --seal "KG 1187"
            [22 16:05] weigh @ KGZ-12/1 roadside-gross "38.4 kg" --by "KGZ DCS scale"
            [22 18:00] weigh @ KGZ-12/1 unpacked-gross "37.9 kg" --by "KGZ DCS scale"
            [23 09:00] reseal @ KGZ-12/1 --old "KG 1187" --new "KG 1201" --reason "opened for sampling"
            [23 09:10] record @ KGZ-12/1 sample "sample 1" --result "5 g, sealed"
            [23 09:20] evidence @ KGZ-12/1 --from KGZ --to "Bishkek laboratory" --seal "KG 1201"
            [24 15:00] weigh @ KGZ-12/1 laboratory-net "37.21 kg" --by "Bishkek laboratory"
            [24 15:05] weigh @ KGZ-12/1 pure "23.4 kg" --by "Bishkek laboratory"
            [24 15:10] record @ KGZ-12/1 test GC-MS --result "diacetylmorphine 62.9 percent"
            [25 10:00] formal @ evidence --from KGZ --to TJK --number 17-3/881 --due [28 18:00]
            [25 10:30] investigation @ back-tracking --state TJK --by "TJK DCA" --number 55/08
            [27 11:00] formal-answer @ 17-3/881 "two volumes sent"
            [27 11:30] tick @ 3
            [28 10:00] debrief @ "held in Almaty" --lesson "ask for two hours more at each border: all desks" --lesson "paper of oral consents before the start: the Centre"
            [28 12:00] close @ "seized in Bishkek, three persons held, evidence with KGZ"
            """)

    /// Two States and a ferry with agreed silence; the second State says stop.
    package static let caspian2009 = DeliveryExercise(
        "Caspian, August 2009", month: "2009-08", offset: "+05:00",
        script: """
            [20 09:00] open "opium 12.6 kg gross in a refrigerated truck" --initiator AZE --conveyance "truck 90-AB-123" --method partial-substitution
            [20 09:30] check @ "the carrier is also watched by KAZ; agreed with them" --against
            [20 10:00] leg @ 1 --state AZE --entry Astara --exit Alat --from [24 06:00] --until [24 20:00] --every 60
            [20 10:01] leg @ 2 --state AZE --entry Alat --exit Aktau --from [24 20:00] --until [26 08:00] --every 60 --quiet-until [26 06:00] --lead "ferry Alat-Aktau"
            [20 10:02] leg @ 3 --state KAZ --entry Aktau --exit Beyneu --from [26 08:00] --until [26 20:00] --every 30 --notice 90m --method partial-substitution
            [20 10:30] request @ "passage from the port of Aktau to Beyneu" --state KAZ --channel CENcomm --number 201 --answer-by [22 12:00]
            [20 10:50] confirm @ --state KAZ --by "KAZ desk"
            [20 16:00] consent @ --state AZE --by "Prosecutor General" --number 5/09 --from [24 00:00] --until [26 12:00]
            [21 12:00] refuse @ --state KAZ --by "Prosecutor General" --number 30/09 --reason "no surveillance team on that day"
            [22 09:00] request @ "the same with a team from Astana" --state KAZ --channel telephone --number 202 --edition 2 --supersedes 201 --their-number 30/09
            [22 15:00] consent @ --state KAZ --by "Prosecutor General" --number 33/09 --from [26 06:00] --until [26 22:00] --entry Aktau
            [23 09:00] plan @ "road, ferry, road; silence on the ferry" --state AZE --state KAZ --edition 2
            [23 09:10] agree @ stop-reported --decides KAZ --step "call back on the filed number" --step "tell AZE" --step "write down what KAZ does" --tell AZE
            [23 09:20] limit @ 45
            [23 15:00] prepare @ "10 kg taken out, kept in Baku" --by "AZE team" --place Astara --seal "AZ 77" --gross "18 t"
            [23 16:00] start @ --by "AZE, Prosecutor General"
            [23 17:00] announce @ --state AZE --state KAZ
            [24 05:45] accept @ --by "AZE team" --place Astara --seal "AZ 77" --gross "18 t"
            [24 06:10] checkin @ "on the road" --leg 1 --place Astara
            [24 06:15] eyes @ --by "tracker 3" --tracker
            [24 19:00] checkin @ "in the port" --place Alat
            [24 20:30] checkin @ "on the ferry" --leg 2 --place Alat
            [24 22:00] eyes-lost @ --by "tracker 3" --reason "no signal at sea"
            [26 06:20] checkin @ "ferry at the roads" --from "KAZ desk" --place Aktau --exit-estimate [26 08:30]
            [26 08:20] release @ --by "AZE team" --place Aktau --seal "AZ 77" --gross "18 t"
            [26 08:57] accept @ --by "KAZ KNB" --place Aktau --seal AZ77 --gross "18010 kg"
            [26 09:00] checkin @ "in Kazakhstan" --leg 3 --place Aktau
            [26 11:00] stop @ "stop; persons in danger" --from "KAZ, Colonel A." --leg 3 --called-back
            [26 11:02] step @ 1
            [26 11:04] told @ AZE
            [26 11:05] step @ 2
            [26 11:30] decide @ "the truck is held at the next post" --by "KAZ, KNB" --reason "persons in danger"
            [26 12:10] step @ 3 --note "held at Shetpe"
            [26 12:15] exception-end @ "nobody hurt"
            [26 12:20] end @ --outcome seized-early --place Shetpe
            [26 15:00] exhibit @ KAZ-9/1 opium --state KAZ --amount "2.6 kg" --seal "KZ 9"
            [26 15:10] weigh @ KAZ-9/1 roadside-gross "2.6 kg" --by "KNB scale"
            [26 15:20] record @ KAZ-9/1 photograph "photograph 12"
            [27 10:00] weigh @ KAZ-9/1 laboratory-net "2410 g" --by "Aktau laboratory"
            [27 12:00] investigation @ joint --state KAZ --note "with AZE"
            [28 11:00] debrief @ "by telephone" --lesson "the ferry is silent for 32 hours, not 30"
            [28 12:00] close @ "stopped by KAZ in Shetpe, nobody hurt"
            """)

    /// By air, all of it replaced; a seal that is not the one that was put on.
    package static let parcel = DeliveryExercise(
        "Parcel Almaty to Tashkent", month: "2009-11", offset: "+06:00",
        script: """
            [02 09:00] open "parcel, heroin 640 g" --initiator KAZ --method full-substitution --conveyance "air waybill 465-12345675" --priority 2
            [02 09:10] check @ "no other operation on this waybill"
            [02 09:20] leg @ 1 --state KAZ --entry Almaty --exit Almaty --from [03 08:00] --until [03 12:00] --every 120
            [02 09:21] leg @ 2 --state UZB --entry Tashkent --exit Tashkent --from [03 12:00] --until [03 20:00] --every 60 --notice 30m
            [02 09:40] request @ "delivery of the parcel in Tashkent" --state UZB --channel I-24/7 --number 301 --confirm-by [02 10:30]
            [02 10:00] confirm @ --state UZB --by "UZB desk" --number 2001
            [02 11:00] consent @ --state KAZ --by "Prosecutor General" --number 61/09 --from [03 00:00] --until [04 00:00]
            [02 12:00] consent @ --state UZB --by "UZB, duty prosecutor" --oral --from [03 10:00] --until [03 18:00] --paper-by [03 10:00]
            [02 15:00] withdraw-consent @ --state UZB --by "Prosecutor General" --from [02 15:00] --reason "must be in writing"
            [02 17:00] consent @ --state UZB --by "Prosecutor General" --number 90/09 --from [03 10:00] --until [03 22:00] --method full-substitution
            [02 17:30] plan @ "air, handed over to the addressee" --state KAZ --state UZB
            [03 07:00] prepare @ "all of it replaced by flour, 640 g kept in Almaty" --by "KAZ KNB" --place Almaty --seal "KZ 501" --gross "1.2 kg"
            [03 07:30] start @ --by "KAZ, Prosecutor General" --number 62/09
            [03 07:40] announce @
            [03 08:00] accept @ --by "KAZ KNB" --place Almaty --seal "KZ 501" --gross "1.2 kg"
            [03 08:10] checkin @ "handed to the airline" --leg 1 --place Almaty
            [03 11:30] release @ --by "KAZ KNB" --place "Almaty airport" --seal "KZ 501" --gross "1.2 kg"
            [03 13:05] accept @ --by "UZB Customs" --place "Tashkent airport" --seal "KZ 510" --gross "1.2 kg"
            [03 13:10] checkin @ "in Tashkent" --leg 2 --place Tashkent
            [03 13:15] exception @ tampering "the seal is not the one that was told" --from "UZB Customs" --leg 2
            [03 13:20] call @ "KAZ KNB" --outcome answered --note "they look at the photograph"
            [03 13:50] settle @ "503 was read as 510: the photograph shows KZ 501" --from "KAZ KNB and UZB Customs"
            [03 13:55] exception-end @ "the seal is the right one"
            [03 17:20] checkin @ "taken by the addressee" --place Tashkent
            [03 17:40] end @ --outcome seizure --place Tashkent --note "one person held"
            [03 18:30] exhibit @ UZB-3/1 flour --kind other --state UZB --seal "UZ 3"
            [03 18:40] weigh @ UZB-3/1 roadside-gross "1.2 kg" --by "airport scale"
            [04 09:00] exhibit @ KAZ-61/1 heroin --state KAZ --amount "640 g" --seal "KZ 502"
            [04 09:10] weigh @ KAZ-61/1 unpacked-gross "640 g" --by "KNB scale"
            [04 15:00] weigh @ KAZ-61/1 laboratory-net "612 g" --by "Almaty laboratory"
            [04 16:00] record @ KAZ-61/1 storage "safe 4, Almaty"
            [05 10:00] formal @ charges --from UZB --to KAZ --number 4/09 --due [10 18:00]
            [09 10:00] formal-answer @ 4/09 "only after the hearing" --refused
            [10 10:00] debrief @ "by letter"
            [10 11:00] close @ "one person held in Tashkent, the heroin stays in Almaty"
            """)
}
