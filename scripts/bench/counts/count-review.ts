import { ROUTES } from '@shixun/contract/routes'
import { expertLeaves, type Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { planPdf } from '../../demo/rows.ts'
import { countAppeals } from './count-appeals.ts'
import type { Calls } from './count-calls.ts'
import { countConflicts } from './count-conflicts.ts'
import { countMaterials } from './count-materials.ts'
import { countPanelViews, countSeats } from './count-panels.ts'
import { countRankings } from './count-rankings.ts'
import type { Rosters } from './count-rosters.ts'
import { countComments, countScoring } from './count-scoring.ts'
import type { Tale } from './tale.ts'

function scoresOf(rubric: Rubric, seed: number): Record<string, number> {
  return Object.fromEntries(
    expertLeaves(rubric).map(({ key, max }, n) => [key, Math.floor((max * (80 + ((seed * 7 + n) % 15))) / 5000) * 50]),
  )
}

/** Blind review, conclusion, notice with objections, approval. Answers the ids that were approved. */
export async function countReview(tale: Tale, rosters: Rosters, { call }: Calls): Promise<string[]> {
  const { measure, prepare, as } = tale
  const { experts } = rosters
  const office = { as: await as('office') }
  const plan = { callId: call, expertIds: experts }
  await countMaterials(tale, call)
  const seen = await measure(ROUTES.previewPanel, { ...office, body: plan })
  const formed = await measure(ROUTES.formPanel, { ...office, body: { ...plan, seed: seen.body.seed } })
  const panel = { ...office, params: { id: formed.body.id } }
  await countPanelViews(tale, formed.body.id, experts[0] ?? '')
  await countSeats(tale, rosters, scoresOf)
  let whole = false
  for (const [n, expertId] of experts.entries()) {
    const expert = { as: await as('expert', expertId) }
    const own = formed.body.sheets.filter((sheet) => sheet.expertId === expertId && sheet.state === 'assigned')
    for (const [m, { id }] of own.entries()) {
      const step = n === 0 && m === 0 ? measure : prepare
      const sheet = { ...expert, params: { id } }
      if (step === measure) await measure(ROUTES.readScoresheet, sheet)
      const opened = await step(ROUTES.declareNoConflict, { ...sheet, body: {} })
      if (step === measure) await measure(ROUTES.readSheetDocument, { ...expert, params: { id, documentId: '1' } })
      if (!opened.body.rubric) throw new Error('a declared sheet shows no rubric')
      const scores = scoresOf(opened.body.rubric as Rubric, n + m)
      await step(ROUTES.scoreSheet, { ...sheet, ifMatch: opened.body.version, body: { scores, comment: '可行。' } })
      if (step === prepare && !whole) {
        whole = true
        await countScoring(tale, { as: expert.as, panel: formed.body.id, sheet: id })
      } else await step(ROUTES.submitScoresheet, { ...sheet, body: {} })
      if (step === prepare) continue
      await measure(ROUTES.reopenScoresheet, { ...office, params: { id }, body: { note: '漏填' } })
      await prepare(ROUTES.submitScoresheet, { ...sheet, body: {} })
      await measure(ROUTES.readSheetVersions, sheet)
      await measure(ROUTES.listScoresheets, expert, 'own')
      await measure(ROUTES.listScoresheets, { ...expert, query: { panel: formed.body.id } }, 'own panel')
    }
  }
  await measure(ROUTES.listScoresheets, office)
  await measure(ROUTES.listScoresheets, { ...office, query: { panel: formed.body.id } }, 'panel')
  const concluded = await measure(ROUTES.concludePanel, { ...panel, body: {} })
  await countComments(tale, panel.params.id)
  await measure(ROUTES.readPanel, panel)
  await measure(ROUTES.listPanels, office)
  await measure(ROUTES.listPanels, { ...office, query: { state: 'concluded' } }, 'state')
  await measure(ROUTES.listPanels, { ...office, query: { call } }, 'call')
  const evaluations = await measure(ROUTES.listEvaluations, office)
  const evaluation = { ...office, params: { id: evaluations.body.items[0]?.id ?? '' } }
  await measure(ROUTES.readEvaluation, evaluation)
  await measure(ROUTES.explainEvaluation, evaluation)
  await countAppeals(tale, panel.params.id)
  const best = (concluded.body.result?.items ?? []).slice(0, 2).map(({ applicationId }) => applicationId)
  const sealed = formed.body.sheets.filter(
    ({ applicationId, state }) => applicationId === best[0] && state === 'assigned',
  )
  await countConflicts(tale, {
    panel: panel.params.id,
    application: best[0] ?? '',
    sheet: sealed[0]?.id ?? '',
    expert: sealed[1]?.expertId ?? '',
  })
  await countRankings(tale, panel.params.id)
  await countNotice(tale, call, best)
  for (const [n, id] of best.entries())
    await (n === 0 ? measure : prepare)(ROUTES.approveApplication, { ...office, params: { id }, body: {} })
  return best
}

const RECEIPT = '7K3M-9QXT-2B4C-8DFG'
const HOLIDAY_NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。`

async function countNotice({ measure, prepare, as }: Tale, callId: string, applicationIds: string[]): Promise<void> {
  const office = { as: await as('office') }
  const body = { callId, title: '拟立项公示', body: '现予公示', applicationIds }
  const published = await measure(ROUTES.publishNotice, { ...office, body })
  const { id } = published.body
  const notice = { ...office, params: { id } }
  await measure(ROUTES.listNotices, office)
  await measure(ROUTES.previewNoticeTerm, { ...office, query: { workingDays: 5 } })
  await measure(ROUTES.parseHolidayNotice, { ...office, body: { text: HOLIDAY_NOTICE } })
  await measure(ROUTES.readNotice, notice)
  await measure(ROUTES.showNotices, { as: null })
  await measure(ROUTES.showNotice, { as: null, params: { id } })
  await measure(ROUTES.showNoticeFeed, { as: null })
  await measure(ROUTES.showObjectionForm, { as: null, params: { id } })
  const objection = { as: null, params: { id }, body: { named: false, text: '程序有误' } }
  const raised = await measure(ROUTES.raiseObjection, objection)
  const form = new FormData()
  for (const [name, value] of Object.entries({ receipt: RECEIPT, named: 'no', text: '材料不实' })) form.set(name, value)
  form.set('file', new Blob([planPdf('证据')]), '证据.pdf')
  await measure(ROUTES.sendObjectionForm, { as: null, params: { id }, body: form })
  await measure(ROUTES.showObjectionAnswer, { as: null, params: { receipt: RECEIPT } })
  const objections = await measure(ROUTES.listObjections, notice)
  const withEvidence = objections.body.items.find(({ files }) => files.length > 0)
  const evidence = { id: withEvidence?.id ?? '', fileId: withEvidence?.files[0]?.id ?? '' }
  await measure(ROUTES.readObjection, { ...office, params: { id: evidence.id } })
  await measure(ROUTES.readObjectionFile, { ...office, params: evidence })
  const answer = { ...office, body: { note: '经核查不属实' } }
  await measure(ROUTES.dismissObjection, { ...answer, params: { id: raised.body.id } })
  await prepare(ROUTES.dismissObjection, { ...answer, params: { id: evidence.id } })
  await prepare(ROUTES.moveDemoClock, { as: null, body: { advanceDays: 12 } })
  await measure(ROUTES.concludeNotice, { ...notice, body: {} })
}
