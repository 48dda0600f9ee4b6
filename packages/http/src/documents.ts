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
  /** The cells below take numbers from the first to the second only, in steps of a half. */
  between?: readonly [number, number]
  required?: boolean
}

export type WrittenSheet = {
  format: 'xlsx' | 'csv'
  /** Name of the sheet. */
  name: string
  columns: readonly WrittenColumn[]
  /** Small sheets behind the first, rows and all; CSV has none. */
  more?: readonly { name: string; columns: readonly WrittenColumn[]; rows: readonly (readonly WrittenCell[])[] }[]
  /** Lines of a last sheet 填写说明; CSV has none. */
  instructions?: readonly string[]
}

/** `rows` are UTF-8 NDJSON: one array of cells a line. */
export type WorkbooksDoor = {
  write(sheet: WrittenSheet, rows: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>>
}

/** Why a file cannot be shown without what tells who made it. */
export type UncleanReason = 'encrypted' | 'unknown' | 'old-format' | 'embedded' | 'broken' | 'too-large'

/**
 * What became of a file: its bytes without what tells who made it, which of the names its text says, and whether that
 * text is all of it; or why there is no such copy.
 */
export type Cleaned =
  | { size: number; body: ReadableStream<Uint8Array>; names: string[]; whole: boolean }
  | { unclean: UncleanReason }

/** Takes out of a file what tells who made it: authors, programs, places, dates, thumbnails, earlier revisions. */
export type CleanerDoor = {
  clean(
    body: ReadableStream<Uint8Array>,
    file: { mediaType: string; size: number; names: readonly string[] },
  ): Promise<Cleaned>
}

/** `frames` are what `archiveFrames` makes; answers a ZIP archive. */
export type ArchivesDoor = {
  write(frames: ReadableStream<Uint8Array>): Promise<ReadableStream<Uint8Array>>
}
