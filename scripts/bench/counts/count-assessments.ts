import { ROUTES } from '@shixun/contract/routes'
import type { Tale } from './tale.ts'

/** A running project is assessed: its figures are read, a milestone is registered, and an alarm goes from hand to hand. */
export async function countAssessments(tale: Tale, school: string, project: string, rubricId: string): Promise<void> {
  const { measure, prepare, as } = tale
  const office = { as: await as('office') }
  const owner = { as: await as('school_admin', school) }
  const one = { params: { id: project } }
  const alarms = [{ key: 'milestone', kind: 'overdue' as const, days: 1 }]
  const value = { rubricId, calls: [], dayOfMonth: 31, alarms }
  await prepare(ROUTES.putSetting, { ...office, params: { key: 'assessment' }, body: { value } })
  await measure(ROUTES.recomputeAssessment, { ...office, ...one, body: {} })
  await measure(ROUTES.readProjectAssessment, { ...owner, ...one })
  await measure(ROUTES.listAssessments, office)
  await measure(ROUTES.listAssessments, { ...office, query: { alarms: 'standing' } }, 'alarms')
  await measure(ROUTES.listAssessments, owner, 'own')
  const listed = await measure(ROUTES.listAlarms, office)
  await measure(ROUTES.listAlarms, { ...office, query: { state: 'open' } }, 'state')
  await measure(ROUTES.listAlarms, owner, 'own')
  const [alarm] = listed.body.items
  if (!alarm) throw new Error('a milestone was to be overdue')
  const sounding = { params: { id: alarm.id }, body: { note: '已安排' } }
  await measure(ROUTES.explainAlarm, { ...owner, ...sounding })
  await measure(ROUTES.acknowledgeAlarm, { ...office, ...sounding })
  const settled = { key: '完成培训方案', settledOn: '2026-03-10' }
  await measure(ROUTES.settleMilestone, { ...owner, ...one, body: settled })
}
