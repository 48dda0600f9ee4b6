import { isCalendarDate } from '../shared/china-time.ts'
import type { FieldProblem } from '../shared/result.ts'
import type { PrintedCertificate } from './certificate.ts'

/** 一学时 of a bureau without a policy of its own, in minutes: a lesson. */
export const LESSON_MINUTES = 45

/** Hours as they are printed: two decimals at most, half up, none where they are zeros. */
export function printedHours(minutes: number, minutesPerHour: number): string {
  return String(Math.floor((minutes * 200 + minutesPerHour) / (2 * minutesPerHour)) / 100)
}

type Fixed = 'number' | 'projectNumber' | 'level' | 'issuer' | 'issuedOn'
/** What may be put right on a paper; what is absent stays. */
export type Corrections = { [K in Exclude<keyof PrintedCertificate, Fixed>]?: string | undefined }

/** What is wrong with corrections of a printed certificate, by pointer into them. */
export function checkCorrections(printed: PrintedCertificate, corrections: Corrections): FieldProblem[] {
  const given = Object.entries(corrections).filter(([, value]) => value !== undefined)
  const changed = given.filter(([key, value]) => printed[key as keyof PrintedCertificate] !== value)
  if (changed.length === 0)
    return [{ pointer: '', problem: 'required', detail: '没有任何一项与原证书不同：只是证书遗失的，重新打印即可' }]
  const { from = printed.from, to = printed.to } = corrections
  if (!isCalendarDate(from)) return [{ pointer: '/from', problem: 'not_a_date' }]
  if (!isCalendarDate(to)) return [{ pointer: '/to', problem: 'not_a_date' }]
  return from <= to ? [] : [{ pointer: '/to', problem: 'ends_before_start' }]
}

/** The certificate as it is issued anew: what is not corrected stays, number and day are its own. */
export function correctedCertificate(
  printed: PrintedCertificate,
  corrections: Corrections,
  anew: { number: string; issuedOn: string },
): PrintedCertificate {
  const given = Object.fromEntries(Object.entries(corrections).filter(([, value]) => value !== undefined))
  const { hours } = { ...printed, ...given }
  return { ...printed, ...given, hours: String(Number(hours)), ...anew }
}
