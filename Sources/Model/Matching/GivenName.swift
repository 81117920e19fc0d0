/// Given names whose vowels every State writes its own way: Muhammad, Mohammed, Магомед. Their letters alone would make them
/// other names, and letting o be u and e be a in every name would make too many names one.
enum GivenName {
    /// The number of the name that a word is a spelling of; nil where it is none of these.
    static func family(of word: some StringProtocol) -> Int? { families[folded(word)] }

    /// All spellings of the name, folded, without `word` itself.
    static func spellings(of word: some StringProtocol) -> [String] {
        let own = folded(word)
        guard let family = families[own] else { return [] }
        return names[family].filter { $0 != own }
    }

    private static func folded(_ word: some StringProtocol) -> String {
        String(String.UnicodeScalarView(SearchFolding.fold(String(word))))
    }

    private static let families: [String: Int] = {
        var table: [String: Int] = [:]
        for (number, spellings) in names.enumerated() { for spelling in spellings { table[spelling] = number } }
        return table
    }()

    private static let names: [[String]] = [
        "Muhammad Mohammad Mohammed Muhammed Mohamed Muhamad Mohamad Muhamed Mukhammad Mukhammed Muxammad Mahomed Magomed Mehmed Mehmet Мухаммад Мухаммед Мохаммад Мохаммед Мухамад Мухамед Мохамед Магомед Магомет Мамед Məhəmməd Муҳаммад",
        "Ahmad Ahmed Akhmad Akhmed Achmad Achmed Axmad Axmed Ahmet Ахмад Ахмед Ахмет Аҳмад Əhməd",
        "Mahmud Mahmoud Makhmud Mahmood Maxmud Махмуд Маҳмуд",
        "Hussein Husein Husain Hussain Husayn Hossein Hosain Khusein Khusayn Xusayn Хусейн Хусайн Хусеин Гусейн Ҳусейн Ҳусайн Hüseyn",
        "Hasan Hassan Khasan Xasan Хасан Гасан Ҳасан Həsən",
        "Umar Omar Omer Umer Умар Омар",
        "Usman Osman Othman Uthman Usmon Усман Осман Усмон",
        "Yusuf Yusif Youssef Yousef Yosef Yusup Юсуф Юсиф Юсеф Юсуп",
        "Ismail Ismoil Esmail Ismael Исмаил Исмоил Эсмаил",
        "Ibrahim Ebrahim Ibragim Ibrohim Ибрагим Ибрахим Иброхим Эбрахим",
        "Abdullah Abdulla Abdullo Abdollah Abdallah Абдулла Абдуллах Абдулло Абдоллах",
        "Said Saeed Saied Saeid Saidh Sayid Sayed Саид Сайид Саеид Сеид Саъид",
        "Rasul Rasool Resul Rasoul Расул Ресул",
        "Mustafa Mostafa Mustapha Мустафа Мостафа",
        "Mansur Mansour Mansoor Мансур",
        "Rustam Rustem Rostam Rustom Рустам Рустем Ростам",
        "Suleiman Sulayman Suleyman Sulaiman Soleiman Sulaymon Сулейман Сулайман Сулаймон",
        "Karim Kareem Kerim Карим Керим",
        "Rahim Raheem Rakhim Рахим Раҳим",
    ].map { $0.split(separator: " ").map { folded($0) } }
}
