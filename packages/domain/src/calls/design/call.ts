import type { Machine } from '../../shared/machine.ts'

export const CALL_KINDS = [
  'training_project',
  'studio',
  'base',
  'development_school',
  'demonstration_school',
  'flagship',
  'honour',
] as const
export type CallKind = (typeof CALL_KINDS)[number]

/** What an approval of each kind of call brings into being. */
export const APPROVAL_CREATES: Record<CallKind, 'project' | 'listing'> = {
  training_project: 'project',
  studio: 'project',
  base: 'project',
  development_school: 'project',
  demonstration_school: 'project',
  flagship: 'listing',
  honour: 'project',
}

export const LEVELS = ['national', 'province', 'city', 'district', 'school', 'studio'] as const
export const PHASES = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special'] as const

/** What may apply: a school, an accredited provider, or a bureau that nominates. */
export const UNIT_KINDS = ['school', 'provider', 'district'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Who may apply beyond the kind of unit: no phases means all; a provider must be accredited for the call's level on the day. */
export type Eligibility = { phases: (typeof PHASES)[number][]; accredited: boolean; ethicsVeto: boolean }

export const BLINDNESS = ['none', 'single', 'double'] as const
export const METHODS = ['mean', 'median', 'trimmed', 'severity_adjusted'] as const

export type CallState = 'draft' | 'open' | 'closed'
export type CallAction = 'open' | 'close' | 'reopen'

/** The life of a call (申报批次), domain.md §3. */
export const CALL: Machine<CallState, CallAction> = {
  entity: 'call',
  title: '申报批次',
  initial: 'draft',
  states: { draft: '编制中，学校看不到', open: '已发布，在起止时间内可以申报', closed: '已截止，不再接受申报' },
  moves: [
    { action: 'open', from: ['draft'], to: 'open', roles: ['office'], meaning: '发布通知' },
    { action: 'close', from: ['open'], to: 'closed', roles: ['office', 'system'], meaning: '截止' },
    { action: 'reopen', from: ['closed'], to: 'open', roles: ['office'], note: 'required', meaning: '重新开放' },
  ],
  waits: { draft: [{ role: 'office' }] },
}

/** Whether a submission at `now` is in the window. Instants are ISO UTC strings of one format, so they compare as text. */
export function windowOpen(
  call: { state: string; opensAt: string; closesAt: string },
  now: string,
  extendedUntil: string | null,
): boolean {
  const until = extendedUntil !== null && extendedUntil > call.closesAt ? extendedUntil : call.closesAt
  const mayClose = call.state === 'open' || (call.state === 'closed' && extendedUntil !== null && now < extendedUntil)
  return mayClose && call.opensAt <= now && now < until
}
