import { commit } from '@shixun/db/commit'
import { statement, updateSeen } from '@shixun/db/statement'
import { cohortById, quotasOfWholeCohort, schoolsByWords } from '@shixun/db/tenant/cohorts'
import { cohorts } from '@shixun/db/tenant/schema/delivery'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { writable } from './add-sessions.ts'
import { runs } from './cohort-card.ts'

type Cell = string | number | boolean | null | undefined
type Given = {
  params: { id: string }
  body: { rows: { school?: Cell; places?: Cell }[]; replace: boolean; dryRun: boolean }
}
type Rejected = { row: number; column: 'school' | 'places'; problem: string; limit?: number }
type Quota = { schoolId: string; schoolName: string; places: number }

const MOST_PLACES = 1000
const words = (cell: Cell) => String(cell ?? '').replace(/[\s\u3000]+/g, '')

/** Reads the rows of a pasted list: a school by its code or full name, and how many places it may fill, none to leave it out. */
function readRows(rows: Given['body']['rows'], schools: readonly { id: string; code: string; name: string }[]) {
  const known = new Map(
    schools.flatMap((school) => [[school.code, school] as const, [words(school.name), school] as const]),
  )
  const accepted = new Map<string, Quota>()
  const rejected: Rejected[] = []
  rows.forEach(({ school, places }, index) => {
    const row = index + 1
    const found = known.get(words(school))
    const text = words(places)
    const number = /^\d{1,6}$/.test(text) ? Number(text) : null
    if (words(school) === '') rejected.push({ row, column: 'school', problem: 'required' })
    else if (!found) rejected.push({ row, column: 'school', problem: 'not_in_district' })
    else if (accepted.has(found.id)) rejected.push({ row, column: 'school', problem: 'duplicate' })
    else if (number === null) rejected.push({ row, column: 'places', problem: text === '' ? 'required' : 'not_whole' })
    else if (number > MOST_PLACES) rejected.push({ row, column: 'places', problem: 'too_large', limit: MOST_PLACES })
    else accepted.set(found.id, { schoolId: found.id, schoolName: found.name, places: number })
  })
  return { accepted: [...accepted.values()], rejected }
}

/** 填写各校名额：whoever is not listed has what the rules of the cohort say. */
export async function putQuotas(scene: DeliveryScene, { params, body }: Given): Promise<Verdict> {
  const named = body.rows.flatMap(({ school }) => [String(school ?? '').trim(), words(school)])
  const [[row], schools, standing] = await scene.store.tenant.read(
    cohortById({ id: params.id }),
    schoolsByWords({ words: JSON.stringify([...new Set(named)]) }),
    quotasOfWholeCohort({ cohortId: params.id }),
  )
  if (!row || !runs(scene, row)) return refuse({ code: 'not-found' })
  const barred = writable(scene, row)
  if (barred) return refuse(barred)
  const { accepted, rejected } = readRows(body.rows, schools)
  const listed = new Set(accepted.map(({ schoolId }) => schoolId))
  const kept = body.replace ? [] : standing.filter(({ schoolId }) => !listed.has(schoolId))
  const places = [...kept, ...accepted].reduce((sum, quota) => sum + quota.places, 0)
  const answer = { accepted, rejected, places }
  if (body.dryRun) return ok({ body: answer, version: row.version })
  const version = row.version + 1
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [{ entity: row.id, version, verb: 'quota', after: { schools: accepted.length, places, replaced: body.replace } }],
    [
      updateSeen(cohorts, row, { updatedAt: scene.now }),
      ...(body.replace ? [statement('DELETE FROM cohort_quotas WHERE cohort_id = ?', row.id)] : []),
      statement(
        `INSERT INTO cohort_quotas (cohort_id, school_id, school_name, places)
         SELECT ?, value ->> 'schoolId', value ->> 'schoolName', value ->> 'places' FROM json_each(?) WHERE true
         ON CONFLICT (cohort_id, school_id) DO UPDATE SET places = excluded.places, school_name = excluded.school_name`,
        row.id,
        JSON.stringify(accepted),
      ),
    ],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
