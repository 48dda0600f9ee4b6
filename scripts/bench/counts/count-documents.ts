import { ROUTES } from '@shixun/contract/routes'
import type { Tale } from './tale.ts'

/** What comes in from Excel and goes out to it. */
export async function countDocuments({ as, measure }: Tale): Promise<void> {
  const office = { as: await as('office') }
  const schools = { ...office, params: { kind: 'schools' } }
  await measure(ROUTES.readTemplate, schools)
  const refused = { cells: { code: '2141000001', name: '育才小学' }, reason: '学校代码：已经登记过' }
  await measure(ROUTES.writeRefused, { ...schools, body: { rows: [refused] } })
  const file = new FormData()
  file.set('file', new Blob(['学校代码,学校名称\n2141000001,育才小学\n']), '学校.csv')
  await measure(ROUTES.readWorkbook, { ...office, body: file })
  await measure(ROUTES.readRubricTemplate, office)
  const rubric = new FormData()
  rubric.set('file', new Blob(['层级,指标,满分\n1,课程,60\n1,成效,40\n']), '指标.csv')
  await measure(ROUTES.checkRubricFile, { ...office, body: rubric })
  await measure(ROUTES.markRubricFile, { ...office, body: rubric })
  await measure(ROUTES.listSchools, { ...office, query: { format: 'xlsx' } }, 'export')
  await measure(ROUTES.listTeachers, { ...office, query: { format: 'xlsx', purpose: '核对名册' } }, 'export')
}
