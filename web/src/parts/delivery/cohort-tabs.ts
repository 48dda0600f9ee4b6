import type { Role } from '@shixun/domain/identity/role'
import type { ComponentType } from 'preact'
import type { OutputOf } from '../../call.ts'
import { lazyPage } from '../../lazy-page.tsx'
import { wordFile } from '../../words/words.ts'

export type Cohort = OutputOf<'readCohort'>
export interface CohortTabProps {
  cohort: Cohort
}

/** One aspect of a cohort: its word is `cohorts.tab.<key>`; `when` says for whom and in which state it has something to show. */
export interface CohortTab {
  key: 'overview' | 'timetable' | 'attendance' | 'news' | 'quotas' | 'offers' | 'roster' | 'feedback'
  when: (cohort: Cohort, role: Role) => boolean
  page: ComponentType<CohortTabProps>
}

const runs = (cohort: Cohort, role: Role) => cohort.actions.length > 0 || ['office', 'admin', 'auditor'].includes(role)

/** Tabs of a cohort in their order. Whoever owns an aspect adds its row; the code comes when it is first opened. */
export const cohortTabs: readonly CohortTab[] = [
  {
    key: 'overview',
    when: () => true,
    page: lazyPage(() => import('./overview-tab.tsx').then((m) => m.OverviewTab)),
  },
  {
    key: 'timetable',
    when: () => true,
    page: lazyPage(() => import('./timetable-tab.tsx').then((m) => m.TimetableTab)),
  },
  {
    key: 'roster',
    when: (cohort, role) => cohort.state !== 'planned' && role !== 'teacher',
    page: lazyPage(
      () => import('./roster-tab.tsx').then((m) => m.RosterTab),
      wordFile('enrolments', () => import('../../words/zh/enrolments.ts')),
    ),
  },
  {
    key: 'attendance',
    when: ({ state }, role) =>
      ['ready', 'running', 'concluding', 'concluded'].includes(state) && role !== 'teacher' && role !== 'curator',
    page: lazyPage(
      () => import('./attendance-tab.tsx').then((m) => m.AttendanceTab),
      wordFile('hours', () => import('../../words/zh/hours.ts')),
    ),
  },
  {
    key: 'quotas',
    when: (cohort, role) => runs(cohort, role) || ['school_admin', 'registrar'].includes(role),
    page: lazyPage(() => import('./quotas-tab.tsx').then((m) => m.QuotasTab)),
  },
  {
    key: 'offers',
    when: (cohort, role) => cohort.rules.guests && runs(cohort, role),
    page: lazyPage(
      () => import('../exchange/cohort-offers-tab.tsx').then((m) => m.CohortOffersTab),
      wordFile('exchange', () => import('../../words/zh/exchange.ts')),
    ),
  },
  {
    key: 'feedback',
    when: (cohort, role) =>
      ['running', 'concluding', 'concluded'].includes(cohort.state) &&
      (cohort.actions.length > 0 || ['office', 'admin', 'auditor', 'school_admin', 'provider'].includes(role)),
    page: lazyPage(
      () => import('../surveys/cohort-feedback-tab.tsx').then((m) => m.CohortFeedbackTab),
      wordFile('surveys', () => import('../../words/zh/surveys.ts')),
      wordFile('follow-ups', () => import('../../words/zh/follow-ups.ts')),
    ),
  },
  {
    key: 'news',
    when: (cohort) => cohort.state !== 'planned',
    page: lazyPage(
      () => import('./news-tab.tsx').then((m) => m.NewsTab),
      wordFile('files', () => import('../../words/zh/files.ts')),
    ),
  },
]
