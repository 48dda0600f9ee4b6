import type { applicationById } from '@shixun/db/tenant/calls'
import { carryValues, type FormChanges } from '@shixun/domain/calls/applications/carry-values'
import { addLeft } from '@shixun/domain/calls/applications/left-values'
import type { FormField, FormValues, LeftValue } from '@shixun/domain/calls/design/form'
import { NOMINATION_FORM } from '@shixun/domain/flagship/nomination-form'

type Stored = ReturnType<ReturnType<typeof applicationById>['decode']>
export type SavedForm = { no: number; form: FormField[] }
/** How the form changed since the number under which a draft was last saved. */
export type ChangesSince = FormChanges & { since: number }
type Carried = { values: FormValues; left: LeftValue[]; changes: ChangesSince }

export function isWritable(state: string): boolean {
  return state === 'draft' || state === 'returned'
}

/** Answers that were written under one form, on to another with its number. */
export function carriedTo(
  from: SavedForm,
  to: SavedForm,
  values: FormValues,
  leftBefore: readonly LeftValue[],
): Carried {
  const { values: carried, left, changes } = carryValues(from.form, to.form, values, to.no)
  return { values: carried, left: addLeft(leftBefore, left), changes: { ...changes, since: from.no } }
}

/** The form of a draft that was taken over from the catalogue and belongs to no call yet: a listing's own. */
export const ADOPTED_FORM: SavedForm = { no: 1, form: [...NOMINATION_FORM] }

/**
 * An application with the form its answers stand under. What is still being written is carried to the call's form of
 * today; everything else keeps the form it was handed in with.
 */
export function underItsForm<Row extends Stored>(
  row: Row,
  saved: SavedForm | null,
): Row & { formChanges: ChangesSince | null } {
  const current = row.form === null || row.callFormNo === null ? null : { no: row.callFormNo, form: row.form }
  if (saved === null || current === null || saved.no === current.no) return { ...row, formChanges: null }
  if (!isWritable(row.state)) return { ...row, form: saved.form, formChanges: null }
  const { values, left, changes } = carriedTo(saved, current, row.formValues, row.leftValues)
  return { ...row, formValues: values, leftValues: left, formNo: current.no, formChanges: changes }
}
