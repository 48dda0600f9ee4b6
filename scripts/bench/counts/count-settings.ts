import { ROUTES } from '@shixun/contract/routes'
import { DEFAULT_NUMBERING } from '@shixun/domain/shared/number-pattern'
import type { Tale } from './tale.ts'

/** The office looks at the settings of its bureau and changes one. */
export async function countSettings({ measure, as }: Tale): Promise<void> {
  const office = { as: await as('office') }
  await measure(ROUTES.listSettings, office)
  const one = { ...office, params: { key: 'numbering' } }
  await measure(ROUTES.previewNumbers, { ...office, body: DEFAULT_NUMBERING })
  await measure(ROUTES.putSetting, { ...one, body: { value: DEFAULT_NUMBERING } })
  await measure(ROUTES.readSetting, one)
}
