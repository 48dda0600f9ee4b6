import { inWords, LEVEL_WORDS, PHASE_WORDS } from '../../shared/field-words.ts'
import { type AccreditationPeriod, accreditedOn, lastDayOf, periodToShow } from '../../teachers/accreditation.ts'
import type { Eligibility, LEVELS, PHASES, UnitKind } from '../design/call.ts'
import type { FormField, FormValues } from '../design/form.ts'

type Level = (typeof LEVELS)[number]
type Phase = (typeof PHASES)[number]

/** A call that asks for nothing more than the kind of unit. */
export const OPEN_TO_ALL: Eligibility = { phases: [], accredited: false, ethicsVeto: false }

/** The unit as the district's rosters know it. Days are China dates, both inclusive. */
type ApplyingUnit =
  | { kind: 'school'; phase: Phase }
  | { kind: 'provider'; periods: readonly AccreditationPeriod[] }
  | { kind: 'district' }

/** A standing ethics record of the unit or of a teacher of it. `until` is the last day it has effect, null for good. */
export type EthicsFinding = {
  subjectKind: 'teacher' | 'school' | 'provider'
  name: string
  result: 'pass' | 'fail'
  until: string | null
}

export type Ineligible =
  | { reason: 'unit_kind'; kinds: readonly UnitKind[] }
  | { reason: 'phase'; phases: readonly Phase[] }
  | { reason: 'accreditation_level'; level: Level }
  | { reason: 'accreditation_day'; from: string; to: string }
  | { reason: 'ethics_unit' }
  | { reason: 'ethics_person'; names: string[] }

type AskingCall = { level: Level; unitKinds: readonly UnitKind[]; eligibility: Eligibility }
/** `names` are the people named in the application; `today` is the day in China. */
type Applying = { unit: ApplyingUnit; names: readonly string[]; records: readonly EthicsFinding[]; today: string }

/** Blanks inside a Chinese name are layout; full-width ones too. */
function plainName(name: string): string {
  return name.replace(/[\s\u3000]+/g, '')
}

/** The people named in the answers to `people` fields, each once. */
export function namesOf(form: readonly FormField[], values: FormValues): string[] {
  const named = form
    .filter(({ type }) => type === 'people')
    .flatMap(({ key }) => {
      const rows = Object.hasOwn(values, key) ? values[key] : null
      return Array.isArray(rows) ? rows.map(({ name }) => plainName(typeof name === 'string' ? name : '')) : []
    })
  return [...new Set(named)].filter((name) => name !== '')
}

function accreditationLacks(unit: Extract<ApplyingUnit, { kind: 'provider' }>, level: Level, today: string) {
  if (accreditedOn(unit.periods, level, today)) return null
  const period = periodToShow(
    unit.periods.filter(({ levels }) => levels.includes(level)),
    today,
  )
  if (period === null) return { reason: 'accreditation_level', level } as const
  return { reason: 'accreditation_day', from: period.from, to: lastDayOf(period) } as const
}

function vetoed(records: readonly EthicsFinding[], names: readonly string[], today: string): Ineligible | null {
  const failing = records.filter(({ result, until }) => result === 'fail' && (until === null || today <= until))
  if (failing.some(({ subjectKind }) => subjectKind !== 'teacher')) return { reason: 'ethics_unit' }
  const struck = failing.map(({ name }) => plainName(name))
  const named = [...new Set(names.map(plainName))].filter((name) => struck.includes(name))
  return named.length > 0 ? { reason: 'ethics_person', names: named } : null
}

/**
 * Whether a unit may apply to the call today, and if not, for what first reason: its kind, its phase, its
 * accreditation for the call's level on this day, or the ethics veto (师德一票否决) on itself or on somebody named.
 */
export function decideEligibility(call: AskingCall, { unit, names, records, today }: Applying): Ineligible | null {
  const { phases, accredited, ethicsVeto } = call.eligibility
  if (!call.unitKinds.includes(unit.kind)) return { reason: 'unit_kind', kinds: call.unitKinds }
  if (unit.kind === 'school' && phases.length > 0 && !phases.includes(unit.phase)) return { reason: 'phase', phases }
  const lacks = unit.kind === 'provider' && accredited ? accreditationLacks(unit, call.level, today) : null
  if (lacks) return lacks
  return ethicsVeto ? vetoed(records, names, today) : null
}

const KIND_WORDS: Record<UnitKind, string> = { school: '学校', provider: '承训单位', district: '教育局' }

/** The refusal in sentences that a school understands: what stands in the way and what to do about it. */
export function ineligibleText(why: Ineligible): string {
  switch (why.reason) {
    case 'unit_kind':
      return `本批次只接受${why.kinds.map((kind) => KIND_WORDS[kind]).join('、')}申报。`
    case 'phase':
      return `本批次只接受${inWords(PHASE_WORDS, why.phases)}学段的学校申报。学段登记有误的，请教育局更正后再申报。`
    case 'accreditation_level':
      return `本单位没有${LEVEL_WORDS[why.level]}培训资质。已取得资质的，请教育局登记后再申报。`
    case 'accreditation_day':
      return `本单位的培训资质有效期为 ${why.from} 至 ${why.to}，今天不在有效期内。已续期的，请教育局更新后再申报。`
    case 'ethics_unit':
      return '本单位有尚在影响期内的师德失范结论，按规定一票否决。'
    case 'ethics_person':
      return `${why.names.join('、')}有尚在影响期内的师德失范结论，按规定一票否决，请更换人选；属于同名的，请教育局核实。`
  }
}
