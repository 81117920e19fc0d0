extension SubstanceTable {
    static let sedatives = """
        diazepam | sedative | P4 | 439-14-5
        en diazepam; valium; relanium; seduxen
        ru диазепам; реланиум; сибазон; седуксен; валиум
        zh 地西泮; 安定
        alprazolam | sedative | P4 | 28981-97-7
        en alprazolam; xanax
        ru алпразолам; ксанакс
        zh 阿普唑仑
        clonazepam | sedative | P4 | 1622-61-3
        en clonazepam; rivotril
        ru клоназепам
        zh 氯硝西泮
        lorazepam | sedative | P4 | 846-49-1
        en lorazepam; ativan
        ru лоразепам
        zh 劳拉西泮
        oxazepam | sedative | P4 | 604-75-1
        en oxazepam
        ru оксазепам; нозепам; тазепам
        zh 奥沙西泮
        nitrazepam | sedative | P4 | 146-22-5
        en nitrazepam
        ru нитразепам; радедорм
        zh 硝西泮
        bromazepam | sedative | P4 | 1812-30-2
        en bromazepam
        ru бромазепам
        zh 溴西泮
        brotizolam | sedative | P4
        en brotizolam
        ru бротизолам
        zh 溴替唑仑
        clobazam | sedative | P4
        en clobazam
        ru клобазам
        zh 氯巴占
        clorazepate | sedative | P4
        en clorazepate
        ru клоразепат
        zh 氯卓酸
        lormetazepam | sedative | P4
        en lormetazepam
        ru лорметазепам
        zh 氯甲西泮
        medazepam | sedative | P4
        en medazepam
        ru медазепам
        zh 美达西泮
        prazepam | sedative | P4
        en prazepam
        ru празепам
        zh 普拉西泮
        temazepam | sedative | P4 | 846-50-4
        en temazepam
        ru темазепам
        zh 替马西泮
        midazolam | sedative | P4 | 59467-70-8
        en midazolam
        ru мидазолам; дормикум
        zh 咪达唑仑
        chlordiazepoxide | sedative | P4
        en chlordiazepoxide; librium
        ru хлордиазепоксид; элениум
        zh 氯氮卓
        flunitrazepam | sedative | P3 | 1622-62-4
        en flunitrazepam; rohypnol
        ru флунитразепам; рогипнол
        zh 氟硝西泮
        phenazepam | sedative | P4 | 51753-57-2
        en phenazepam
        ru феназепам
        zh 芬纳西泮
        etizolam | sedative | P4 | 40054-69-1 | | nps
        en etizolam
        ru этизолам
        zh 依替唑仑
        tofisopam | sedative | -
        en tofisopam; grandaxin
        ru тофизопам; грандаксин
        zh 托非索泮
        zolpidem | sedative | P4 | 82626-48-0
        en zolpidem; ambien
        ru золпидем
        zh 唑吡坦
        zopiclone | sedative | - | 43200-80-2
        en zopiclone; imovane
        ru зопиклон; имован
        zh 佐匹克隆
        phenobarbital | sedative | P4 | 50-06-6
        en phenobarbital; luminal
        ru фенобарбитал; люминал
        zh 苯巴比妥
        barbital | sedative | P4 | 57-44-3
        en barbital; veronal
        ru барбитал
        zh 巴比妥
        pentobarbital | sedative | P3 | 76-74-4
        en pentobarbital
        ru пентобарбитал; этаминал-натрий
        zh 戊巴比妥
        secobarbital | sedative | P2 | 76-73-3
        en secobarbital
        ru секобарбитал
        zh 司可巴比妥
        methaqualone | sedative | P2 | 72-44-6
        en methaqualone; mandrax; quaalude
        ru метаквалон
        zh 甲喹酮; 安眠酮
        baclofen | sedative | - | 1134-47-0
        en baclofen
        ru баклофен; баклосан
        zh 巴氯芬
        barbiturates | sedative | ? | | | any
        en barbiturates; barbiturate
        ru барбитураты; барбитурат
        zh 巴比妥类
        benzodiazepines | sedative | ? | | | any
        en benzodiazepines; benzodiazepine; tranquillizers; tranquilizers
        ru бензодиазепины; транквилизаторы
        zh 苯二氮卓类
        """
}
