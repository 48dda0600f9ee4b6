import { settingRoutes as ROUTES } from '@shixun/contract/settings'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { previewNumbers } from './preview-numbers.ts'
import { putSetting } from './put-setting.ts'
import { listSettings, readSetting } from './read-settings.ts'

export const settingRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.listSettings, listSettings),
  bind(ROUTES.readSetting, readSetting),
  bind(ROUTES.putSetting, putSetting),
  bind(ROUTES.previewNumbers, previewNumbers),
]
