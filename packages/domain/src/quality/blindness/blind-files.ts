import { type DocumentCheck, type DocumentState, documentState, withheldReason } from './expert-document.ts'

type File = {
  id: string
  name: string
  mediaType: string
  size: number
  check?: DocumentCheck | null
  /** Of the copy that is shown, which may be of another kind. */
  shownType?: string | null
}
type Field = { key: string; title: string; type: string; identifying?: boolean | undefined }
type Values = Readonly<Record<string, unknown>>

/**
 * What an expert sees of an attachment. `id` is its place among the application's files, because an attachment's own id
 * tells the hour of its upload.
 */
export type ShownFile = {
  id: string
  name: string
  mediaType: string
  size: number
  state: 'ready' | 'held' | 'unclean'
  reason: string | null
}

/** A kilobyte: the exact length of a file is a mark that could be looked up elsewhere. */
const ROUND = 1024

/** The copy that is shown may be of another kind than the file that came. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
}

function extensionOf({ name, mediaType, shownType }: File): string {
  return EXTENSIONS[shownType ?? mediaType] ?? /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''
}

function idsIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value.map((row: { attachment?: unknown }) => row.attachment) : []
}

/** The field that a file answers; null for one that hangs loose. */
export function fieldOfFile(id: string, form: readonly Field[], values: Values): Field | null {
  return form.find(({ key, type }) => type === 'file' && idsIn(values[key]).includes(id)) ?? null
}

/** The files as they are, for whom nothing has to be hidden from. */
export function namedFiles(files: readonly File[]): ShownFile[] {
  return files.map(({ name, mediaType, size }, index) => ({
    id: String(index + 1),
    name,
    mediaType,
    size,
    state: 'ready',
    reason: null,
  }))
}

function shownState(state: DocumentState): ShownFile['state'] {
  return state === 'held' || state === 'unclean' ? state : 'ready'
}

/**
 * The attachments under names that tell nobody: the title of the field they answer, or 附件. A file name is free text,
 * and a name in it that nothing else names cannot be found, so that none is kept. Files of identifying fields and those
 * that the office keeps back are dropped; the rest stand in the order of the fields.
 */
export function blindFiles(files: readonly File[], form: readonly Field[], values: Values): ShownFile[] {
  const known = files.map((file, index) => {
    const field = fieldOfFile(file.id, form, values)
    return { file, field, id: String(index + 1), state: documentState(file.check ?? null, field?.identifying === true) }
  })
  const open = known.filter(({ state }) => state !== 'hidden')
  return [...form.filter(({ type }) => type === 'file'), null].flatMap((field) => {
    const own = open.filter((one) => one.field === field)
    return own.map(({ file, id, state }, index) => ({
      id,
      name: `${field?.title ?? '附件'}${own.length > 1 ? ` ${index + 1}` : ''}${extensionOf(file)}`,
      mediaType: file.shownType ?? file.mediaType,
      size: Math.ceil(file.size / ROUND) * ROUND,
      state: shownState(state),
      reason: withheldReason(state),
    }))
  })
}
