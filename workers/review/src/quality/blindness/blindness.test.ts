import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  BLIND_FILES,
  BLIND_FORM,
  BLIND_VALUES,
  CANARY,
  CONTENT,
  OPINION,
} from '../../../../../packages/testkit/src/blind-story.ts'
import {
  type BlindWorld,
  blindToExperts,
  blindToOthers,
  leaksTo,
  NOTICES,
  readersOf,
} from '../../../../../packages/testkit/src/blind-world.ts'
import { clientOf } from '../../../../../packages/testkit/src/client.ts'
import { wordsIn } from '../../../../../packages/testkit/src/crawl.ts'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Item,
  type Panel,
  type Rater,
  raiseSpine,
  reviewScores,
  type Spine,
  scoreSheet,
} from '../../../../../packages/testkit/src/test-spine.ts'

/** A and B score, C is replaced by D, the system bars R, S sits on another panel; E takes the seat of B when that is voided. */
let world: BlindWorld
let spine: Spine
let callId = ''
let panelId = ''
const at = (path: string) => `${spine.base}/${path}`
const rater = (name: string) => world.raters[name] as Rater
const sheetOf = (name: string) => at(`scoresheets/${world.sheets[name]}`)

/** An expert takes the seat of another. */
async function seat(name: string, called: string, insteadOf: string): Promise<void> {
  const { raters, ids, sheets } = world
  raters[name] = await spine.expert(called)
  const body = { sheetId: sheets[insteadOf], note: '补上', expertId: rater(name).id }
  must('replacement', await spine.office.post(at(`panels/${panelId}/actions/replace-seat`), body))
  const [row] = await spine.rows(
    'SELECT id FROM scoresheets WHERE expert_id = ? AND panel_id = ?',
    rater(name).id,
    panelId,
  )
  sheets[name] = String(row?.['id'])
  for (const id of [rater(name).id, sheets[name]]) ids.add(id)
}

beforeAll(async () => {
  spine = await raiseSpine()
  const school = await spine.school(CANARY.unit)
  const neighbour = await spine.school('和平小学')
  const provider = await spine.provider('师培中心')
  const barred = { past_schools: [{ schoolId: school.id, until: '2099-01-01' }] }
  const raters: Record<string, Rater> = {}
  for (const [name, called, given] of [
    ['A', '评审甲', {}],
    ['B', '评审乙', {}],
    ['C', '评审丙', {}],
    ['R', '评审丁', barred],
    ['S', '评审戊', {}],
  ] as const)
    raters[name] = await spine.expert(called, given)
  world = {
    spine,
    school,
    raters,
    sheets: {},
    others: [
      ['school_admin', neighbour.client],
      ['provider', provider.client],
    ],
    ids: new Set(),
    times: [],
    applicationId: '',
  }
  const review = { blindness: 'double', method: 'mean', expertsPerItem: 3, quota: 1 }
  callId = await spine.openCall({ form: BLIND_FORM, review })
  const other = await spine.openCall({ title: '别的批次' })
  await spine.screened(neighbour, other)
  const elsewhere = { callId: other, expertIds: [rater('S').id], size: 1 }
  const panel = must('panel', await spine.office.post<Panel>(at('panels'), elsewhere))
  const experts = Object.values(raters).map(({ id }) => id)
  for (const id of [callId, other, school.id, panel.id, panel.sheets[0]?.id ?? '', spine.reviewRubric, ...experts])
    world.ids.add(id)
})
afterAll(() => spine.stop())

