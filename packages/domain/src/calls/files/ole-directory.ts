import type { ByteRange } from './media-type.ts'

/** Places in header and directory entry of [MS-CFB] 2.2 and 2.6.1; sector numbers from 0xFFFFFFFA on are marks. */
const HEADER_BYTES = 512
const ENTRY_BYTES = 128
const HEADER_FAT = 109
const LAST_SECTOR = 0xfffffff9
/** Directories of Office files are a few sectors; one that does not end is not followed for ever. */
const MOST_SECTORS = 64

type Asking<T> = Generator<ByteRange, T, Uint8Array>
type Entry = { name: string; kind: number; left: number; right: number; child: number }

const at16 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
const at32 = (bytes: Uint8Array, at: number) => (at16(bytes, at) | (at16(bytes, at + 2) << 16)) >>> 0

function* cellOf(sector: number, index: number, sectorBytes: number): Asking<number> {
  return at32(yield { offset: (sector + 1) * sectorBytes + index * 4, length: 4 }, 0)
}

/** The sector that holds the n-th part of the allocation table. */
function* tableSector(header: Uint8Array, n: number, sectorBytes: number): Asking<number> {
  if (n < HEADER_FAT) return at32(header, 76 + n * 4)
  const each = sectorBytes / 4 - 1
  let sector = at32(header, 68)
  for (let hops = Math.floor((n - HEADER_FAT) / each); hops > 0 && sector <= LAST_SECTOR; hops--)
    sector = yield* cellOf(sector, each, sectorBytes)
  return sector > LAST_SECTOR ? sector : yield* cellOf(sector, (n - HEADER_FAT) % each, sectorBytes)
}

function* nextSector(header: Uint8Array, sector: number, sectorBytes: number): Asking<number> {
  const each = sectorBytes / 4
  const table = yield* tableSector(header, Math.floor(sector / each), sectorBytes)
  return table > LAST_SECTOR ? table : yield* cellOf(table, sector % each, sectorBytes)
}

function entryAt(bytes: Uint8Array, at: number): Entry {
  const length = Math.min(64, at16(bytes, at + 64)) / 2 - 1
  const codes = Array.from({ length: Math.max(0, Math.floor(length)) }, (_, index) => at16(bytes, at + index * 2))
  return {
    name: String.fromCharCode(...codes),
    kind: bytes[at + 66] ?? 0,
    left: at32(bytes, at + 68),
    right: at32(bytes, at + 72),
    child: at32(bytes, at + 76),
  }
}

/** Names directly under the root: what lies deeper belongs to documents that are embedded in this one. */
function rootNames(entries: readonly Entry[]): string[] {
  const seen = new Set<number>()
  const waiting = [entries[0]?.child ?? -1]
  const names: string[] = []
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries[id]
    if (!entry || seen.has(id) || entry.kind === 0) continue
    seen.add(id)
    names.push(entry.name)
    waiting.push(entry.left, entry.right)
  }
  return names
}

/** The names under the root of an OLE compound file; none when its directory cannot be read. */
export function* oleNames(header: Uint8Array, size: number): Asking<string[]> {
  const shift = at16(header, 30)
  if (header.length < HEADER_BYTES || (shift !== 9 && shift !== 12)) return []
  const sectorBytes = 1 << shift
  const entries: Entry[] = []
  let sector = at32(header, 48)
  for (let n = 0; n < MOST_SECTORS && sector <= LAST_SECTOR; n++) {
    const offset = (sector + 1) * sectorBytes
    if (offset + sectorBytes > size) break
    const bytes = yield { offset, length: sectorBytes }
    for (let at = 0; at < sectorBytes; at += ENTRY_BYTES) entries.push(entryAt(bytes, at))
    sector = yield* nextSector(header, sector, sectorBytes)
  }
  return rootNames(entries)
}
