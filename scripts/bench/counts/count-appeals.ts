import { ROUTES } from '@shixun/contract/routes'
import type { Tale } from './tale.ts'

/** Two results of a panel: one appeal withdrawn, filed again and settled, one dismissed; each looked at as its unit and as the bureau. */
export async function countAppeals({ measure, prepare, as }: Tale, panel: string): Promise<void> {
  const office = { as: await as('office') }
  const { body } = await measure(ROUTES.listEvaluations, { ...office, query: { panel } }, 'panel')
  const [first, second] = body.items
  if (!first || !second) throw new Error('no evaluations to appeal against')
  const result = { ...office, params: { id: first.id } }
  await measure(ROUTES.readDerivation, result)
  await measure(ROUTES.exportEvaluation, result)
  await measure(ROUTES.listEvaluations, { ...office, query: { subject: first.subjectId } }, 'subject')
  const unitOf = (id: string) => as(id.startsWith('prv_') ? 'provider' : 'school_admin', id)
  const unit = { as: await unitOf(first.unitId) }
  await measure(ROUTES.listEvaluations, unit, 'own unit')
  const text = { text: '经费一项的评分与所附预算不符。' }
  const filed = await measure(ROUTES.fileAppeal, { ...unit, params: { id: first.id }, body: text })
  await measure(ROUTES.withdrawAppeal, { ...unit, params: { id: filed.body.id }, body: {} })
  const again = await prepare(ROUTES.fileAppeal, { ...unit, params: { id: first.id }, body: text })
  const { id } = again.body
  const own = { ...unit, params: { id } }
  const form = new FormData()
  form.append('file', new File([new TextEncoder().encode('%PDF-1.7\n')], '预算.pdf'))
  const attached = await measure(ROUTES.attachEvidence, { ...own, body: form })
  const fileId = attached.body.files[0]?.id ?? ''
  await measure(ROUTES.readAppealEvidence, { ...own, params: { id, fileId } })
  const one = { ...office, params: { id } }
  await measure(ROUTES.readAppeal, one)
  await measure(ROUTES.readAppealHistory, one)
  await measure(ROUTES.acceptAppeal, { ...one, body: { note: '受理', way: 'arithmetic' } })
  await measure(ROUTES.previewAppeal, { ...one, body: {} })
  const settled = await measure(ROUTES.settleAppeal, { ...one, body: { note: '核算无误' } })
  await measure(ROUTES.compareEvaluation, { ...office, params: { id: settled.body.newEvaluationId ?? '' } })
  await measure(ROUTES.acknowledgeAppeal, { ...own, body: {} })
  const other = { as: await unitOf(second.unitId), params: { id: second.id }, body: text }
  const refused = await prepare(ROUTES.fileAppeal, other)
  await measure(ROUTES.dismissAppeal, { ...office, params: { id: refused.body.id }, body: { note: '评分有据' } })
  await measure(ROUTES.listAppeals, office)
  await measure(ROUTES.listAppeals, { ...office, query: { state: 'settled' } }, 'state')
  await measure(ROUTES.listAppeals, unit, 'own')
  await measure(ROUTES.listAppeals, { ...unit, query: { state: 'settled' } }, 'own state')
  await measure(ROUTES.listAppeals, { ...office, query: { subject: first.subjectId } }, 'subject')
}
