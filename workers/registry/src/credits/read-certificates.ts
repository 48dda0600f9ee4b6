import {
  certificateById,
  certificatePage,
  certificatePageByState,
  certificatePageOfCohort,
  certificatePageOfSchool,
  certificatePageOfTeacher,
  certificatePageOfUnit,
  certificatesByName,
  certificatesByNumber,
  certificatesOfSchoolByText,
  certificatesOfUnitByText,
} from '@shixun/db/tenant/certificates'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { roleOf } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { certificateCard, seesCertificate } from './certificate-card.ts'

type Query = {
  limit: number
  after?: string | undefined
  cohort?: string | undefined
  teacher?: string | undefined
  state?: 'valid' | 'revoked' | 'superseded' | undefined
  q?: string | undefined
}

/** Sorts after every text that begins with the prefix. */
const LAST = '\u{10ffff}'

/** Lists that an index keeps in the order of ids. */
function newestOf(scene: RegistryScene, query: Query) {
  const own = unitLimit(scene.visitor, 'certificate.read')
  const role = roleOf(scene)
  const { q, cohort, teacher } = query
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1, state: query.state ?? null }
  const text = { q: q || null, to: q + LAST }
  if (role === 'teacher') return certificatePageOfTeacher({ ...page, teacher: own, unit: null })
  if (cohort !== undefined) return certificatePageOfCohort({ ...page, ...text, cohort, unit: own })
  if (teacher !== undefined) return certificatePageOfTeacher({ ...page, teacher, unit: own })
  if (own !== null && role === 'provider')
    return q ? certificatesOfUnitByText({ ...page, ...text, unit: own }) : certificatePageOfUnit({ ...page, unit: own })
  if (own !== null)
    return q
      ? certificatesOfSchoolByText({ ...page, ...text, school: own })
      : certificatePageOfSchool({ ...page, school: own })
  return query.state === undefined ? certificatePage(page) : certificatePageByState(page)
}

const SEARCHES = { number: certificatesByNumber, name: certificatesByName }
type By = keyof typeof SEARCHES

/**
 * What begins with a text: numbers, or names when no number does, in their order. The key of a page is `by~text~id`, so
 * that the next page goes on with the same.
 */
async function searched(scene: RegistryScene, q: string, query: Query) {
  const { after, limit, state = null } = query
  const [, by, key = q, id = ''] = /^(number|name)~(.*)~([^~]*)$/s.exec(after ?? '') ?? []
  const given = { key, id, to: q + LAST, limit: limit + 1, state }
  const bys: By[] = by === undefined ? ['number', 'name'] : [by as By]
  const found = await scene.store.tenant.read(...bys.map((one) => SEARCHES[one](given)))
  const at = Math.max(
    0,
    found.findIndex((rows) => rows.length > 0),
  )
  const column = bys[at] ?? 'number'
  const page = pageOf(found[at] ?? [], limit)
  const last = page.rows.at(-1)
  return { rows: page.rows, after: page.after !== null && last ? `${column}~${last[column]}~${last.id}` : null }
}

/** 结业证书, newest first, or in the order of what is searched by where the whole district is open. */
export async function listCertificates(
  scene: RegistryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const wide = unitLimit(scene.visitor, 'certificate.read') === null && !query.cohort && !query.teacher
  const { rows, after } =
    query.q && wide
      ? await searched(scene, query.q, query)
      : pageOf((await scene.store.tenant.read(newestOf(scene, query)))[0], query.limit)
  return ok({ body: { items: rows.map((row) => certificateCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readCertificate(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(certificateById({ id: params.id }))
  if (!row || !seesCertificate(scene, row)) return refuse({ code: 'not-found' })
  return ok({ body: certificateCard(scene, row), version: row.version })
}
