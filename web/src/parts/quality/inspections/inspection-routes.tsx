import { lazyPage, type PartRoute } from '../../../lazy-page.tsx'
import { wordFile } from '../../../words/words.ts'

const words = wordFile('inspections', () => import('../../../words/zh/inspections.ts'))
const settingWords = wordFile('settings', () => import('../../../words/zh/settings.ts'))

/** Visits to projects. The record that is filled in on the spot stands outside the frame: parts/identity/public-routes.ts. */
export const inspectionRoutes: readonly PartRoute[] = [
  {
    path: '/inspections',
    menu: 'inspections',
    page: lazyPage(() => import('./inspections-page.tsx').then((m) => m.InspectionsPage), words),
  },
  {
    path: '/inspections/new',
    menu: 'inspections',
    page: lazyPage(() => import('./plan-inspection.tsx').then((m) => m.PlanInspection), words),
  },
  {
    path: '/inspections/:id',
    menu: 'inspections',
    page: lazyPage(() => import('./inspection-page.tsx').then((m) => m.InspectionPage), words),
  },
  {
    path: '/settings/inspection',
    menu: 'settings',
    page: lazyPage(
      () => import('./inspection-setting-page.tsx').then((m) => m.InspectionSettingPage),
      words,
      settingWords,
    ),
  },
]
