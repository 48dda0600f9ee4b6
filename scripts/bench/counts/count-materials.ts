import { ROUTES } from '@shixun/contract/routes'
import { planPdf } from '../../demo/rows.ts'
import type { Tale } from './tale.ts'

/** Files before experts: checked, listed, looked at, ruled of, replaced. */
export async function countMaterials({ measure, as }: Tale, call: string): Promise<void> {
  const office = { as: await as('office') }
  await measure(ROUTES.checkExpertDocuments, { ...office, params: { id: call }, body: { after: null } })
  const { body } = await measure(ROUTES.listExpertDocuments, { ...office, query: { call } })
  const [first] = body.items
  if (!first) throw new Error('no file comes before experts')
  const one = { ...office, params: { id: first.applicationId, attachmentId: first.id } }
  await measure(ROUTES.readExpertDocument, one)
  await measure(ROUTES.ruleExpertDocument, { ...one, body: { ruling: 'hide', note: '含校名' } })
  const copy = new FormData()
  copy.set('file', new Blob([planPdf('隐名副本')]), '副本.pdf')
  await measure(ROUTES.replaceExpertDocument, { ...one, body: copy })
}
