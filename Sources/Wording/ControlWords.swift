/// The words of control phrases: a word has one number in all languages, for ever, because old phrases are read again.
///
/// Common things, two Chinese characters each, nothing of our own field. Chosen so that in no language two of them
/// differ in one letter or are spelled alike in Pinyin or nearly so.
enum ControlWords {
    /// The 256 words by number; English where the language has none of its own.
    static func list(_ language: Language) -> [String] {
        switch language {
        case .ru: russian
        case .zh: chinese
        default: english
        }
    }

    /// The numbers of the words that `letters` (small) are: one word, or several Chinese ones written together.
    static func numbers(_ letters: Substring) -> [UInt8]? {
        let folded = folded(letters)
        if let number = byWord[folded] { return [number] }
        guard folded.count.isMultiple(of: 2) else { return nil }
        var numbers: [UInt8] = []
        var rest = folded[...]
        while !rest.isEmpty {
            guard let number = byWord[String(rest.prefix(2))] else { return nil }
            numbers.append(number)
            rest = rest.dropFirst(2)
        }
        return numbers
    }

    /// Russian is often typed without the dots of ё.
    private static func folded(_ letters: Substring) -> String {
        String(letters.map { $0 == "ё" ? "е" : $0 })
    }

    static let rows: [[String]] = table.split(separator: "\n").map { line in
        line.split(separator: " ").map(String.init)
    }

    private static let english = rows.map { $0[1] }
    private static let russian = rows.map { $0[2] }
    private static let chinese = rows.map { $0[3] }

    private static let byWord: [String: UInt8] = {
        var numbers: [String: UInt8] = [:]
        for (number, row) in rows.enumerated() {
            for word in row.dropFirst() { numbers[folded(word[...])] = UInt8(truncatingIfNeeded: number) }
        }
        return numbers
    }()

