import { SURVEY_SAMPLES, type SurveySample } from '@shixun/domain/surveys/survey-samples'
import { tokenText } from '@shixun/domain/surveys/token-text'
import { blindToken, finishToken, newSerial } from '../../web/src/parts/surveys/blind-token.ts'
import { type ApiClient, apiClient, signIn } from '../local/api-client.ts'
import type { Constellation } from '../local/constellation.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { type Stage, settle } from './stage.ts'

type Items<T> = { items: T[] }
type Cohort = { id: string; title: string; state: string }
type Person = { teacherId: string | null; name: string; state: string }
type FollowUp = { id: string; state: string; month: number }

const OPINIONS = [
  '课例研讨最有收获，希望多安排走进课堂的观摩。',
  '内容很实在，节奏可以再慢一点，留出讨论的时间。',
  '建议把专家的讲义提前发下来。',
  '住得远的学校往返不便，希望有一部分放到线上。',
]
const REPORT =
  '返岗后把培训中学到的小组合作学习用到了每周两节课里，班里不爱发言的学生也愿意展示了，教研组一起磨了两节课，附教学设计。'

async function open(stage: Stage, cohort: Cohort, sample: SurveySample, until: string): Promise<string | null> {
  const office = await stage.as('office')
  const month = sample.subject === 'follow_up' ? { month: 6 } : {}
  const body = { ...sample.body, segments: [], showing: 'at_close' }
  const about = { subject: sample.subject, cohortId: cohort.id, ...month, title: sample.title, until, body }
  const survey = await office.must<{ id: string }>(`${stage.base}/surveys`, about)
  // a class that is too small cannot be asked: the draft then stays to be looked at
  const { status } = await office.send('POST', `${stage.base}/surveys/${survey.id}/actions/open`, {})
  return status === 200 ? survey.id : null
}

/** What a teacher's device does: takes a token blind, and answers with it as nobody. */
async function answer(c: Pick<Constellation, 'url'>, path: string, teacher: ApiClient, n: number): Promise<void> {
  const nobody = apiClient(c.url, null)
  type Paper = {
    id: string
    publicKey: { n: string; e: string }
    questions: { key: string; kind: string; options: string[] }[]
  }
  const { body: paper } = await nobody.get<Paper>(`${path}/paper`)
  const serial = newSerial()
  const text = tokenText(paper.id, serial)
  const { blinded, inverse } = await blindToken(paper.publicKey, text)
  const { signature } = await teacher.must<{ signature: string }>(`${path}/token`, { blinded })
  const values = Object.fromEntries(
    paper.questions.flatMap(({ key, kind, options }, at): [string, unknown][] => {
      if (kind === 'scale')
        return [[key, Math.max(0, options.length - 1 - ((n + at) % 3 === 0 ? 1 : 0) - (n === 5 ? 1 : 0))]]
      if (kind === 'single') return [[key, n % options.length]]
      if (kind === 'multiple') return [[key, [n % options.length, (n + 2) % options.length].sort()]]
      return n < OPINIONS.length && at % 2 === 1 ? [[key, OPINIONS[n]]] : []
    }),
  )
  const signed = await finishToken(paper.publicKey, text, { signature, inverse })
  await nobody.must(`${path}/answers`, { serial, signature: signed, values, segments: {} })
}

/** Teachers of a cohort with accounts of their own, made as the bureau makes them. */
async function teachersOf(c: Constellation, stage: Stage, cohort: Cohort, most: number): Promise<ApiClient[]> {
  const [office, admin] = [await stage.as('office'), await stage.as('admin')]
  const path = `${stage.base}/enrolments?cohort=${cohort.id}&limit=200`
  const people = (await office.get<Items<Person>>(path)).body.items.filter(
    ({ state, teacherId }) => teacherId !== null && ['enrolled', 'completed'].includes(state),
  )
  const clients: ApiClient[] = []
  for (const [n, { teacherId, name }] of people.slice(0, most).entries()) {
    const username = `${stage.district.slug}.student${n + 1}`
    const membership = { role: 'teacher', unit: teacherId }
    const account = { username, name, memberships: [membership] }
    const made = await admin.must<{ activationCode: string }>(`${stage.base}/accounts`, account)
    await admin.must('/api/activation', { code: made.activationCode, password: DEMO_PASSWORD })
    clients.push(await signIn(c.url, username, DEMO_PASSWORD))
  }
  return clients
}

/** A survey that was answered and closed, with opinions read and to be read. */
async function closedSurvey(c: Constellation, stage: Stage, cohort: Cohort, sample: SurveySample): Promise<void> {
  const id = await open(stage, cohort, sample, '2026-12-01T15:59:59.000Z')
  if (id === null) return
  const office = await stage.as('office')
  const path = `${stage.base}/surveys/${id}`
  for (const [n, teacher] of (await teachersOf(c, stage, cohort, 6)).entries()) await answer(c, path, teacher, n)
  await office.must(`${path}/actions/close`)
  const { body } = await office.get<Items<{ id: string }>>(`${path}/opinions`)
  for (const { id: opinion } of body.items.slice(0, 2))
    await office.send('PUT', `${path}/opinions/${opinion}`, { standing: 'shown' })
}

/** One follow-up was rated, one waits for its rating, the others are owed. */
async function followUps(stage: Stage, c: Constellation): Promise<void> {
  const office = await stage.as('office')
  for (const [n, login] of ['student1', 'student2'].entries()) {
    const teacher = await signIn(c.url, `${stage.district.slug}.${login}`, DEMO_PASSWORD)
    const { body } = await teacher.get<Items<FollowUp>>(`${stage.base}/follow-ups?state=waiting`)
    const [own] = body.items
    if (!own) continue
    const path = `${stage.base}/follow-ups/${own.id}`
    await teacher.send('PATCH', path, { report: REPORT }, { 'if-match': '"1"' })
    await teacher.must(`${path}/actions/submit`)
    const rating = { reaction: 4, learning: 3, organisation: 3, use: 3, students: 2 }
    if (n === 0) await office.must(`${path}/actions/rate`, { rating, note: '课例质量好，继续积累学生变化的数据。' })
  }
}

/** What participants say: a closed and an open survey of the cohorts there are, and follow-ups that are due. */
export async function askParticipants(c: Constellation, stages: readonly Stage[]): Promise<void> {
  const [reaction] = SURVEY_SAMPLES
  const [first] = stages
  if (!reaction || !first) return
  for (const stage of stages) {
    const office = await stage.as('office')
    const { body } = await office.get<Items<Cohort>>(`${stage.base}/cohorts?limit=50`)
    const concluded = body.items.find(({ state }) => state === 'concluded')
    const running = body.items.find(({ state }) => state === 'running')
    if (concluded && stage === first) await closedSurvey(c, stage, concluded, reaction)
    if (running) await open(stage, running, reaction, '2026-11-30T15:59:59.000Z')
  }
  await settle(c, 1)
  await followUps(first, c)
}
