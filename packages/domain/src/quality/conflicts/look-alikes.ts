/** Radicals that NFKC leaves alone though they look like a character (Unicode EquivalentUnifiedIdeograph): radical, character. */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺆冂⺇几⺉刂⺊卜⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彐⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺴网⺶羊⺷羊⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
const KANGXI = { from: 0x2f00, to: 0x2fd5 }

function readRadicals(): Map<string, string> {
  const characters = [...SUPPLEMENT]
  const pairs = characters.flatMap((radical, n) => (n % 2 === 0 ? [[radical, characters[n + 1] ?? ''] as const] : []))
  const kangxi = Array.from({ length: KANGXI.to - KANGXI.from + 1 }, (_, n) => String.fromCodePoint(KANGXI.from + n))
  return new Map([...pairs, ...kangxi.map((radical) => [radical, radical.normalize('NFKC')] as const)])
}

const RADICALS = readRadicals()
const LOOK_ALIKES = new Map<string, string>()
for (const [radical, character] of RADICALS) LOOK_ALIKES.set(character, (LOOK_ALIKES.get(character) ?? '') + radical)

/** Text in one form: full width as plain, and radicals, which fonts of PDF files put in their place, as characters. */
export function oneForm(text: string): string {
  return text.normalize('NFKC').replace(/[\u2e80-\u2ef3]/gu, (radical) => RADICALS.get(radical) ?? radical)
}

/** Other characters that a reader takes for this one: full width, radicals. */
export function lookAlikes(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const wide = code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : ''
  return wide + (LOOK_ALIKES.get(character) ?? '')
}
