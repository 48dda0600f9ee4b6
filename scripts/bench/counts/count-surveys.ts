import { createHash } from 'node:crypto'
import { ROUTES } from '@shixun/contract/routes'
import { tokenText } from '@shixun/domain/surveys/token-text'
import { blindToken, finishToken, newSerial } from '../../../web/src/parts/surveys/blind-token.ts'
import { insertRows } from '../../../workers/system/src/own-house.ts'
import { concludedCohort, doneEnrolment } from '../../../workers/system/src/sample-cohorts.ts'
import * as sample from '../../../workers/system/src/sample-rows.ts'
import { BEGIN, fixedId } from '../house.ts'
import type { Tale } from './tale.ts'

const QUESTIONS = [
  { key: 'content', kind: 'scale', title: '内容', required: true, options: ['差', '中', '好'], rated: true },
  { key: 'advice', kind: 'text', title: '建议', required: false, options: [], rated: false },
].map((question) => ({ section: '', ...question }))
const BODY = { intro: '', questions: QUESTIONS, segments: [], showing: 'at_close' }
const UNTIL = '2099-01-01T00:00:00.000Z'

/** A survey of a class of six is written, answered and read; after months one of them tells what came of the training. */
export async function countSurveys(
  { county, measure, prepare, as }: Tale,
  { project, school }: { project: string; school: string },
): Promise<void> {
  const unit = { id: school, kind: 'school' as const, name: '金水一小' }
  const cohort = concludedCohort(project, unit, { no: 85, followed: 1 })
  const teachers = Array.from({ length: 6 }, (_, n) => {
    const name = `问卷教师${n}`
    return { ...sample.teacher(name, school, unit.name), id: fixedId('tea', 850 + n), name, document_mac: `s${n}` }
  })
  await insertRows(county.tenant, 'cohorts', [cohort])
  await insertRows(county.tenant, 'teachers', teachers)
  const done = teachers.map((teacher) => doneEnrolment(cohort.id, teacher, unit))
  await insertRows(county.tenant, 'enrolments', done)
  const abroad = { id: 'bureau/elsewhere', name: '邻区教育局 二小' }
  const guest = {
    ...doneEnrolment(cohort.id, { id: '', name: '外局教师' }, abroad),
    ...{ teacher_id: null, home_slug: 'elsewhere', home_ref: fixedId('gst', 866) },
  }
  await insertRows(county.tenant, 'enrolments', [guest])
  const pass = 'a1.pass'
  const hash = createHash('sha256').update(pass).digest('hex')
  await insertRows(county.tenant, 'guest_passes', [{ enrolment_id: guest.id, hash }])
  const office = { as: await as('office') }
  const own = { as: await as('school_admin', school) }
  await measure(ROUTES.listSurveySamples, own)
  const about = { subject: 'cohort', cohortId: cohort.id, title: '问卷', until: UNTIL, body: BODY }
  const { body: spare } = await prepare(ROUTES.createSurvey, { ...own, body: about })
  await measure(ROUTES.removeSurvey, { ...own, params: { id: spare.id }, ifMatch: 1 })
  const { body: survey } = await measure(ROUTES.createSurvey, { ...own, body: about })
  const one = { params: { id: survey.id } }
  await measure(ROUTES.editSurvey, { ...own, ...one, ifMatch: 1, body: { title: '满意度问卷' } })
  await measure(ROUTES.openSurvey, { ...own, ...one, body: {} })
  for (const [n, { id }] of teachers.entries()) {
    const teacher = { as: await as('teacher', id) }
    const [take, answer] = n === 0 ? [measure, measure] : [prepare, prepare]
    const { body: paper } =
      n === 0
        ? await measure(ROUTES.readPaper, { as: null, ...one })
        : await prepare(ROUTES.readPaper, { as: null, ...one })
    const serial = newSerial()
    const text = tokenText(survey.id, serial)
    const { blinded, inverse } = await blindToken(paper.publicKey, text)
    const { body: signed } = await take(ROUTES.takeSurveyToken, { ...teacher, ...one, body: { blinded } })
    const signature = await finishToken(paper.publicKey, text, { signature: signed.signature, inverse })
    const body = { serial, signature, values: { content: 2, advice: '多观课' }, segments: {} }
    await answer(ROUTES.answerSurvey, { as: null, ...one, body })
    if (n === 0) await measure(ROUTES.listSurveys, teacher, 'of a teacher')
  }
  await countGuestAnswer({ county, measure, prepare }, { survey: survey.id, pass })
  await measure(ROUTES.listSurveys, office)
  await measure(ROUTES.listSurveys, { ...office, query: { state: 'open' } }, 'by state')
  await measure(ROUTES.listSurveys, { ...office, query: { cohort: cohort.id } }, 'of a cohort')
  await measure(ROUTES.listSurveys, own, 'of a unit')
  await measure(ROUTES.readSurvey, { ...own, ...one })
  await measure(ROUTES.closeSurvey, { ...own, ...one, body: {} })
  await measure(ROUTES.readSurveyHistory, { ...own, ...one })
  const { body: opinions } = await measure(ROUTES.listOpinions, { ...office, ...one })
  const opinion = { params: { ...one.params, opinion: opinions.items[0]?.id ?? '' } }
  await measure(ROUTES.moderateOpinion, { ...office, ...opinion, body: { standing: 'shown' } })
  await measure(ROUTES.readSurveyResults, { ...office, ...one })
  await countFollowUps({ county, measure, prepare, as }, { project, unit, cohort: cohort.id, done })
}

