import { SETTING_KEYS, type SettingKey } from '@shixun/contract/settings'
import { settingByKey, settingsByKeys } from '@shixun/db/tenant/house'
import { scopeOf } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { isSettingKey, SETTING_TABLE } from './setting-table.ts'

type Row = ReturnType<ReturnType<typeof settingByKey>['decode']>

/** A setting as it goes out: the bureau's own value, or null while the sample stands. */
export function settingView(scene: DistrictScene, key: SettingKey, row: Pick<Row, 'value' | 'version'> | undefined) {
  return {
    key,
    version: row?.version ?? 0,
    actions: scopeOf(scene.visitor, 'setting.write') === null ? [] : ['edit'],
    value: row ? (JSON.parse(row.value) as unknown) : null,
    sample: SETTING_TABLE[key].sample,
  }
}

export async function listSettings(scene: DistrictScene): Promise<Verdict> {
  const [rows] = await scene.store.tenant.read(settingsByKeys({ keys: JSON.stringify(SETTING_KEYS) }))
  const items = SETTING_KEYS.map((key) =>
    settingView(
      scene,
      key,
      rows.find((row) => row.key === key),
    ),
  )
  return ok({ body: { items, next: null } })
}

export async function readSetting(scene: DistrictScene, { params }: { params: { key: string } }): Promise<Verdict> {
  const { key } = params
  if (!isSettingKey(key)) return refuse({ code: 'not-found' })
  const [[row]] = await scene.store.tenant.read(settingByKey({ key }))
  const body = settingView(scene, key, row)
  return ok({ body, version: body.version })
}
