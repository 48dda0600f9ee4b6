const wide: Readonly<Record<string, string>> = { '．': '.', '。': '.', '，': ',', '－': '-', '—': '-' }

/** Full-width digits and signs, as an input method leaves them, to plain ones; separators and spaces go. */
function plainNumberText(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。，－—]/g, (sign) => wide[sign] ?? sign)
    .replace(/[,\s¥￥元]/g, '')
}

/** A decimal text with at most `decimals` digits after the point: its value, null when empty, undefined when it is no such number. */
export function readNumber(text: string, decimals: number): number | null | undefined {
  const plain = plainNumberText(text)
  if (plain === '') return null
  const match = /^-?(?:\d+(?:\.(\d*))?|\.(\d+))$/.exec(plain)
  if (match === null || (match[1] ?? match[2] ?? '').length > decimals) return undefined
  return Number(plain)
}

/** Yuan as people type them to integer fen, exactly; null when empty, undefined when it is no amount or too large to be exact. */
export function readFen(text: string): number | null | undefined {
  const plain = plainNumberText(text)
  if (plain === '') return null
  const match = /^(-?)(\d*)(?:\.(\d{0,2}))?$/.exec(plain)
  if (match === null || !/\d/.test(plain)) return undefined
  const fen = Number(`${match[2] || '0'}${(match[3] ?? '').padEnd(2, '0')}`)
  if (!Number.isSafeInteger(fen)) return undefined
  return match[1] === '-' && fen > 0 ? -fen : fen
}
