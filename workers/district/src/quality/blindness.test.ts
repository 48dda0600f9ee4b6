import { ALL_ROUTES } from '@shixun/contract/routes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../../../packages/testkit/src/client.ts'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  type Panel,
  type Rater,
  raiseSpine,
  reviewScores,
  type Spine,
  scoreSheet,
} from '../../../../packages/testkit/src/test-spine.ts'
import { FORM, VALUES } from '../../../system/src/sample-rows.ts'

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF')
/** Words that stand nowhere else: any of them in an answer to an expert tells who applied. */
const CANARY = {
  unit: '青鸾鸟实验小学',
  leader: '闻人鸿雁',
  member: '司徒白鹭',
  fromUnit: '朱雀桥幼儿园',
  headmaster: '欧阳黄鹂',
  file: '画眉方案',
  person: '上官翠鸟',
}
/** What the material itself says: an expert who has not declared, or was recused, reads none of it. */
const CONTENT = { title: '杜鹃计划', background: '布谷鸟需求调研' }
const IDENTITY = [...Object.values(CANARY), '金水区']

let spine: Spine
let school: Applicant
let assigned: [Rater, Rater]
let recused: Rater
let stranger: Rater
let applicationId: string
let callId: string
let ids: Record<string, string> = {}

const headmaster = { key: 'headmaster', title: '校长', type: 'text', required: false, identifying: true }
const story = `${CANARY.unit}（金水区教育局直属）由${CANARY.leader}与${CANARY.member}牵头，校长${CANARY.headmaster}，合作方${CANARY.fromUnit}。`
const values = {
  ...VALUES,
  background: `${CONTENT.background}：${story}金水区 青 鸾 鸟 实验小学的教师问卷。`,
  objectives: story,
  outcomes: story,
  milestones: [{ text: `${CANARY.leader}开题`, from: '2026-04-01', to: '2026-04-30' }],
  courses: [{ title: `${CANARY.member}的班会课`, module: '师德修养', trainer: CANARY.unit, hours: 40 }],
  team: [
    { name: CANARY.leader, unit: CANARY.unit, duty: '负责人' },
    { name: CANARY.member, unit: CANARY.fromUnit, duty: '成员' },
  ],
  headmaster: CANARY.headmaster,
}

/** Ids of each collection begin alike; one that is not here has none in this story. */
const PREFIXES: Record<string, string> = {
  applications: 'app',
  calls: 'cal',
  evaluations: 'eva',
  experts: 'exp',
  notices: 'not',
  panels: 'pan',
  schools: 'sch',
  scoresheets: 'she',
  teachers: 'tea',
}

/** Every GET address of the contract, with every id of this story that could stand in it. */
function addresses(): string[] {
  return ALL_ROUTES.filter(({ method, path }) => method === 'GET' && !path.startsWith('/notices/')).flatMap((route) => {
    const path = route.path.replace(':district', spine.district.ref.slug)
    const [place, collection = ''] = /(\w+)\/:\w+/.exec(path) ?? []
    if (place === undefined) return path.endsWith('/scoresheets') ? [path, `${path}?panel=${ids['panel']}`] : [path]
    const known = Object.values(ids).filter((id) => id.startsWith(`${PREFIXES[collection]}_`))
    return (known.length > 0 ? known : ['none']).map((id) =>
      path
        .replace(place, `${collection}/${id}`)
        .replace(':attachmentId', ids['attachment'] ?? 'none')
        .replace(/:\w+/g, '1'),
    )
  })
}

/** Everything this client can get to read, headers and refusals included. */
async function everything(client: Client): Promise<{ address: string; text: string; status: number }[]> {
  const seen = []
  for (const address of addresses()) {
    const response = await client.raw('GET', address)
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
    const text = `${decodeURIComponent(headers.replace(/%(?![0-9A-F]{2})/gi, '%25'))}\n${await response.text()}`
    seen.push({ address, text, status: response.status })
  }
  return seen
}

async function found(client: Client, words: readonly string[]): Promise<string[]> {
  const seen = await everything(client)
  return seen.flatMap(({ address, text }) =>
    words
      .filter((word) => text.includes(word) || text.includes(JSON.stringify(word).slice(1, -1)))
      .map((word) => `${address}: ${word}`),
  )
}

