import { callById } from '@shixun/db/tenant/calls'
import { checkOf, documentsOfCall } from '@shixun/db/tenant/expert-documents'
import { documentState } from '@shixun/domain/quality/blindness/expert-document'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { tellingNames } from '@shixun/tenant/hidden-names'
import type { ReviewScene } from '../../store.ts'
import { cleanAttachment, keepCleaning } from './clean-file.ts'
import { type DocumentRow, isIdentifying } from './expert-document-card.ts'
import { documentPlace, placeOf } from './list-expert-documents.ts'

/** What one request looks at: so many rows, of them so many that nobody looked at yet, of so many bytes together. */
const ROWS = 100
const AT_ONCE = 8
const BYTES = 33_554_432

function isUnchecked(row: DocumentRow): boolean {
  return documentState(checkOf(row), isIdentifying(row)) === 'unchecked'
}

/** How many of the rows fit this request. */
function portionOf(rows: readonly DocumentRow[]): number {
  let files = 0
  let bytes = 0
  for (const [index, row] of rows.entries()) {
    if (!isUnchecked(row)) continue
    if (files === AT_ONCE || (files > 0 && bytes + row.size > BYTES)) return index
    files++
    bytes += row.size
  }
  return rows.length
}

type Given = { params: { id: string }; body: { after: string | null } }

/** 检查材料：a few files a request, one after the other, so that a call of a thousand applications is checked while somebody looks on. */
export async function checkExpertDocuments(scene: ReviewScene, { params, body }: Given): Promise<Verdict> {
  const { tenant } = scene.store
  const [[call], found] = await tenant.read(
    callById({ id: params.id }),
    documentsOfCall({ id: params.id, ...documentPlace(body.after), limit: ROWS + 1 }),
  )
  if (!call) return refuse({ code: 'not-found' })
  const rows = found.slice(0, portionOf(found.slice(0, ROWS)))
  const statements = []
  const tally = { checked: 0, held: 0, unclean: 0 }
  for (const row of rows.filter(isUnchecked)) {
    const who = { unit: row.unitName, bureau: tenant.district.name }
    const cleaning = await cleanAttachment(scene, row, tellingNames(who, row.form, row.formValues))
    statements.push(keepCleaning(cleaning, row, scene.now))
    const state = documentState({ ...cleaning.check, ruling: row.ruling }, false)
    tally.checked++
    if (state === 'held' || state === 'unclean') tally[state]++
  }
  if (statements.length > 0) await tenant.write(statements)
  const last = rows.at(-1)
  return ok({ body: { ...tally, after: last && rows.length < found.length ? placeOf(last) : null } })
}
