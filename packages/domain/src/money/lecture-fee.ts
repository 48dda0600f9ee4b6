import { decimalText, fenOf, hundredthsOf, yuanText } from './exact-figures.ts'
import { type Finding, findingOf, type Severity } from './finding.ts'

/** Classes of lecturers by title, whose fees have caps of their own: others by reference to the associate professors. */
export const TRAINER_TITLES = ['other', 'associate', 'full', 'eminent'] as const
export type TrainerTitle = (typeof TRAINER_TITLES)[number]

export const TRAINER_TITLE_WORDS: Readonly<Record<TrainerTitle, string>> = {
  other: '其他人员',
  associate: '副高级职称',
  full: '正高级职称',
  eminent: '院士、全国知名专家',
}

/** A course as far as it is paid: hours in decimals, the fee in fen an hour after tax, `joint` naming classes taught together. */
export type Lecture = {
  title: string
  trainer: string
  trainerTitle: string
  hours: number | null
  halfDays: number | null
  joint: string
  fee: number | null
}

export type LectureRules = {
  lectureFee: Record<TrainerTitle, number>
  halfDayHours: number
  severities: { fee: Severity; halfDay: Severity }
}

/** What one row pays: hours in hundredths, `pay` in hundredths of a fen; `paidBy` is the row that pays for a joint class. */
export type LecturePay = { hours: bigint; pay: bigint; paidBy: number | null }

const QUARTER = 25n
const HUNDRED = 100n

function jointKey({ title, trainer, joint }: Lecture): string | null {
  const named = joint.trim()
  return named === '' ? null : JSON.stringify([named, title.trim(), trainer.trim()])
}

/**
 * The hours that are paid, in hundredths: a half day pays `halfDayHours` at most. A course that does not say how many half
 * days it takes is not cut.
 */
function paidHours(hours: bigint, halfDays: bigint | null, halfDayHours: number): bigint {
  if (halfDays === null || halfDays <= 0n) return hours
  const most = (halfDays * BigInt(halfDayHours)) / HUNDRED
  return hours > most ? most : hours
}

/**
 * What a list of courses costs in lecture fees after tax, row by row. Rows of one course, one trainer and the same joint
 * classes are paid once, by the largest of them, so that their order makes no difference.
 */
export function payLectures(
  lectures: readonly Lecture[],
  halfDayHours: number | null,
): { rows: LecturePay[]; total: bigint } {
  const alone = lectures.map((lecture): LecturePay => {
    const hours = hundredthsOf(lecture.hours) ?? 0n
    const paid = halfDayHours === null ? hours : paidHours(hours, hundredthsOf(lecture.halfDays), halfDayHours)
    return { hours: paid, pay: paid * (fenOf(lecture.fee) ?? 0n), paidBy: null }
  })
  const payers = new Map<string, number>()
  for (const [index, lecture] of lectures.entries()) {
    const key = jointKey(lecture)
    const payer = key === null ? undefined : payers.get(key)
    if (key !== null && (payer === undefined || (alone[index]?.pay ?? 0n) > (alone[payer]?.pay ?? 0n)))
      payers.set(key, index)
  }
  const rows = alone.map((row, index) => {
    const lecture = lectures[index]
    const key = lecture ? jointKey(lecture) : null
    const payer = key === null ? index : (payers.get(key) ?? index)
    return payer === index ? row : { hours: 0n, pay: 0n, paidBy: payer }
  })
  const sum = rows.reduce((all, { pay }) => all + pay, 0n)
  return { rows, total: (sum + HUNDRED / 2n) / HUNDRED }
}

function titleOf(code: string): TrainerTitle {
  return TRAINER_TITLES.find((title) => title === code) ?? 'other'
}

/** Fees above the cap of the lecturer's title, and half days of more hours than are paid. Pointers start at the row. */
export function checkLectures(lectures: readonly Lecture[], rules: LectureRules): Finding[] {
  return lectures.flatMap((lecture, index) => {
    const title = titleOf(lecture.trainerTitle)
    const cap = rules.lectureFee[title]
    const fee = fenOf(lecture.fee)
    const hours = hundredthsOf(lecture.hours) ?? 0n
    const paid = paidHours(hours, hundredthsOf(lecture.halfDays), rules.halfDayHours)
    return [
      ...(fee !== null && fee > BigInt(cap)
        ? findingOf(rules.severities.fee, {
            pointer: `/${index}/fee`,
            rule: 'lecture-fee',
            detail: `讲课费税后每学时不超过 ${yuanText(BigInt(cap))}（${TRAINER_TITLE_WORDS[title]}），现为 ${yuanText(fee)}，请核减或核对职称。`,
            limit: cap,
          })
        : []),
      ...(paid < hours
        ? findingOf(rules.severities.halfDay, {
            pointer: `/${index}/halfDays`,
            rule: 'half-day',
            detail: `半天讲课费最多按 ${decimalText(BigInt(rules.halfDayHours))} 学时计算，这门课 ${decimalText(hours)} 学时只按 ${decimalText(paid)} 学时付讲课费，请核对学时和半天数。`,
            limit: rules.halfDayHours,
          })
        : []),
    ]
  })
}

/** Whether hours are more than none and in quarters. */
export function isQuarterHours(hours: bigint): boolean {
  return hours > 0n && hours % QUARTER === 0n
}
