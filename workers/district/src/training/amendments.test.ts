import { createHash } from 'node:crypto'
import type { OutOf } from '@shixun/contract/route'
import type { trainingRoutes } from '@shixun/contract/training'
import type { AgreementTerms } from '@shixun/domain/training/agreement'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  countersAndRows,
  openTasks,
  pointersOf,
  problemOf,
  raiseSpine,
  type Spine,
} from '../../../../packages/testkit/src/test-spine.ts'
import { application } from '../../../system/src/sample-rows.ts'

type Project = OutOf<(typeof trainingRoutes)['readProject']>
type Amendment = OutOf<(typeof trainingRoutes)['readAmendment']>
type Agreement = Project['agreement']

let spine: Spine
let school: Applicant
let other: Applicant
let callId: string

const projectPath = (id: string) => `${spine.base}/projects/${id}`
const amendmentPath = (id: string) => `${spine.base}/amendments/${id}`
const read = async (id: string) => must('project', await spine.office.get<Project>(projectPath(id)))

/** A project in preparation: both sides have confirmed the first agreement. */
async function begun(unit = school, prepare = true): Promise<Project> {
  const row = await spine.put('applications', application(callId, unit, 'noticed', { cleared: 1 }))
  must('approval', await spine.office.action(`${spine.base}/applications/${row.id}`, 'approve'))
  const [found] = await spine.rows('SELECT id FROM projects WHERE application_id = ?', row.id)
  const id = String(found?.['id'])
  if (prepare) must('confirmation', await unit.client.action(projectPath(id), 'prepare'))
  return read(id)
}

/** The terms in force with more persons and one stage that ends later. */
function more({ agreement: { body } }: Project, persons = 60): AgreementTerms {
  const { targets, money, outputs } = body
  return {
    targets: targets.map((target) => (target.means === 'persons' ? { ...target, promised: persons } : target)),
    money,
    outputs,
    dates: {
      from: '2026-04-01',
      to: '2026-05-31',
      milestones: [
        { text: '完成培训方案', from: '2026-04-01', to: '2026-04-30' },
        { text: '总结', from: '2026-05-01', to: '2026-05-31' },
      ],
    },
  }
}
const proposal = (project: Project, terms = more(project)) => ({
  fromNo: project.agreement.no,
  terms,
  reason: '需求增加',
})
const propose = (by: Applicant['client'], project: Project, body: object = proposal(project)) =>
  by.post<Amendment>(`${projectPath(project.id)}/amendments`, body)

beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('育才小学')
  other = await spine.school('实验小学')
  callId = await spine.openCall()
})
afterAll(() => spine.stop())

test('the agreement of an approval is frozen: its hash is that of its text, confirmed once by each side', async () => {
  const project = await begun(school, false)
  const { agreement, figures } = project
  expect(agreement).toMatchObject({ no: 1, unitConfirmedAt: null })
  const [row] = await spine.rows('SELECT * FROM agreements WHERE project_id = ?', project.id)
  expect(createHash('sha256').update(String(row?.['text'])).digest('hex')).toBe(agreement.sha256)
  expect(agreement.text).toBe(row?.['text'])
  expect(agreement.text).toContain(`任务书编号：RW2026-0001\n项目编号：LX2026-0001\n`)
  expect(agreement.body).toMatchObject({ unitName: '育才小学', money: { total: 5_000_000 } })
  expect(agreement.body.targets).toContainEqual({ means: 'persons', name: '培训人数', promised: 50, unit: '人' })
  expect(figures).toMatchObject({ planned: 50, hoursPromised: 40, budget: 5_000_000, milestonesDue: 1 })
  const confirm = (sha256: string) => school.client.action<Project>(projectPath(project.id), 'prepare', { sha256 })
  const stale = await confirm('f'.repeat(64))
  expect([stale.status, problemOf(stale)]).toEqual([412, 'version-stale'])
  const confirmed = must('confirmation', await confirm(agreement.sha256))
  expect(agreement).toMatchObject({ officeConfirmedBy: 'office 甲', unitConfirmedBy: null })
  const unit = { unitConfirmedAt: expect.any(String), unitConfirmedBy: 'school_admin 甲' }
  expect(confirmed.agreement).toEqual({ ...agreement, ...unit })
  const [after] = await spine.rows('SELECT * FROM agreements WHERE project_id = ?', project.id)
  expect(after).toEqual({
    ...row,
    unit_confirmed_at: confirmed.agreement.unitConfirmedAt,
    unit_confirmed_by: 'school_admin 甲',
  })
  const letter = must('letter', await school.client.get(`${projectPath(project.id)}/letter`))
  expect(letter).toMatchObject({ bureau: '金水区教育局', to: '育才小学', title: '关于同意“育才小学的申报”立项的批复' })
  expect((await other.client.get(`${projectPath(project.id)}/letter`)).status).toBe(404)
})

