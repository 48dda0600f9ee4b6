import type { EnrolmentState } from '../delivery/enrolment.ts'
import type { Machine } from '../shared/machine.ts'

/** Before it leaves the house a nomination is proposed; from then on its state is that of the enrolment at the organiser. */
export type GuestState = 'proposed' | EnrolmentState
export type GuestAction = 'send' | 'queue' | 'offer' | 'admit' | 'accept' | 'refuse' | 'withdraw' | 'complete' | 'fail'

const SENDERS = ['school_admin', 'registrar', 'office'] as const

/** States in which a nomination holds one of the places that the organiser offered. */
export const LIVE_GUEST_STATES: readonly GuestState[] = [
  'nominated',
  'waiting',
  'offered',
  'enrolled',
  'completed',
  'failed',
]

/** Who takes part in a cohort of another bureau, as their own bureau keeps it. */
export const GUEST: Machine<GuestState, GuestAction> = {
  entity: 'guest',
  title: '外派学员',
  initial: 'proposed',
  states: {
    proposed: '学校已推荐，等待本局报送',
    nominated: '已报送，等待主办局录取',
    waiting: '主办局列入候补',
    offered: '候补递补，等待学校确认',
    enrolled: '主办局已录取',
    completed: '已结业',
    failed: '未结业',
    withdrawn: '已退出',
    refused: '未录取',
  },
  moves: [
    {
      action: 'send',
      from: ['proposed'],
      to: 'nominated',
      roles: ['office'],
      via: 'offer.send',
      meaning: '报送主办局',
    },
    { action: 'queue', from: ['nominated', 'offered'], to: 'waiting', roles: ['system'], meaning: '主办局列入候补' },
    { action: 'offer', from: ['waiting'], to: 'offered', roles: ['system'], meaning: '主办局通知递补' },
    {
      action: 'admit',
      from: ['nominated', 'waiting', 'offered'],
      to: 'enrolled',
      roles: ['system'],
      meaning: '主办局录取',
    },
    { action: 'accept', from: ['offered'], to: 'enrolled', roles: SENDERS, meaning: '确认参加' },
    {
      action: 'refuse',
      from: ['proposed'],
      to: 'refused',
      roles: ['office'],
      note: 'required',
      meaning: '不报送',
    },
    {
      action: 'refuse',
      from: ['proposed', 'nominated', 'waiting', 'offered'],
      to: 'refused',
      roles: ['system'],
      meaning: '主办局未录取，或名额已收回',
    },
    {
      action: 'withdraw',
      from: ['proposed', 'nominated', 'waiting', 'offered', 'enrolled'],
      to: 'withdrawn',
      roles: [...SENDERS, 'system'],
      note: 'required',
      meaning: '退出',
    },
    { action: 'complete', from: ['enrolled'], to: 'completed', roles: ['system'], meaning: '主办局结业' },
    { action: 'fail', from: ['enrolled'], to: 'failed', roles: ['system'], meaning: '主办局未予结业' },
  ],
  waits: {
    proposed: [{ role: 'office', days: 3 }],
    offered: [
      { role: 'registrar', days: 3 },
      { role: 'school_admin', days: 3 },
    ],
    enrolled: [{ role: 'teacher', by: 'session.attend' }],
  },
}

/**
 * Whether what the organiser says of an enrolment is taken over: queues do not keep order, so an older word never stands
 * above a newer one, and what a nomination has come to in the end is not undone by a letter that says less.
 */
export function isNews(known: { state: GuestState; toldVersion: number }, told: { version: number }): boolean {
  return known.state !== 'proposed' && told.version > known.toldVersion
}
