import { ROUTES } from '@shixun/contract/routes'
import type { Tale } from './tale.ts'

/** Who decides declares what binds them; a panel is checked again; somebody steps aside from an application, and it is lifted. */
export async function countConflicts(
  { measure, prepare, as }: Tale,
  given: { panel: string; application: string; sheet: string; expert: string },
): Promise<void> {
  const office = { as: await as('office') }
  const finance = { as: await as('finance') }
  await measure(ROUTES.readMyInterests, office)
  const units = [{ unitId: null, name: '师范学院', since: '2010-09-01', until: '2015-07-31' }]
  await measure(ROUTES.saveMyInterests, { ...office, body: { units, ties: [{ name: '樊雪梅', kind: 'mentor' }] } })
  await measure(ROUTES.readPanelConflicts, { ...office, params: { id: given.panel } })
  const body = { item: given.application, note: '负责人是我的导师' }
  const declared = await measure(ROUTES.declareInterest, { ...finance, body })
  await measure(ROUTES.listRecusals, office)
  const lifted = { ...office, params: { id: declared.body.id } }
  await measure(ROUTES.liftRecusal, { ...lifted, body: { note: '经核实无师生关系' } })
  await measure(ROUTES.voidScoresheet, { ...office, params: { id: given.sheet }, body: { note: '与负责人合作过' } })
  const { body: item } = await prepare(ROUTES.readApplication, { ...office, params: { id: given.application } })
  const expert = { ...office, params: { id: given.expert } }
  const { body: before } = await prepare(ROUTES.readExpert, expert)
  await prepare(ROUTES.editExpert, { ...expert, ifMatch: before.version, body: { schoolId: item.unitId } })
  await measure(ROUTES.recheckPanel, { ...office, params: { id: given.panel }, body: { note: '专家补报任职单位' } })
  const after = { ...expert, ifMatch: before.version + 1, body: { schoolId: before.schoolId } }
  await prepare(ROUTES.editExpert, after)
}
