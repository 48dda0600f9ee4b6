const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]/g

type Level = { names: Set<string> | null; step: string; index: number }

const escaped = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1')

/**
 * RFC 6901 pointers of members that an object of this JSON text names twice. Readers differ in which of the two they
 * take (RFC 8259 4), so that one of two programs would see another request. The text must be valid JSON.
 */
export function duplicateMembers(text: string): string[] {
  const levels: Level[] = []
  const found: string[] = []
  let last = ''
  for (const [token] of text.matchAll(TOKENS)) {
    const level = levels.at(-1)
    if (token === '{') levels.push({ names: new Set(), step: '', index: 0 })
    else if (token === '[') levels.push({ names: null, step: '0', index: 0 })
    else if (token === '}' || token === ']') levels.pop()
    else if (token === ',' && level?.names === null) level.step = String(++level.index)
    else if (token === ':' && level?.names) {
      level.step = String(JSON.parse(last))
      if (level.names.has(level.step)) found.push(levels.map(({ step }) => `/${escaped(step)}`).join(''))
      level.names.add(level.step)
    }
    last = token
  }
  return found
}
