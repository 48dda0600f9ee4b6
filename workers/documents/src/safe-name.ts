const SEGMENT_BYTES = 180
const encoder = new TextEncoder()

/** A segment short enough for every file system, cut before its ending. */
function shortened(segment: string): string {
  const dot = segment.lastIndexOf('.')
  const ending = dot > 0 && segment.length - dot <= 8 ? segment.slice(dot) : ''
  let stem = ending === '' ? segment : segment.slice(0, dot)
  while (encoder.encode(stem + ending).byteLength > SEGMENT_BYTES) stem = [...stem].slice(0, -1).join('')
  return stem + ending
}

/**
 * A path that leads nowhere but into the folder it is unpacked in, on Windows too: no drive, no `..`, no reserved sign
 * or device name, no control character, no direction override.
 */
export function safeName(path: string): string {
  const segments = path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .map((segment) =>
      segment
        .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
        .replace(/[<>:"|?*]/g, '_')
        .replace(/^[\s.]+|[\s.]+$/g, ''),
    )
    .filter((segment) => segment !== '')
    .map((segment) => (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(segment) ? `_${segment}` : segment))
    .map(shortened)
  return segments.length === 0 ? '_' : segments.join('/')
}

/** Gives a name that came before a number, as a desktop does; names that differ in case alone are the same on Windows. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const slash = name.lastIndexOf('/')
    const dot = name.lastIndexOf('.')
    const at = dot > slash + 1 ? dot : name.length
    let unique = name
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${name.slice(0, at)} (${n})${name.slice(at)}`
    taken.add(unique.toLowerCase())
    return unique
  }
}
