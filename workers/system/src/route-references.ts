import { jsonShape, type Shape } from '@shixun/contract/json-shape'
import type { Route } from '@shixun/contract/route'
import { Id } from '@shixun/contract/shapes'

/** The collection whose rows a member of a body names. `unit` is the visitor's own school, provider, expert or teacher. */
const MEMBERS: Record<string, string> = {
  callId: 'calls',
  call: 'calls',
  rubricId: 'rubrics',
  expertIds: 'experts',
  applicationIds: 'applications',
  subject: 'projects',
  panel: 'panels',
  application: 'applications',
  expert: 'experts',
  projectId: 'projects',
  providerId: 'providers',
  cohortId: 'cohorts',
  sessionId: 'sessions',
  evidence: 'evidence',
  teacherIds: 'teachers',
  enrolmentId: 'enrolments',
  subjectId: 'schools',
  schoolId: 'schools',
  teacherId: 'teachers',
  unitId: 'schools',
  unit: 'schools',
  membership: 'memberships',
  replaces: 'notices',
  of: 'policies',
  against: 'policies',
  from: 'applications',
  /** Of a declaration: what somebody has an interest in. */
  item: 'applications',
  sheetId: 'scoresheets',
  expertId: 'experts',
  applicationId: 'applications',
  /** Of a recheck: the sheets it takes away. */
  sheets: 'scoresheets',
  /** Of a batch: the items it decides. */
  id: 'applications',
}

/** Where the same word names rows of another collection. */
const MEMBERS_OF: Record<string, Record<string, string>> = {
  submitScoresheets: { id: 'scoresheets' },
  releaseManyComments: { id: 'review-comments' },
}

/** Parameters of a path that name no row: what stands there is the same in every district. */
export const FIXED_PARAMETERS: Record<string, string> = {
  key: 'numbering',
  no: '1',
  round: '2',
  kind: 'schools',
  period: 'p1',
  month: '2026-05',
  /** The place of a file among those of its application. */
  documentId: '1',
}

/** The collection whose rows a member of a route's body or query names; undefined when nobody knows. */
export function collectionNamed(route: Pick<Route, 'id'>, member: string): string | undefined {
  return MEMBERS_OF[route.id]?.[member] ?? MEMBERS[member]
}

const ID_PATTERN = String(jsonShape(Id, 'input')['pattern'])

/** The collection that a parameter of a path names a row of: the word before it, or of the catalogue. Null for the slug. */
export function collectionOf(route: Pick<Route, 'path'>, parameter: string): string | null {
  if (parameter === 'district' || parameter in FIXED_PARAMETERS) return null
  if (parameter === 'receipt') return 'receipts'
  const steps = route.path.split('/')
  const before = steps.slice(0, steps.indexOf(`:${parameter}`)).filter((step) => step !== '' && !step.startsWith(':'))
  const word = before.at(-1)
  if (word === 'evidence' && before.includes('appeals')) return 'appeal-evidence'
  if (word === undefined) throw new Error(`${route.path}: nothing tells what :${parameter} is`)
  return before.includes('catalogue') ? `catalogue/${word}` : word
}

export function parametersOf(route: Pick<Route, 'path'>): string[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
}

/** The members of a shape that hold ids, however deep. */
export function idMembers(shape: Shape, member = ''): string[] {
  if (shape['pattern'] === ID_PATTERN) return [member]
  const inside = [
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) => idMembers(one, name)),
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((one) => idMembers(one, member)),
    ...(shape.items ? idMembers(shape.items, member) : []),
  ]
  return [...new Set(inside)]
}

/** The members of a route's body that name rows; throws when nobody knows of what. */
export function referencesOf(route: Route): string[] {
  if (!route.body || route.media === 'multipart' || route.media === 'bytes') return []
  const members = idMembers(jsonShape(route.body, 'input'))
  for (const member of members)
    if (collectionNamed(route, member) === undefined)
      throw new Error(`${route.id}: nothing tells which rows ${member} names`)
  return members
}
