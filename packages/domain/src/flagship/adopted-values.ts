import { checkForm, type FormField, type FormValues } from '../calls/design/form.ts'
import { nominationValues } from './nomination-form.ts'
import type { ListingPackage } from './package.ts'

/** What says where a package came from: the provenance of the draft keeps it, the answers do not repeat it. */
const ORIGIN = ['originName', 'originNumber', 'originDistrict', 'originProject', 'score', 'band']

function firstStep(pointer: string): string {
  return pointer.split('/')[1] ?? ''
}

/**
 * A listing as the answers of an adopter's draft: what the form of the call asks under the same key (its courses,
 * whatever their key, are a listing's outline) and takes as it is. Without a form everything is kept.
 */
export function adoptedValues(contents: ListingPackage, form: readonly FormField[] | null): FormValues {
  const values = nominationValues(contents)
  const plain = Object.fromEntries(Object.entries(values).filter(([key]) => !ORIGIN.includes(key)))
  if (form === null) return plain
  const courses = form.find(({ type }) => type === 'courses')?.key ?? 'courses'
  const offered: FormValues = { ...plain, [courses]: values['outline'] ?? [] }
  const asked = Object.fromEntries(Object.entries(offered).filter(([key]) => form.some((field) => field.key === key)))
  const wrong = checkForm(form, asked, false).map(({ pointer }) => firstStep(pointer))
  return Object.fromEntries(Object.entries(asked).filter(([key]) => !wrong.includes(key)))
}