const experts = () => [...assigned, recused, stranger]

/** Nobody of the experts reads who applied; those without a declared sheet read nothing of the material either. */
async function blind(reading: readonly Rater[] = [], open = /^$/): Promise<void> {
  for (const expert of experts()) {
    const words = reading.includes(expert) ? IDENTITY : [...IDENTITY, ...Object.values(CONTENT)]
    // of their own bureau they may read elsewhere; in a material its name says whose it is
    const leaks = (await found(expert.client, words)).filter(
      (leak) => !(leak.endsWith('金水区') && !leak.includes('/scoresheets')) && !open.test(leak),
    )
    expect(leaks, expert.name).toEqual([])
  }
}

const sheetAt = (expert: Rater) => `${spine.base}/scoresheets/${ids[`sheet of ${expert.id}`]}`

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school(CANARY.unit)
  const own = await spine.school('和平小学')
  assigned = [await spine.expert('评审甲'), await spine.expert('评审乙')]
  recused = await spine.expert('评审丙', { past_schools: [{ schoolId: school.id, until: '2099-01-01' }] })
  stranger = await spine.expert('评审丁')
  callId = await spine.openCall({ form: [...FORM, headmaster] })
  const other = await spine.openCall({ title: '别的批次' })
  await spine.screened(own, other)
  const elsewhere = { callId: other, expertIds: [stranger.id], size: 1 }
  ids = {
    call: callId,
    school: school.id,
    ...Object.fromEntries(experts().map(({ id }) => [`expert ${id}`, id])),
    panelElsewhere: must('panel', await spine.office.post<Item>(`${spine.base}/panels`, elsewhere)).id,
  }
  ids['teacher'] = (
    await spine.put('teachers', {
      id: school.id.replace('sch', 'tea'),
      school_id: school.id,
      school_name: school.name,
      name: CANARY.person,
      document_type: 'resident-identity-card',
      document_cipher: 'none',
      document_mac: 'none',
      document_tail: '1234',
      phase: 'primary',
      subject: '语文',
      posts: [],
      version: 1,
      created_at: '2026-01-05T00:00:00.000Z',
    })
  ).id
}, 60_000)
afterAll(() => spine.stop())

