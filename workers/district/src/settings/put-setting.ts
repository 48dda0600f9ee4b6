import { commit } from '@shixun/db/commit'
import { insert, statement } from '@shixun/db/statement'
import { settingByKey } from '@shixun/db/tenant/house'
import { settings } from '@shixun/db/tenant/schema/house'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { settingView } from './read-settings.ts'
import { isSettingKey, SETTING_TABLE } from './setting-table.ts'

type Body = { value?: unknown; note?: string | undefined }

/** 保存一项设置。 Null goes back to the sample; the row stays, so that its versions and the journal go on. */
export async function putSetting(
  scene: DistrictScene,
  { params, body }: { params: { key: string }; body: Body },
): Promise<Verdict> {
  const { key } = params
  if (!isSettingKey(key)) return refuse({ code: 'not-found' })
  const given = body.value ?? null
  const checked = given === null ? { ok: true as const, value: null } : SETTING_TABLE[key].check(given)
  if (!checked.ok)
    return refuse({
      code: 'invalid-input',
      fields: checked.fields.slice(0, 100).map((field) => ({ ...field, pointer: `/value${field.pointer}` })),
    })
  const [[row]] = await scene.store.tenant.read(settingByKey({ key }))
  const seen = row?.version ?? 0
  if (scene.seen !== null && scene.seen !== seen) return refuse({ code: 'version-stale' })
  const version = seen + 1
  const value = JSON.stringify(checked.value)
  const written = row
    ? statement('UPDATE settings SET value = ?, version = ? WHERE key = ? AND version = ?', value, version, key, seen)
    : insert(settings, { key, value, version })
  const answer = settingView(scene, key, { value, version })
  const event = {
    entity: `setting.${key}`,
    version,
    verb: 'edit',
    before: row ? JSON.parse(row.value) : null,
    after: checked.value,
    note: body.note,
  }
  const stored = storedAnswer(200, answer, version)
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [written], stored)
  return refusal
    ? refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } }))
    : ok({ body: answer, version })
}
