/// Sentences of reports, each with the items that a person reads in it.
enum SpokenTable {
    static let rows: [(String, [String])] = english + russian + chinese + forms

    /// Ways to write numbers, numbers that count nothing, sums of all, and words of every day.
    private static let forms: [(String, [String])] = [
        ("heroin .5 g seized", ["heroin 0.5 g"]), ("1 1/2 kg of heroin seized", ["heroin 1.5 kg"]),
        ("1⁄2 litre of GBL seized", ["gbl 0.5 l"]), ("1.2M captagon pills seized", ["fenetylline 1200000 tablet"]),
        ("3k tablets of tramadol seized", ["tramadol 3000 tablet"]), ("1e3 kg of heroin seized", ["heroin 1000 kg"]),
        ("1 млн 200 тыс. таблеток трамадола изъято", ["tramadol 1200000 tablet"]),
        ("2x500 g of heroin seized", ["heroin 1000 g"]),
        ("10 parcels with 40 g of cocaine each were seized", ["cocaine 400 g"]),
        ("4 packages of 1 kg heroin each seized", ["heroin 4 kg"]), ("1O kg of heroin seized", []),
        ("heroin (gross 14.2 kg, net 12.4 kg) was seized", ["heroin 12.4 kg"]),
        ("кокаин-2кг, героин-5кг изъято", ["cocaine 2 kg", "heroin 5 kg"]),
        ("Detained a man, phone 00998901234567, with 5 kg of heroin", ["heroin 5 kg"]),
        ("手机13800138000 查获海洛因5公斤", ["heroin 5 kg"]),
        ("телефон IMEI 356938035643809, изъято 5 кг героина", ["heroin 5 kg"]),
        ("Seized 5 kg heroin, cash card 4400430123456789", ["heroin 5 kg"]),
        ("seized pistol serial 4455667 and 2 kg of opium", ["weapon", "opium 2 kg"]),
        (
            "26.6 kg of drugs were seized: 1.9 kg of opium, 3.9 kg of heroin, 17.7 kg of hashish",
            ["opium 1.9 kg", "heroin 3.9 kg", "hashish 17.7 kg"]
        ),
        (
            "Over 7,7 kg of drugs: 2,149 grams of heroin, 5,551 grams of opium were seized",
            ["heroin 2149 g", "opium 5551 g"]
        ),
        ("изъят автомат Калашникова и 30 патронов", ["weapon", "ammunition 30"]),
        ("摇头丸半公斤、K粉500克被查获", ["mdma 0.5 kg", "ketamine 500 g"]),
        ("На дороги вывезено 30 тонн соли", []), ("M 6.1 quake, 2 t of ice fell", []), ("ice 5 t on the deck", []),
        ("изъято 2 г. соли", ["cathinones 2 g"]), ("经查,未发现毒品,3公斤白色粉末为面粉", []),
    ]

