import type { Application } from '../applications/application-moves.tsx'

/** A change of the form in the titles of its fields. */
export interface FormChange {
  no: number
  added: readonly string[]
  changed: readonly string[]
  removed: readonly string[]
}

/** How the form that is now answered differs from the one before; null when it does not. */
export function formChangeOf(before: Application | null, now: Application): FormChange | null {
  const changes = now.formChanges
  if (changes === null || (before !== null && before.formNo === now.formNo)) return null
  const old = [...(before?.form ?? []), ...now.leftValues.map(({ field }) => field)]
  const titles = (keys: readonly string[], form: readonly { key: string; title: string }[]) =>
    keys.flatMap((key) => form.find((field) => field.key === key)?.title ?? [])
  return {
    no: now.formNo,
    added: titles(changes.added, now.form),
    changed: titles(changes.changed, now.form),
    removed: titles(changes.removed, old),
  }
}
