import { policiesInForce, recomputationStates } from '@shixun/db/tenant/policies'
import {
  countsOfPolicy,
  countsOfSchool,
  monthsOfPolicy,
  monthsOfSchool,
  shortTeachers,
  shortTeachersOfPhase,
  shortTeachersOfSchool,
  shortTeachersOfSchoolAndPhase,
} from '@shixun/db/tenant/standings'
import { policiesOn } from '@shixun/domain/credits/policy-line'
import { BEHIND_FROM, OVERDUE_FROM } from '@shixun/domain/credits/teacher-standing'
import { unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { shortCard } from './short-card.ts'
import { overviewOf } from './standing-overview.ts'

type Query = {
  limit: number
  after?: string | undefined
  policy?: string | undefined
  requirement?: string | undefined
  post?: string | undefined
  phase?: string | undefined
  school?: string | undefined
  urgency?: 'overdue' | 'behind' | undefined
}

const LEAST = { overdue: OVERDUE_FROM, behind: BEHIND_FROM }

/** The facet of the table that a filter asks for; a requirement and a post at once are two questions. */
function facetOf({ requirement, post }: Query): string {
  if (requirement !== undefined) return `r:${requirement}`
  return post === undefined ? '' : `p:${post}`
}

function pageFor(query: Query, school: string | undefined) {
  const cut = query.after?.indexOf('~') ?? -1
  const given = {
    policy: query.policy ?? null,
    facet: facetOf(query),
    least: query.urgency ? LEAST[query.urgency] : 0,
    urgency: cut > 0 ? Number(query.after?.slice(0, cut)) : Number.MAX_SAFE_INTEGER,
    after: cut > 0 ? query.after?.slice(cut + 1) : '',
    limit: query.limit + 1,
  }
  const { phase } = query
  if (school !== undefined && phase !== undefined) return shortTeachersOfSchoolAndPhase({ ...given, school, phase })
  if (school !== undefined) return shortTeachersOfSchool({ ...given, school })
  return phase === undefined ? shortTeachers(given) : shortTeachersOfPhase({ ...given, phase })
}

/** 谁还差：who has least time for what is lacking comes first. A school sees its own. */
export async function listShortTeachers(
  scene: RegistryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  if (query.requirement !== undefined && query.post !== undefined)
    return refuse({
      code: 'invalid-input',
      fields: [{ pointer: '/post', problem: 'search_alone', detail: '要求和岗位只能选一项' }],
    })
  const own = unitLimit(scene.visitor, 'standing.read')
  const [found, versions] = await scene.store.tenant.read(pageFor(query, own ?? query.school), policiesInForce())
  const inForce = policiesOn(versions, chinaDate(scene.now))
  const policy = query.policy
    ? inForce.find(({ version }) => version.id === query.policy)?.version
    : inForce[0]?.version
  if (!policy) return query.policy ? refuse({ code: 'not-found' }) : ok({ body: { items: [], next: null } })
  const rows = found.slice(0, query.limit)
  const last = found.length > query.limit ? rows.at(-1) : undefined
  const next = nextLink(raw, last ? `${last.urgency}~${last.teacherId}` : null)
  return ok({ body: { items: rows.map((row) => shortCard(row, policy.body)), next } })
}

/** 总览：figures that are kept, not counted: as many rows as there are schools and phases. */
export async function readStandingOverview(
  scene: RegistryScene,
  { query }: { query: { policy?: string | undefined } },
): Promise<Verdict> {
  const school = unitLimit(scene.visitor, 'standing.read')
  const policy = query.policy ?? null
  const [versions, states, counts, months] = await scene.store.tenant.read(
    policiesInForce(),
    recomputationStates(),
    school === null ? countsOfPolicy({ policy }) : countsOfSchool({ policy, school }),
    school === null ? monthsOfPolicy({ policy }) : monthsOfSchool({ policy, school }),
  )
  const inForce = policiesOn(versions, chinaDate(scene.now)).map(({ version }) => version)
  const chosen = policy === null ? inForce[0] : inForce.find(({ id }) => id === policy)
  if (policy !== null && !chosen) return refuse({ code: 'not-found' })
  const state = states.find(({ policyId }) => policyId === chosen?.id)
  return ok({ body: overviewOf({ chosen: chosen ?? null, inForce, state: state ?? null, counts, months }) })
}
