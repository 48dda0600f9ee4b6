const LONGEST_CELL = 32_767

/** Text inside an XML element or attribute. What XML 1.0 cannot hold is left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Text of a cell: spreadsheets read `_x000A_` as an escape (ECMA-376 part 1, 22.9.2.19), and hold 32,767 characters. */
export function cellText(text: string): string {
  const whole = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text
  return xmlText(whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
}
