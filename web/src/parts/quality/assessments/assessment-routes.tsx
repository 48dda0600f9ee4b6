import { lazyPage, type PartRoute } from '../../../lazy-page.tsx'
import { wordFile } from '../../../words/words.ts'

const words = wordFile('assessments', () => import('../../../words/zh/assessments.ts'))
/** Alarms and the metrics by name; the inbox says alarms too. */
const alarmWords = wordFile('alarms', () => import('../../../words/zh/alarms.ts'))
/** Bands are said as everywhere. */
const qualityWords = wordFile('quality', () => import('../../../words/zh/quality.ts'))
const settingWords = wordFile('settings', () => import('../../../words/zh/settings.ts'))

export const assessmentRoutes: readonly PartRoute[] = [
  {
    path: '/assessments',
    menu: 'assessments',
    page: lazyPage(
      () => import('./assessments-page.tsx').then((m) => m.AssessmentsPage),
      words,
      alarmWords,
      qualityWords,
    ),
  },
  {
    path: '/assessments/alarms',
    menu: 'assessments',
    page: lazyPage(() => import('./alarms-page.tsx').then((m) => m.AlarmsPage), words, alarmWords),
  },
  {
    path: '/projects/:id/assessment',
    menu: 'assessments',
    page: lazyPage(
      () => import('./assessment-page.tsx').then((m) => m.AssessmentPage),
      words,
      alarmWords,
      qualityWords,
    ),
  },
  {
    path: '/projects/:id/snapshots/:month',
    menu: 'assessments',
    page: lazyPage(() => import('./snapshot-page.tsx').then((m) => m.SnapshotPage), words, alarmWords, qualityWords),
  },
  {
    path: '/settings/assessment',
    menu: 'settings',
    page: lazyPage(
      () => import('./assessment-setting.tsx').then((m) => m.AssessmentSettingPage),
      words,
      alarmWords,
      settingWords,
    ),
  },
]
