import { commit } from '@shixun/db/commit'
import { insertMany } from '@shixun/db/statement'
import { planItems } from '@shixun/db/tenant/schema/training'
import { planNumbersAmong } from '@shixun/db/tenant/training'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { type PlanRow, planCard } from './plan-card.ts'
import { originalOf, readPlan } from './plan-rows.ts'

/** A plan has some dozens of rows; a text with more is something else. */
const ROWS = 500
const PAGE = 200

function nextPage(raw: Request, year: number, shown: readonly PlanRow[], all: number): string | null {
  const path = new URL(raw.url).pathname.replace(/\/import$/, '')
  return all > shown.length ? `${path}?year=${year}&after=${shown.at(-1)?.no}` : null
}

/** 导入年度工作安排：every whole row comes in with its words and doubts; rows that break off are told beside them. */
export async function importPlan(
  scene: DistrictScene,
  { body, raw }: { body: { year: number; text: string }; raw: Request },
): Promise<Verdict> {
  const { year } = body
  const { sound, incomplete } = readPlan(body.text, year)
  const wrong = (problem: string, limit?: string | number) =>
    refuse({
      code: 'invalid-input' as const,
      fields: [{ pointer: '/text', problem, ...(limit === undefined ? {} : { limit }) }],
    })
  if (sound.length + incomplete.length > ROWS) return wrong('too_many_rows', ROWS)
  const [broken] = incomplete
  if (sound.length === 0) return broken ? wrong('row_incomplete', broken.text.slice(0, 200)) : wrong('no_rows')
  const numbers = JSON.stringify(sound.map(({ no }) => no))
  const [known] = await scene.store.tenant.read(planNumbersAmong({ year, numbers }))
  const taken = (nos: readonly number[]) =>
    ({ code: 'already-exists', facts: { what: `${year} 年第 ${nos.slice(0, 10).join('、')} 项` } }) as const
  if (known.length > 0) return refuse(taken(known.map(({ no }) => no)))
  const rows: PlanRow[] = sound.map((item) => ({
    id: scene.newId('pla'),
    year,
    no: item.no,
    category: item.category,
    title: item.title,
    original: originalOf(item),
    due: item.due,
    milestones: item.milestones,
    windows: item.windows,
    doubts: item.doubts,
    version: 1,
    createdAt: scene.now,
  }))
  const shown = rows.slice(0, PAGE)
  const answer = { items: shown.map(planCard), next: nextPage(raw, year, shown, rows.length), incomplete }
  const after = { roster: 'plan', year, accepted: rows.length, incomplete: incomplete.length }
  const event = { entity: `import_${scene.newId('req')}`, version: 1, verb: 'import', after }
  const stored = storedAnswer(200, answer)
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [insertMany(planItems, rows)], stored)
  return refusal ? refuse(refusedWrite(refusal, { duplicate: taken(sound.map(({ no }) => no)) })) : ok({ body: answer })
}