describe('under double blindness no byte tells an expert who applied', () => {
  test('draft, submitted, screened: an application is none of an expert’s business', async () => {
    applicationId = await spine.draft(school, callId, { title: `${CONTENT.title}：${CANARY.unit}班主任培训`, values })
    const at = `${spine.base}/applications/${applicationId}`
    const form = new FormData()
    form.set('file', new Blob([PDF]), `${CANARY.file}.pdf`)
    ids = {
      ...ids,
      application: applicationId,
      attachment: must('file', await school.client.post<Item>(`${at}/attachments`, form)).id,
    }
    await blind()
    must('submission', await school.client.action(at, 'submit'))
    await blind()
    must('screening', await spine.office.action(at, 'screen'))
    await blind()
  })

  test('in review: nothing at all before the declaration, no identity after it', async () => {
    const body = { callId, expertIds: [...assigned, recused].map(({ id }) => id), size: 2, seed: '2026' }
    const panel = must('panel', await spine.office.post<Panel>(`${spine.base}/panels`, body))
    expect(panel.sheets.map(({ expertId, state }) => [expertId, state]).sort()).toEqual(
      [...assigned.map(({ id }) => [id, 'assigned']), [recused.id, 'recused']].sort(),
    )
    ids = {
      ...ids,
      panel: panel.id,
      ...Object.fromEntries(panel.sheets.map(({ id, expertId }) => [`sheet of ${expertId}`, id])),
    }
    await blind()
    for (const expert of [...assigned, recused]) {
      const closed = must('sheet', await expert.client.get(`${spine.base}/scoresheets/${ids[`sheet of ${expert.id}`]}`))
      expect(closed).toMatchObject({ form: [], values: {}, rubric: null })
    }
    const path = `${spine.base}/scoresheets/${ids[`sheet of ${assigned[0].id}`]}`
    const opened = must('declaration', await assigned[0].client.action(path, 'declare'))
    expect(JSON.stringify(opened)).toContain(CONTENT.background)
    expect(JSON.stringify(opened)).toContain('［某校］')
    expect(IDENTITY.filter((word) => JSON.stringify(opened).includes(word))).toEqual([])
    await blind([assigned[0]])
  })

  test('handed in, concluded: the same, and nobody reads the sheet or the total of another', async () => {
    const [one, other] = assigned
    await scoreSheet(spine.base, other.client, ids[`sheet of ${other.id}`] ?? '', 150)
    await blind(assigned)
    const { body } = await one.client.get<Item>(sheetAt(one))
    const scored = { scores: reviewScores(50), comment: '夜莺评语' }
    must('scores', await one.client.patch(sheetAt(one), scored, { ifMatch: body.version }))
    must('submission', await one.client.action(sheetAt(one), 'submit'))
    must('conclusion', await spine.office.action(`${spine.base}/panels/${ids['panel']}`, 'conclude'))
    await blind(assigned)
    for (const expert of experts()) {
      const own = must('list', await expert.client.get<{ items: Item[] }>(`${spine.base}/scoresheets`))
      expect(own.items).toHaveLength(1)
      for (const owner of [...assigned, recused].filter(({ id }) => id !== expert.id))
        expect((await expert.client.get(sheetAt(owner))).status).toBe(404)
    }
    const others = await found(other.client, ['夜莺评语', one.id, one.name, '"total":95'])
    expect(others).toEqual([])
  })

  test('noticed: only the public notice names the unit, and no id leads from it to a sheet', async () => {
    const given = { callId, title: '公示', body: '', applicationIds: [applicationId] }
    ids['notice'] = must('notice', await spine.office.post<Item>(`${spine.base}/notices`, given)).id
    await blind(assigned, /\/notices/)
    for (const expert of experts()) {
      const leaks = await found(expert.client, [applicationId, applicationId.slice(-6).toUpperCase()])
      const told = leaks.filter((leak) => !leak.includes('/notices') && !leak.split(': ')[0]?.includes(applicationId))
      expect(told, expert.name).toEqual([])
    }
  })

  test('a recused expert is left in the dark for ever, after a declaration too', async () => {
    const nextCall = await spine.openCall({ title: '又一批次', form: [...FORM, headmaster] })
    await spine.screened(school, nextCall, { title: CONTENT.title, values })
    const body = { callId: nextCall, expertIds: [stranger.id], size: 1 }
    const panel = must('panel', await spine.office.post<Panel>(`${spine.base}/panels`, body))
    const at = `${spine.base}/scoresheets/${panel.sheets[0]?.id}`
    ids = { ...ids, lastPanel: panel.id, lastSheet: panel.sheets[0]?.id ?? '' }
    const opened = await stranger.client.action(at, 'declare')
    expect(JSON.stringify(opened.body)).toContain(CONTENT.background)
    const left = await stranger.client.action(at, 'recuse', { note: '曾参与设计' })
    expect(left.body).toMatchObject({ state: 'recused', values: {}, form: [], rubric: null, actions: [] })
    await blind(assigned, /\/notices/)
    const dark = await found(recused.client, Object.values(CONTENT))
    expect(dark.filter((leak) => !leak.includes('/notices'))).toEqual([])
  })
})

describe('a school', () => {
  test('never reads a sheet; its explanation names raters 专家1 and 专家2', async () => {
    for (const path of ['scoresheets', `scoresheets?panel=${ids['panel']}`, 'panels', `panels/${ids['panel']}`])
      expect((await school.client.get(`${spine.base}/${path}`)).status, path).toBe(403)
    expect((await school.client.get(sheetAt(assigned[0]))).status).toBe(403)
    const list = must('evaluations', await school.client.get<{ items: Item[] }>(`${spine.base}/evaluations`))
    expect(list.items).toHaveLength(1)
    ids['evaluation'] = list.items[0]?.id ?? ''
    const explained = must(
      'explanation',
      await school.client.get<{ derivation: { sheets: { rater: string }[] } }>(
        `${spine.base}/evaluations/${ids['evaluation']}/explain`,
      ),
    )
    expect(explained.derivation.sheets.map(({ rater }) => rater)).toEqual(['专家1', '专家2'])
    const names = experts().flatMap(({ id, name }) => [id, name])
    expect(await found(school.client, [...names, '夜莺评语'])).toEqual([])
  })
})
