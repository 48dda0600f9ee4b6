import { PERMISSIONS } from '@shixun/domain/identity/permission'
import { BOUND_ROLES } from '@shixun/domain/quality/conflicts/conflict-rules'
import type { Route } from './route.ts'

/** First words of addresses under which something is judged or decided: these are closed to whoever has a conflict of interest. */
const JUDGED = [
  'applications',
  'projects',
  'amendments',
  'panels',
  'scoresheets',
  'evaluations',
  'review-comments',
  'expert-documents',
  'appeals',
  'assessments',
  'assessment-alarms',
  'inspections',
  'inspection-sheets',
  'notices',
  'objections',
  'listings',
  'nominations',
  'recusals',
  'exchange',
] as const
export type JudgedWord = (typeof JUDGED)[number] | 'calls' | 'tasks'

const D = '/api/districts/:district/'
/** A bureau's own nominations to a library stand beside the catalogue. */
const NOMINATIONS = '/api/catalogue/nominations'
/** Results and documents of a call concern all its applications at once. */
const RESULTS = /^calls\/:id\/(?:results|expert-documents)/u
/** What everybody may read, the public too: hiding it would say more than showing it. */
const OPEN = ['listNotices', 'readNotice', 'previewNoticeTerm']

/** Under which word the guard of conflicts watches a route; null where nothing is judged, or nobody comes who decides. */
export function judgedUnder(route: Pick<Route, 'id' | 'path' | 'may'>): JudgedWord | null {
  // what waits for somebody names the items it waits on
  if (route.id === 'listTasks') return 'tasks'
  if (OPEN.includes(route.id)) return null
  const grants = PERMISSIONS[route.may]
  if (!grants || !BOUND_ROLES.some((role) => grants[role] !== undefined)) return null
  if (route.path === NOMINATIONS) return 'nominations'
  if (!route.path.startsWith(D)) return null
  const rest = route.path.slice(D.length)
  if (RESULTS.test(rest)) return 'calls'
  return JUDGED.find((word) => rest === word || rest.startsWith(`${word}/`)) ?? null
}

/** Whether the route may refuse a visitor for a conflict of interest: it names one item, or changes several. */
export function guards(route: Pick<Route, 'id' | 'path' | 'may' | 'method'>): boolean {
  return judgedUnder(route) !== null && (route.path.includes('/:id') || route.method !== 'GET')
}
