const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀羊惠甄封芮储靳井段富巫焦侯蓬全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司郜黎薄印宿白怀蒲邰从赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳姬申扶冉宰雍桑桂牛寿边扈燕冀浦尚农温别庄晏柴瞿阎连习艾容向古易慎廖终居衡步都耿满弘匡国文广东欧沃利越师巩聂勾敖冷辛阚简饶曾关相查游权益公覃涂'
const COMPOUND = /^(?:欧阳|司马|上官|诸葛|闻人|东方|赫连|皇甫|尉迟|公孙|慕容|长孙|宇文|司徒|令狐|端木|夏侯|南宫|独孤)/u
const NAME = /^\p{Script=Han}{2,4}$/u
/** What stands beside names in a list of people and is none. */
const POST =
  /(?:教师|老师|校长|主任|教授|专家|院长|园长|研究员|教研员|辅导员|书记|局长|博士|硕士|级|组|科|班|部|员|学校|小学|中学|大学|学院|课程|方案|培训|平台|团队|高校|国培|研讨|专业|名师|金牌|线上|馆|站|室|院|所|处|局|厅|全[区市县校])$/u
/** Names of other tongues: with a middle dot, or two Latin words. */
const FOREIGN = /^\p{Script=Han}+(?:[·•‧・∙⋅]\p{Script=Han}+)+$|^[A-Za-z][A-Za-z.'-]*(?: +[A-Za-z][A-Za-z.'-]*)+$/u

/** Whether a text by itself is the name of a person, by its surname: wrong in doubt only where a word looks like a name. */
export function isPersonName(text: string): boolean {
  if (FOREIGN.test(text)) return true
  if (!NAME.test(text) || POST.test(text)) return false
  return COMPOUND.test(text) || ([...text].length <= 3 && SURNAMES.includes(text[0] ?? '?'))
}

/** Names in a list of people that somebody typed as text: what stands between marks and begins with a surname. */
export function namesInList(text: string): string[] {
  return text.split(/[^\p{Script=Han}·]+|(?<=\p{Script=Han}{2,4})(?:主讲|授课|负责|牵头)/u).filter(isPersonName)
}
