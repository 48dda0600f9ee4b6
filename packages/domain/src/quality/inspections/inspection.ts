import type { Machine } from '../../shared/machine.ts'
import type { FieldProblem } from '../../shared/result.ts'
import { type Hundredths, rational, toHundredths } from '../rational.ts'
import { leaves, type Nature, type Rubric } from '../rubrics/rubric.ts'
import { HALF_POINT, VETO_RAISED } from '../scoring/scoresheet.ts'

/** What a visitor answers to one item: points of a criterion, whether a veto is raised, or yes and no to a plain check. */
type CheckKind = 'points' | 'veto' | 'yes_no'

/** One item of the list that a visit goes through. `max` in hundredths, 0 where there are no points. */
export type CheckItem = {
  key: string
  title: string
  kind: CheckKind
  nature: Nature | null
  max: Hundredths
  help: string
}

/** `na`: it does not apply here, which gives no figure and never zero. */
type CheckAnswer = 'yes' | 'no' | 'na'

/** What stands for an item. `score` in hundredths; `at` is the instant on the visitor's device. */
export type CheckEntry = { score: Hundredths | null; answer: CheckAnswer | null; note: string; at: string }

/** What a device sends: `seen` is the instant of the entry it was written over, null where there was none. */
export type CheckChange = CheckEntry & { key: string; seen: string | null }

/** `earlier`: an entry from another device that a later one took the place of without having seen it. */
type KeptEntry = CheckEntry & { earlier?: CheckEntry | undefined }
export type Entries = Record<string, KeptEntry>

export type InspectionState = 'planned' | 'sealed' | 'released' | 'cancelled'
export type InspectionAction = 'seal' | 'reopen' | 'release' | 'cancel'

/** The life of a visit (现场考察): sealed with the sheet of its last visitor. */
export const INSPECTION: Machine<InspectionState, InspectionAction> = {
  entity: 'inspection',
  title: '现场考察',
  initial: 'planned',
  states: {
    planned: '已安排，考察人员正在填写',
    sealed: '各考察人员均已封存',
    released: '结果已告知被考察单位',
    cancelled: '已取消',
  },
  moves: [
    {
      action: 'seal',
      from: ['planned'],
      to: 'sealed',
      roles: ['expert', 'office'],
      via: 'sealInspectionSheet',
      meaning: '最后一份考察记录封存',
    },
    {
      action: 'reopen',
      from: ['sealed', 'released'],
      to: 'planned',
      roles: ['office'],
      via: 'reopenInspectionSheet',
      meaning: '退回一份考察记录',
    },
    { action: 'release', from: ['sealed'], to: 'released', roles: ['office'], meaning: '向单位公布考察结果' },
    { action: 'cancel', from: ['planned'], to: 'cancelled', roles: ['office'], note: 'required', meaning: '取消考察' },
  ],
  waits: { sealed: [{ role: 'office', days: 7 }] },
}

export type InspectionSheetState = 'open' | 'sealed' | 'cancelled'
export type InspectionSheetAction = 'seal' | 'reopen' | 'cancel'

/** The life of one visitor's record of a visit (考察记录). */
export const INSPECTION_SHEET: Machine<InspectionSheetState, InspectionSheetAction> = {
  entity: 'inspection_sheet',
  title: '考察记录',
  initial: 'open',
  states: { open: '填写中', sealed: '已封存', cancelled: '考察已取消' },
  moves: [
    { action: 'seal', from: ['open'], to: 'sealed', roles: ['expert', 'office'], meaning: '封存考察记录' },
    { action: 'reopen', from: ['sealed'], to: 'open', roles: ['office'], note: 'required', meaning: '退回重填' },
    {
      action: 'cancel',
      from: ['open', 'sealed'],
      to: 'cancelled',
      roles: ['office'],
      via: 'cancelInspection',
      meaning: '随考察一并取消',
    },
  ],
  waits: {
    open: [
      { role: 'expert', days: 7 },
      { role: 'office', days: 7 },
    ],
  },
}

/** Plain checks that every visit begins with unless the bureau set its own; a template of `check.1`, `check.2` … */
export type InspectionSetting = { checks: string[] }
export const DEFAULT_INSPECTION: InspectionSetting = {
  checks: ['培训场地与申报材料一致', '考勤记录与现场人数一致', '过程性材料（方案、课表、签到、简报）齐全'],
}

const CHECK_PREFIX = 'check.'

/** The list of a visit: the inspection leaves of the rubric in their order, then the plain checks. */
export function checklistOf(
  rubric: Rubric | null,
  checks: readonly { title: string; help?: string | undefined }[],
): CheckItem[] {
  const scored = (rubric === null ? [] : leaves(rubric)).filter((leaf) => leaf.source === 'inspection')
  return [
    ...scored.map(
      ({ key, title, nature, max, help }): CheckItem => ({
        key,
        title,
        kind: nature === 'veto' ? 'veto' : 'points',
        nature,
        max,
        help: help ?? '',
      }),
    ),
    ...checks.map(
      ({ title, help }, index): CheckItem => ({
        key: `${CHECK_PREFIX}${index + 1}`,
        title,
        kind: 'yes_no',
        nature: null,
        max: 0,
        help: help ?? '',
      }),
    ),
  ]
}

