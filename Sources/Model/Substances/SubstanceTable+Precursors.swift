extension SubstanceTable {
    /// 1988 Convention, Tables I and II; then what Operation Substitution looks for, and precursors without a table.
    /// What bears `med` was put down from memory of later decisions and is to be compared with the INCB's Red List.
    static let precursors = """
        acetic-anhydride | precursor | T1 | 108-24-7 | 2915.24 | sub afg
        en acetic anhydride; acetic oxide; acetyl oxide; ethanoic anhydride; acid anhydride
        ru уксусный ангидрид; ангидрид уксусной кислоты; ангидрид; ангидрид уксусный
        zh 醋酸酐; 乙酸酐; 醋酐
        n-acetylanthranilic-acid | precursor | T1 | 89-52-1 | 2924.23
        en n-acetylanthranilic acid; 2-acetamidobenzoic acid
        ru n-ацетилантраниловая кислота
        zh N-乙酰邻氨基苯酸; N-乙酰邻氨基苯甲酸
        p-2-p | precursor | T1 | 103-79-7 | 2914.31
        en 1-phenyl-2-propanone; p-2-p; p2p; bmk; phenylacetone; benzyl methyl ketone
        ru 1-фенил-2-пропанон; фенилацетон; бензилметилкетон; бмк
        zh 1-苯基-2-丙酮; 苯丙酮; 苯基丙酮
        phenylacetic-acid | precursor | T1 | 103-82-2 | 2916.34
        en phenylacetic acid; paa
        ru фенилуксусная кислота
        zh 苯乙酸
        pmk | precursor | T1 | 4676-39-5 | 2932.92
        en 3,4-mdp-2-p; pmk; mdp2p; 3,4-methylenedioxyphenyl-2-propanone; piperonyl methyl ketone
        ru 3,4-метилендиоксифенил-2-пропанон; пмк; 3,4-мдф-2-п
        zh 3,4-亚甲基二氧苯基-2-丙酮; 胡椒基甲基酮
        isosafrole | precursor | T1 | 120-58-1 | 2932.91
        en isosafrole
        ru изосафрол
        zh 异黄樟素; 异黄樟脑
        piperonal | precursor | T1 | 120-57-0 | 2932.93
        en piperonal; heliotropin
        ru пиперональ; гелиотропин
        zh 胡椒醛; 洋茉莉醛
        safrole | precursor | T1 | 94-59-7 | 2932.94
        en safrole; sassafras oil
        ru сафрол; сассафрасовое масло
        zh 黄樟素; 黄樟油
        ephedrine | precursor | T1 | 299-42-3 | 2939.41
        en ephedrine; ephedrine hydrochloride
        ru эфедрин; эфедрина гидрохлорид
        zh 麻黄碱; 麻黄素
        pseudoephedrine | precursor | T1 | 90-82-4 | 2939.42
        en pseudoephedrine
        ru псевдоэфедрин
        zh 伪麻黄碱; 伪麻黄素
        norephedrine | precursor | T1 | 14838-15-4 | 2939.44
        en norephedrine; phenylpropanolamine
        ru норэфедрин; фенилпропаноламин
        zh 去甲麻黄碱; 去甲麻黄素
        ergometrine | precursor | T1 | 60-79-7 | 2939.61
        en ergometrine; ergonovine
        ru эргометрин; эргоновин
        zh 麦角新碱
        ergotamine | precursor | T1 | 113-15-5 | 2939.62
        en ergotamine
        ru эрготамин
        zh 麦角胺
        lysergic-acid | precursor | T1 | 82-58-6 | 2939.63
        en lysergic acid
        ru лизергиновая кислота
        zh 麦角酸
        potassium-permanganate | precursor | T1 | 7722-64-7 | 2841.61
        en potassium permanganate
        ru перманганат калия; марганцовка; калия перманганат
        zh 高锰酸钾
        apaan | precursor | T1 | 4468-48-8 | 2926.40
        en apaan; alpha-phenylacetoacetonitrile
        ru альфа-фенилацетоацетонитрил; апаан
        zh α-苯乙酰乙腈
        npp | precursor | T1 | 39742-60-4
        en npp; n-phenethyl-4-piperidone
        ru n-фенэтил-4-пиперидон
        zh N-苯乙基-4-哌啶酮
        anpp | precursor | T1 | 21409-26-7
        en anpp; 4-anilino-n-phenethylpiperidine; despropionylfentanyl
        ru 4-анилино-n-фенэтилпиперидин
        zh 4-苯胺基-N-苯乙基哌啶
        apaa | precursor | T1 | | | med
        en apaa; alpha-phenylacetoacetamide
        ru альфа-фенилацетоацетамид
        zh α-苯乙酰乙酰胺
        mapa | precursor | T1 | | | med
        en mapa; methyl alpha-phenylacetoacetate
        ru мапа; метил-альфа-фенилацетоацетат
        zh α-苯乙酰乙酸甲酯
        pmk-glycidate | precursor | T1 | | | med
        en pmk glycidate; pmk methyl glycidate; pmk ethyl glycidate; pmk glycidic acid
        ru пмк-глицидат; пмк глицидат
        zh PMK缩水甘油酸酯
        4-ap | precursor | T1 | | | med
        en 4-ap; 4-anilinopiperidine
        ru 4-анилинопиперидин
        zh 4-苯胺基哌啶
        1-boc-4-ap | precursor | T1 | | | med
        en 1-boc-4-ap
        ru 1-boc-4-ap
        zh 1-boc-4-AP
        norfentanyl | precursor | T1 | | | med
        en norfentanyl
        ru норфентанил
        zh 去甲芬太尼
        4-piperidone | precursor | T1 | | | med
        en 4-piperidone
        ru 4-пиперидон
        zh 4-哌啶酮
        acetone | precursor | T2 | 67-64-1 | 2914.11
        en acetone
        ru ацетон
        zh 丙酮
        anthranilic-acid | precursor | T2 | 118-92-3 | 2922.43
        en anthranilic acid
        ru антраниловая кислота
        zh 邻氨基苯甲酸
        ethyl-ether | precursor | T2 | 60-29-7 | 2909.11
        en ethyl ether; diethyl ether; ether
        ru этиловый эфир; диэтиловый эфир; серный эфир
        zh 乙醚
        hydrochloric-acid | precursor | T2 | 7647-01-0 | 2806.10
        en hydrochloric acid; hydrogen chloride; muriatic acid
        ru соляная кислота; хлороводородная кислота
        zh 盐酸
        methyl-ethyl-ketone | precursor | T2 | 78-93-3 | 2914.12
        en methyl ethyl ketone; mek; butanone; 2-butanone
        ru метилэтилкетон; мэк; бутанон
        zh 甲基乙基酮; 丁酮
        piperidine | precursor | T2 | 110-89-4 | 2933.32
        en piperidine
        ru пиперидин
        zh 哌啶
        sulphuric-acid | precursor | T2 | 7664-93-9 | 2807.00
        en sulphuric acid; sulfuric acid
        ru серная кислота
        zh 硫酸
        toluene | precursor | T2 | 108-88-3 | 2902.30
        en toluene
        ru толуол
        zh 甲苯
        acetyl-chloride | precursor | - | 75-36-5 | 2915.90 | sub afg
        en acetyl chloride
        ru ацетил хлористый; ацетилхлорид; хлористый ацетил
        zh 乙酰氯; 氯乙酰
        acetic-acid | precursor | - | 64-19-7 | 2915.21 | sub afg
        en acetic acid; glacial acetic acid
        ru уксусная кислота; ледяная уксусная кислота
        zh 乙酸; 醋酸; 冰醋酸
        ammonium-chloride | precursor | - | 12125-02-9 | 2827.10 | sub afg
        en ammonium chloride; sal ammoniac
        ru хлорид аммония; аммоний хлористый; хлористый аммоний; нашатырь
        zh 氯化铵
        pyrrolidine | precursor | - | 123-75-1
        en pyrrolidine
        ru пирролидин
        zh 吡咯烷
        precursors-other | precursor | ? | | | any
        en precursor; precursors; non-specified precursors; precursor chemicals
        ru прекурсор; прекурсоры; прекурсоры наркотиков
        zh 前体; 易制毒化学品; 前体化学品
        """
}