describe('under double blindness no byte tells an expert who applied', () => {
  test('draft, submitted, screened: an application is none of an expert’s business', async () => {
    const { school, ids } = world
    const id = await spine.draft(school, callId, { title: `${CONTENT[0]}：${CANARY.unit}班主任培训` })
    const application = at(`applications/${id}`)
    const plan: { attachment: string }[] = []
    for (const [name, bytes] of BLIND_FILES) {
      const form = new FormData()
      form.set('file', new Blob([Uint8Array.from(bytes)]), `${CANARY.file}${name}`)
      const file = must('file', await school.client.post<Item>(`${application}/attachments`, form))
      plan.push({ attachment: file.id })
      ids.add(file.id)
    }
    const { version } = must('draft', await school.client.get<Item>(application))
    const values = { ...BLIND_VALUES, plan }
    must('values', await school.client.patch(application, { values }, { ifMatch: version }))
    must('submission', await school.client.action(application, 'submit'))
    must('screening', await spine.office.action(application, 'screen'))
    ids.add(id)
    world.applicationId = id
    const rows = await spine.rows(
      'SELECT created_at AS t FROM applications WHERE id = ?1 UNION SELECT submitted_at FROM submissions WHERE application_id = ?1 UNION SELECT created_at FROM attachments WHERE application_id = ?1',
      id,
    )
    world.times = rows.map(({ t }) => String(t))
    expect(world.times.length).toBeGreaterThan(8)
    await blindToExperts(world)
  })

  test('assigned: nothing at all before the declaration, and whom a conflict bars learns no more', async () => {
    const { raters, sheets, ids } = world
    const expertIds = ['A', 'B', 'C', 'R'].map((name) => rater(name).id)
    const panel = must('panel', await spine.office.post<Panel>(at('panels'), { callId, expertIds, size: 3 }))
    panelId = panel.id
    ids.add(panelId)
    for (const { id, expertId } of panel.sheets) {
      ids.add(id)
      sheets[Object.keys(raters).find((name) => rater(name).id === expertId) ?? ''] = id
    }
    expect(panel.sheets.map(({ state }) => state).sort()).toEqual(['assigned', 'assigned', 'assigned', 'recused'])
    await blindToExperts(world)
    for (const name of ['A', 'R']) {
      const closed = must('sheet', await rater(name).client.get(sheetOf(name)))
      expect(closed).toMatchObject({ form: [], values: {}, rubric: null, attachments: [] })
    }
  })

  test('declared: the material is there, files and all, and nobody in it', async () => {
    for (const name of ['A', 'C']) must('declaration', await rater(name).client.action(sheetOf(name), 'declare'))
    await blindToExperts(world)
    type Opened = { attachments: { id: string; name: string; state: string }[] }
    const opened = must('sheet', await rater('A').client.get<Opened>(sheetOf('A')))
    for (const said of [
      CONTENT[1],
      '［某校］',
      '［某人］',
      '授课人 1（本单位）',
      '授课人 2（特级教师，外单位）、授课人 3（教授）',
    ])
      expect(JSON.stringify(opened)).toContain(said)
    expect(opened.attachments.map(({ name, state }) => [name, state])).toEqual(
      BLIND_FILES.map(([name], n) => [`实施方案 ${n + 1}${name.slice(name.indexOf('.'))}`, n === 7 ? 'held' : 'ready']),
    )
    for (const { id } of opened.attachments.slice(0, 7))
      expect((await rater('A').client.raw('GET', `${sheetOf('A')}/documents/${id}`)).status).toBe(200)
  })

  test('submitted: nobody reads the sheet, the words or the points of another', async () => {
    await scoreSheet(spine.base, rater('B').client, world.sheets['B'] ?? '', 50)
    const { body } = await rater('A').client.get<Item>(sheetOf('A'))
    const leaf = Object.keys(reviewScores())[0] ?? ''
    const scored = { scores: reviewScores(100), comment: OPINION.whole, comments: { [leaf]: OPINION.leaf } }
    must('scores', await rater('A').client.patch(sheetOf('A'), scored, { ifMatch: body.version }))
    must('submission', await rater('A').client.action(sheetOf('A'), 'submit'))
    await blindToExperts(world)
    await blindToOthers(world, false)
    for (const name of Object.keys(world.raters))
      for (const owner of ['A', 'B', 'C', 'R'].filter((one) => one !== name))
        expect((await rater(name).client.get(sheetOf(owner))).status, `${name} reads ${owner}`).toBe(404)
  })

  test('replaced: who gave up a seat reads nothing any more, and who took it no more than the others', async () => {
    await seat('D', '评审己', 'C')
    must('declaration', await rater('D').client.action(sheetOf('D'), 'declare'))
    expect(await readersOf(world)).toEqual(['A', 'B', 'D'])
    await blindToExperts(world)
  })

  test('voided: a conflict that came to light takes the material away', async () => {
    must('void', await spine.office.action(sheetOf('B'), 'void', { note: '与申报人有亲属关系' }))
    await seat('E', '评审庚', 'B')
    expect(await readersOf(world)).toEqual(['A', 'D'])
    await blindToExperts(world)
  })

  test('recused: after a declaration too there is nothing left to read', async () => {
    must('declaration', await rater('E').client.action(sheetOf('E'), 'declare'))
    must('recusal', await rater('E').client.action(sheetOf('E'), 'recuse', { note: '认出了申报人' }))
    await seat('F', '评审辛', 'E')
    expect(await readersOf(world)).toEqual(['A', 'D'])
    await blindToExperts(world)
  })

  test('concluded: totals and ranks reach no expert, and a school reads raters by numbers', async () => {
    await scoreSheet(spine.base, rater('F').client, world.sheets['F'] ?? '', 50)
    const { version } = must('sheet', await rater('D').client.get<Item>(sheetOf('D')))
    const scored = { scores: reviewScores(50), comment: '' }
    must('scores', await rater('D').client.patch(sheetOf('D'), scored, { ifMatch: version }))
    must('submission', await rater('D').client.action(sheetOf('D'), 'submit'))
    must('conclusion', await spine.office.action(at(`panels/${panelId}`), 'conclude'))
    for (const { id } of await spine.rows('SELECT id FROM evaluations')) world.ids.add(String(id))
    await blindToExperts(world)
    const { client } = world.school
    const list = must('evaluations', await client.get<{ items: Item[] }>(at('evaluations')))
    type Explained = { derivation: { sheets: { rater: string }[] } }
    const explained = await client.get<Explained>(at(`evaluations/${list.items[0]?.id}/explain`))
    const named = must('explanation', explained).derivation.sheets.map((sheet) => sheet.rater)
    expect(named).toHaveLength(3)
    expect(
      named.filter((one) => Object.values(world.raters).some(({ id, name }) => one === id || one === name)),
    ).toEqual([])
  })

  test('noticed: only the public notice names the unit, and no id leads from it to a sheet', async () => {
    const given = { callId, title: '公示', body: '', applicationIds: [world.applicationId] }
    world.ids.add(must('notice', await spine.office.post<Item>(at('notices'), given)).id)
    await blindToExperts(world, NOTICES)
    await blindToOthers(world, true)
    const marks = Object.values(world.sheets).flatMap((id) => [id, id.slice(-6).toUpperCase()])
    expect(await leaksTo(world, [null, clientOf(spine.house.url)], marks, null)).toEqual([])
  })
})