    private static let english: [(String, [String])] = [
        ("Heroin valued at $1.2 million (12 kg) was seized on Nov 3, 2026 in Osh.", ["heroin 12 kg"]),
        (
            "Heroin worth 3 million dollars, 26,400 grams, was seized; the price of 1 kg is 40,000 dollars.",
            ["heroin 26400 g"]
        ),
        ("No drugs were found. 12 kg of opium was reported by mistake.", []),
        ("Customs officers searched the lorry. Neither drugs nor weapons were found, only 20 tonnes of onions.", []),
        ("methamphetamine 2kg500g; opium: 3kg", ["methamphetamine 2.5 kg", "opium 3 kg"]),
        ("25 barrels (200 l each) of acetic anhydride", ["acetic-anhydride 5000 l"]),
        ("388 tablets = 15,52 g methadone", ["methadone 15.52 g"]),
        ("12 pounds of heroin and 3 oz of meth", ["heroin 12 pounds", "methamphetamine 3 oz"]),
        (
            "1 AK-47 rifle, 2 magazines, 60 cartridges and 71.110 kg of opium were seized",
            ["weapon 1", "ammunition 2", "ammunition 60", "opium 71.110 kg"]
        ),
        ("1 pistol, 2 hand grenades and 3 kg of heroin seized", ["weapon 1", "weapon 2", "heroin 3 kg"]),
        (
            "Police detained a 35-year-old man with 3 kg of heroin and $15,000 in cash.",
            ["heroin 3 kg", "USD 15000"]
        ),
        (
            "A 42-year-old driver and two passengers were held; 12.4 kg of crystal meth, 3,500 ecstasy pills and "
                + "500,000 tenge in cash were recovered from 2 cars.",
            ["methamphetamine 12.4 kg", "mdma 3500 tablet", "KZT 500000"]
        ),
        (
            "On 12 October 2026 at 14:30 a truck weighing 20 tonnes was stopped; 40 kg of opium in 38 packages was found.",
            ["opium 40 kg"]
        ),
        (
            "Tajik officers found 440 kg of heroin hidden in a truck. Since the beginning of the year 2 tonnes had been seized.",
            ["heroin 440 kg"]
        ),
        ("8,010 packages of methadone M40", ["methadone 8010 package"]),
        ("37.9 kg of opium, heroin and marijuana", ["opium+heroin+cannabis 37.9 kg"]),
        (
            "heroin - 26,442 grams, marijuana - 5863 grams, methadone M-40 - 920, pregabalin - 150 pills",
            ["heroin 26442 g", "cannabis 5863 g", "methadone 920", "pregabalin 150 tablet"]
        ),
        (
            "9 kg and 880 grams of marijuana, 3 kg and 250 grams of opium and 2 thousand tablets of methadone were found",
            ["cannabis 9.88 kg", "opium 3.25 kg", "methadone 2000 tablet"]
        ),
        ("Border guards found more than 5 kg of heroin near Khorog.", ["heroin 5 kg"]),
        ("The street value of the heroin, about 7.5 kg, is put at 600,000 euros.", ["heroin 7.5 kg"]),
        ("Three Afghan nationals aged 24, 31 and 40 carried 16 kg of hashish over the river.", ["hashish 16 kg"]),
        ("Two traffickers were sentenced to 12 years; 5 kg of opium had been found on them.", ["opium 5 kg"]),
        ("At kilometre 45 of the M41 a car with 4 persons was checked: hashish, 2.1 kg.", ["hashish 2.1 kg"]),
        ("5000 tablets of ecstasy weighing 1.5 kg were intercepted", ["mdma 1.5 kg"]),
        ("Heroin: 4 packages (4 kg 660 g)", ["heroin 4.66 kg"]),
        ("The parcel held 250 ml of GBL and 40 ampoules of morphine.", ["gbl 250 ml", "morphine 40 ampoule"]),
        ("Seized: 6 kg of opium, 3 kg of heroin; earlier this year 200 kg of opium.", ["opium 6 kg", "heroin 3 kg"]),
    ]