    private static let table = """
        0 actor актёр 演员
        1 album альбом 相册
        2 almond миндаль 杏仁
        3 alphabet алфавит 字母
        4 amber янтарь 琥珀
        5 anchor якорь 船锚
        6 antelope сайгак 羚羊
        7 apple яблоко 苹果
        8 aquarium аквариум 鱼缸
        9 arrow стрела 箭头
        10 aubergine баклажан 茄子
        11 autumn осень 秋天
        12 balcony балкон 阳台
        13 balustrade перила 栏杆
        14 bamboo бамбук 竹子
        15 barley ячмень 大麦
        16 basil базилик 罗勒
        17 battery батарея 电池
        18 bear медведь 棕熊
        19 bicycle велосипед 单车
        20 birch берёза 桦树
        21 biscuit печенье 饼干
        22 blacksmith кузнец 铁匠
        23 blanket одеяло 被子
        24 bracelet браслет 手镯
        25 breakfast завтрак 早餐
        26 bridge мост 桥梁
        27 bronze бронза 青铜
        28 buffalo буйвол 水牛
        29 butterfly бабочка 蝴蝶
        30 button пуговица 纽扣
        31 cabin хижина 小屋
        32 calendar календарь 日历
        33 camel верблюд 骆驼
        34 campfire костёр 篝火
        35 candle свеча 蜡烛
        36 canyon каньон 峡谷
        37 cardboard картон 纸板
        38 carpenter плотник 木匠
        39 carpet ковёр 地毯
        40 carrot морковь 萝卜
        41 castle крепость 城堡
        42 cedar кедр 雪松
        43 cellar погреб 地窖
        44 champion чемпион 冠军
        45 chandelier люстра 吊灯
        46 charcoal уголь 木炭
        47 cheese сыр 奶酪
        48 cherry вишня 樱桃
        49 chestnut каштан 栗子
        50 chimney дымоход 烟囱
        51 cinnamon корица 肉桂
        52 circus цирк 马戏
        53 cliff утёс 悬崖
        54 cloud облако 云朵
        55 coat пальто 大衣
        56 coffee кофе 咖啡
        57 compass компас 罗盘
        58 continent материк 大陆
        59 cottage коттедж 别墅
        60 cotton хлопок 棉花
        61 cupboard шкаф 柜子
        62 daisy ромашка 雏菊
        63 desert пустыня 沙漠
        64 diamond алмаз 钻石
        65 dictionary словарь 词典
        66 dinosaur динозавр 恐龙
        67 doctor врач 医生
        68 dolphin дельфин 海豚
        69 dumpling пельмень 饺子
        70 earthquake землетрясение 地震
        71 eclipse затмение 日食
        72 elbow локоть 手肘
        73 elephant слон 大象
        74 emperor император 皇帝
        75 envelope конверт 信封
        76 equator экватор 赤道
        77 eraser ластик 橡皮
        78 evening вечер 傍晚
        79 eyebrow бровь 眉毛
        80 factory завод 工厂
        81 falcon сокол 猎鹰
        82 farmer фермер 农民
        83 feather перо 羽毛
        84 fireplace камин 壁炉
        85 firework салют 焰火
        86 fisherman рыбак 渔夫
        87 fountain фонтан 喷泉
        88 gardener садовник 园丁
        89 garlic чеснок 大蒜
        90 ginger имбирь 生姜
        91 glacier ледник 冰川
        92 glass стекло 玻璃
        93 grain зерно 谷物
        94 grandfather дедушка 爷爷
        95 guitar гитара 吉他
        96 hammer молоток 锤子
        97 hammock гамак 吊床
        98 hamster хомяк 仓鼠
        99 handkerchief платок 手帕
        100 harp арфа 竖琴
        101 harvest урожай 收成
        102 hazelnut фундук 榛子
        103 heart сердце 心脏
        104 hedgehog ёжик 刺猬
        105 helmet шлем 头盔
        106 hippopotamus бегемот 河马
        107 holiday праздник 节日
        108 hospital больница 医院
        109 hotel гостиница 旅馆
        110 hurricane ураган 飓风
        111 icicle сосулька 冰柱
        112 island остров 岛屿
        113 jacket куртка 夹克
        114 jug кувшин 水壶
        115 july июль 七月
        116 jungle джунгли 丛林
        117 kangaroo кенгуру 袋鼠
        118 king король 国王
        119 kitchen кухня 厨房
        120 knee колено 膝盖
        121 labyrinth лабиринт 迷宫
        122 lantern фонарь 灯笼
        123 lemon лимон 柠檬
        124 lightning молния 闪电
        125 lily лилия 百合
        126 lizard ящерица 蜥蜴
        127 lobster омар 龙虾
        128 locomotive паровоз 机车
        129 lynx рысь 猞猁
        130 magnet магнит 磁铁
        131 mammoth мамонт 猛犸
        132 market рынок 市场
        133 mask маска 面具
        134 mattress матрас 床垫
        135 medal медаль 奖牌
        136 microphone микрофон 话筒
        137 midnight полночь 午夜
        138 mirror зеркало 镜子
        139 mulberry шелковица 桑葚
        140 musician музыкант 乐师
        141 mustard горчица 芥末
        142 napkin салфетка 餐巾
        143 necklace ожерелье 项链
        144 neighbour сосед 邻居
        145 nest гнездо 鸟巢
        146 newspaper газета 报纸
        147 nightingale соловей 夜莺
        148 noodle лапша 面条
        149 oasis оазис 绿洲
        150 oatmeal овсянка 燕麦
        151 ocean океан 海洋
        152 octopus осьминог 章鱼
        153 opera опера 歌剧
        154 orange апельсин 橙子
        155 orchestra оркестр 乐团
        156 orchid орхидея 兰花
        157 ostrich страус 鸵鸟
        158 otter выдра 水獭
        159 oyster устрица 牡蛎
        160 painting картина 油画
        161 palace дворец 宫殿
        162 panda панда 熊猫
        163 peach персик 桃子
        164 peacock павлин 孔雀
        165 pencil карандаш 铅笔
        166 pendulum маятник 钟摆
        167 penguin пингвин 企鹅
        168 pepper перец 辣椒
        169 photograph снимок 照片
        170 piano пианино 钢琴
        171 pillow подушка 枕头
        172 planet планета 行星
        173 pocket карман 口袋
        174 porcelain фарфор 瓷器
        175 potato картофель 土豆
        176 prince принц 王子
        177 pumpkin тыква 南瓜
        178 puzzle головоломка 拼图
        179 raccoon енот 浣熊
        180 rainbow радуга 彩虹
        181 refrigerator холодильник 冰箱
        182 restaurant ресторан 餐厅
        183 rhinoceros носорог 犀牛
        184 ribbon лента 丝带
        185 river река 河流
        186 rope верёвка 绳索
        187 saddle седло 马鞍
        188 salmon лосось 鲑鱼
        189 sausage колбаса 香肠
        190 school школа 学校
        191 scissors ножницы 剪刀
        192 seagull чайка 海鸥
        193 shepherd пастух 牧人
        194 shoulder плечо 肩膀
        195 shovel лопата 铲子
        196 silver серебро 白银
        197 skeleton скелет 骨架
        198 slipper тапок 拖鞋
        199 snail улитка 蜗牛
        200 soap мыло 肥皂
        201 sparrow воробей 麻雀
        202 spectacles очки 眼镜
        203 spider паук 蜘蛛
        204 spinach шпинат 菠菜
        205 sponge губка 海绵
        206 squirrel белка 松鼠
        207 stadium стадион 球场
        208 statue статуя 雕像
        209 steppe степь 草原
        210 storm буря 风暴
        211 student студент 学生
        212 sturgeon осётр 鲟鱼
        213 submarine подлодка 潜艇
        214 suitcase чемодан 皮箱
        215 sunflower подсолнух 葵花
        216 sunrise рассвет 日出
        217 swallow ласточка 燕子
        218 swamp болото 沼泽
        219 swan лебедь 天鹅
        220 swimmer пловец 泳者
        221 tailor портной 裁缝
        222 tambourine бубен 铃鼓
        223 teacher учитель 老师
        224 tennis теннис 网球
        225 theatre театр 剧院
        226 thunder гром 雷声
        227 tomato помидор 番茄
        228 tooth зуб 牙齿
        229 towel полотенце 毛巾
        230 trombone тромбон 长号
        231 trophy кубок 奖杯
        232 trousers брюки 裤子
        233 trumpet труба 喇叭
        234 tunnel тоннель 隧道
        235 turbine турбина 涡轮
        236 umbrella зонт 雨伞
        237 valley долина 山谷
        238 vase ваза 花瓶
        239 vegetable овощ 蔬菜
        240 velvet бархат 绒布
        241 village деревня 村庄
        242 violin скрипка 提琴
        243 wallet кошелёк 钱包
        244 walnut орех 核桃
        245 waterfall водопад 瀑布
        246 watermelon арбуз 西瓜
        247 wedding свадьба 婚礼
        248 whistle свисток 哨子
        249 windmill мельница 风车
        250 window окно 窗户
        251 winter зима 冬天
        252 xylophone ксилофон 木琴
        253 yacht яхта 游艇
        254 yoghurt йогурт 酸奶
        255 zebra зебра 斑马
        """
}