describe('an amendment of the unit', () => {
  test('waits for the bureau, and approved it is the next agreement with its own text and hash', async () => {
    const project = await begun()
    expect(project.actions).toContain('amend')
    const compared = must(
      'comparison',
      await school.client.post<{ changes: unknown[] }>(`${projectPath(project.id)}/amendments/compare`, {
        fromNo: 1,
        terms: more(project),
      }),
    )
    const proposed = must('proposal', await propose(school.client, project))
    expect(proposed).toMatchObject({ state: 'proposed_by_unit', fromNo: 1, reason: '需求增加', actions: ['withdraw'] })
    expect(proposed.changes).toEqual(compared.changes)
    expect(proposed.changes).toEqual([
      { part: 'target', name: '培训人数', before: '50 人', after: '60 人' },
      { part: 'date', name: '结束日期', before: '2026年4月30日', after: '2026年5月31日' },
      { part: 'milestone', name: '总结', before: null, after: '2026年5月1日至2026年5月31日' },
    ])
    expect(await openTasks(spine, proposed.id)).toEqual([['amendment.proposed_by_unit', 'office', '']])
    expect(await read(project.id)).toMatchObject({ openAmendmentId: proposed.id, agreement: { no: 1 } })
    expect((await read(project.id)).actions).not.toContain('amend')

    const seen = must('reading', await spine.office.get<Amendment>(amendmentPath(proposed.id)))
    expect(seen.actions.sort()).toEqual(['approve', 'refuse'])
    must('approval', await spine.office.action(amendmentPath(proposed.id), 'approve'))
    const after = await read(project.id)
    expect(after.agreement).toMatchObject({ no: 2, amendmentId: proposed.id, unitConfirmedBy: 'school_admin 甲' })
    expect(after.agreement.officeConfirmedBy).toBe('office 甲')
    expect(after.figures).toMatchObject({ planned: 60, hoursPromised: 40, budget: 5_000_000, milestonesDue: 2 })
    expect(after.milestones).toHaveLength(2)
    expect(after.openAmendmentId).toBeNull()
    expect(after.agreement.text).toContain('（第二版）')
    expect(after.agreement.text).toContain('变更事由：需求增加。')
    expect(createHash('sha256').update(after.agreement.text).digest('hex')).toBe(after.agreement.sha256)
    expect(await openTasks(spine, proposed.id)).toEqual([])

    const { items } = must(
      'versions',
      await school.client.get<{ items: Agreement[] }>(`${projectPath(project.id)}/agreements`),
    )
    expect(items.map(({ no, sha256 }) => [no, sha256])).toEqual([
      [1, project.agreement.sha256],
      [2, after.agreement.sha256],
    ])
    const journal = await spine.rows('SELECT verb, version FROM journal WHERE entity = ? ORDER BY version', proposed.id)
    expect(journal.map(({ verb }) => verb)).toEqual(['propose', 'approve'])
    const course = await spine.rows("SELECT note FROM journal WHERE entity = ? AND verb = 'agree'", project.id)
    expect(course).toEqual([{ note: '需求增加' }])
    const listed = must(
      'list',
      await school.client.get<{ items: Amendment[] }>(`${projectPath(project.id)}/amendments`),
    )
    expect(listed.items.map(({ state, changes }) => [state, changes.length])).toEqual([['approved', 3]])
  })

  test('refused needs a reason, and the agreement stays', async () => {
    const project = await begun()
    const { id } = must('proposal', await propose(school.client, project))
    expect((await spine.office.action(amendmentPath(id), 'refuse')).status).toBe(422)
    const refused = must(
      'refusal',
      await spine.office.action<Amendment>(amendmentPath(id), 'refuse', { note: '经费不足' }),
    )
    expect(refused).toMatchObject({ state: 'refused', answer: '经费不足', actions: [] })
    expect((await read(project.id)).agreement).toEqual(project.agreement)
    expect(problemOf(await spine.office.action(amendmentPath(id), 'approve'))).toBe('state-refuses')
    must('another', await propose(school.client, project))
  })
})

describe('an amendment of the bureau', () => {
  test('is the unit to confirm; neither side decides its own', async () => {
    const project = await begun()
    const { id, state } = must('proposal', await propose(spine.office, project))
    expect(state).toBe('proposed_by_office')
    expect(await openTasks(spine, id)).toEqual([['amendment.proposed_by_office', 'school_admin', school.id]])
    expect(problemOf(await spine.office.action(amendmentPath(id), 'approve'))).toBe('state-refuses')
    expect(problemOf(await school.client.action(amendmentPath(id), 'withdraw'))).toBe('state-refuses')
    const approved = must(
      'approval',
      await school.client.action<Amendment>(amendmentPath(id), 'approve', { note: '同意' }),
    )
    expect(approved).toMatchObject({ state: 'approved', proposedBy: 'office 甲', settledBy: 'school_admin 甲' })
    expect((await read(project.id)).agreement.no).toBe(2)
  })

  test('may be withdrawn while it waits', async () => {
    const project = await begun()
    const { id } = must('proposal', await propose(spine.office, project))
    expect(must('withdrawal', await spine.office.action<Amendment>(amendmentPath(id), 'withdraw')).state).toBe(
      'withdrawn',
    )
    expect(await openTasks(spine, id)).toEqual([])
    expect((await read(project.id)).actions).toContain('amend')
  })
})

