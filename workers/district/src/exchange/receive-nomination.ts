import { NominationBody } from '@shixun/contract/letter'
import { sha256 } from '@shixun/db/sha256'
import { assertion, insert, stillSeen } from '@shixun/db/statement'
import { partyStatements } from '@shixun/db/tenant/conflicts'
import { openFlagshipCalls } from '@shixun/db/tenant/flagship'
import { settingByKey } from '@shixun/db/tenant/house'
import { applications, calls, submissions } from '@shixun/db/tenant/schema/calls'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import type { Letter } from '@shixun/domain/exchange/envelope'
import { curates } from '@shixun/domain/flagship/curator'
import { NOMINATION_FORM, nominationValues } from '@shixun/domain/flagship/nomination-form'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { partiesOf, partyKeys } from '@shixun/domain/quality/conflicts/parties'
import { numberSeries } from '@shixun/domain/shared/number-pattern'
import { arrive } from '@shixun/tenant/move'
import { numberInBatch } from '@shixun/tenant/next-number'
import { NUMBERING, numberFacts, numberingOf } from '@shixun/tenant/numbering'
import type { DistrictScene } from '../store.ts'
import type { Delivery } from './deliver-envelope.ts'

/** 收到推荐：becomes a submitted application in the curator's newest open flagship call, with the district as its unit. */
export async function receiveNomination(scene: DistrictScene, letter: Letter): Promise<Delivery> {
  const { sender } = letter
  const parsed = NominationBody.safeParse(letter.body)
  if (!parsed.success || parsed.data.package.origin.district !== sender.slug) return { reason: 'body-invalid' }
  if (!curates(scene.store.tenant.district.kind)) return { reason: 'not-a-curator' }
  const [open, [setting]] = await scene.store.tenant.read(
    openFlagshipCalls({ now: scene.now }),
    settingByKey({ key: NUMBERING }),
  )
  const call = open.find(({ unitKinds }) => unitKinds.includes('district'))
  if (!call) return { reason: 'no-open-call' }
  const { title } = parsed.data.package
  const formValues = nominationValues(parsed.data.package)
  const row = { id: scene.newId('app'), title }
  const state = 'submitted'
  const hash = await sha256(canonicalJson({ title, values: formValues, attachments: [] }))
  const application = {
    ...row,
    callId: call.id,
    unitKind: 'district',
    unitId: sender.id,
    unitName: sender.name,
    state,
    formValues,
    submissionNo: 1,
    cleared: false,
    formNo: call.formNo,
    version: 1,
    createdAt: scene.now,
    updatedAt: scene.now,
  } as const
  const frozen = {
    applicationId: row.id,
    no: 1,
    formNo: call.formNo,
    title,
    formValues,
    attachments: [],
    sha256: hash,
    submittedAt: scene.now,
  }
  const facts = numberFacts(scene, { callYear: call.year, callKind: call.kind, callLevel: call.level })
  const series = numberSeries(numberingOf(setting?.value).application, facts)
  const after = { state, submission: 1, sha256: hash, envelope: letter.id }
  return {
    reason: null,
    events: [{ entity: row.id, version: 1, verb: 'submit', after }],
    statements: [
      insert(applications, { ...application, leftValues: [] }),
      insert(submissions, frozen),
      ...partyStatements(
        row.id,
        partyKeys(partiesOf(NOMINATION_FORM, formValues, { id: sender.id, name: sender.name })),
      ),
      ...numberInBatch(series, row.id),
      ...arrive(scene, APPLICATION, row, null, state, {}),
      stillSeen('call', calls, call),
      assertion(
        'quota',
        "SELECT count(*) <= ? FROM applications WHERE unit_id = ? AND call_id = ? AND state NOT IN ('draft', 'withdrawn')",
        call.quotaPerUnit,
        sender.id,
        call.id,
      ),
    ],
    result: { applicationId: row.id, callTitle: call.title },
    refusals: { quota: 'quota-used-up' },
  }
}
