import { extensionsOfCall, formsOfCall } from '@shixun/db/tenant/call-design'
import { callById } from '@shixun/db/tenant/calls'
import { historyOf } from '@shixun/db/tenant/house'
import { carryValues } from '@shixun/domain/calls/applications/carry-values'
import { scopeOf } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import type { DistrictScene } from '../../store.ts'
import { seesDrafts } from './read-calls.ts'

type Given = { params: { id: string } }

/** What concerns every unit; which other unit got more time, and why, does not. */
const PUBLIC_VERBS = ['open', 'amend', 'close', 'reopen']

/** 申报表的各个版本：with the reason of each change and which fields it touched. */
export async function listCallForms(scene: DistrictScene, { params }: Given): Promise<Verdict> {
  const [[row], forms] = await scene.store.tenant.read(callById({ id: params.id }), formsOfCall({ call: params.id }))
  if (!row || (row.state === 'draft' && !seesDrafts(scene))) return refuse({ code: 'not-found' })
  const items = forms.map(({ no, form, note, createdAt }, index) => {
    const before = forms[index - 1]
    return { no, form, note, createdAt, changes: before ? carryValues(before.form, form, {}, no).changes : null }
  })
  return ok({ body: { items, next: null } })
}

/** 一个批次准许过的延期。 */
export async function listExtensions(scene: DistrictScene, { params }: Given): Promise<Verdict> {
  const [[row], items] = await scene.store.tenant.read(
    callById({ id: params.id }),
    extensionsOfCall({ call: params.id }),
  )
  return row ? ok({ body: { items, next: null } }) : refuse({ code: 'not-found' })
}

/** 流转与更正记录：the office reads all of it, others what the bureau has told everybody. */
export async function readCallHistory(scene: DistrictScene, { params }: Given): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(callById({ id: params.id }), historyOf({ id: params.id }))
  if (!row || (row.state === 'draft' && !seesDrafts(scene))) return refuse({ code: 'not-found' })
  const all = scopeOf(scene.visitor, 'call.write') !== null || scopeOf(scene.visitor, 'audit.read') !== null
  return ok({ body: historyPage(all ? lines : lines.filter(({ verb }) => PUBLIC_VERBS.includes(verb))) })
}
