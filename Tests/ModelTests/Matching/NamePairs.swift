/// Pairs of names, places and numbers, and whether they are two spellings of one.
///
/// Persons are invented from usual names. Places in two scripts are facts of GeoNames (CC BY 4.0): all larger ones of the
/// region, without those whose second name is another name or in another language; older spellings stay in.
/// Unlike pairs are names that officers could take for each other; the last ones of them are places with the same first and
/// last letter and about the same length.
enum NamePairs {
    static let alike = pairs(alikeText)
    static let unlike = pairs(unlikeText)

    private static func pairs(_ text: String) -> [(String, String)] {
        text.split { $0 == ";" || $0 == "\n" }.map { pair in
            let names = pair.split(separator: "|").map(String.init)
            return (names[0], names[1])
        }
    }

    private static let alikeText = """
        Abay|Абай;Adrasmon|Адрасман;Aghdam|Агдам;Aghjabadi|Агджабеди;Aghsu|Агсу;Ak-Suu|Ак-Суу;Akdepe|Акдепе;Aksu|Аксу
        Aktobe|Актобе;Ala-Buka|Ала-Бука;Altay|Алтай;Altyn asyr|Алтын асыр;Amondara|Амондара;Andijon|Андижан
        Angren|Ангрен;Aqsay|Аксай;Aral|Арал;Arkadag|Аркадаг;Arkalyk|Аркалык;Asaka|Асака;Ashgabat|Ашгабад
        Astara|Астара;At-Bashi|Ат-Баши;Atbasar|Атбасар;Atyrau|Атирау;Ayagoz|Аягоз;Ağdaş|Агдаш;Babadaýhan|Бабадайхан
        Baghlān|Баглан;Baikonur|Байконур;Baku|Баку;Bakıxanov|Бакиханов;Balkanabat|Балканабат;Balkh|Балх
        Balqash|Балхаш;Barda|Барда;Barnaul|Барнаул;Batken|Баткен;Bayramaly|Байрамали;Bazar-Korgon|Базар-Коргон
        Bekobod|Бекабад;Bektemir|Бектемир;Belovodskoye|Беловодское;Beruniy|Беруний;Beylagan|Бейлаган
        Bilajari|Баладжары;Bishkek|Бишкек;Bokhtar|Бохтар;Bokombayevskoye|Бокомбаевское;Boldumsaz|Болдумсаз
        Boysun|Байсун;Bryansk|Брянск;Buston|Бустон;Buzovna|Бузовна;Bäherden|Бахарден;Bāmyān|Бамиан;Bāzārak|Базарак
        Bŭston|Бӯстон;Chinobod|Чинобод;Chinoz|Чиназ;Chirchiq|Чирчик;Cholpon-Ata|Чолпон-Ата;Chubek|Чубек;Chust|Чуст
        Dalyoni Bolo|Далёни Боло;Danghara|Дангара;Dardoq|Дардак;Dashtobod|Даштабад;Denov|Денов;Dostluk|Достлук
        Dushanbe|Душанбе;Ekibastuz|Екибастуз;Farap|Фарап;Farkhor|Фархор;Fergana|Фарғона;Fuzuli|Физули;Ganja|Ганджа
        Gardez|Гардез;Gazakh|Газах;Gazojak|Газаджак;Ghazni|Газна;Guliston|Гулистан;Gul’cha|Гульча;Gumdag|Гумдаг
        Gurlan|Гурлан;Gyzylarbat|Кизил-Арват;Gökdepe|Геок-Тепе;G‘azalkent|Газалкент;G‘uzor|Гузар
        Haji Zeynalabdin|Гаджи-Зейналабдин;Halaç|Халач;Haqqulobod|Хаққулобод;Hazar|Хазар;Herāt|Герат;Hisor|Гиссар
        Hojambaz|Ходжамбаз;Hövsan|Говсан;Imishli|Имишли;Iradan|Ирадан;Ishqoshim|Ишкашим;Iskandar|Искандар
        Ismayilli|Исмаилли;Istiqlol|Истиқлол;Ivanovka|Ивановка;Jalilabad|Джалилабад;Jalolquduq|Джалалкудук
        Jalālābād|Джалалабад;Jizzax|Джизак;Jorat|Джорат;Kabul|Кабул;Kaliningrad|Калининград;Kalininskiy|Калининский
        Kandahār|Кандагар;Kandyagash|Кандыагач;Kant|Кант;Kara Suu|Кара Суу;Kara-Balta|Кара-Балта
        Kara-Kulja|Кара-Кульджа;Kara-Kul’|Кара-Куль;Karagandy|Караганда;Karakol|Каракол;Karakul’|Каракуль
        Karatau|Каратау;Kazan|Казан;Kentau|Кентау;Khanabad|Ханабад;Khirdalan|Хырдалан;Khorugh|Хорог;Khōst|Хост
        Kirov|Киров;Kitob|Китаб;Kochkor-Ata|Кочкор-Ата;Kokshetau|Кокшетау;Kolkhozobod|Колхозобод;Konibodom|Канибадам
        Koson|Касан;Kostanay|Костанай;Krasnodar|Краснодар;Kunduz|Кундуз;Kursk|Курск;Kyurdarmir|Кюрдамир
        Kyzyl-Kyya|Кызыл-Кия;Kyzyl-Suu|Кызыл-Суу;Köneürgenç|Куня-Ургенч;Kŭlob|Куляб;Lankaran|Ланкаран
        Lebedinovka|Лебединовка;Lerik|Лерик;Lokbatan|Локбатан;Manghit|Мангит;Mangistau|Мангистау;Mardakan|Мардакян
        Marg‘ilon|Маргилан;Mary|Мари;Maymana|Маймана;Mazār-e Sharīf|Мазари-Шариф;Maştağa|Маштага;Mehdiabad|Мехдиабад
        Mingachevir|Мингачевир;Moskovskiy|Московский;Muborak|Мубарек;Muchun|Мучун;Namangan|Наманган;Naryn|Нарын
        Navoiy|Навои;Neftçala|Нефтечала;Norak|Норак;Nov|Нов;Nukus|Нукус;Nurota|Нурота;Ohangaron|Ахангаран
        Olmaliq|Алмалик;Oqtosh|Акташ;Oral|Орал;Osh|Ош;Oyim|Аим;Panjakent|Панҷакент;Parkent|Паркент;Pavlodar|Павлодар
        Penza|Пенза;Poytug‘|Пайтуг;Qaraçuxur|Гарачухур;Qarshi|Карши;Qayroqqum|Қайроққум;Qibray|Кибрай;Qorasuv|Карасу
        Qo‘qon|Коканд;Quba|Губа;Qulsary|Кульсары;Qusar|Кусар;Quva|Кува;Rishton|Риштан;Rudnyy|Рудный;Ryazan’|Рязань
        Saatlı|Саатли;Sabirabad|Сабирабад;Sabunçu|Сабунчи;Salyan|Сальян;Samarkand|Самарканд;Saray|Сарай
        Sarqant|Сарканд;Saryaghash|Сарыагач;Semey|Семей;Seydi|Сейди;Shakhtinsk|Шахтинск;Shalkar|Шалкар;Shalqar|Челкар
        Shamakhi|Шамаха;Shamkhir|Шамкир;Shardara|Чардара;Shchuchinsk|Щучинск;Shelek|Чилик;Shiyeli|Чиили;Shu|Чу
        Shymkent|Чимкент;Sultonobod|Султанабад;Suluktu|Сулюкта;Sumgayit|Сумгаит;Suzak|Сузак;Talas|Талас
        Taldykorgan|Талдикорган;Talghar|Талгар;Taloqan|Таликан;Taraz|Тараз;Tash-Kumyr|Таш-Кумыр;Tejen|Теджен
        Tekeli|Текели;Temirtau|Темиртау;Tirmiz|Термез;Tokmok|Токмак;Toktogul|Токтогул;Tomsk|Томск
        To‘rqao‘rg‘on|Тўрақўрғон;Tula|Тула;Turkistan|Туркестан;Tursunzoda|Турсунзаде;Tyup|Тюп;Türkmenabat|Туркменабад
        Türkmengala|Туркмен-Кала;Uch-Korgon|Уч-Коргон;Urganch|Урганч;Ust-Kamenogorsk|Ост-Каменогорск;Uychi|Уйчи
        Uzgen|Узген;Vahdat|Вахдат;Vakhsh|Вахш;Vladivostok|Владивосток;Voronezh|Воронеж;Xaçmaz|Хачмаз;Xiva|Хива
        Yangiobod|Янгиабад;Yangiyer|Янгиер;Yangiyŭl|Янгийўл;Yaypan|Яйпан;Yeni Suraxanı|Йени Сурахани;Yevlakh|Евлах
        Yolöten|Ёлётен;Yovon|Ёвон;Yylanly|Ильялы;Zabrat|Забрат;Zafar|Зафар;Zaqatala|Загатала;Zhanaozen|Жанаозен
        Zhangatas|Жанатас;Zharkent|Жаркент;Zhetysay|Джетысай;Zhezqazghan|Джезказган;Zhitikara|Джетыгара
        Хужанд|Khujand;Хужанд|Xo‘jand;Хужанд|Hujand;Хужанд|Худжанд;Хужанд|Khudzhand;Khujand|Xo‘jand;Ералиев|Yeraliyev
        Ералиев|Eraliev;Ералиев|Ieraliev;Ералиев|Jeraliev;Yeraliyev|Eraliev;Юсупов|Yusupov;Юсупов|Iusupov
        Юсупов|Yusupow;Юсупов|Jusupov;Yusupov|Iusupov;Мирзозода|Mirzozoda;Мирзозода|Мирзазода;Жумабаев|Zhumabayev
        Жумабаев|Jumabaev;Жумабаев|Žumabaev;Жумабаев|Zhumabaev;Zhumabayev|Jumabaev;Джураев|Juraev;Джураев|Dzhuraev
        Джураев|Jo‘rayev;Джураев|Djuraev;Juraev|Dzhuraev;Шарипов|Sharipov;Шарипов|Şaripow;Шарипов|Šaripov
        Sharipov|Şaripow;Мухаммадиев|Muhammadiyev;Мухаммадиев|Mukhammadiev;Мухаммадиев|Muxammadiyev
        Muhammadiyev|Mukhammadiev;Қожахметов|Kozhakhmetov;Қожахметов|Qojahmetov;Қожахметов|Кожахметов
        Kozhakhmetov|Qojahmetov;Ғаниев|Ganiev;Ғаниев|G‘aniyev;Ғаниев|Ghaniyev;Ғаниев|Ганиев;Ganiev|G‘aniyev
        Сүлейменов|Suleimenov;Сүлейменов|Süleymenov;Сүлейменов|Сулейменов;Suleimenov|Süleymenov;Өмірзақов|Omirzakov
        Өмірзақов|Ömirzaqov;Өмірзақов|Омирзаков;Omirzakov|Ömirzaqov;Әлиев|Əliyev;Әлиев|Aliyev;Әлиев|Алиев;Әлиев|Äliev
        Əliyev|Aliyev;Маммедов|Mammedow;Маммедов|Mammedov;Маммедов|Məmmədov;Mammedow|Mammedov;Гүлширин|Gülşirin
        Гүлширин|Gulshirin;Гүлширин|Гульширин;Gülşirin|Gulshirin;Бердымухамедов|Berdimuhamedow
        Бердымухамедов|Berdymukhamedov;Бердымухамедов|Berdimukhamedov;Berdimuhamedow|Berdymukhamedov;Хамроев|Hamroyev
        Хамроев|Xamroyev;Хамроев|Khamroev;Hamroyev|Xamroyev;Ташматов|Toshmatov;Ташматов|Tashmatov;Ташматов|Тошматов
        Toshmatov|Tashmatov;Абдуллаев|Abdullayev;Абдуллаев|Abdullaev;Абдуллаев|Abdulayev;Abdullayev|Abdullaev
        Рустам Каримов|Rustam Karimov;Рустам Каримов|Karimov Rustam;Рустам Каримов|КАРИМОВ РУСТАМ
        Рустам Каримов|Рустам Каримович Каримов;Rustam Karimov|Karimov Rustam;Нурлан Ермеков|Nurlan Yermekov
        Нурлан Ермеков|Ермеков Н.Т.;Нурлан Ермеков|Yermekov Nurlan;Нурлан Ермеков|Ermekov Nurlan
        Nurlan Yermekov|Ермеков Н.Т.;Айжан Токаева|Aizhan Tokayeva;Айжан Токаева|Aijan Tokaeva
        Айжан Токаева|Токаева Айжан;Aizhan Tokayeva|Aijan Tokaeva;Ильхам Гусейнов|Ilham Guseynov
        Ильхам Гусейнов|Гусейнов Ильхам Рашид оглы;Баходир Ўринов|Bahodir O‘rinov;Баходир Ўринов|Bakhodir Urinov
        Фирдавс Назаров|Firdavs Nazarov;Фирдавс Назаров|Фирдавс Назаров Шарифович;Цой|Tsoy;Цой|Tsoi;Цой|Coj;Tsoy|Tsoi
        Щеглов|Shcheglov;Щеглов|Ščeglov;Щеглов|Sheglov;Shcheglov|Ščeglov;Чынгызов|Chyngyzov;Чынгызов|Çıngızov
        Чынгызов|Chingizov;Chyngyzov|Çıngızov;Жээнбеков|Jeenbekov;Жээнбеков|Zheenbekov;Акматалиев|Akmataliev
        Акматалиев|Akmataliyev;Яков Пряхин|Yakov Pryakhin;Яков Пряхин|Iakov Priakhin;Яков Пряхин|Jakov Prjahin
        Yakov Pryakhin|Iakov Priakhin;Артём Королёв|Artem Korolev;Артём Королёв|Artyom Korolyov
        Артём Королёв|Артем Королев;Artem Korolev|Artyom Korolyov;Зиёдулло Рахмонзода|Ziyodullo Rahmonzoda
        Зиёдулло Рахмонзода|Ziyodulloh Rakhmonzoda;Ҳусейн|Husein;Ҳусейн|Khusein;Ҳусейн|Хусейн;Husein|Khusein
        Ўткир|O‘tkir;Ўткир|Utkir;Ўткир|Уткир;O‘tkir|Utkir;Қурбонов|Qurbonov;Қурбонов|Kurbonov;Қурбонов|Курбонов
        Qurbonov|Kurbonov;Шокиржон|Shokirjon;Шокиржон|Шокирджон;Гурбангулы|Gurbanguly;Гурбангулы|Gurbangulı
        Ойбек Тўхтасинов|Oybek To‘xtasinov;Ойбек Тўхтасинов|Oibek Tukhtasinov;Ысык-Көл|Ysyk-Köl;Ысык-Көл|Ысык-Кол
        Ысык-Көл|Ysyk-Kol;Ysyk-Köl|Ысык-Кол;Кара-Суу|Kara-Suu;Кара-Суу|Karasuu;Кара-Суу|Кара Суу;Kara-Suu|Karasuu
        Ак-Жол|Ak-Jol;Ак-Жол|Ak Zhol;Ак-Жол|Акжол;Ak-Jol|Ak Zhol;Фотеҳобод|Fotehobod;Фотеҳобод|Fotekhobod
        Фотеҳобод|Фотехобод;Fotehobod|Fotekhobod;Ғишткўприк|G‘ishtko‘prik;Ғишткўприк|Gishtkuprik;Серахс|Serahs
        Серахс|Serakhs;Серахс|Sarahs;Serahs|Serakhs;Достық|Dostyk;Достық|Dostyq;Достық|Достык;Dostyk|Dostyq
        Қордай|Korday;Қордай|Qorday;Қордай|Кордай;Korday|Qorday;Жібек Жолы|Zhibek Zholy;Жібек Жолы|Jibek Joly
        Жібек Жолы|Жибек Жолы;Zhibek Zholy|Jibek Joly;Ҷалолиддин|Jaloliddin;Ҷалолиддин|Чалолиддин
        Ҷалолиддин|Джалолиддин;Jaloliddin|Чалолиддин;Хоҷаев|Khojaev;Хоҷаев|Xo‘jayev;Хоҷаев|Ходжаев;Khojaev|Xo‘jayev
        A123BC77|А123ВС77;A123BC77|a123bc77;A123BC77|A 123 BC 77;A123BC77|А 123 ВС 77;05KG711ABJ|05 KG 711 ABJ
        05KG711ABJ|05711ABJ;05KG711ABJ|05КG711АВJ;01A123BC|01 A 123 BC;01A123BC|01А123ВС;AA1234AG|AA 1234 AG
        AA1234AG|АА1234АG;123ABC02|123 ABC 02;123ABC02|123АВС02;10AA123|10-AA-123;10AA123|10-АА-123
        1234AB01|1234 AB 01;1234AB01|1234АВ01;CSQU3054383|CSQU 305438-3;CSQU3054383|СSQU3054383;108-24-7|108 24 7
        01KG123ABC|01 123 ABC;01KG123ABC|01123ABC
        """

