import { ROBOT_KEYWORD, type RobotKind, type RobotWords } from './robot.ts'

/** The body of the POST to a robot's address. */
export type RobotMessage =
  | { msgtype: 'markdown'; markdown: { content: string } }
  | { msgtype: 'markdown'; markdown: { title: string; text: string }; at: { isAtAll: false } }

/** No message is longer, whatever a product would still take. */
const MAX_CHARACTERS = 2000
const MAX_TITLE = 60

/**
 * Bytes of UTF-8 in one message. WeCom: `markdown.content` at most 4096 (developer.work.weixin.qq.com/document/path/91770);
 * DingTalk: 20,000 for the whole body (open.dingtalk.com/document/orgapp/custom-robot-access), of which 2,000
 * characters cannot make use.
 */
const MAX_BYTES: Record<RobotKind, number> = { wecom: 4096, dingtalk: 16_000 }

/** Between lines: DingTalk's markdown breaks a line at an empty one only. */
const BREAK: Record<RobotKind, string> = { wecom: '\n', dingtalk: '\n\n' }

/** Marks of markdown and of mentions (`<@id>`), and the full-width ones that stand for them: what people typed stays text. */
const MARKS: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '*': '＊',
  '`': '｀',
  _: '＿',
  '#': '＃',
  '~': '～',
  '|': '｜',
  '!': '！',
  '\\': '＼',
  '@': '＠',
}

/** A message in the shape of the product: markdown, whole lines only, with a last line that says how many were left out. */
export function robotMessage(kind: RobotKind, words: RobotWords): RobotMessage {
  const title = headline(words.title)
  const text = fitted(kind, `**${title}**`, words.lines.map(plain))
  if (kind === 'wecom') return { msgtype: 'markdown', markdown: { content: text } }
  return { msgtype: 'markdown', markdown: { title, text }, at: { isAtAll: false } }
}

/** The headline with the product's name in it, at most 60 characters. */
function headline(title: string): string {
  const text = plain(title)
  const named = text.includes(ROBOT_KEYWORD) ? text : `【${ROBOT_KEYWORD}】${text}`
  return cut(named, MAX_TITLE)
}

/** Text without markup, on one line. */
function plain(text: string): string {
  return [...text.replace(/\s+/g, ' ').trim()].map((character) => MARKS[character] ?? character).join('')
}

function cut(text: string, length: number): string {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text
}

function fitted(kind: RobotKind, head: string, lines: readonly string[]): string {
  for (let kept = lines.length; kept >= 0; kept--) {
    const left = lines.length - kept
    const shown = [
      head,
      ...lines.slice(0, kept),
      ...(left > 0 ? [`……另有 ${left} 行，请登录${ROBOT_KEYWORD}查看`] : []),
    ]
    const text = shown.join(BREAK[kind])
    if ([...text].length <= MAX_CHARACTERS && utf8Length(text) <= MAX_BYTES[kind]) return text
  }
  return head
}

/** Bytes of a text in UTF-8; a lone surrogate counts as the replacement character. */
export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