function sameEntry(a: CheckEntry, b: CheckEntry): boolean {
  return a.score === b.score && a.answer === b.answer && a.note === b.note
}

/**
 * Takes the changes of one device into what stands. A change that had seen what stands takes its place; of two that had not seen one
 * another the later stays and keeps the other beside it. The order in which devices send plays no part, and sending twice changes nothing.
 */
export function mergeEntries(standing: Entries, changes: readonly CheckChange[]): Entries {
  const merged: Entries = { ...standing }
  for (const { key, seen, ...entry } of changes) {
    const before = Object.hasOwn(merged, key) ? merged[key] : undefined
    if (before === undefined || before.at === seen) merged[key] = entry
    else if (before.at !== entry.at) {
      const { earlier: _, ...other } = before
      const [later, lost] = entry.at > before.at ? [entry, other] : [other, entry]
      merged[key] = sameEntry(later, lost) ? later : { ...later, earlier: lost }
    }
  }
  return merged
}

function pointer(key: string, member: string): string {
  return `/entries/${key.replaceAll('~', '~0').replaceAll('/', '~1')}/${member}`
}

/** What is wrong with one entry; a score is in half points up to the item's own most. */
function checkEntry(item: CheckItem, { score, answer }: CheckEntry): FieldProblem[] {
  if (item.kind !== 'points') {
    return score === null ? [] : [{ pointer: pointer(item.key, 'score'), problem: 'not_a_choice' }]
  }
  if (answer !== null && answer !== 'na') return [{ pointer: pointer(item.key, 'answer'), problem: 'not_a_choice' }]
  if (score === null) return []
  if (answer === 'na') return [{ pointer: pointer(item.key, 'score'), problem: 'not_a_choice' }]
  if (!Number.isSafeInteger(score) || score < 0 || score > item.max)
    return [{ pointer: pointer(item.key, 'score'), problem: 'out_of_range', limit: item.max }]
  return score % HALF_POINT === 0
    ? []
    : [{ pointer: pointer(item.key, 'score'), problem: 'not_half_point', limit: HALF_POINT }]
}

function answered({ kind }: CheckItem, entry: CheckEntry | undefined): boolean {
  if (entry === undefined) return false
  return kind === 'points' ? entry.score !== null || entry.answer === 'na' : entry.answer !== null
}

/** What is wrong with the entries of a sheet; when it is to be `complete`, every item has to be answered and a veto raised says why. */
export function checkEntries(
  list: readonly CheckItem[],
  entries: Readonly<Record<string, CheckEntry>>,
  { complete }: { complete: boolean },
): FieldProblem[] {
  const known = new Map(list.map((item) => [item.key, item]))
  const strange = Object.keys(entries).filter((key) => !known.has(key))
  return [
    ...strange.map((key) => ({ pointer: pointer(key, 'key'), problem: 'unknown_criterion' })),
    ...list.flatMap((item) => {
      const entry = Object.hasOwn(entries, item.key) ? entries[item.key] : undefined
      const wrong = entry === undefined ? [] : checkEntry(item, entry)
      if (wrong.length > 0 || !complete) return wrong
      if (!answered(item, entry)) return [{ pointer: pointer(item.key, 'score'), problem: 'required' }]
      const bare = item.kind === 'veto' && entry?.answer === 'yes' && entry.note.trim() === ''
      return bare ? [{ pointer: pointer(item.key, 'note'), problem: 'required' }] : []
    }),
  ]
}

/**
 * Figures of the inspection leaves from the sealed sheets of a project's visits: of points the mean of those who gave any, rounded once
 * to hundredths, half up; a veto is raised when one of them raised it. An item that did not apply to anybody has no figure.
 */
export function inspectedFigures(
  list: readonly CheckItem[],
  sheets: readonly Readonly<Record<string, CheckEntry>>[],
): Record<string, Hundredths> {
  const figures: Record<string, Hundredths> = {}
  for (const item of list) {
    const given = sheets.flatMap((entries) => (Object.hasOwn(entries, item.key) ? [entries[item.key]] : []))
    if (item.kind === 'veto') {
      const said = given.filter((entry) => entry?.answer === 'yes' || entry?.answer === 'no')
      if (said.length > 0) figures[item.key] = said.some((entry) => entry?.answer === 'yes') ? VETO_RAISED : 0
    }
    if (item.kind === 'points') {
      const scores = given.flatMap((entry) => (entry && entry.score !== null ? [entry.score] : []))
      if (scores.length > 0)
        figures[item.key] = toHundredths(
          rational(
            scores.reduce((all, score) => all + score, 0),
            scores.length * 100,
          ),
        )
    }
  }
  return figures
}
