import type { Policy } from '../policy.ts'

/** What the samples have in common; each names what it sets otherwise. Hours of 60 minutes as in the forms of the 国培 programme. */
export const SAMPLE_FRAME: Omit<Policy, 'title' | 'cycle' | 'requirements'> = {
  version: 1,
  validFrom: '2017-01-01',
  validTo: null,
  minutesPerHour: 60,
  attendance: null,
  accreditedOnly: true,
  conversions: [],
  caps: [],
  leave: null,
  exemptions: [],
  carryOver: null,
}

/** A policy that a bureau may start from; `source` says where its figures come from. */
export type PolicySample = { key: string; source: string; policy: Policy }
