import { ROUTES } from '@shixun/contract/routes'
import { planPdf } from '../../demo/rows.ts'
import type { Calls } from './count-calls.ts'
import type { Rosters } from './count-rosters.ts'
import type { Tale } from './tale.ts'

const NEXT_YEAR = {
  year: 2027,
  title: '2027 年教师培训项目',
  opensAt: '2027-03-01T00:00:00.000Z',
  closesAt: '2027-12-31T00:00:00.000Z',
}

/** The office amends the open call, gives it a file, copies it for next year; ethics records come in and one is revoked. */
export async function countCallDesign({ measure, as }: Tale, { schools }: Rosters, { call }: Calls): Promise<void> {
  const office = { as: await as('office') }
  const one = { ...office, params: { id: call } }
  const [own = '', other = ''] = schools
  const school = { as: await as('school_admin', own) }

  const form = new FormData()
  form.set('file', new Blob([planPdf('通知')]), '通知.pdf')
  const attached = await measure(ROUTES.attachCallFile, { ...one, body: form })
  const file = { id: call, fileId: attached.body.id }
  await measure(ROUTES.readCallFile, { ...school, params: file })
  await measure(ROUTES.copyCall, { ...one, body: NEXT_YEAR })
  await measure(ROUTES.removeCallFile, { ...office, params: file })
  const seen = await measure(ROUTES.readCall, one, 'amended')
  const change = { guidance: '请附单位意见。', note: '补充材料清单' }
  await measure(ROUTES.editCall, { ...one, ifMatch: seen.body.version, body: change }, 'amendment')
  await measure(ROUTES.listCallForms, { ...school, params: { id: call } })
  await measure(ROUTES.readCallHistory, { ...school, params: { id: call } })
  await measure(ROUTES.listExtensions, one)

  const record = { subjectId: other, year: 2025, result: 'pass' as const, reason: '年度考核合格' }
  const made = await measure(ROUTES.createEthicsRecord, { ...office, body: record })
  const rows = [{ schoolCode: '2141000001', name: null, year: 2024, result: '合格', reason: '年度考核合格' }]
  await measure(ROUTES.importEthicsRecords, { ...office, body: { rows } })
  await measure(ROUTES.listEthicsRecords, office)
  await measure(ROUTES.listEthicsRecords, { ...office, query: { result: 'fail' } }, 'result')
  await measure(ROUTES.listEthicsRecords, school, 'own')
  await measure(ROUTES.revokeEthicsRecord, { ...office, params: { id: made.body.id }, body: { note: '误登' } })
}
