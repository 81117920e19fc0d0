extension SubstanceTable {
    static let stimulants = """
        cocaine | cocaine | N1 | 50-36-2
        en cocaine; cocaine hydrochloride; crack; crack cocaine; coke; coca paste; cocaine base
        ru кокаин; крэк; крек; кокс; кока-паста
        zh 可卡因; 古柯碱
        coca-leaf | cocaine | N1
        en coca leaf; coca leaves
        ru лист коки; листья коки
        zh 古柯叶
        amphetamine | stimulant | P2 | 300-62-9
        en amphetamine; speed; amphetamine sulphate; amphetamine sulfate
        ru амфетамин; фен; фенамин; скорость; спиды
        zh 苯丙胺; 安非他明; 安非他命
        methamphetamine | stimulant | P2 | 537-46-2
        en methamphetamine; meth; crystal meth; crystal; ice; methylamphetamine; shisheh; yaba; pervitin
        ru метамфетамин; первитин; винт; лед; кристалл; шиша; метафетамин
        zh 甲基苯丙胺; 冰毒; 麻古; 甲安菲他明; 甲基安非他命; 麻谷
        mdma | stimulant | P1 | 42542-10-9
        en mdma; ecstasy; xtc; molly; 3,4-methylenedioxymethamphetamine
        ru мдма; экстази; 3,4-метилендиоксиметамфетамин; круглые
        zh 摇头丸; 亚甲二氧基甲基苯丙胺
        mda | stimulant | P1 | 4764-17-4
        en mda; tenamfetamine; 3,4-methylenedioxyamphetamine
        ru мда; тенамфетамин
        zh 亚甲二氧基苯丙胺
        mmda | hallucinogen | P1
        en mmda
        ru ммда
        zh MMDA
        mbdb | stimulant | -
        en mbdb
        ru мбдб
        zh MBDB
        pma | stimulant | P1
        en para-methoxyamphetamine; pma; 4-methoxyamphetamine
        ru пма; пара-метоксиамфетамин
        zh 对甲氧基苯丙胺
        pmma | stimulant | P1 | | | nps
        en pmma; para-methoxymethamphetamine
        ru пмма; пара-метоксиметамфетамин
        zh 对甲氧基甲基苯丙胺
        dimethylamphetamine | stimulant | -
        en dimethylamphetamine; n,n-dimethylamphetamine
        ru диметиламфетамин
        zh 二甲基苯丙胺
        fluoroamphetamine-4 | stimulant | P2 | | | nps
        en 4-fluoroamphetamine; 4-fa
        ru 4-фторамфетамин
        fenetylline | stimulant | P2 | 3736-08-1
        en fenetylline; fenethylline; captagon
        ru фенетиллин; каптагон
        zh 芬乙茶碱; 卡普塔贡
        methylphenidate | stimulant | P2 | 113-45-1
        en methylphenidate; ritalin
        ru метилфенидат; риталин
        zh 哌甲酯; 利他林
        amfepramone | stimulant | P4
        en amfepramone; diethylpropion
        ru амфепрамон
        zh 安非拉酮
        phentermine | stimulant | P4 | 122-09-8
        en phentermine
        ru фентермин
        zh 芬特明
        pipradrol | stimulant | P4
        en pipradrol
        ru пипрадрол
        zh 哌苯甲醇
        pyrovalerone | cathinone | P4
        en pyrovalerone
        ru пировалерон
        zh 吡咯戊酮
        fenfluramine | stimulant | -
        en fenfluramine
        ru фенфлурамин
        zh 芬氟拉明
        modafinil | stimulant | - | 68693-11-8
        en modafinil
        ru модафинил
        zh 莫达非尼
        amantadine | other | - | 768-94-5
        en amantadine
        ru амантадин; мидантан
        zh 金刚烷胺
        ats | stimulant | ? | | | any
        en ats; amphetamine-type stimulants; amphetamine type stimulants; amphetamines; stimulants
        ru стимуляторы амфетаминового ряда; амфетамины; стимуляторы
        zh 苯丙胺类兴奋剂
        cathinone | cathinone | P1
        en cathinone
        ru катинон
        zh 卡西酮
        cathine | cathinone | P3
        en cathine; norpseudoephedrine
        ru катин; норпсевдоэфедрин
        zh 去甲伪麻黄碱
        khat | other | -
        en khat; qat; catha edulis
        ru кат; лист ката
        zh 阿拉伯茶; 恰特草
        methcathinone | cathinone | P1 | 5650-44-2
        en methcathinone; ephedrone; jeff
        ru меткатинон; эфедрон; джеф; мулька
        zh 甲卡西酮
        n-methylephedrone | cathinone | ? | | | nps
        en n-methylephedrone; methylephedrone
        ru n-метилэфедрон; метилэфедрон
        mephedrone | cathinone | P2 | 1189805-46-6 | | nps
        en mephedrone; 4-mmc; 4-methylmethcathinone; meow meow
        ru мефедрон; 4-ммс; мяу; мяу-мяу; меф; мефчик
        zh 甲氧麻黄酮; 4-甲基甲卡西酮; 喵喵
        mmc-3 | cathinone | P2 | | | nps
        en 3-mmc; 3-methylmethcathinone
        ru 3-ммс
        zh 3-甲基甲卡西酮
        cmc-4 | cathinone | P2 | | | nps
        en 4-cmc; clephedrone; 4-chloromethcathinone
        ru 4-cmc; клефедрон; 4-хлорметкатинон
        zh 4-氯甲卡西酮
        cmc-3 | cathinone | P2 | | | nps
        en 3-cmc; 3-chloromethcathinone
        ru 3-хлорметкатинон
        zh 3-氯甲卡西酮
        mec-4 | cathinone | P2 | | | nps
        en 4-mec; 4-methylethcathinone
        ru 4-метилэткатинон
        zh 4-甲基乙卡西酮
        methylone | cathinone | P2 | 186028-79-5 | | nps
        en methylone; bk-mdma
        ru метилон
        ethylone | cathinone | P2 | | | nps
        en ethylone
        ru этилон
        eutylone | cathinone | P2 | | | nps
        en eutylone
        ru эутилон
        pentedrone | cathinone | P2 | | | nps
        en pentedrone
        ru пентедрон
        ephylone | cathinone | P2 | | | nps
        en n-ethylnorpentylone; ephylone
        ru эфилон; n-этилпентилон
        n-ethylhexedrone | cathinone | P2 | | | nps
        en n-ethylhexedrone; hexen
        ru n-этилгекседрон; гексен
        alpha-pvp | cathinone | P2 | 14530-33-7 | | nps
        en alpha-pvp; a-pvp; flakka; alpha-pyrrolidinovalerophenone; α-pvp
        ru альфа-пвп; а-пвп; α-пвп; пвп; альфа-пирролидиновалерофенон
        zh α-PVP; α-吡咯烷基苯戊酮
        alpha-php | cathinone | P2 | | | nps
        en alpha-php; a-php
        ru альфа-php; альфа-пирролидиногексанофенон
        zh α-PHP
        mdpv | cathinone | P2 | 687603-66-3 | | nps
        en mdpv; methylenedioxypyrovalerone
        ru мдпв; метилендиоксипировалерон
        zh 亚甲二氧基吡咯戊酮
        cathinones | cathinone | ? | | | nps any
        en synthetic cathinone; synthetic cathinones; bath salts; cathinones
        ru синтетические катиноны; синтетический катинон; соль; соли; скорость-соль
        zh 合成卡西酮; 浴盐
        2-aminoindane | stimulant | - | | | nps
        en 2-aminoindane; 2-ai
        ru 2-аминоиндан
        zh 2-氨基茚满
        dimethocaine | stimulant | - | | | nps
        en dimethocaine; larocaine
        ru диметокаин
        bzp | stimulant | P2 | 2759-28-6 | | nps
        en benzylpiperazine; bzp; n-benzylpiperazine; 1-benzylpiperazine
        ru бензилпиперазин
        zh 苄基哌嗪
        mcpp | stimulant | - | | | nps
        en mcpp; meta-chlorophenylpiperazine
        ru мета-хлорфенилпиперазин; мхфп
        zh 间氯苯基哌嗪
        tfmpp | stimulant | - | | | nps
        en tfmpp; trifluoromethylphenylpiperazine
        ru тфмфп; трифторметилфенилпиперазин
        zh 三氟甲基苯基哌嗪
        phenylpiperazine | stimulant | ? | | | nps
        en phenylpiperazine
        ru фенилпиперазин
        zh 苯基哌嗪
        nps | other_new | ? | | | nps any
        en nps; new psychoactive substance; new psychoactive substances; designer drug; legal high
        ru нпв; новое психоактивное вещество; новые психоактивные вещества; дизайнерские наркотики; синтетика
        zh 新型精神活性物质; 新精神活性物质
        """
}