    private static let russian: [(String, [String])] = [
        ("Штраф 500 тысяч сомов, изъято 15 г марихуаны", ["cannabis 15 g"]),
        (
            "18 ноября на КПП Достук задержан автомобиль Toyota Camry, найдено 4,3 кг гашиша.",
            ["hashish 4.3 kg"]
        ),
        (
            "22 ноября 2026 года в 03:40 остановлен грузовой автомобиль КамАЗ, изъято 5 кг героина",
            ["heroin 5 kg"]
        ),
        ("Не подтвердилось: героина не обнаружено, 3 кг муки возвращены владельцу", []),
        ("сумка весом 20 кг, в ней 4 кг героина", ["heroin 4 kg"]),
        (
            "1,2 тонны прекурсоров: 1 150 кг соляной кислоты и 50 л ацетона",
            ["hydrochloric-acid 1150 kg", "acetone 50 l"]
        ),
        ("200 г. героина и 2 г. соли", ["heroin 200 g", "cathinones 2 g"]),
        (
            "изъяты автомат АК-74 с 30 патронами, пистолет Макарова, 2 гранаты Ф-1 и 8 кг 400 г опия",
            ["weapon", "ammunition 30", "weapon", "weapon 2", "opium 8.4 kg"]
        ),
        (
            "нашли 14 пакетов с чарсом. Общий вес составил 14 килограммов 250 граммов",
            ["hashish 14.25 kg"]
        ),
        ("изъято 10 кг героина. Ранее, 3 ноября, там же изъяли 25 кг.", ["heroin 10 kg"]),
        ("35-летний житель Оша перевозил 2 кг 300 г героина на сумму 4 млн сомов", ["heroin 2.3 kg"]),
        (
            "У троих граждан Таджикистана 1985, 1990 и 1992 г.р. изъято 7 кг гашиша и 15 000 долларов США наличными",
            ["hashish 7 kg", "USD 15000"]
        ),
        (
            "Наркотики стоимостью 2 млн долларов: 26 кг героина, 14 кг гашиша и 300 таблеток экстази",
            ["heroin 26 kg", "hashish 14 kg", "mdma 300 tablet"]
        ),
        ("Общий вес изъятого героина составил 12 кг 450 г.", ["heroin 12.45 kg"]),
        ("Сотрудники ГКНБ изъяли наркотическое средство героин массой 6 кг 942 г.", ["heroin 6.942 kg"]),
        ("В тайнике бензобака находилось 29 килограммов чарса.", ["hashish 29 kg"]),
        ("Не менее 5 кг героина изъято в Оше 3 марта", ["heroin 5 kg"]),
        ("Наркотиков, оружия и боеприпасов не обнаружено, изъяты 2 телефона.", ["equipment 2"]),
        ("Изъяты 3 спичечных коробка гашиша и 120 патронов калибра 5,45 мм", ["hashish 3 matchbox", "ammunition 120"]),
        ("За 10 месяцев с начала года изъято 2 тонны опия. Сегодня изъято 3 кг опия.", ["opium 3 kg"]),
        ("Марихуана – 16,8 кг, гашиш – 7,7 кг, опий – 400 г.", ["cannabis 16.8 kg", "hashish 7.7 kg", "opium 400 g"]),
        ("По цене 5 тысяч рублей за 1 г продавался мефедрон; изъято 40 г мефедрона", ["mephedrone 40 g"]),
        ("В рамках операции «Канал» у 28-летнего водителя изъято 4 г мефедрона", ["mephedrone 4 g"]),
        ("В двух вагонах с 60 тоннами угля найдено 18 кг опия", ["opium 18 kg"]),
        ("Героин, 3 кг 90 г, был спрятан в вагоне № 12 поезда 17", ["heroin 3.09 kg"]),
    ]

    private static let chinese: [(String, [String])] = [
        ("查获海洛因3公斤，子弹50发", ["heroin 3 kg", "ammunition 50"]),
        ("缴获枪支2支,鸦片十二公斤半", ["weapon 2 unit", "opium 12.5 kg"]),
        ("缴获海洛因2公斤350克", ["heroin 2.35 kg"]),
        (
            "公安机关抓获3名嫌疑人,缴获海洛因5公斤、冰毒2公斤,价值人民币300万元",
            ["heroin 5 kg", "methamphetamine 2 kg"]
        ),
        ("35岁男子携带鸦片8公斤被查获,现金20000元", ["opium 8 kg", "CNY 20000"]),
        ("未发现毒品,面粉3公斤已退还", []),
        ("民警在2辆卡车内查获大麻树脂45公斤,手枪1支", ["hashish 45 kg", "weapon 1 unit"]),
        ("2026年11月20日凌晨3时40分，边防人员截获冰毒6.5千克", ["methamphetamine 6.5 kg"]),
        ("共缴获毒品12公斤，其中海洛因8公斤，鸦片4公斤", ["heroin 8 kg", "opium 4 kg"]),
        ("罚款5000元，查获大麻15克", ["cannabis 15 g"]),
        ("今年以来共缴获海洛因1吨。昨日查获海洛因3公斤。", ["heroin 3 kg"]),
        ("查获醋酸酐200升、丙酮50升", ["acetic-anhydride 200 l", "acetone 50 l"]),
    ]
}
