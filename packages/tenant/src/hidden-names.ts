import type { FormField, FormValue, FormValues } from '@shixun/domain/calls/design/form'
import { namedPeople } from './application-conflicts.ts'

const BUREAU = /(教育体育局|教育和体育局|教体局|教育局|社会事业局)$/u
/** Shorter than this, what is left of a name is a common word. */
const SHORTEST = 3

/** A bureau without its office: 金水区 of 金水区教育局; the name itself when it is no bureau's. */
function placeOf(bureau: string): string {
  const place = bureau.replace(BUREAU, '')
  return [...place].length >= SHORTEST ? place : bureau
}

/** A unit's own name and how its place calls it for short: 第一小学 of 金水区第一小学. */
function namesOfUnit(unit: string, place: string): string[] {
  const short = unit.startsWith(place) ? unit.slice(place.length) : ''
  return [unit, placeOf(unit), ...([...short].length >= SHORTEST && !BUREAU.test(unit) ? [short] : [])]
}

function unitsIn(value: FormValue | undefined): string[] {
  return Array.isArray(value) ? value.flatMap((row) => (typeof row['unit'] === 'string' ? [row['unit']] : [])) : []
}

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁宣邓洪包左石崔吉龚程邢裴陆荣翁荀羊惠甄封芮储靳井段富巫焦侯蓬全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司郜黎薄印宿白怀蒲邰从赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳姬申扶冉宰雍桑桂牛寿边扈燕冀浦尚农温别庄晏柴瞿阎连习艾容向古易慎廖终居衡步都耿满弘匡国文广东欧沃利越师巩聂勾敖冷辛阚简饶曾关相查游权益公覃涂'
const COMPOUND = /^(?:欧阳|司马|上官|诸葛|闻人|东方|赫连|皇甫|尉迟|公孙|慕容|长孙|宇文|司徒|令狐|端木|夏侯|南宫|独孤)/u
const NAME = /^\p{Script=Han}{2,4}$/u
/** What stands beside names in a list of people and is none. */
const POST =
  /(?:教师|老师|校长|主任|教授|专家|院长|园长|研究员|教研员|辅导员|书记|局长|博士|硕士|级|组|科|班|部|员|学校|小学|中学|大学|学院|课程|方案|培训)$/u

/** Names in a list of people that somebody typed as text: what stands between marks and begins with a surname. */
function namesInList(text: string): string[] {
  return text
    .split(/[^\p{Script=Han}·]+|(?<=\p{Script=Han}{2,4})(?:主讲|授课|负责|牵头)/u)
    .filter((part) => NAME.test(part) && !POST.test(part))
    .filter((part) => COMPOUND.test(part) || ([...part].length <= 3 && SURNAMES.includes(part[0] ?? '?')))
}

function listedPeople(form: readonly FormField[], values: FormValues): string[] {
  return form.flatMap(({ key, type, identifying }) => {
    const value = values[key]
    return type === 'longtext' && identifying && typeof value === 'string' ? namesInList(value) : []
  })
}

/**
 * Names that tell by themselves who applied: unit, people, and the units they come from. The bureau of the review is none:
 * everybody who applies to it is of its place.
 */
export function tellingNames(
  who: { unit: string; bureau: string },
  form: readonly FormField[],
  values: FormValues,
): string[] {
  const answers = form
    .filter(({ identifying, type }) => identifying && type === 'people')
    .flatMap(({ key }) => unitsIn(values[key]))
  const people = [...namedPeople(form, values), ...listedPeople(form, values)]
  return [...namesOfUnit(who.unit, placeOf(who.bureau)), ...people, ...answers]
}

/** The names by which a text could tell who applied: those, the bureau and its place. */
export function hiddenNames(
  who: { unit: string; bureau: string },
  form: readonly FormField[],
  values: FormValues,
): string[] {
  return [who.bureau, placeOf(who.bureau), ...tellingNames(who, form, values)]
}
