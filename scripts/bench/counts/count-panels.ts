import { ROUTES } from '@shixun/contract/routes'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { planPdf } from '../../demo/rows.ts'
import { callBody, VALUES } from './count-calls.ts'
import type { Rosters } from './count-rosters.ts'
import type { Tale } from './tale.ts'

type Scores = (rubric: Rubric, seed: number) => Record<string, number>

/** What the office looks at while a panel scores: who is how far, who got what and why, the draw made again. */
export async function countPanelViews({ measure, as }: Tale, panel: string, expert: string): Promise<void> {
  const one = { as: await as('office'), params: { id: panel } }
  await measure(ROUTES.listPanelExperts, one)
  await measure(ROUTES.listPanelSeats, one)
  await measure(ROUTES.listPanelSeats, { ...one, query: { show: 'unfinished' } }, 'unfinished')
  await measure(ROUTES.listPanelSeats, { ...one, query: { expert } }, 'expert')
  await measure(ROUTES.verifyDraw, one)
  await measure(ROUTES.listExpertPanels, { as: one.as, params: { id: expert } })
  await measure(ROUTES.remindExperts, { ...one, body: {} })
  await measure(ROUTES.editPanel, { ...one, ifMatch: 1, body: { dueOn: '2099-12-31', note: '材料较多' } })
}

/** Two screened applications of a call of their own under review by two experts each. */
async function ownPanel({ prepare, as }: Tale, { schools, experts }: Rosters): Promise<[string, string[]]> {
  const office = { as: await as('office') }
  const rubrics = await prepare(ROUTES.listRubrics, { ...office, query: { limit: 200 } })
  const rubric = rubrics.body.items.find(({ purpose, state }) => purpose === 'review' && state === 'published')
  const made = await prepare(ROUTES.createCall, { ...office, body: callBody(rubric?.id ?? null, '2026 年换人批次') })
  await prepare(ROUTES.openCall, { ...office, params: { id: made.body.id }, body: {} })
  const school = { as: await as('school_admin', schools[1] ?? '') }
  const applications: string[] = []
  for (const title of ['课例研究', '作业设计']) {
    const body = { callId: made.body.id, title, values: VALUES }
    const { id } = (await prepare(ROUTES.createApplication, { ...school, body })).body
    const file = new FormData()
    file.set('file', new Blob([planPdf(title)]), '方案.pdf')
    await prepare(ROUTES.attachFile, { ...school, params: { id }, body: file })
    await prepare(ROUTES.submitApplication, { ...school, params: { id }, body: {} })
    await prepare(ROUTES.screenApplication, { ...office, params: { id }, body: {} })
    applications.push(id)
  }
  const body = { callId: made.body.id, expertIds: [...experts], size: 2 }
  return [(await prepare(ROUTES.formPanel, { ...office, body })).body.id, applications]
}

/** Seats that change hands, a gap that calls a further expert, and one that is waived. */
export async function countSeats(tale: Tale, rosters: Rosters, scoresOf: Scores): Promise<void> {
  const { measure, prepare, as } = tale
  const [panel, applications] = await ownPanel(tale, rosters)
  const fresh = { name: '专家7', schoolId: null, subjects: [], phases: [], pastSchools: [], ties: [] }
  await prepare(ROUTES.createExpert, { as: await as('office'), body: fresh })
  const office = { as: await as('office'), params: { id: panel } }
  const [first = '', second = ''] = applications
  await measure(ROUTES.listSeatCandidates, { ...office, query: { application: first } })
  const seats = async (show: 'unfinished') =>
    (await prepare(ROUTES.listPanelSeats, { ...office, query: { show, limit: 200 } })).body.items
  const [one] = await seats('unfinished')
  await measure(ROUTES.replaceSeat, { ...office, body: { sheetId: one?.id ?? '', note: '出差' } })
  const [two] = await seats('unfinished')
  await prepare(ROUTES.recuseExpert, { ...office, params: { id: two?.id ?? '' }, body: { note: '合作过' } })
  await measure(ROUTES.refillSeats, { ...office, body: { note: '补位' } })
  const open = await seats('unfinished')
  // who holds how many seats is drawn: the cost is told of somebody who holds one
  const held = (one: string) => open.filter(({ expertId }) => expertId === one).length
  const [three] = open.toSorted((a, b) => held(a.expertId) - held(b.expertId))
  await measure(ROUTES.replaceExpert, { ...office, body: { expertId: three?.expertId ?? '', note: '出差' } })
  const scored = new Map<string, number>()
  for (const { id, applicationId, expertId } of await seats('unfinished')) {
    const nth = scored.get(applicationId) ?? 0
    scored.set(applicationId, nth + 1)
    const sheet = { as: await as('expert', expertId), params: { id } }
    const opened = await prepare(ROUTES.declareNoConflict, { ...sheet, body: {} })
    const full = scoresOf(opened.body.rubric as Rubric, 1)
    const scores = nth === 0 ? full : Object.fromEntries(Object.keys(full).map((key) => [key, 0]))
    await prepare(ROUTES.scoreSheet, { ...sheet, ifMatch: opened.body.version, body: { scores, comment: '' } })
    await prepare(ROUTES.submitScoresheet, { ...sheet, body: {} })
  }
  await measure(ROUTES.listPanelSeats, { ...office, query: { show: 'gaps' } }, 'gaps')
  await measure(ROUTES.addExtraExpert, { ...office, body: { applicationId: first, note: '分差过大' } })
  await measure(ROUTES.waiveGap, { ...office, body: { applicationId: second, note: '维持' } })
}
