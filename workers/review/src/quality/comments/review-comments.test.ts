import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  type Item,
  openTasks,
  type Panel,
  problemOf,
  type Rater,
  raiseSpine,
  reviewScores,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'

type Card = Item & { applicationId: string; unitName: string; released: { no: number; general: string }[] }
type Whole = Card & {
  experts: {
    no: number
    general: string
    omitted: boolean
    counts: boolean
    criteria: { key: string; text: string }[]
  }[]
  namesLeft: string[]
}
type List = { items: Card[] }

let spine: Spine
let school: Applicant
let neighbour: Applicant
let raters: [Rater, Rater]
let panel: Panel
let mine: string
let theirs: string

const at = (path = '') => `${spine.base}/review-comments${path}`
const prepare = () =>
  spine.office.post<{ prepared: number; without: number; more: boolean }>(
    `${spine.base}/panels/${panel.id}/review-comments`,
    {},
  )
const listed = async () => must('list', await spine.office.get<List>(`${at()}?panel=${panel.id}`)).items
const readBy = async (unit: Applicant) => must('own', await unit.client.get<List>(at())).items

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  neighbour = await spine.school('实验小学')
  raters = [await spine.expert('欧阳评委'), await spine.expert('上官评委')]
  const call = await spine.openCall({ quotaPerUnit: 5 })
  mine = await spine.screened(school, call, { title: '甲' })
  theirs = await spine.screened(neighbour, call, { title: '乙' })
  const body = { callId: call, expertIds: raters.map(({ id }) => id), size: 2 }
  panel = must('panel', await spine.office.post<Panel>(`${spine.base}/panels`, body))
  for (const [n, rater] of raters.entries())
    for (const sheet of panel.sheets.filter(({ expertId }) => expertId === rater.id)) {
      const path = `${spine.base}/scoresheets/${sheet.id}`
      const { version } = must('declaration', await rater.client.action<Item>(path, 'declare'))
      const about = sheet.applicationId === mine
      const given = {
        scores: reviewScores(50 * n),
        comment: about ? `第 ${n} 位：与上官评委看法一致` : '',
        comments: about ? { 'input.budget': `经费偏高，不如实验小学 ${n}` } : {},
      }
      must('scores', await rater.client.patch(path, given, { ifMatch: version }))
      must('sealed', await rater.client.action(path, 'submit'))
    }
})
afterAll(() => spine.stop())

describe('collecting', () => {
  test('waits for the conclusion, then takes each application once', async () => {
    expect(problemOf(await prepare())).toBe('state-refuses')
    must('concluded', await spine.office.action(`${spine.base}/panels/${panel.id}`, 'conclude'))
    expect(must('prepared', await prepare())).toEqual({ prepared: 2, without: 1, more: false })
    expect(must('again', await prepare())).toEqual({ prepared: 0, without: 0, more: false })
    expect((await school.client.post(`${spine.base}/panels/${panel.id}/review-comments`, {})).status).toBe(403)
    expect(await readBy(school)).toEqual([])
  })

  test('hides names of experts and of other units, and tells the office nothing of sheets', async () => {
    const card = (await listed()).find(({ applicationId }) => applicationId === mine)
    const whole = must('whole', await spine.office.get<Whole>(at(`/${card?.id}`)))
    const text = JSON.stringify(whole)
    expect(whole.experts.map(({ no }) => no)).toEqual([1, 2])
    for (const hidden of ['上官评委', '欧阳评委', '实验小学', 'she_', 'exp_']) expect(text).not.toContain(hidden)
    expect(whole.namesLeft).toEqual([])
  })
})

