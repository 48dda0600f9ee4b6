/** What the documents worker offers to other workers. It holds nothing: what it is to write comes in with the call. */

/** A cell as it is written: text is never a formula; a number is in the unit people read (元, not 分). */
export type WrittenCell = string | number | null

export type WrittenColumn = {
  title: string
  /** In characters of the sheet's font; 16 when not given. */
  width?: number
  /** `text` (default) keeps digits as they are typed, `number` is plain, `decimal` has two decimals. */
  as?: 'text' | 'number' | 'decimal'
  /** The cells below offer these in a list; together at most 255 characters. */
  choices?: readonly string[]
  required?: boolean
}

export type WrittenSheet = {
  format: 'xlsx' | 'csv'
  /** Name of the sheet. */
  name: string
  columns: readonly WrittenColumn[]
  /** Lines of a second sheet 填写说明; CSV has none. */
  instructions?: readonly string[]
}

/** `rows` are UTF-8 NDJSON: one array of cells a line. */
export type WorkbooksDoor = {
  write(sheet: WrittenSheet, rows: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>>
}

/** `frames` are what `archiveFrames` makes; answers a ZIP archive. */
export type ArchivesDoor = {
  write(frames: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>>
}