describe('the test itself can fail', () => {
  const found = (word: string) => leaksTo(world, ['expert', rater('D').client], [word], NOTICES)

  test.each([
    ['a panel that is not blind', CANARY.unit, "UPDATE panels SET blindness = 'none' WHERE id = ?"],
    ['a trainer of a panel that is not blind', CANARY.trainer, "UPDATE panels SET blindness = 'none' WHERE id = ?"],
    [
      'a field that is no longer identifying',
      CANARY.headmaster,
      `UPDATE call_forms SET form = replace(form, '"identifying":true', '"identifying":false') WHERE call_id = (SELECT call_id FROM panels WHERE id = ?)`,
    ],
    [
      'an original in the place of a copy',
      CANARY.author,
      'UPDATE expert_documents SET object_key = (SELECT a.object_key FROM attachments a WHERE a.id = attachment_id) WHERE ? IS NOT NULL',
    ],
    [
      'a file that is released though it says a name',
      CANARY.unit,
      "UPDATE expert_documents SET ruling = 'show' WHERE ? IS NOT NULL",
    ],
  ])('%s is noticed', async (_, word, sql) => {
    expect(await found(word)).toEqual([])
    const kept = {
      panels: await spine.rows('SELECT id, blindness FROM panels'),
      forms: await spine.rows('SELECT call_id, no, form FROM call_forms'),
      documents: await spine.rows('SELECT attachment_id, object_key FROM expert_documents'),
    }
    await spine.rows(sql, panelId)
    expect(await found(word)).not.toEqual([])
    for (const row of kept.panels)
      await spine.rows('UPDATE panels SET blindness = ? WHERE id = ?', row['blindness'], row['id'])
    for (const row of kept.forms)
      await spine.rows(
        'UPDATE call_forms SET form = ? WHERE call_id = ? AND no = ?',
        row['form'],
        row['call_id'],
        row['no'],
      )
    for (const row of kept.documents)
      await spine.rows(
        'UPDATE expert_documents SET object_key = ?, ruling = NULL WHERE attachment_id = ?',
        row['object_key'],
        row['attachment_id'],
      )
  })

  test('a word is found plain, escaped, in a header, in UTF-16 and in a packed layer', () => {
    expect(wordsIn({ text: 'a "闻人鸿雁"', bytes: null }, [CANARY.leader])).toEqual([CANARY.leader])
    expect(wordsIn({ text: JSON.stringify('甲"乙'), bytes: null }, ['甲"乙'])).toEqual(['甲"乙'])
    for (const [, bytes] of BLIND_FILES)
      expect(wordsIn({ text: '', bytes }, [CANARY.author, '没有'])).toEqual([CANARY.author])
  })
})
