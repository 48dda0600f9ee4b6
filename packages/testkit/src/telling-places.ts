import { unzipSync, unzlibSync } from 'fflate'

/** The ways in which a word stands in bytes: UTF-8, UTF-16 either way round, hexadecimal, percent. */
function spellings(word: string): string[] {
  const codes = [...word].map((char) => char.charCodeAt(0))
  const wide = String.fromCharCode(...codes.flatMap((code) => [code >> 8, code & 255]))
  const little = String.fromCharCode(...codes.flatMap((code) => [code & 255, code >> 8]))
  const hex = codes.map((code) => code.toString(16).padStart(4, '0')).join('')
  return [Buffer.from(word).toString('latin1'), wide, little, hex, hex.toUpperCase(), encodeURIComponent(word)]
}

/** Every layer of a file that somebody could look into: its bytes, members of archives and packed streams within. */
export function layersOf(bytes: Uint8Array, depth = 0): string[] {
  const own = Buffer.from(bytes).toString('latin1')
  const within: Uint8Array[] = []
  if (own.startsWith('PK')) within.push(...Object.values(unzipSync(bytes)))
  for (const { index } of own.matchAll(/x[^ -~]/g))
    try {
      within.push(unzlibSync(bytes.subarray(index)))
    } catch {
      // two bytes that only look like the head of a stream
    }
  return [own, ...(depth < 3 ? within.flatMap((part) => layersOf(part, depth + 1)) : [])]
}

/** Which of the words a file says in any of its layers. */
export function toldBy(bytes: Uint8Array, words: readonly string[]): string[] {
  const layers = layersOf(bytes)
  return words.filter((word) => spellings(word).some((one) => layers.some((layer) => layer.includes(one))))
}