/** A teacher of another bureau finds the survey by their pass and takes a token with it. */
async function countGuestAnswer(
  { county, measure, prepare }: Pick<Tale, 'county' | 'measure' | 'prepare'>,
  { survey, pass }: { survey: string; pass: string },
): Promise<void> {
  const one = { as: null, params: { id: survey, district: county.ref.slug } }
  await measure(ROUTES.listGuestSurveys, { ...one, body: { pass } })
  const { body: paper } = await prepare(ROUTES.readPaper, one)
  const { blinded } = await blindToken(paper.publicKey, tokenText(survey, newSerial()))
  await measure(ROUTES.takeGuestToken, { ...one, body: { pass, blinded } })
}

type Followed = {
  project: string
  unit: sample.Unit
  cohort: string
  done: { id: string; teacher_id?: unknown; name?: unknown }[]
}

async function countFollowUps(
  { county, measure, prepare, as }: Pick<Tale, 'county' | 'measure' | 'prepare' | 'as'>,
  { project, unit, cohort, done }: Followed,
): Promise<void> {
  const round = { cohort_id: cohort, month: 3, project_id: project, unit_id: unit.id }
  const days = { opens_on: '2026-08-03', due_on: '2099-09-02' }
  await insertRows(county.tenant, 'follow_up_rounds', [
    { ...round, ...days, id: fixedId('fur', 1), title: '第 1 班', stage: 'asked', due: 3 },
  ])
  const rows = done.slice(0, 3).map(({ id, teacher_id, name }, n) => ({
    ...{ ...round, ...days, id: fixedId('fol', 900 + n), cohort_title: '第 1 班', enrolment_id: id, teacher_id, name },
    ...{ school_id: unit.id, school_name: unit.name, state: 'waiting', version: 1, created_at: BEGIN },
  }))
  await insertRows(county.tenant, 'follow_ups', rows)
  const [first, second] = rows
  const office = { as: await as('office') }
  const own = { as: await as('school_admin', unit.id) }
  const teacher = { as: await as('teacher', String(first?.teacher_id)) }
  const one = { params: { id: first?.id ?? '' } }
  await measure(ROUTES.listFollowUps, teacher, 'of a teacher')
  await measure(ROUTES.listFollowUps, own, 'of a unit')
  await measure(ROUTES.listFollowUps, office)
  await measure(ROUTES.listFollowUps, { ...office, query: { state: 'waiting' } }, 'by state')
  await measure(ROUTES.listFollowUps, { ...office, query: { cohort } }, 'of a cohort')
  await measure(ROUTES.readFollowUp, { ...teacher, ...one })
  const report = '返岗后每周一节群文阅读课，学生课外阅读量增加了一倍。'
  await measure(ROUTES.editFollowUp, { ...teacher, ...one, ifMatch: 1, body: { report } })
  const form = new FormData()
  form.set('file', new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF']), '课例.pdf')
  const { body: told } = await measure(ROUTES.attachFollowUpFile, { ...teacher, ...one, body: form })
  const document = { params: { ...one.params, document: told.evidence[0]?.id ?? '' } }
  await measure(ROUTES.readFollowUpFile, { ...own, ...document })
  await measure(ROUTES.removeFollowUpFile, { ...teacher, ...document, ifMatch: told.version })
  await measure(ROUTES.submitFollowUp, { ...teacher, ...one, body: {} })
  await measure(ROUTES.returnFollowUp, { ...own, ...one, body: { note: '请补充' } })
  await prepare(ROUTES.submitFollowUp, { ...teacher, ...one, body: {} })
  const rating = { reaction: 3, learning: 3, organisation: 3, use: 3, students: 2 }
  await measure(ROUTES.rateFollowUp, { ...own, ...one, body: { rating } })
  await measure(ROUTES.waiveFollowUp, { ...own, params: { id: second?.id ?? '' }, body: { note: '已调离' } })
  await measure(ROUTES.readFollowUpHistory, { ...own, ...one })
  await measure(ROUTES.readFollowUpOverview, { ...own, params: { id: cohort } })
}
