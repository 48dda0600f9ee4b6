import { ok, type Result, refuse } from '@shixun/domain/shared/result'

/** One file of a ZIP archive as its central directory tells it; `data` is where its bytes lie. */
export type ArchiveEntry = { name: string; deflated: boolean; declared: number; crc: number; data: Uint8Array }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const COMMENT_BYTES = 65_535
const ENTRIES = 1000
const decoder = new TextDecoder()

function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - COMMENT_BYTES); at--) if (view.getUint32(at, true) === END) return at
  return -1
}

type Listed = ArchiveEntry & { from: number; to: number }

function entryAt(bytes: Uint8Array, view: DataView, at: number): (Listed & { next: number }) | string {
  if (view.getUint32(at, true) !== CENTRAL) return '文件已损坏。'
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const crc = view.getUint32(at + 16, true)
  const size = view.getUint32(at + 20, true)
  const declared = view.getUint32(at + 24, true)
  const nameLength = view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
  if (flags & 1) return '文件加了密码，请先取消密码。'
  if (method !== 0 && method !== 8) return '文件用了不支持的压缩方式。'
  if (view.getUint32(local, true) !== LOCAL) return '文件已损坏。'
  const localName = decoder.decode(bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true)))
  if (localName !== name || view.getUint16(local + 8, true) !== method) return '文件的目录与内容不一致。'
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + size > bytes.byteLength) return '文件不完整，可能没有传完。'
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  return {
    name,
    deflated: method === 8,
    declared,
    crc,
    data: bytes.subarray(from, from + size),
    from: local,
    to: from + size,
    next,
  }
}

/**
 * The files of a ZIP archive, none of them unpacked. Refused with a sentence: encryption, ZIP64, a directory that
 * disagrees with the headers, files that share bytes (the overlapping kind of bomb) or a name.
 */
export function archiveEntries(bytes: Uint8Array, most = ENTRIES): Result<ArchiveEntry[], string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.byteLength < END_BYTES ? -1 : endOf(view)
  if (end < 0) return refuse('文件不完整，可能没有传完。')
  const count = view.getUint16(end + 10, true)
  if (count > most) return refuse('文件里的内容过多。')
  const listed: Listed[] = []
  try {
    let at = view.getUint32(end + 16, true)
    for (let n = 0; n < count; n++) {
      const entry = entryAt(bytes, view, at)
      if (typeof entry === 'string') return refuse(entry)
      at = entry.next
      listed.push(entry)
    }
  } catch {
    // an offset that leads out of the file
    return refuse('文件已损坏。')
  }
  if (new Set(listed.map(({ name }) => name)).size < listed.length) return refuse('文件的目录与内容不一致。')
  const byPlace = [...listed].sort((a, b) => a.from - b.from)
  if (byPlace.some(({ to }, n) => to > (byPlace[n + 1]?.from ?? to))) return refuse('文件的目录与内容不一致。')
  return ok(listed.map(({ name, deflated, declared, crc, data }) => ({ name, deflated, declared, crc, data })))
}
