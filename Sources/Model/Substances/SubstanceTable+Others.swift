extension SubstanceTable {
    static let others = """
        cannabis | cannabis | N1
        en cannabis; marijuana; marihuana; cannabis herb; herbal cannabis; weed; ganja; grass; pot; anasha
        ru каннабис; марихуана; анаша; трава; травка; план; дурь; ганджа; шишки
        zh 大麻; 大麻草; 大麻叶
        cannabis-plant | cannabis | N*
        en cannabis plant; cannabis plants; hemp plant; hemp
        ru конопля; растения конопли; куст конопли; дикорастущая конопля
        zh 大麻植株; 大麻植物
        hashish | cannabis | N1
        en hashish; hash; cannabis resin; chars; charas; garda
        ru гашиш; смола каннабиса; чарс; чарас; гаш; пластилин; ручник
        zh 大麻脂; 大麻树脂; 哈希什
        hashish-oil | cannabis | N1
        en hashish oil; cannabis oil; hash oil; liquid cannabis
        ru гашишное масло; масло каннабиса; масло конопли; химка
        zh 大麻油
        thc | cannabis | P2 | 1972-08-3
        en thc; tetrahydrocannabinol; delta-9-thc; dronabinol; delta-9-tetrahydrocannabinol
        ru тгк; тетрагидроканнабинол; дронабинол
        zh 四氢大麻酚
        lsd | hallucinogen | P1 | 50-37-3
        en lsd; lysergide; acid; lysergic acid diethylamide
        ru лсд; лизергид; диэтиламид лизергиновой кислоты
        zh 麦角酸二乙胺; 麦角二乙胺
        dmt | hallucinogen | P1 | 61-50-7
        en dmt; dimethyltryptamine; n,n-dimethyltryptamine
        ru дмт; диметилтриптамин
        zh 二甲基色胺
        mescaline | hallucinogen | P1 | 54-04-6
        en mescaline; peyote
        ru мескалин; пейотль
        zh 麦司卡林; 仙人球毒碱
        psilocybin | hallucinogen | P1 | 520-52-5
        en psilocybin; psilocybine; magic mushrooms; psilocybin mushrooms; psilocybin (mushrooms); mushrooms
        ru псилоцибин; псилоцибиновые грибы; грибы; галлюциногенные грибы
        zh 赛洛西宾; 裸盖菇素; 迷幻蘑菇
        psilocine | hallucinogen | P1
        en psilocine; psilocin
        ru псилоцин
        zh 赛洛新
        dob | hallucinogen | P1 | 64638-07-9
        en dob; brolamfetamine
        ru доб; броламфетамин
        zh DOB
        dom | hallucinogen | P1
        en dom; stp
        ru stp
        zh DOM
        doc | hallucinogen | P1 | | | nps
        en doc; 4-chloro-2,5-dimethoxyamphetamine
        ru 4-хлор-2,5-диметоксиамфетамин
        zh DOC
        2c-b | hallucinogen | P2 | 66142-81-2
        en 2c-b; 2cb; nexus
        ru 2c-b; 2си-би
        zh 2C-B
        2c-h | hallucinogen | - | | | nps
        en 2c-h
        ru 2c-h
        zh 2C-H
        2c-e | hallucinogen | - | | | nps
        en 2c-e
        ru 2c-e
        zh 2C-E
        nbome-25i | hallucinogen | P1 | | | nps
        en 25i-nbome; nbome; n-bomb
        ru 25i-nbome; нбом
        zh 25I-NBOMe
        nbome-25b | hallucinogen | P1 | | | nps
        en 25b-nbome
        ru 25b-nbome
        zh 25B-NBOMe
        nbome-25c | hallucinogen | P1 | | | nps
        en 25c-nbome
        ru 25c-nbome
        zh 25C-NBOMe
        amt | hallucinogen | - | | | nps
        en alpha-methyltryptamine; amt
        ru альфа-метилтриптамин
        zh α-甲基色胺
        hydroxytryptamine-4 | hallucinogen | ? | | | nps
        en 4-hydroxytryptamine
        ru 4-гидрокситриптамин
        zh 4-羟基色胺
        hydroxymethyltryptamine-5 | hallucinogen | ? | | | nps
        en 5-hydroxy-n-methyltryptamine
        ru 5-гидрокси-n-метилтриптамин
        zh 5-羟基-N-甲基色胺
        tryptamines | hallucinogen | ? | | | any
        en tryptamines; tryptamine
        ru триптамины; триптамин
        zh 色胺类
        salvinorin | hallucinogen | - | | | nps
        en salvinorin; salvinorin a; salvia divinorum; salvia
        ru сальвинорин; шалфей предсказателей; сальвия
        zh 鼠尾草; 墨西哥鼠尾草
        kratom | other_new | - | | | nps
        en kratom; mitragyna speciosa
        ru кратом
        zh 帽柱木; 卡痛叶
        mitragynine | other_new | - | | | nps
        en mitragynine
        ru митрагинин
        zh 帽柱木碱
        ketamine | dissociative | - | 6740-88-1
        en ketamine; special k
        ru кетамин; калипсол
        zh 氯胺酮; K粉
        methoxetamine | dissociative | P2 | 1239943-76-0 | | nps
        en methoxetamine; mxe
        ru метоксетамин
        zh 甲氧胺酮
        pcp | dissociative | P2 | 77-10-1
        en phencyclidine; pcp; angel dust
        ru фенциклидин
        zh 苯环利定
        eticyclidine | dissociative | P1
        en eticyclidine; pce
        ru этициклидин
        zh 乙环利定
        dextromethorphan | dissociative | - | 125-71-3
        en dextromethorphan; dxm
        ru декстрометорфан
        zh 右美沙芬
        ghb | sedative | P2 | 591-81-1
        en ghb; gamma-hydroxybutyric acid; gamma-hydroxybutyrate; sodium oxybutyrate
        ru гхб; гомк; оксибутират натрия; бутират; гамма-оксимасляная кислота; оксибутират
        zh γ-羟丁酸; 羟丁酸
        gbl | sedative | - | 96-48-0
        en gbl; gamma-butyrolactone; butyrolactone
        ru гбл; гамма-бутиролактон; бутиролактон
        zh γ-丁内酯
        bdo | sedative | - | 110-63-4
        en 1,4-butanediol; 1,4-bd; bdo; butanediol
        ru 1,4-бутандиол; бутандиол
        zh 1,4-丁二醇
        alcohol | other | -
        en alcohol; ethyl alcohol; spirits
        ru алкоголь; спирт; этиловый спирт; водка
        zh 酒精; 酒
        pregabalin | other | - | 148553-50-8
        en pregabalin; lyrica; lirica
        ru прегабалин; лирика
        zh 普瑞巴林
        gabapentin | other | - | 60142-96-3
        en gabapentin
        ru габапентин
        zh 加巴喷丁
        tropicamide | other | - | 1508-75-4
        en tropicamide; mydriacyl
        ru тропикамид; тропик; мидриацил
        zh 托吡卡胺
        tianeptine | other | - | 66981-73-5
        en tianeptine; coaxil
        ru тианептин; коаксил
        zh 噻奈普汀
        taren | other | ?
        en taren; aprophen
        ru тарен; апрофен
        psychotropics-other | other | ? | | | any
        en non-specified psychotropic substances; psychotropic substances; psychotropics; strong medicines
        ru психотропные вещества; психотропы; сильнодействующие вещества; сильнодействующие препараты; сильнодействующие
        zh 精神药物; 精神药品
        """

    static let cannabinoids = """
        cannabinoids | synthetic_cannabinoid | ? | | | nps any
        en synthetic cannabinoid; synthetic cannabinoids; spice; k2; synthetic cannabis
        ru синтетические каннабиноиды; синтетический каннабиноид; спайс; спайсы; курительная смесь; курительные смеси
        zh 合成大麻素; 香料毒品
        en+ 3-naphthoylindole; n-adamant-yl-indole; n-(naphtalene-1-yl)-1h-indole-3-carboxamide
        en+ 3-butenoyl-1-methylindole [1- (1-methyl-1h-indol-3-yl) butan-1-one] and derivatives
        en+ naphthalen-1-yl-1-benzyl-1h-indole-3-carboxylate and its deriviatives
        en+ naphtalene-1-yl-benzyl-1h-indole-3-carboxylate
        en+ n-(1-carbamoil-2-methylpropyl)-1-(pentil)-1n-indole-3-carboxamide
        en+ n-(1-carbamoil-2-methylpropyl)-1-(phenylmethyl)-1n-indazole-3-carboxamide and its derivaties
        en+ 1 benzyl n (quinolin 8 yl) 1h indazole 3 carboxamide
        jwh-018 | synthetic_cannabinoid | P2 | 209414-07-3 | | nps
        en jwh-018; jwh 018; am-678
        ru jwh-018; джей-018
        zh JWH-018
        jwh-073 | synthetic_cannabinoid | - | | | nps
        en jwh-073
        ru jwh-073
        zh JWH-073
        jwh-081 | synthetic_cannabinoid | - | | | nps
        en jwh-081
        ru jwh-081
        zh JWH-081
        jwh-122 | synthetic_cannabinoid | - | | | nps
        en jwh-122
        ru jwh-122
        zh JWH-122
        jwh-167 | synthetic_cannabinoid | - | | | nps
        en jwh-167
        ru jwh-167
        zh JWH-167
        jwh-200 | synthetic_cannabinoid | - | | | nps
        en jwh-200
        ru jwh-200
        zh JWH-200
        jwh-203 | synthetic_cannabinoid | - | | | nps
        en jwh-203
        ru jwh-203
        zh JWH-203
        am-2201 | synthetic_cannabinoid | P2 | 335161-24-5 | | nps
        en am-2201
        ru am-2201
        zh AM-2201
        rcs-4 | synthetic_cannabinoid | - | | | nps
        en rcs-4
        ru rcs-4
        zh RCS-4
        hu-210 | synthetic_cannabinoid | - | | | nps
        en hu-210
        ru hu-210
        zh HU-210
        cp-47497 | synthetic_cannabinoid | - | | | nps
        en cp 47,497; cp-47,497; cp 47; cp-47497
        ru cp 47,497
        zh CP 47,497
        cp-55940 | synthetic_cannabinoid | - | | | nps
        en cp-55,940; cp-55; cp 55,940
        ru cp-55,940
        zh CP-55,940
        xlr-11 | synthetic_cannabinoid | P2 | | | nps
        en xlr-11
        ru xlr-11
        zh XLR-11
        ur-144 | synthetic_cannabinoid | P2 | | | nps
        en ur-144
        ru ur-144
        zh UR-144
        ab-pinaca | synthetic_cannabinoid | P2 | | | nps
        en ab-pinaca; n-(1-carbamoil-2-methylpropil)-1-pentil-1n-indazole-3-carboxamyde and its derivates
        ru ab-pinaca
        zh AB-PINACA
        ab-chminaca | synthetic_cannabinoid | P2 | | | nps
        en ab-chminaca
        ru ab-chminaca
        zh AB-CHMINACA
        ab-fubinaca | synthetic_cannabinoid | P2 | | | nps
        en ab-fubinaca
        ru ab-fubinaca
        zh AB-FUBINACA
        adb-fubinaca | synthetic_cannabinoid | P2 | | | nps
        en adb-fubinaca
        ru adb-fubinaca
        zh ADB-FUBINACA
        adb-chminaca | synthetic_cannabinoid | P2 | | | nps
        en adb-chminaca
        ru adb-chminaca
        zh ADB-CHMINACA
        adb-butinaca | synthetic_cannabinoid | P2 | | | nps
        en adb-butinaca
        ru adb-butinaca
        zh ADB-BUTINACA
        amb-fubinaca | synthetic_cannabinoid | P2 | | | nps
        en fub-amb; amb-fubinaca; mmb-fubinaca; mmb(n)-bz-f
        ru mmb(n)-bz-f
        zh AMB-FUBINACA
        5f-adb | synthetic_cannabinoid | P2 | | | nps
        en 5f-adb; 5f-mdmb-pinaca
        ru 5f-adb
        zh 5F-ADB
        mdmb-chmica | synthetic_cannabinoid | P2 | | | nps
        en mdmb-chmica
        ru mdmb-chmica
        zh MDMB-CHMICA
        mdmb-4en-pinaca | synthetic_cannabinoid | P2 | | | nps
        en mdmb-4en-pinaca
        ru mdmb-4en-pinaca
        zh MDMB-4en-PINACA
        5f-mdmb-pica | synthetic_cannabinoid | P2 | | | nps
        en 5f-mdmb-pica
        ru 5f-mdmb-pica
        zh 5F-MDMB-PICA
        apinaca | synthetic_cannabinoid | - | | | nps
        en apinaca; akb-48; n-(adamantan-1-yl)-1-pentil-1n-indazole-3-carboxamyde and its derivates
        ru apinaca; akb-48
        zh APINACA
        apica | synthetic_cannabinoid | - | | | nps
        en apica; n-(adamantan-1-yl)-1-pentil-1n-indole-3-carboxamyde
        ru apica
        zh APICA
        5f-apinaca | synthetic_cannabinoid | P2 | | | nps
        en 5f-apinaca; 5f-akb-48
        ru 5f-apinaca
        zh 5F-APINACA
        pb-22 | synthetic_cannabinoid | - | | | nps
        en pb-22; qupic; quinoline-8-yl-1-pentil-1n-indole-3-carboxylate
        ru pb-22
        zh PB-22
        5f-pb-22 | synthetic_cannabinoid | P2 | | | nps
        en 5f-pb-22
        ru 5f-pb-22
        zh 5F-PB-22
        npb-22 | synthetic_cannabinoid | ? | | | nps
        en npb-22; quinoline-8-yl-1-pentil-1n-indazole-3-carboxylate
        ru npb-22
        zh NPB-22
        cbl-018 | synthetic_cannabinoid | ? | | | nps
        en cbl-018; naphtalene-1-yl-pentil-1h-indole-3-carboxylate
        ru cbl-018
        zh CBL-018
        thj-018 | synthetic_cannabinoid | ? | | | nps
        en thj-018; 3- (naphthalene-1-ilocos methyl) -1-pentyl-1h-indazole and its derivatives
        ru thj-018
        zh THJ-018
        """
}
