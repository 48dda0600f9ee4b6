import { ROUTES } from '@shixun/contract/routes'
import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import type { Tale } from './tale.ts'

const number = (n: number) => makeIdentityNumber('410105', '1979-06-01', n)

function cellsOf(n: number, subject = '数学') {
  return { name: `新教师${n}`, document: number(n), schoolCode: '2141000001', phase: '小学', subject }
}

/** An import of 1,000 teachers from the first row to its undoing. */
async function countImport({ measure, prepare, as }: Tale): Promise<void> {
  const office = { as: await as('office') }
  const begin = (total: number) => ({ ...office, body: { fileName: '教师.xlsx', fingerprint: 'f', total } })
  const rows = Array.from({ length: 1000 }, (_, n) => ({ line: n + 2, cells: cellsOf(n) }))
  const { body: made } = await measure(ROUTES.createRosterImport, begin(rows.length))
  const params = { id: made.id }
  await measure(ROUTES.stageRosterRows, { ...office, params, body: { from: 1, rows } }, '1,000 rows')
  await measure(ROUTES.readRosterImport, { ...office, params })
  await measure(ROUTES.listRosterRows, { ...office, params, query: { outcome: 'new' } })
  await measure(ROUTES.applyRosterImport, { ...office, params, body: {} })
  await measure(ROUTES.stepRosterImport, { ...office, params, body: {} }, '500 rows')
  for (const _ of [1, 2]) await prepare(ROUTES.stepRosterImport, { ...office, params, body: {} })
  await measure(ROUTES.undoRosterImport, { ...office, params, body: {} })
  await measure(ROUTES.stepRosterImport, { ...office, params, body: {} }, '500 rows taken back')
  for (const _ of [1, 2]) await prepare(ROUTES.stepRosterImport, { ...office, params, body: {} })
  const wrong = await prepare(ROUTES.createRosterImport, begin(1))
  const other = { id: wrong.body.id }
  const body = { from: 1, rows: [{ line: 2, cells: { ...cellsOf(1), document: '1' } }] }
  await prepare(ROUTES.stageRosterRows, { ...office, params: other, body })
  await measure(ROUTES.readRefusedRoster, { ...office, params: other })
  await measure(ROUTES.discardRosterImport, { ...office, params: other, body: {} })
  await measure(ROUTES.listRosterImports, office)
}

/** One teacher, from the first writing to the archive that comes back, and the transfers of others. */
export async function countTeachers(tale: Tale, schools: readonly string[]): Promise<void> {
  const { measure, prepare, as } = tale
  const office = { as: await as('office') }
  const [schoolId = ''] = schools
  const facts = {
    ...{ title: null, posts: [], entryDate: '2010-09-01', education: null, heldPosts: [], leaves: [], frontLine: true },
    ...{ certificate: null, phone: '13800000000', phase: 'primary' as const, subject: '体育', schoolId },
    documentType: 'resident-identity-card' as const,
  }
  const one = (n: number) => ({ ...office, body: { ...facts, name: `手工教师${n}`, document: number(900 + n) } })
  const { body: made } = await measure(ROUTES.createTeacher, one(1))
  const params = { id: made.id }
  await measure(ROUTES.editTeacher, { ...office, params, ifMatch: 1, body: { education: '本科' } })
  await measure(ROUTES.readTeacherHistory, { ...office, params })
  await measure(ROUTES.revealNumber, { ...office, params, body: { field: 'phone', purpose: '核对' } })
  await measure(ROUTES.readPersonalData, { ...office, params, query: { purpose: '核对' } })
  await measure(ROUTES.listTeachers, { ...office, query: { subject: '体育' } }, 'subject')
  const note = { body: { note: '工作需要' } }
  await measure(ROUTES.leaveTeacher, { ...office, params, ...note })
  await measure(ROUTES.restoreTeacher, { ...office, params, ...note })
  await measure(ROUTES.lockTeacher, { ...office, params, ...note })
  await measure(ROUTES.unlockTeacher, { ...office, params, ...note })
  const transfer = { ...office, body: { teacherId: made.id, toSchoolCode: '2141000002', reason: '工作需要' } }
  for (const [route, move] of [
    [ROUTES.refuseTransfer, { note: '无编制' }],
    [ROUTES.withdrawTransfer, {}],
    [ROUTES.acceptTransfer, {}],
  ] as const) {
    const ask = route === ROUTES.refuseTransfer ? measure : prepare
    const { body } = await ask(ROUTES.createTransfer, transfer)
    await measure(route, { ...office, params: { id: body.id }, body: move })
    if (route === ROUTES.acceptTransfer) await measure(ROUTES.readTransfer, { ...office, params: { id: body.id } })
  }
  await measure(ROUTES.listTransfers, office)
  await measure(ROUTES.departTeacher, { ...office, params, ...note })
  const { body: file } = await measure(ROUTES.writeArchive, { ...office, params, body: { purpose: '调往外区' } })
  const archive = file as unknown as { archive: Record<string, unknown>; signature: string }
  await measure(ROUTES.checkArchive, { ...office, body: archive })
  await measure(ROUTES.importArchive, { ...office, body: { ...archive, schoolId } })
  await prepare(ROUTES.leaveTeacher, { ...office, params, ...note })
  await measure(ROUTES.eraseTeacher, { ...office, params, ...note })
  await countImport(tale)
}