    private static let unlikeText = """
        Каримов|Керимов;Каримов|Рахимов;Юсупов|Юнусов;Юсупов|Исупов;Алиев|Валиев;Алиев|Галиев;Алиев|Салиев
        Назаров|Лазарев;Назаров|Базаров;Шарипов|Шакиров;Шарипов|Гарипов;Рахмонов|Раджабов;Рахимов|Рахманов
        Саидов|Садыков;Саидов|Сайфиев;Турсунов|Турдиев;Турсунов|Турсунбеков;Ахмедов|Мамедов;Ахмедов|Ахметов
        Исмаилов|Исраилов;Исмаилов|Исмоилзода;Иванов|Иванова;Петров|Петренко;Сидоров|Сидоренко;Ибрагимов|Ибраимов
        Хасанов|Хусанов;Хасанов|Касанов;Хамидов|Хакимов;Хакимов|Акимов;Азимов|Касимов;Касимов|Касымбеков
        Жумабаев|Жумагулов;Жумабаев|Жумадилов;Нурланов|Нурбеков;Нурланов|Нурлыбаев;Ермеков|Еркинов;Ермеков|Бермеков
        Токаев|Тукаев;Токаев|Такиев;Бекназаров|Бекмуродов;Мирзоев|Мирзаходжаев;Мирзозода|Рахмонзода;Гусейнов|Гасанов
        Гасанов|Гусанов;Мамедов|Мамадов;Karimov|Rahimov;Karimov|Karimova;Yusupov|Yunusov;Juraev|Jumaev;Juraev|Nuraev
        Toshmatov|Eshmatov;Sharipov|Shukurov;Qodirov|Qosimov;Rustam|Rustem;Farhod|Farrux;Jahongir|Jahonbek
        Sardor|Sanjar;Bobur|Bahodir;Nodir|Qodir;Anvar|Akbar;Sherzod|Farzod;Dilshod|Dilnoza;Ulugbek|Umidbek
        Otabek|Oybek;Karimov|Рахимов;Yusupov|Юнусов;Juraev|Жумаев;Sharipov|Шакиров;Aliyev|Валиев;Nazarov|Базаров
        Akhmedov|Ахметов;Ismailov|Исраилов;Hasanov|Хусаинов;Hakimov|Акимов;Azimov|Касимов;Zhumabayev|Жумагулов
        Yermekov|Еркинов;Tokayev|Тукаев;Mammadov|Ахмедов;Huseynov|Гасанов;Tursunov|Турдиев;Saidov|Садыков
        Рустам Каримов|Рустам Рахимов;Рустам Каримов|Тимур Каримов;Нурлан Ермеков|Нурлан Еркинов
        Нурлан Ермеков|Ержан Ермеков;Ермеков Н.Т.|Ермеков А.Т.;Айжан Токаева|Айгуль Токаева
        Rustam Karimov|Рустам Рахимов;Rustam Karimov|Фарход Каримов;Али Юсупов|Вали Юсупов
        Anvar Nazarov|Акбар Назаров;Юсупов Али|Юсупов Вали;Карим Рустамов|Рустам Каримов;Хужанд|Худойдод;Ош|Уч
        Ошский|Омский;Талас|Тараз;Тараз|Тарас;Актау|Актас;Актау|Актобе;Аксу|Аксай;Аксай|Аксуат;Кара-Суу|Кызыл-Суу
        Кара-Балта|Кара-Куль;Каракол|Карасук;Нарын|Нарынкол;Баткен|Балкан;Термез|Темир;Денау|Дашогуз;Мары|Мархамат
        Фарап|Фарах;Алат|Алатау;Алатау|Алатырь;Кентау|Каратау;Каратау|Караганда;Кокшетау|Коктау;Семей|Сейди
        Almaty|Алтай;Aktau|Актас;Aktobe|Актау;Aksay|Аксу;Talas|Тараз;Taraz|Талас;Karakol|Каракуль-Баши;Naryn|Нарынкол
        Batken|Балкан;Mary|Наманган;Farap|Фарах;Alat|Алатау;Kentau|Каратау;Semey|Сейди;Osh|Уч;Bukhara|Бохтар
        Bokhtar|Бухара;Nukus|Нурек;Kulob|Кулунда;Khorog|Хорезм;Isfara|Исфана;Panjakent|Пенджаб;Chust|Чуст-Пап
        Pop|Попов;Termez|Тереза;Гиссар|Писсар;Вахш|Вахдат;Вахдат|Вахан;Яван|Ереван;Дангара|Дагара;Куляб|Кульма
        Нурек|Нукус;Рушан|Рашт;Мургаб|Мургул;Шугнан|Шумен;Душанбе|Дустлик;Dushanbe|Дустлик;Dustlik|Достык-Аул
        Sirdaryo|Амударья;Amudaryo|Сырдарья;Navoiy|Наманган;Qarshi|Каршы-Юл;Jizzax|Джалал;Guliston|Гулистан-2Б
        Angren|Андижан;Andijon|Ангрен;Chirchiq|Чиракчи;Кабул|Карабулак;Кундуз|Кунар;Герат|Газни;Балх|Баглан
        Мешхед|Машад-Али;Хорог|Хорол;Памир|Памук;Kabul|Карабул;Kunduz|Кунар;Herat|Гера;Balkh|Балхаш;Baghlan|Балкан
        Mashhad|Меджид;Tehran|Терен;Urumqi|Урумкай;Kashgar|Кашкар-Ата;Khorgos|Хоргаш;Dostyk|Достоевск
        Petropavl|Петровал;Kostanay|Костюковка;Pavlodar|Павловск;Балыкчы|Балакчи;Токмок|Тайынша;Кант|Канск
        Кант|Каинды;Сокулук|Сузак;Сузак|Сызран;Узген|Узбек;Узген|Учкен;Чолпон-Ата|Кочкор-Ата;Чуй|Шу-Арна
        Ала-Бука|Ала-Тоо;Ак-Суу|Ак-Тюз;Ак-Жол|Ак-Тал;Кордай|Кордон;Кулан|Култан;Сарыагаш|Сарыкемер;Келес|Кегес
        Яллама|Ялта;Фергана|Ферганская;Бекабад|Бешкент;Бешкент|Бишкек;Bishkek|Бешкент;Сырым|Сарыз;Озинки|Осинки
        A123BC77|A123BC78;A123BC77|A132BC77;A123BC77|B123AC77;A123BC77|A123BC777;А123ВС77|А123ВС99
        05KG711ABJ|05KG711ABK;05KG711ABJ|04KG711ABJ;05KG711ABJ|05KG117ABJ;05KG711ABJ|05KG711ABI;01A123BC|01A123BO
        01A123BC|10A123BC;01A123BC|01B123AC;AA1234AG|AA1243AG;AA1234AG|AA1234AH;123ABC02|123ABC01;123ABC02|132ABC02
        123ABC02|123ACB02;10AA123|10AA132;10AA123|20AA123;10AA123|10AB123;1234AB01|1234AB02;1234AB01|1243AB01
        1234AB01|1234BA01;CSQU3054383|CSQU3054384;CSQU3054383|CSQU3045383;CSQU3054383|CSQU3054388
        CBHU3202732|CBHU3202723;108-24-7|108-24-8;108-24-7|75-36-5;44707453|44707435;+996700123456|+996700123465
        +996700123456|+992700123456;RR473124829GB|RR473124892GB;1M8GDM9AXKP042788|1M8GDM9AXKP042789
        KZ86125KZT5004100100|KZ86125KZT5004100200;N12345678|N12345687;9074729|9074792;02012345675|02012345765
        Abay|Алтай;Abay|Аксай;Adrasmon|Андижан;Aghjabadi|Ат-Баши;Aghsu|Ак-Суу;Aghsu|Аксу;Aghsu|Атирау;Ak-Suu|Агсу
        Ak-Suu|Атирау;Akdepe|Актобе;Aksu|Агсу;Aktobe|Акдепе;Ala-Buka|Амондара;Altay|Абай;Altay|Аксай
        Amondara|Ала-Бука;Andijon|Адрасман;Aqsay|Абай;Aqsay|Алтай;Asaka|Астара;Astara|Асака;At-Bashi|Агджабеди
        Atyrau|Агсу;Atyrau|Ак-Суу;Baghlān|Баткен;Baghlān|Бейлаган;Baghlān|Байсун;Baghlān|Бустон;Baghlān|Бахарден
        Baghlān|Бамиан;Baikonur|Бектемир;Baikonur|Бохтар;Batken|Баглан;Batken|Байсун;Batken|Бустон;Batken|Бамиан
        Bektemir|Байконур;Bektemir|Бохтар;Beylagan|Баглан;Beylagan|Бахарден;Bishkek|Брянск;Bishkek|Базарак
        Bokhtar|Байконур;Bokhtar|Бектемир;Boysun|Баглан;Boysun|Баткен;Boysun|Бустон;Boysun|Бамиан;Bryansk|Бишкек
        Bryansk|Базарак;Buston|Баглан;Buston|Баткен;Buston|Байсун;Buston|Бамиан;Bäherden|Баглан;Bäherden|Бейлаган
        Bāmyān|Баглан;Bāmyān|Баткен;Bāmyān|Байсун;Bāmyān|Бустон;Bāzārak|Бишкек;Bāzārak|Брянск;Gyzylarbat|Газалкент
        G‘azalkent|Кизил-Арват;Hazar|Гиссар;Hisor|Хазар;Jalilabad|Джалалабад;Jalālābād|Джалилабад
        Kaliningrad|Колхозобод;Kandahār|Краснодар;Kant|Хост;Kara Suu|Каратау;Kara Suu|Кокшетау;Kara Suu|Кызыл-Суу
        Kara-Balta|Кара-Кульджа;Kara-Balta|Кочкор-Ата;Kara-Balta|Кызыл-Кия;Kara-Kulja|Кара-Балта
        Kara-Kulja|Кочкор-Ата;Kara-Kulja|Кызыл-Кия;Karagandy|Костанай;Karatau|Кара Суу;Karatau|Кентау;Kazan|Касан
        Khōst|Кант;Kitob|Куляб;Kochkor-Ata|Кара-Балта;Kochkor-Ata|Кара-Кульджа;Kochkor-Ata|Кызыл-Кия
        Kokshetau|Кара Суу;Kokshetau|Кызыл-Суу;Kolkhozobod|Калининград;Koson|Казан;Kostanay|Караганда
        Krasnodar|Кандагар;Krasnodar|Кюрдамир;Kyurdarmir|Краснодар;Kyzyl-Kyya|Кара-Балта;Kyzyl-Kyya|Кара-Кульджа
        Kyzyl-Kyya|Кочкор-Ата;Kyzyl-Suu|Кара Суу;Kyzyl-Suu|Кокшетау;Kŭlob|Китаб;Lankaran|Локбатан;Lokbatan|Ланкаран
        Mardakan|Маргилан;Marg‘ilon|Мардакян;Maymana|Маштага;Maştağa|Маймана;Qibray|Кульсары;Quba|Кува;Qulsary|Кибрай
        Quva|Губа;Sabirabad|Самарканд;Sabirabad|Султанабад;Sabunçu|Сулюкта;Samarkand|Сабирабад;Samarkand|Султанабад
        Saray|Семей;Sarqant|Чимкент;Sarqant|Сумгаит;Semey|Сарай;Shakhtinsk|Щучинск;Shalkar|Шамкир;Shamakhi|Чиили
        Shamkhir|Шалкар;Shchuchinsk|Шахтинск;Shelek|Сузак;Shiyeli|Шамаха;Shymkent|Сарканд;Shymkent|Сумгаит
        Sultonobod|Сабирабад;Sultonobod|Самарканд;Suluktu|Сабунчи;Sumgayit|Сарканд;Sumgayit|Чимкент;Suzak|Чилик
        Taraz|Термез;Tirmiz|Тараз;Tokmok|Томск;Tomsk|Токмак;Tursunzoda|Туркмен-Кала;Türkmengala|Турсунзаде
        Yaypan|Ёлётен;Yaypan|Ёвон;Yolöten|Яйпан;Yovon|Яйпан;Zaqatala|Джетыгара;Zhitikara|Загатала
        """
}
