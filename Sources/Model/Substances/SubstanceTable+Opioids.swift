extension SubstanceTable {
    static let opioids = """
        heroin | opiate | N1+4 | 561-27-3
        en heroin; diacetylmorphine; diamorphine; brown sugar; white heroin; heroin base; smack
        ru героин; диацетилморфин; диаморфин; герыч; герасим; медленный
        zh 海洛因; 二乙酰吗啡; 白粉; 四号
        opium | opiate | N1 | 8008-60-4
        en opium; raw opium; teriak; taryak
        ru опий; опиум; опий-сырец; терьяк
        zh 鸦片; 阿片; 大烟; 生鸦片; 鸦片膏
        acetylated-opium | opiate | ?
        en acetylated opium; khanka
        ru ацетилированный опий; ханка; черняшка
        zh 乙酰化鸦片
        opium-poppy | opiate | N*
        en opium poppy; poppy plant; poppy plants; papaver somniferum
        ru опийный мак; мак снотворный; растения мака
        zh 罂粟; 罂粟植物
        poppy-straw | opiate | N*
        en poppy straw; poppy heads; poppy capsules; koknar; kuknar
        ru маковая солома; маковая соломка; кокнар; кукнар; кукнара; мак
        zh 罂粟秆; 罂粟壳
        poppy-straw-concentrate | opiate | N1
        en concentrate of poppy straw; poppy straw concentrate
        ru концентрат маковой соломы; концентрат из маковой соломы
        zh 罂粟秆浓缩物
        poppy-extract | opiate | ?
        en extract from opium poppy; poppy extract; poppy straw extract
        ru экстракт маковой соломы; экстракт опийного мака; маковый экстракт
        zh 罂粟提取物
        poppy-seeds | other | -
        en poppy seeds; poppy seed
        ru семена мака; пищевой мак; кондитерский мак
        zh 罂粟籽
        morphine | opiate | N1 | 57-27-2
        en morphine; morphine base; morphia
        ru морфин; морфий; морфин-основание
        zh 吗啡
        monoacetylmorphine | opiate | ?
        en 6-monoacetylmorphine; monoacetylmorphine; 6-mam; 6-acetylmorphine
        ru 6-моноацетилморфин; моноацетилморфин
        zh 6-单乙酰吗啡
        monoacetylcodeine | opiate | ?
        en 6-monoacetylcodeine; acetylcodeine
        ru 6-моноацетилкодеин; ацетилкодеин
        desoxycodeine | opiate | ?
        en 6-desoxycodeine; desoxycodeine
        ru 6-дезоксикодеин; дезоксикодеин
        codeine | opiate | N2 | 76-57-3
        en codeine; methylmorphine
        ru кодеин; метилморфин
        zh 可待因
        thebaine | opiate | N1 | 115-37-7
        en thebaine
        ru тебаин
        zh 蒂巴因
        dihydrocodeine | opiate | N2 | 125-28-0
        en dihydrocodeine
        ru дигидрокодеин
        zh 双氢可待因
        ethylmorphine | opiate | N2 | 76-58-4
        en ethylmorphine; dionine
        ru этилморфин; дионин
        zh 乙基吗啡
        desomorphine | opiate | N1+4 | 427-00-9
        en desomorphine; krokodil; crocodile
        ru дезоморфин; крокодил
        zh 地索吗啡; 鳄鱼毒品
        hydrocodone | opiate | N1 | 125-29-1
        en hydrocodone; vicodin
        ru гидрокодон
        zh 氢可酮
        hydromorphone | opiate | N1 | 466-99-9
        en hydromorphone; dilaudid
        ru гидроморфон
        zh 氢吗啡酮
        oxycodone | opiate | N1 | 76-42-6
        en oxycodone; oxycontin
        ru оксикодон
        zh 羟考酮
        buprenorphine | opiate | P3 | 52485-79-7
        en buprenorphine; subutex; suboxone; tidigesic; temgesic
        ru бупренорфин; субутекс
        zh 丁丙诺啡
        butorphanol | synthetic_opioid | -
        en butorphanol; stadol
        ru буторфанол; стадол; морадол
        zh 布托啡诺
        nalbuphine | synthetic_opioid | -
        en nalbuphine; nubain
        ru налбуфин; нубаин
        methadone | synthetic_opioid | N1 | 76-99-3
        en methadone; dolophine; methadose
        ru метадон; метадона гидрохлорид
        zh 美沙酮
        pethidine | synthetic_opioid | N1 | 57-42-1
        en pethidine; meperidine; demerol
        ru петидин; меперидин
        zh 哌替啶; 杜冷丁
        trimeperidine | synthetic_opioid | N1 | 64-39-1
        en trimeperidine; promedol
        ru тримеперидин; промедол
        zh 三甲利定; 普罗美多
        mppp | synthetic_opioid | N1+4
        en mppp; desmethylprodine
        ru мппп; дезметилпродин
        dextropropoxyphene | synthetic_opioid | N2 | 469-62-5
        en dextropropoxyphene; propoxyphene; dextropoxyphene
        ru декстропропоксифен
        zh 右丙氧芬
        tilidine | synthetic_opioid | N1
        en tilidine; tilidate
        ru тилидин; тилидат
        zh 替利定
        levomethorphan | synthetic_opioid | N1
        en levomethorphan
        ru левометорфан
        zh 左美沙芬
        fentanyl | synthetic_opioid | N1 | 437-38-7
        en fentanyl; fentanil; china white
        ru фентанил; белый китаец
        zh 芬太尼
        carfentanil | synthetic_opioid | N1+4 | 59708-52-0
        en carfentanil; carfentanyl
        ru карфентанил
        zh 卡芬太尼
        methylfentanyl-3 | synthetic_opioid | N1+4 | 42045-86-3
        en 3-methylfentanyl; 3-mf
        ru 3-метилфентанил
        zh 3-甲基芬太尼
        methylfentanyl-alpha | synthetic_opioid | N1+4
        en alpha-methylfentanyl
        ru альфа-метилфентанил
        zh α-甲基芬太尼
        acetylfentanyl | synthetic_opioid | N1+4 | 3258-84-2 | | nps
        en acetylfentanyl; acetyl fentanyl
        ru ацетилфентанил
        zh 乙酰芬太尼
        furanylfentanyl | synthetic_opioid | N1 | | | nps
        en furanylfentanyl; furanyl fentanyl; fu-f
        ru фуранилфентанил
        zh 呋喃芬太尼
        ocfentanil | synthetic_opioid | N1 | | | nps
        en ocfentanil
        ru окфентанил
        alfentanil | synthetic_opioid | N1
        en alfentanil
        ru альфентанил
        zh 阿芬太尼
        sufentanil | synthetic_opioid | N1 | 56030-54-7
        en sufentanil
        ru суфентанил
        zh 舒芬太尼
        remifentanil | synthetic_opioid | N1
        en remifentanil
        ru ремифентанил
        zh 瑞芬太尼
        u-47700 | synthetic_opioid | N1 | | | nps
        en u-47700; pink
        ru у-47700
        zh U-47700
        ah-7921 | synthetic_opioid | N1 | | | nps
        en ah-7921
        ru ah-7921
        zh AH-7921
        mt-45 | synthetic_opioid | N1 | | | nps
        en mt-45
        ru mt-45
        zh MT-45
        nitazenes | synthetic_opioid | ? | | | nps any
        en nitazene; nitazenes; benzimidazole opioid
        ru нитазен; нитазены; бензимидазольные опиоиды
        zh 尼秦类; 尼秦
        etonitazene | synthetic_opioid | N1
        en etonitazene
        ru этонитазен
        clonitazene | synthetic_opioid | N1
        en clonitazene
        ru клонитазен
        isotonitazene | synthetic_opioid | N1 | | | nps
        en isotonitazene
        ru изотонитазен
        metonitazene | synthetic_opioid | N1 | | | nps
        en metonitazene
        ru метонитазен
        protonitazene | synthetic_opioid | N1 | | | nps
        en protonitazene
        ru протонитазен
        etazene | synthetic_opioid | N1 | | | nps
        en etazene; etodesnitazene
        ru этазен; этодеснитазен
        etonitazepyne | synthetic_opioid | N1 | | | nps
        en etonitazepyne; n-pyrrolidino etonitazene
        ru этонитазепин
        butonitazene | synthetic_opioid | N1 | | | nps
        en butonitazene
        ru бутонитазен
        brorphine | synthetic_opioid | N1 | | | nps
        en brorphine
        ru брорфин
        tramadol | synthetic_opioid | - | 27203-92-5
        en tramadol; tramal; contramal
        ru трамадол; трамал; трамадола гидрохлорид
        zh 曲马多
        tapentadol | synthetic_opioid | - | 175591-23-8
        en tapentadol
        ru тапентадол; палексия
        zh 他喷他多
        opioids-other | synthetic_opioid | ? | | | any
        en other opioids; opioids; opiates; other opiates
        ru опиоиды; опиаты; другие опиоиды
        zh 阿片类
        """
}
