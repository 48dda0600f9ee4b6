import type { FileItem } from './file-item.ts'
import type { Choice } from './select.tsx'

export type FormFieldType =
  | 'text'
  | 'longtext'
  | 'number'
  | 'money'
  | 'date'
  | 'choice'
  | 'table'
  | 'people'
  | 'stages'
  | 'courses'
  | 'budget'
  | 'file'

/** Bounds the form shows; the server is the one that holds them. Money in fen, dates as `2026-11-21`. */
interface FormLimits {
  maxLength?: number | undefined
  decimals?: number | undefined
  unit?: string | undefined
  minDate?: string | undefined
  maxDate?: string | undefined
  /** More than one choice may be taken: the value is then a list. */
  multiple?: boolean | undefined
  minRows?: number | undefined
  maxRows?: number | undefined
  accept?: string | undefined
  maxBytes?: number | undefined
  maxFiles?: number | undefined
}

/** One field of a form that is data. */
export interface FormField {
  key: string
  title: string
  type: FormFieldType
  required?: boolean | undefined
  limits?: FormLimits | undefined
  help?: string | undefined
  /** Tells who applies, so blind review hides it. */
  identifying?: boolean | undefined
  choices?: readonly Choice[] | undefined
  /** Of `table`, `stages` and `courses`, and of `people` when the four usual ones do not do. */
  columns?: readonly FormField[] | undefined
}

export type FormValues = Readonly<Record<string, unknown>>

/** Errors by JSON pointer, as `/form/title` or `/form/budget/0/amount`. */
export type FormErrors = Readonly<Record<string, string>>

export function pointerTo(base: string, key: string | number): string {
  return `${base}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function asNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

export function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []
}

export function asRows(value: unknown): FormValues[] {
  return Array.isArray(value) ? value.filter((row): row is FormValues => typeof row === 'object' && row !== null) : []
}

export function asFiles(value: unknown): FileItem[] {
  return asRows(value).flatMap((row) => {
    const { id, name, size, progress, error, href } = row
    if (typeof id !== 'string' || typeof name !== 'string' || typeof size !== 'number') return []
    return [
      {
        id,
        name,
        size,
        progress: asNumber(progress) ?? undefined,
        error: asText(error) || undefined,
        href: asText(href) || undefined,
      },
    ]
  })
}
