import { ROUTES } from '@shixun/contract/routes'
import type { Tale } from './tale.ts'

/** The agreement of a running project is amended three times: agreed, refused and withdrawn; then everything is taken along. */
export async function countAgreements(tale: Tale, school: string, project: string): Promise<void> {
  const { measure, prepare, as } = tale
  const office = { as: await as('office') }
  const owner = { as: await as('school_admin', school) }
  const of = { params: { id: project } }
  const { body } = await prepare(ROUTES.readProject, { ...owner, ...of })
  const { number: _, title: __, unitName: ___, ...terms } = body.agreement.body
  const proposal = (fromNo: number, output: string) => ({
    fromNo,
    terms: { ...terms, outputs: [...terms.outputs, output] },
  })
  const first = proposal(1, '课例集一册')
  await measure(ROUTES.compareTerms, { ...owner, ...of, body: first })
  const asked = await measure(ROUTES.proposeAmendment, { ...owner, ...of, body: { ...first, reason: '需求增加' } })
  const one = { params: { id: asked.body.id } }
  await measure(ROUTES.readAmendment, { ...office, ...one })
  await measure(ROUTES.approveAmendment, { ...office, ...one, body: {} })
  await measure(ROUTES.listAgreements, { ...owner, ...of })
  await measure(ROUTES.listAmendments, { ...owner, ...of })
  const again = async (output: string) => {
    const body = { ...proposal(2, output), reason: '需求增加' }
    return { params: { id: (await prepare(ROUTES.proposeAmendment, { ...owner, ...of, body })).body.id } }
  }
  await measure(ROUTES.refuseAmendment, { ...office, ...(await again('甲')), body: { note: '经费不足' } })
  await measure(ROUTES.withdrawAmendment, { ...owner, ...(await again('乙')), body: {} })
  await measure(ROUTES.readLetter, { ...owner, ...of })
  await measure(ROUTES.downloadArchive, { ...office, ...of })
}
