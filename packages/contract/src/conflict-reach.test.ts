import { PERMISSIONS } from '@shixun/domain/identity/permission'
import { BOUND_ROLES } from '@shixun/domain/quality/conflicts/conflict-rules'
import { expect, test } from 'vitest'
import { guards, judgedUnder } from './conflict-reach.ts'
import { refusalsOf } from './refusals-of.ts'
import { ALL_ROUTES, ROUTES } from './routes.ts'

const D = '/api/districts/:district/'
const decides = ALL_ROUTES.filter(
  ({ path, may }) => path.startsWith(D) && BOUND_ROLES.some((role) => PERMISSIONS[may]?.[role] !== undefined),
)

/** What those who decide reach unwatched: registers, delivery, credits, and what is public. A new word needs a decision. */
const UNWATCHED =
  'calls certificates cohort-offers cohorts dashboard dispatches enrolments ethics-records experts follow-ups guests ' +
  'hours-claims hours-evidence ledger my-interests notice-term notices numbering offers plans policies providers robots ' +
  'roster-imports rubrics samples schools sessions settings simulations standings survey-samples surveys teacher-archives ' +
  'teachers training-repeats transfers work-calendar'

test('whatever holds something judged is watched, and nothing new slips in beside it', () => {
  const open = decides.filter((route) => judgedUnder(route) === null)
  const words = [...new Set(open.map(({ path }) => path.slice(D.length).split('/')[0] ?? ''))].sort()
  expect(words.filter((word) => !UNWATCHED.split(' ').includes(word))).toEqual([])
  expect(open.filter(({ path }) => path.startsWith(`${D}notices`)).map(({ id }) => id)).toEqual([
    'listNotices',
    'readNotice',
  ])
})

test('a watched route that names an item or changes something may refuse for a conflict, and says so', () => {
  for (const route of [ROUTES.readApplication, ROUTES.batchApplications, ROUTES.nominateProject, ROUTES.importResults])
    expect([route.id, guards(route), refusalsOf(route).includes('conflict-of-interest')]).toEqual([
      route.id,
      true,
      true,
    ])
  for (const route of [ROUTES.listApplications, ROUTES.readNotice, ROUTES.readSchool])
    expect([route.id, guards(route), refusalsOf(route).includes('conflict-of-interest')]).toEqual([
      route.id,
      false,
      false,
    ])
})
