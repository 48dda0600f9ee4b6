import { cohortById } from '@shixun/db/tenant/cohorts'
import { enrolledOfSchool } from '@shixun/db/tenant/enrolments'
import { nomineeChoices, vetoesOfSchool } from '@shixun/db/tenant/nominees'
import { unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { trainingOf, weigher } from '@shixun/tenant/weigh-nominee'
import type { DeliveryScene } from '../store.ts'
import { choiceView } from './nomination-checks.ts'

type Query = {
  limit: number
  after?: string | undefined
  school?: string | undefined
  q?: string | undefined
  subject?: string | undefined
  phase?: string | undefined
}
type Given = { params: { id: string }; query: Query; raw: Request }

/** Sorts after every text that begins with the prefix. */
const LAST = '\u{10ffff}'

/** 可推荐的教师：the teachers of one school in the order of names, each with the conditions of the cohort. What they would repeat is told when they are chosen; the bureau sees nobody before it names a school. */
export async function listCandidates(scene: DeliveryScene, { params, query, raw }: Given): Promise<Verdict> {
  const limit = unitLimit(scene.visitor, 'enrolment.write')
  if (limit !== null && query.school !== undefined && query.school !== limit) return refuse({ code: 'not-found' })
  const school = limit ?? query.school ?? ''
  const { q = '', subject = null, phase = null } = query
  const cut = query.after?.lastIndexOf('~') ?? -1
  const begun = query.after !== undefined && cut > 0
  const [[cohort], found, vetoes, standing] = await scene.store.tenant.read(
    cohortById(params),
    nomineeChoices({
      ...{ school, subject, phase, to: q + LAST, limit: query.limit + 1 },
      name: begun ? query.after?.slice(0, cut) : q,
      after: begun ? query.after?.slice(cut + 1) : '',
    }),
    vetoesOfSchool({ school }),
    enrolledOfSchool({ cohort: params.id, school }),
  )
  if (!cohort || (cohort.state === 'planned' && limit !== null && cohort.unitId !== limit))
    return refuse({ code: 'not-found' })
  const facts = { vetoes, others: [], otherSessions: [], elsewhere: [], abroad: [], settings: [], policies: [] }
  const weighing = { training: trainingOf(cohort, []), rules: cohort.rules, today: chinaDate(scene.now) }
  const weigh = weigher(facts, weighing)
  const present = new Map(standing.map((row) => [row.teacherId, row]))
  const rows = found.slice(0, query.limit)
  const last = found.length > query.limit ? rows.at(-1) : undefined
  const items = rows.map((row) => ({ id: row.id, ...choiceView(row, weigh(row), present.get(row.id)) }))
  return ok({ body: { items, next: nextLink(raw, last ? `${last.name}~${last.id}` : null) } })
}
