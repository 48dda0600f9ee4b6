import { ROUTES } from '@shixun/contract/routes'
import type { Tale } from './tale.ts'

/** One expert's work in a panel as a whole: where it stands, its workbooks, and a sheet handed in with others. */
export async function countScoring(
  { measure, prepare, as }: Tale,
  own: { as: string; panel: string; sheet: string },
): Promise<void> {
  const panel = { as: own.as, params: { id: own.panel } }
  await measure(ROUTES.readScoring, panel)
  await measure(ROUTES.readScoresTemplate, panel)
  await measure(ROUTES.exportScores, panel, 'own')
  await measure(ROUTES.exportScores, { ...panel, as: await as('office') })
  const rows = [{ sheet: own.sheet.slice(-6), scores: {}, comments: {}, comment: '离线填写：可行。' }]
  await measure(ROUTES.importScores, { ...panel, body: { rows, dryRun: true } }, 'check')
  await measure(ROUTES.importScores, { ...panel, body: { rows } })
  const { body } = await prepare(ROUTES.readScoresheet, { as: own.as, params: { id: own.sheet } })
  const sheets = [{ id: own.sheet, version: body.version }]
  await measure(ROUTES.submitScoresheets, { as: own.as, body: { sheets } })
}

/** The comments of a concluded panel: collected, edited, released one by one and together, read at home, withdrawn. */
export async function countComments({ measure, prepare, as }: Tale, panel: string): Promise<void> {
  const office = { as: await as('office') }
  await measure(ROUTES.prepareReviewComments, { ...office, params: { id: panel }, body: {} })
  const { body } = await measure(ROUTES.listReviewComments, office)
  await measure(ROUTES.listReviewComments, { ...office, query: { panel } }, 'panel')
  const [first, second] = body.items
  if (!first || !second) throw new Error('no comments were collected')
  const one = { ...office, params: { id: first.id } }
  const whole = await measure(ROUTES.readReviewComments, one)
  const experts = whole.body.experts.map(({ no, general, omitted, criteria }) => ({
    no,
    general,
    omitted,
    criteria: criteria.map(({ key, text, omitted: left }) => ({ key, text, omitted: left })),
  }))
  await measure(ROUTES.editReviewComments, { ...one, ifMatch: first.version, body: { experts } })
  await measure(ROUTES.releaseReviewComments, { ...one, body: {} })
  const application = { application: first.applicationId }
  await measure(ROUTES.listReviewComments, { ...office, query: application }, 'application')
  const reader = await readerOf({ prepare, as }, first.applicationId)
  await measure(ROUTES.listReviewComments, { as: reader }, 'own')
  await measure(ROUTES.listReviewComments, { as: reader, query: application }, 'own application')
  await measure(ROUTES.acknowledgeReviewComments, { as: reader, params: { id: first.id }, body: {} })
  await measure(ROUTES.withdrawReviewComments, { ...one, body: { note: '一处表述需核实' } })
  const items = [{ id: second.id, version: second.version }]
  await measure(ROUTES.releaseManyComments, { ...office, body: { items } })
}

/** Who reads for the unit of an application. */
async function readerOf({ prepare, as }: Pick<Tale, 'prepare' | 'as'>, id: string): Promise<string> {
  const { body } = await prepare(ROUTES.readApplication, { as: await as('office'), params: { id } })
  return as(body.unitKind === 'provider' ? 'provider' : 'school_admin', body.unitId)
}
