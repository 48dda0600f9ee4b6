import { lazyPage, type PartRoute } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

const words = wordFile('surveys', () => import('../../words/zh/surveys.ts'))
const followUpWords = wordFile('follow-ups', () => import('../../words/zh/follow-ups.ts'))
const settingWords = wordFile('settings', () => import('../../words/zh/settings.ts'))

export const surveysRoutes: readonly PartRoute[] = [
  {
    path: '/surveys',
    menu: 'surveys',
    page: lazyPage(() => import('./surveys-page.tsx').then((m) => m.SurveysPage), words),
  },
  {
    path: '/surveys/new',
    menu: 'surveys',
    page: lazyPage(() => import('./new-survey-page.tsx').then((m) => m.NewSurveyPage), words),
  },
  {
    path: '/surveys/:id',
    menu: 'surveys',
    page: lazyPage(() => import('./survey-page.tsx').then((m) => m.SurveyPage), words),
  },
  {
    path: '/surveys/:id/edit',
    menu: 'surveys',
    page: lazyPage(() => import('./edit-survey-page.tsx').then((m) => m.EditSurveyPage), words),
  },
  {
    path: '/surveys/:id/answer',
    menu: 'surveys',
    page: lazyPage(() => import('./answer-page.tsx').then((m) => m.AnswerPage), words),
  },
  {
    path: '/guest-surveys/:guest/:id',
    menu: 'myTraining',
    page: lazyPage(() => import('./guest-answer-page.tsx').then((m) => m.GuestAnswerPage), words),
  },
  {
    path: '/surveys/:id/results',
    menu: 'surveys',
    page: lazyPage(() => import('./results-page.tsx').then((m) => m.ResultsPage), words),
  },
  {
    path: '/surveys/:id/opinions',
    menu: 'surveys',
    page: lazyPage(() => import('./opinions-page.tsx').then((m) => m.OpinionsPage), words),
  },
  {
    path: '/follow-ups',
    menu: 'followUps',
    page: lazyPage(() => import('./follow-ups-page.tsx').then((m) => m.FollowUpsPage), followUpWords),
  },
  {
    path: '/follow-ups/:id',
    menu: 'followUps',
    page: lazyPage(() => import('./follow-up-page.tsx').then((m) => m.FollowUpPage), followUpWords),
  },
  {
    path: '/cohorts/:id/follow-up',
    menu: 'followUps',
    page: lazyPage(() => import('./follow-up-overview-page.tsx').then((m) => m.FollowUpOverviewPage), followUpWords),
  },
  {
    path: '/settings/surveys',
    menu: 'settings',
    page: lazyPage(() => import('./survey-setting-page.tsx').then((m) => m.SurveySettingPage), settingWords),
  },
  {
    path: '/settings/follow-up',
    menu: 'settings',
    page: lazyPage(() => import('./follow-up-setting-page.tsx').then((m) => m.FollowUpSettingPage), settingWords),
  },
]
