import { NOMINATION_FORM } from '@shixun/domain/flagship/nomination-form'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../../../../packages/testkit/src/people.ts'
import {
  type Applicant,
  type Item,
  type Panel,
  raiseSpine,
  type Spine,
} from '../../../../../packages/testkit/src/test-spine.ts'
import * as sample from '../../../../system/src/sample-rows.ts'

let spine: Spine
let school: Applicant
const at = (path: string) => `${spine.base}/${path}`
beforeAll(async () => {
  spine = await raiseSpine()
  school = await spine.school('青鸾鸟实验小学')
})
afterAll(() => spine.stop())

const ITEMS = 8
/** Spearman's coefficient of an order of the numbers from 0. */
const correlation = (order: readonly number[]) =>
  1 - (6 * order.reduce((sum, place, n) => sum + (place - n) ** 2, 0)) / (order.length * (order.length ** 2 - 1))

test.each([
  ['as they were begun', false],
  ['backwards', true],
])('the order of an expert’s sheets says nothing of applications that came %s', async (title, backwards) => {
  const expert = await spine.expert(`评审${title}`)
  const call = await spine.openCall({ title })
  const made: string[] = []
  for (let n = 0; n < ITEMS; n++) made.push(await spine.draft(school, call, { title: `第 ${n} 项` }))
  for (const id of backwards ? [...made].reverse() : made) {
    must('submission', await school.client.action(at(`applications/${id}`), 'submit'))
    must('screening', await spine.office.action(at(`applications/${id}`), 'screen'))
  }
  const body = { callId: call, expertIds: [expert.id], size: 1 }
  const panel = must('panel', await spine.office.post<Panel>(at('panels'), body))
  const { items } = must('list', await expert.client.get<{ items: Item[] }>(at('scoresheets?limit=50')))
  const itemOf = (id: string) => panel.sheets.find((sheet) => sheet.id === id)?.applicationId ?? ''
  const order = items.map(({ id }) => made.indexOf(itemOf(id)))
  expect([...order].sort()).toEqual(made.map((_, n) => n))
  // one order in five thousand of eight comes closer by chance
  expect(Math.abs(correlation(order)), order.join()).toBeLessThan(0.95)
})

test('a curator’s panel over the nominations of other bureaus hides them in the same way', async () => {
  const call = await spine.openCall({ title: '精品评审' })
  const said = '布谷鸟需求调研'
  const values = {
    originName: '巩义市教育局',
    originNumber: 'LX2026-鹧鸪',
    originDistrict: 'gongyi-zhegu',
    originProject: 'pro_zhegu',
    trainers: '公孙画眉（特级教师）、李明',
    summary: `巩义市教育局推荐，${said}，巩义市的公孙画眉主讲，编号 LX2026-鹧鸪`,
    level: 'district',
  }
  await spine.rows('UPDATE call_forms SET form = ? WHERE call_id = ?', JSON.stringify(NOMINATION_FORM), call)
  const unit = { id: 'dis_gongyi', name: '巩义市教育局', kind: 'school' } as const
  await spine.put('applications', {
    ...sample.application(call, unit, 'screened', { title: '巩义市教育局的研修项目' }),
    form_values: values,
  })
  const expert = await spine.expert('评审壬')
  const body = { callId: call, expertIds: [expert.id], size: 1 }
  const panel = must('panel', await spine.office.post<Panel>(at('panels'), body))
  const opened = await expert.client.action(at(`scoresheets/${panel.sheets[0]?.id}`), 'declare')
  const text = JSON.stringify(must('declaration', opened))
  expect(text).toContain(said)
  const words = ['巩义', '鹧鸪', 'zhegu', '公孙画眉', 'dis_gongyi']
  expect(words.filter((word) => text.includes(word))).toEqual([])
})
