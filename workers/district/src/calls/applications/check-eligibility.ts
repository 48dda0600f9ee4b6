import {
  failingRecordsOfApplication,
  failingRecordsOfUnit,
  providerFactsOfApplication,
  providerFactsOfUnit,
  schoolFactsOfApplication,
  schoolFactsOfUnit,
} from '@shixun/db/tenant/eligibility'
import { decideEligibility, ineligibleText, namesOf } from '@shixun/domain/calls/applications/eligibility'
import type { Eligibility, LEVELS, UnitKind } from '@shixun/domain/calls/design/call'
import type { FormField, FormValues } from '@shixun/domain/calls/design/form'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import type { DistrictScene } from '../../store.ts'
import { contactOf } from '../design/call-contact.ts'

/** Three reads for the batch of a verb that makes a draft for this unit. */
export function eligibilityReads(unit: string) {
  return [schoolFactsOfUnit({ unit }), providerFactsOfUnit({ unit }), failingRecordsOfUnit({ unit })] as const
}

/** The same for the unit of an application, of which the id is all that is known before the batch. */
export function eligibilityReadsOf(application: string) {
  const given = { id: application }
  return [
    schoolFactsOfApplication(given),
    providerFactsOfApplication(given),
    failingRecordsOfApplication(given),
  ] as const
}

type RowsOf<Reads> = {
  -readonly [K in keyof Reads]: Reads[K] extends { decode: (raw: Record<string, unknown>) => infer Row } ? Row[] : never
}
/** The rows of either triple of reads. */
export type EligibilityFacts = RowsOf<ReturnType<typeof eligibilityReads>>

type AskingCall = {
  level: (typeof LEVELS)[number]
  unitKinds: readonly UnitKind[]
  eligibility: Eligibility
  contact: string
  form: readonly FormField[]
}

function unitOf([[school], [provider]]: EligibilityFacts) {
  if (school) return { kind: 'school', ...school } as const
  return provider ? ({ kind: 'provider', ...provider } as const) : ({ kind: 'district' } as const)
}

/** `not-eligible` with its reason when the unit may not apply to the call with these answers today, else null. */
export function refuseIneligible(
  scene: DistrictScene,
  call: AskingCall,
  facts: EligibilityFacts,
  values: FormValues,
): Refusal | null {
  const why = decideEligibility(call, {
    unit: unitOf(facts),
    names: namesOf(call.form, values),
    records: facts[2],
    today: chinaDate(scene.now),
  })
  return why && { code: 'not-eligible', facts: { reason: ineligibleText(why), office: contactOf(scene, call.contact) } }
}
