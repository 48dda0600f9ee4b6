/** A line of a pasted list: a name, and the last characters of the document behind it. */
export type PastedName = { name: string; tail: string }

const DOCUMENT = /^[\dA-Za-z*]{2,18}$/

/** The names of a pasted text: one a line, or in the cells of a copied table; at most two hundred. */
export function pastedNames(text: string): PastedName[] {
  return text
    .split(/[\r\n、，,;；]+/)
    .map((line) => line.trim().split(/[\s\u3000]+/))
    .flatMap((cells) => {
      const tail = cells.length > 1 ? cells[cells.length - 1] : undefined
      const known = tail !== undefined && DOCUMENT.test(tail) ? tail.replace(/^.*\*/, '') : ''
      // blanks inside a Chinese name are layout
      const name = (known === '' ? cells : cells.slice(0, -1)).join('')
      return name === '' || name === '姓名' ? [] : [{ name: name.slice(0, 40), tail: known }]
    })
    .slice(0, 200)
}
