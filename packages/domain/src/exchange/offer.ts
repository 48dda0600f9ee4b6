import type { CohortContent, CohortRules, CohortStage, CohortState } from '../delivery/cohort.ts'
import type { DistrictKind } from '../identity/visitor.ts'
import type { Machine } from '../shared/machine.ts'
import type { AccreditationPeriod } from '../teachers/accreditation.ts'

/** A session of a cohort as the invited see it: instants in UTC, `minutes` are what it is worth when attended whole. */
type OfferedSession = {
  id: string
  topic: string
  module: string
  channel: string
  place: string
  startsAt: string
  endsAt: string
  minutes: number
}

/** A cohort as its bureau describes it to those it invites: no person is in it but the trainers' public names. */
export type OfferedCohort = CohortContent & {
  id: string
  title: string
  projectTitle: string
  projectNumber: string
  unitName: string
  /** Null: nobody accredited carries it out, its hours wait for the receiver's own office. */
  provider: {
    name: string
    periods: Pick<AccreditationPeriod, 'levels' | 'number' | 'from' | 'to' | 'endedOn'>[]
  } | null
  state: CohortState
  minutes: number
  startsOn: string
  endsOn: string
  stages: CohortStage[]
  rules: CohortRules
  sessions: OfferedSession[]
}

/** Bureaus that invite others: a city or a province for the districts below it, any bureau for its neighbours' teachers. */
export function isSuperior(kind: DistrictKind): boolean {
  return kind === 'city' || kind === 'province'
}

export type CohortOfferState = 'sent' | 'received' | 'refused' | 'withdrawn' | 'ended'
export type CohortOfferAction = 'receive' | 'refuse' | 'withdraw' | 'lapse' | 'end'

/** The life of places offered to another bureau, where the cohort is (domain.md §7, item 10). */
export const COHORT_OFFER: Machine<CohortOfferState, CohortOfferAction> = {
  entity: 'cohort_offer',
  title: '跨局名额',
  initial: 'sent',
  states: {
    sent: '已发出，等待对方签收',
    received: '对方已签收',
    refused: '未送达',
    withdrawn: '已撤回或到期收回',
    ended: '班次已结束',
  },
  moves: [
    { action: 'receive', from: ['sent'], to: 'received', roles: ['system'], meaning: '对方签收' },
    { action: 'refuse', from: ['sent'], to: 'refused', roles: ['system'], meaning: '对方退回' },
    {
      action: 'withdraw',
      from: ['sent', 'received'],
      to: 'withdrawn',
      roles: ['office'],
      note: 'required',
      meaning: '撤回名额，不再接受该局推荐',
    },
    {
      action: 'lapse',
      from: ['sent', 'received'],
      to: 'withdrawn',
      roles: ['system'],
      meaning: '名额到期，未用的收回',
    },
    { action: 'end', from: ['sent', 'received'], to: 'ended', roles: ['system'], meaning: '班次结束' },
  ],
  waits: {},
}

export type OfferState = 'open' | 'closed' | 'withdrawn'
export type OfferAction = 'close' | 'reopen' | 'withdraw'

/** The life of the same places where the teachers are: it follows what the organiser says. */
export const OFFER: Machine<OfferState, OfferAction> = {
  entity: 'offer',
  title: '外局名额',
  initial: 'open',
  alsoInitial: ['closed'],
  states: {
    open: '正在接受推荐',
    closed: '推荐已截止',
    withdrawn: '主办局已撤回、到期收回或取消',
  },
  moves: [
    { action: 'close', from: ['open'], to: 'closed', roles: ['system'], meaning: '主办局截止推荐' },
    { action: 'reopen', from: ['closed', 'withdrawn'], to: 'open', roles: ['system'], meaning: '主办局重新开放' },
    {
      action: 'withdraw',
      from: ['open', 'closed'],
      to: 'withdrawn',
      roles: ['system'],
      meaning: '主办局撤回、到期收回或取消',
    },
  ],
  waits: { open: [{ role: 'office', by: 'guest.propose' }] },
}

/** What the state of a cohort means for who is invited to it. */
export function offerStateOf(cohort: CohortState, withdrawn: boolean): OfferState {
  if (withdrawn || cohort === 'cancelled') return 'withdrawn'
  return cohort === 'nominating' ? 'open' : 'closed'
}
