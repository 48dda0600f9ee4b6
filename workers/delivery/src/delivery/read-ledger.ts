import { fileOf } from '@shixun/db/tenant/files'
import { historyOf } from '@shixun/db/tenant/house'
import {
  ledgerEntryById,
  ledgerPage,
  ledgerPageBySource,
  ledgerPageByState,
  ledgerPageOfCohort,
  ledgerPageOfCohorts,
  ledgerPageOfSchool,
  ledgerPageOfTeacher,
  ledgerPageWaitingOfSchool,
  publishedVersions,
} from '@shixun/db/tenant/ledger'
import { NEWEST } from '@shixun/db/tenant/paging'
import { scopeOf } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import { storedFile } from '@shixun/tenant/stored-file'
import type { DeliveryScene } from '../store.ts'
import { entryView, seesEntry } from './ledger-card.ts'

type Query = {
  limit: number
  after?: string | undefined
  teacher?: string | undefined
  school?: string | undefined
  cohort?: string | undefined
  state?: string | undefined
  source?: string | undefined
}

/** The last day there is, which stands before every key of a list that begins with the newest day. */
const LAST_DAY = '9999-12-31'
const DAY = 10

/** The page by the index that narrows most; what else is asked for is looked at in its rows. */
function pageFor(query: Query) {
  const { teacher, school, cohort, state, source } = query
  const rest = { limit: query.limit + 1, state: state ?? null, source: source ?? null, school: school ?? null }
  if (teacher !== undefined) {
    const day = query.after?.slice(0, DAY) ?? LAST_DAY
    return ledgerPageOfTeacher({ ...rest, teacherId: teacher, day, after: query.after?.slice(DAY) ?? NEWEST })
  }
  const keys = { ...rest, after: query.after ?? NEWEST }
  if (cohort !== undefined) return ledgerPageOfCohort({ ...keys, cohort })
  if (school !== undefined) return state === 'pending' ? ledgerPageWaitingOfSchool(keys) : ledgerPageOfSchool(keys)
  if (source !== undefined && source !== 'cohort' && state !== 'pending') return ledgerPageBySource(keys)
  if (state !== undefined) return ledgerPageByState(keys)
  return source === 'cohort' ? ledgerPageOfCohorts(keys) : ledgerPage(keys)
}

/** 学时登记：a teacher's own by day; a school's; the bureau's newest first. */
export async function listLedger(
  scene: DeliveryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const scope = scopeOf(scene.visitor, 'ledger.read')
  const unit = scene.visitor.kind === 'person' ? (scene.visitor.unit ?? '') : ''
  const limits = scope === 'self' ? { teacher: unit } : scope === 'unit' ? { school: unit } : {}
  // somebody else's rows are asked for: there are none for this visitor
  const foreign = Object.entries(limits).some(
    ([key, own]) => query[key as 'teacher' | 'school'] !== undefined && query[key as 'teacher' | 'school'] !== own,
  )
  if (foreign) return ok({ body: { items: [], next: null } })
  const asked = { ...query, ...limits }
  const [found, versions] = await scene.store.tenant.read(pageFor(asked), publishedVersions())
  const rows = found.slice(0, query.limit)
  const last = found.length > query.limit ? rows.at(-1) : undefined
  const after = last ? (asked.teacher === undefined ? last.id : `${last.date}${last.id}`) : null
  const items = rows.filter((row) => seesEntry(scene, row)).map((row) => entryView(scene, row, versions))
  return ok({ body: { items, next: nextLink(raw, after) } })
}

export async function readLedgerEntry(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], versions] = await scene.store.tenant.read(ledgerEntryById(params), publishedVersions())
  if (!row || !seesEntry(scene, row)) return refuse({ code: 'not-found' })
  return ok({ body: entryView(scene, row, versions), version: row.version })
}

export async function readLedgerEntryHistory(
  scene: DeliveryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(ledgerEntryById(params), historyOf(params))
  if (!row || !seesEntry(scene, row)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(lines) })
}

/** Bytes of what proves an entry, as a download that no browser runs. */
export async function readLedgerEvidence(
  scene: DeliveryScene,
  { params }: { params: { id: string; fileId: string } },
): Promise<Verdict> {
  const [[row], [file]] = await scene.store.tenant.read(
    ledgerEntryById({ id: params.id }),
    fileOf({ id: params.fileId, owner: params.id }),
  )
  if (!row || !file || !seesEntry(scene, row)) return refuse({ code: 'not-found' })
  return storedFile(scene, file)
}
