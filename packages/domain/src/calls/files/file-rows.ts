import type { FieldProblem } from '../../shared/result.ts'
import type { FormField, FormValue, FormValues } from '../design/form.ts'

function step(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function rowsOf(value: FormValue | undefined) {
  return Array.isArray(value) ? value : []
}

function fileFields(form: readonly FormField[], values: FormValues): FormField[] {
  return form.filter(({ key, type }) => type === 'file' && Object.hasOwn(values, key))
}

/** Answers that name files which the application does not have (any more). Pointers are relative to the values. */
export function checkFileRows(
  form: readonly FormField[],
  values: FormValues,
  attachments: readonly { id: string }[],
): FieldProblem[] {
  const known = new Set<unknown>(attachments.map(({ id }) => id))
  return fileFields(form, values).flatMap(({ key }) =>
    rowsOf(values[key]).flatMap((row, index) =>
      known.has(row['attachment']) ? [] : [{ pointer: step(key) + step(index), problem: 'no_such_attachment' }],
    ),
  )
}

/** The answers with every file under its new id; one that has none goes. */
export function renamedFiles(
  form: readonly FormField[],
  values: FormValues,
  idOf: (attachment: string) => string | undefined,
): FormValues {
  const changed = fileFields(form, values).map(({ key }): [string, FormValue] => [
    key,
    rowsOf(values[key]).flatMap((row) => {
      const id = idOf(String(row['attachment']))
      return id === undefined ? [] : [{ ...row, attachment: id }]
    }),
  ])
  return { ...values, ...Object.fromEntries(changed) }
}