describe('a proposal is refused', () => {
  test('when another waits, when a newer agreement stands, when the terms are out of order', async () => {
    const project = await begun()
    const same = proposal(project, { ...more(project), ...project.agreement.body })
    const bare = (({ targets, money, outputs, dates }) => ({ targets, money, outputs, dates }))(same.terms)
    expect(pointersOf(await propose(school.client, project, { ...same, terms: bare }))).toEqual([
      ['/terms', 'nothing_changed'],
    ])
    const money = { total: 5_000_001, items: [{ item: 'meals', amount: 5_000_000 }] }
    const wrong = await propose(school.client, project, { ...proposal(project), terms: { ...more(project), money } })
    expect([wrong.status, pointersOf(wrong)]).toEqual([422, [['/terms/money/total', 'items_sum']]])
    const { id } = must('proposal', await propose(school.client, project))
    const second = await propose(spine.office, project)
    expect([second.status, problemOf(second)]).toEqual([409, 'amendment-open'])
    must('approval', await spine.office.action(amendmentPath(id), 'approve'))
    const stale = await propose(school.client, project)
    expect([stale.status, problemOf(stale)]).toEqual([412, 'version-stale'])
  })

  test('when both sides propose at once: one waits, the other is told', async () => {
    const project = await begun()
    const replies = await Promise.all([propose(school.client, project), propose(spine.office, project)])
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(replies.map(problemOf).sort()).toEqual(['', 'amendment-open'])
  })

  test('when the project is over, or somebody else’s, or the role has no say', async () => {
    const project = await begun()
    expect((await propose(other.client, project)).status).toBe(404)
    expect((await propose(await spine.as('auditor'), project)).status).toBe(403)
    const { id } = must('proposal', await propose(school.client, project))
    expect((await other.client.get(amendmentPath(id))).status).toBe(404)
    expect((await other.client.action(amendmentPath(id), 'withdraw')).status).toBe(404)
    must('termination', await spine.office.action(projectPath(project.id), 'terminate', { note: '与市级项目重复' }))
    const ended = must('amendment', await school.client.get<Amendment>(amendmentPath(id)))
    expect(ended).toMatchObject({ state: 'refused', answer: '项目终止：与市级项目重复', actions: [] })
    expect(await openTasks(spine, id)).toEqual([])
    expect(problemOf(await propose(school.client, project))).toBe('state-refuses')
  })
})

describe('what waits holds back what rests on it', () => {
  test('confirmation and conclusion wait for the decision, and a suspended project can still be changed', async () => {
    const project = await begun(school, false)
    const { id } = must('proposal', await propose(school.client, project))
    const early = await school.client.action(projectPath(project.id), 'prepare')
    expect([early.status, problemOf(early)]).toEqual([409, 'amendment-open'])
    must('approval', await spine.office.action(amendmentPath(id), 'approve'))
    const stale = await school.client.action(projectPath(project.id), 'prepare', { sha256: project.agreement.sha256 })
    expect(problemOf(stale)).toBe('version-stale')
    const { agreement } = await read(project.id)
    must('confirmation', await school.client.action(projectPath(project.id), 'prepare', { sha256: agreement.sha256 }))
    must('start', await school.client.action(projectPath(project.id), 'start'))
    must('suspension', await spine.office.action(projectPath(project.id), 'suspend', { note: '汛期停课' }))
    const suspended = await read(project.id)
    const next = must('proposal', await propose(spine.office, suspended, proposal(suspended, more(suspended, 45))))
    must('resumption', await spine.office.action(projectPath(project.id), 'resume', { note: '恢复上课' }))
    expect(problemOf(await school.client.action(projectPath(project.id), 'conclude'))).toBe('amendment-open')
    must('confirmation', await school.client.action(amendmentPath(next.id), 'approve'))
    expect(await read(project.id)).toMatchObject({ agreement: { no: 3 }, figures: { planned: 45 } })
  })

  test('two decisions at once: one holds, one agreement is added', async () => {
    const project = await begun()
    const { id } = must('proposal', await propose(school.client, project))
    const replies = await Promise.all([
      spine.office.action(amendmentPath(id), 'approve'),
      spine.office.action(amendmentPath(id), 'approve'),
      school.client.action(amendmentPath(id), 'withdraw'),
    ])
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    const kept = await spine.rows('SELECT no FROM agreements WHERE project_id = ?', project.id)
    const { state } = must('amendment', await spine.office.get<Amendment>(amendmentPath(id)))
    expect(kept).toHaveLength(state === 'approved' ? 2 : 1)
  })
})

test('a repeat with the same key proposes once and answers the same', async () => {
  const project = await begun()
  const path = `${projectPath(project.id)}/amendments`
  const key = { key: 'proposal-0001' }
  const first = must('first', await school.client.post<Amendment>(path, proposal(project), key))
  const again = must('again', await school.client.post<Amendment>(path, proposal(project), key))
  expect(again).toEqual(first)
})

test('counters are the rows, at the end of all this', async () => {
  const { counters, rows } = await countersAndRows(spine, 'amendment', 'amendments')
  expect(counters).toEqual(rows)
})
