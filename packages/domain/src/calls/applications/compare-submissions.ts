import type { AttachmentCard, FormField, FormValue, FormValues } from '../design/form.ts'
import { matchRows, type Row, type RowChange } from './match-rows.ts'
import { type Segment, textDifference } from './text-difference.ts'

/** One side of a comparison: what was handed in and the form it was written under. */
export type ComparedSubmission = {
  title: string
  form: readonly FormField[]
  values: FormValues
  attachments: readonly AttachmentCard[]
}

type Change = 'same' | 'added' | 'removed' | 'changed'

/**
 * One question on both sides. `before` and `after` are the field as each form asked it, null where it did not;
 * `segments` of texts and `rows` of tables tell inside a changed answer what changed.
 */
type FieldChange = {
  key: string
  change: Change
  before: { field: FormField; value: FormValue } | null
  after: { field: FormField; value: FormValue } | null
  segments: Segment[] | null
  rows: RowChange[] | null
}

/** Files are the same by their bytes; a file of the same bytes under another name is `renamed`. */
type AttachmentChange = {
  change: 'same' | 'added' | 'removed' | 'changed' | 'renamed'
  before: AttachmentCard | null
  after: AttachmentCard | null
}

export type Comparison = {
  title: { change: Change; segments: Segment[] }
  fields: FieldChange[]
  attachments: AttachmentChange[]
}

/** The column that names a row, by type of field; a plain table is named by its first column. */
const NAMING: Partial<Record<string, string>> = {
  people: 'name',
  milestones: 'text',
  courses: 'title',
  budget: 'item',
  file: 'name',
}

function answerOf(values: FormValues, key: string): FormValue {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null
}

function saysNothing(value: FormValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Rows of a file field name their attachment by id; people know it by name, a comparison by its bytes. */
function rowsOf({ attachments }: ComparedSubmission, field: FormField, value: FormValue): Row[] {
  const rows = Array.isArray(value) ? value : []
  if (String(field.type) !== 'file') return rows
  return rows.map((row) => {
    const card = attachments.find(({ id }) => id === row['attachment'])
    return { name: card?.name ?? '', sha256: card?.sha256 ?? String(row['attachment'] ?? '') }
  })
}

function changeOf(before: FormValue, after: FormValue, differs: boolean): Change {
  if (saysNothing(before)) return saysNothing(after) ? 'same' : 'added'
  if (saysNothing(after)) return 'removed'
  return differs ? 'changed' : 'same'
}

function compareField(
  from: ComparedSubmission,
  to: ComparedSubmission,
  asked: { before: FormField | undefined; after: FormField | undefined },
): FieldChange {
  const field = asked.after ?? asked.before
  const key = field?.key ?? ''
  const [old, value] = [answerOf(from.values, key), answerOf(to.values, key)]
  const sides = {
    key,
    before: asked.before ? { field: asked.before, value: old } : null,
    after: asked.after ? { field: asked.after, value } : null,
  }
  if (!asked.before || !asked.after)
    return { ...sides, change: asked.after ? 'added' : 'removed', segments: null, rows: null }
  const retyped = asked.before.type !== asked.after.type
  if (!retyped && (Array.isArray(old) || Array.isArray(value))) {
    const name = NAMING[asked.after.type] ?? asked.after.columns?.[0]?.key ?? null
    const rows = matchRows(rowsOf(from, asked.before, old), rowsOf(to, asked.after, value), name)
    const differs = rows.some((row) => row.change !== 'same' || row.moved)
    return { ...sides, change: changeOf(old, value, differs), segments: null, rows: differs ? rows : null }
  }
  const change = changeOf(old, value, retyped || old !== value)
  const texts = !retyped && ['text', 'longtext'].includes(asked.after.type) && change === 'changed'
  return { ...sides, change, segments: texts ? textDifference(String(old), String(value)) : null, rows: null }
}

/** Fields in the order of the later form; those it no longer asks stand after the field they followed before. */
function fieldOrder(before: readonly FormField[], after: readonly FormField[]): string[] {
  const keys = after.map(({ key }) => key)
  let place = 0
  for (const { key } of before) {
    const at = keys.indexOf(key)
    if (at >= 0) place = at + 1
    else keys.splice(place++, 0, key)
  }
  return keys
}

function compareAttachments(before: readonly AttachmentCard[], after: readonly AttachmentCard[]): AttachmentChange[] {
  const left = [...before]
  const take = (fits: (card: AttachmentCard) => boolean) => {
    const at = left.findIndex(fits)
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null)
  }
  const found = new Map<AttachmentCard, AttachmentChange>()
  const pair = (change: AttachmentChange['change'], fits: (old: AttachmentCard, card: AttachmentCard) => boolean) => {
    for (const card of after) {
      const old = found.has(card) ? null : take((candidate) => fits(candidate, card))
      if (old) found.set(card, { change, before: old, after: card })
    }
  }
  pair('same', (old, card) => old.sha256 === card.sha256 && old.name === card.name)
  pair('renamed', (old, card) => old.sha256 === card.sha256)
  pair('changed', (old, card) => old.name === card.name)
  return [
    ...after.map((card) => found.get(card) ?? { change: 'added' as const, before: null, after: card }),
    ...left.map((card) => ({ change: 'removed' as const, before: card, after: null })),
  ]
}

/**
 * Two submissions of one application field by field, also when the call's form changed between them. A question that
 * only one form asks is `added` or `removed`; an answer given for the first time is `added`, one taken back `removed`.
 */
export function compareSubmissions(from: ComparedSubmission, to: ComparedSubmission): Comparison {
  const find = (form: readonly FormField[], key: string) => form.find((field) => field.key === key)
  return {
    title: {
      change: from.title === to.title ? 'same' : 'changed',
      segments: textDifference(from.title, to.title),
    },
    fields: fieldOrder(from.form, to.form).map((key) =>
      compareField(from, to, { before: find(from.form, key), after: find(to.form, key) }),
    ),
    attachments: compareAttachments(from.attachments, to.attachments),
  }
}