describe('releasing', () => {
  let id: string
  let version: number
  const whole = async () => must('whole', await spine.office.get<Whole>(at(`/${id}`)))

  test('the office edits and omits; a name it puts in is told', async () => {
    id = (await listed()).find(({ applicationId }) => applicationId === mine)?.id ?? ''
    const before = await whole()
    const experts = before.experts.map(({ no, general, criteria }) => ({
      no,
      general: no === 1 ? '请参考欧阳评委的意见' : general,
      omitted: no === 2,
      criteria: criteria.map(({ key, text }) => ({ key, text, omitted: false })),
    }))
    const edited = must(
      'edited',
      await spine.office.patch<Whole>(at(`/${id}`), { experts }, { ifMatch: before.version }),
    )
    expect(edited.namesLeft).toEqual(['欧阳评委'])
    expect(problemOf(await spine.office.patch(at(`/${id}`), { experts }, { ifMatch: before.version }))).toBe(
      'version-stale',
    )
    const unknown = [{ no: 9, general: '', omitted: false, criteria: [] }]
    expect((await spine.office.patch(at(`/${id}`), { experts: unknown }, { ifMatch: edited.version })).status).toBe(422)
    version = edited.version
  })

  test('goes to its unit alone, as it stood then, with a task; nothing more', async () => {
    must('released', await spine.office.action(at(`/${id}`), 'release'))
    const [card, ...more] = await readBy(school)
    expect([more, card?.state, card?.released.map(({ no, general }) => [no, general])]).toEqual([
      [],
      'released',
      [
        [1, '请参考欧阳评委的意见'],
        [2, ''],
      ],
    ])
    expect(Object.keys(card ?? {}).sort()).toEqual(
      [
        'actions',
        'applicationId',
        'id',
        'panelId',
        'released',
        'releasedAt',
        'state',
        'title',
        'unitName',
        'version',
      ].sort(),
    )
    expect(await readBy(neighbour)).toEqual([])
    expect((await neighbour.client.get<List>(`${at()}?application=${mine}`)).body.items).toEqual([])
    expect((await school.client.get(at(`/${id}`))).status).toBe(403)
    expect((await raters[0].client.get(at())).status).toBe(403)
    expect(await openTasks(spine, id)).toEqual([['review_comment.released', 'school_admin', school.id]])
    const stale = { experts: [] }
    expect(problemOf(await spine.office.patch(at(`/${id}`), stale, { ifMatch: version + 1 }))).toBe('state-refuses')
  })

  test('the unit says that it read them; the office withdraws with a reason, and they are gone', async () => {
    expect((await neighbour.client.action(at(`/${id}`), 'acknowledge')).status).toBe(404)
    must('read', await school.client.action(at(`/${id}`), 'acknowledge'))
    expect(await openTasks(spine, id)).toEqual([])
    expect((await spine.office.action(at(`/${id}`), 'withdraw', {})).status).toBe(422)
    must('withdrawn', await spine.office.action(at(`/${id}`), 'withdraw', { note: '有一处表述需核实' }))
    expect(await readBy(school)).toEqual([])
    const [line] = await spine.rows("SELECT note, actor FROM journal WHERE entity = ? AND verb = 'withdraw'", id)
    expect(line?.['note']).toBe('有一处表述需核实')
  })

  test('a voided sheet gives nothing out; with nothing left there is no release', async () => {
    await spine.rows("UPDATE scoresheets SET state = 'voided' WHERE application_id = ?", mine)
    expect((await whole()).experts.map(({ counts }) => counts)).toEqual([false, false])
    expect(problemOf(await spine.office.action(at(`/${id}`), 'release'))).toBe('nothing-to-release')
    await spine.rows("UPDATE scoresheets SET state = 'submitted' WHERE application_id = ?", mine)
    const empty = (await listed()).find(({ applicationId }) => applicationId === theirs)
    const again = await whole()
    const items = [
      { id, version: again.version },
      { id: empty?.id, version: empty?.version },
    ]
    expect(problemOf(await spine.office.post(at('/batch'), { items }))).toBe('nothing-to-release')
    expect(await readBy(school)).toEqual([])
    must('released', await spine.office.post(at('/batch'), { items: items.slice(0, 1) }))
    expect(await readBy(school)).toHaveLength(1)
    const { counters, rows } = await countersAndRows(spine, 'review_comment', 'review_comments')
    expect(counters).toEqual(rows)
  })
})
