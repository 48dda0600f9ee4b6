type File = { id: string; name: string; mediaType: string; size: number }
type Field = { key: string; title: string; type: string; identifying?: boolean | undefined }
type Values = Readonly<Record<string, unknown>>

/** What an expert sees of an attachment. */
export type ShownFile = { name: string; mediaType: string; size: number }

function extensionOf(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''
}

function idsIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value.map((row: { attachment?: unknown }) => row.attachment) : []
}

function numbered(title: string, files: readonly File[]): ShownFile[] {
  return files.map(({ name, mediaType, size }, index) => ({
    name: `${title}${files.length > 1 ? ` ${index + 1}` : ''}${extensionOf(name)}`,
    mediaType,
    size,
  }))
}

/**
 * The attachments under names that tell nobody: the title of the field they answer, or 附件. A file name is free text,
 * and a name in it that nothing else names cannot be found, so that none is kept. Files of identifying fields are dropped.
 */
export function blindFiles(files: readonly File[], form: readonly Field[], values: Values): ShownFile[] {
  const fields = form.filter(({ type }) => type === 'file').map((field) => ({ field, ids: idsIn(values[field.key]) }))
  const loose = files.filter(({ id }) => !fields.some(({ ids }) => ids.includes(id)))
  const open = fields.filter(({ field }) => field.identifying !== true)
  return [
    ...open.flatMap(({ field, ids }) =>
      numbered(
        field.title,
        files.filter(({ id }) => ids.includes(id)),
      ),
    ),
    ...numbered('附件', loose),
  ]
}
