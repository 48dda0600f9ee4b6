import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { Inflate } from 'fflate'
import { type ArchiveEntry, archiveEntries } from './archive-entries.ts'

/** All parts together, unpacked: twice what 20,000 rows of 12 columns take. */
const UNPACKED = 33_554_432
/** A slice that unpacks to 4 MB at most, so that a bomb is noticed while it is small. */
const SLICE = 4096
const ROWS = 200_000
const COLUMN_FORMATS = 20_000
const ARCHIVES = /\.(?:zip|rar|7z|gz|tgz|bz2|xz|tar|jar|xls[xmb]?|doc[xm]?|ppt[xm]?|odt|ods|odp|et|wps|dps)$/i
const MARKUP = /\.(?:xml|rels|vml)$/i
const decoder = new TextDecoder('latin1')

/** What the parts of one workbook add up to, counted on the bytes that really come out. */
type Tally = { bytes: number; rows: number; columnFormats: number }

function isArchive(start: Uint8Array): boolean {
  const [a, b, c, d] = start
  return (
    (a === 0x50 && b === 0x4b && (c === 3 || c === 5)) ||
    (a === 0x1f && b === 0x8b) ||
    (a === 0x37 && b === 0x7a && c === 0xbc && d === 0xaf) ||
    (a === 0x52 && b === 0x61 && c === 0x72 && d === 0x21)
  )
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function inspectEntry({ name, deflated, declared, data }: ArchiveEntry, tally: Tally): string | null {
  let seen = 0
  let tail = ''
  let problem: string | null = null
  const markup = MARKUP.test(name)
  const look = (chunk: Uint8Array) => {
    if (problem !== null) return
    if (seen === 0 && isArchive(chunk)) problem = '文件里嵌有其他压缩文件。'
    seen += chunk.byteLength
    tally.bytes += chunk.byteLength
    if (seen > declared) problem = '文件的实际大小与所标的不符。'
    else if (tally.bytes > UNPACKED) problem = '文件展开后超过 32 MB。'
    if (problem !== null || !markup) return
    const text = tail + decoder.decode(chunk)
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) problem = '文件含有外部引用声明（DTD）。'
    // what a chunk cuts in two is seen whole in the next; a match at its very end is not counted twice
    tail = /<[^>]{0,12}$/.exec(text)?.[0] ?? ''
    const whole = text.slice(0, text.length - tail.length)
    tally.rows += count(whole, /<(?:\w+:)?row[\s/>]/g)
    tally.columnFormats += count(whole, /<(?:\w+:)?col[\s/>]/g)
    if (tally.rows > ROWS) problem = '表格的行过多（含空行），请删除数据下方的空行。'
    else if (tally.columnFormats > COLUMN_FORMATS) problem = '文件已损坏。'
  }
  if (!deflated) look(data)
  else {
    const inflate = new Inflate(look)
    for (let from = 0; from < data.byteLength && problem === null; from += SLICE)
      inflate.push(data.subarray(from, from + SLICE), from + SLICE >= data.byteLength)
  }
  return problem ?? (seen === declared ? null : '文件的实际大小与所标的不符。')
}

/**
 * Whether a ZIP archive may be handed to the reader: every part is unpacked once, counted as it comes out and thrown
 * away. Refused with a sentence: bombs, archives within, sizes that lie, DTDs, a million empty rows.
 */
export function inspectWorkbook(bytes: Uint8Array): Result<null, string> {
  const entries = archiveEntries(bytes)
  if (!entries.ok) return entries
  if (!entries.value.some(({ name }) => name === '[Content_Types].xml')) return refuse('这不是 Excel 工作簿。')
  if (entries.value.some(({ name }) => ARCHIVES.test(name))) return refuse('文件里嵌有其他文档或压缩文件。')
  if (entries.value.reduce((sum, { declared }) => sum + declared, 0) > UNPACKED) return refuse('文件展开后超过 32 MB。')
  const tally = { bytes: 0, rows: 0, columnFormats: 0 }
  try {
    for (const entry of entries.value) {
      const problem = inspectEntry(entry, tally)
      if (problem !== null) return refuse(problem)
    }
  } catch {
    // the inflater throws at bytes that are no deflate stream
    return refuse('文件已损坏。')
  }
  return ok(null)
}
