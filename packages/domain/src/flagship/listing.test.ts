import { describe, expect, it } from 'vitest'
import { ROLES } from '../identity/role.ts'
import { DEFAULT_BANDS } from '../quality/rubrics/rubric.ts'
import { decideMove, openActions } from '../shared/machine.ts'
import { EVALUATED_STATES, LISTING, type ListingAction, type ListingState, NOMINABLE_BANDS } from './listing.ts'

const STATES: ListingState[] = ['candidate', 'reserve', 'flagship', 'warned', 'removed']

/** From each state, where an action leads. */
const LEADS: Record<ListingAction, Partial<Record<ListingState, ListingState>>> = {
  reserve: { candidate: 'reserve' },
  promote: { reserve: 'flagship' },
  warn: { flagship: 'warned' },
  keep: { warned: 'flagship' },
  remove: { reserve: 'removed', flagship: 'removed', warned: 'removed' },
}
const ACTIONS: ListingAction[] = ['reserve', 'promote', 'warn', 'keep', 'remove']

describe.each(ACTIONS)('%s', (action) => {
  it.each(STATES)('from %s leads where the table says or is refused', (state) => {
    const verdict = decideMove(LISTING, state, action, 'curator', {})
    const to = LEADS[action][state]
    if (to === undefined) expect(verdict).toEqual({ ok: false, refusal: 'state-refuses' })
    else expect(verdict).toMatchObject({ ok: true, value: { to } })
  })

  it('is for the curator alone, by hand', () => {
    for (const role of [...ROLES, 'system' as const])
      for (const state of STATES)
        if (role !== 'curator')
          expect(decideMove(LISTING, state, action, role, {})).toEqual({ ok: false, refusal: 'forbidden' })
  })
})

it('asks for a reason where a listing is judged again', () => {
  const noted = LISTING.moves.filter(({ note }) => note === 'required').map(({ action }) => action)
  expect(noted).toEqual(['warn', 'keep', 'remove'])
})

it.each([
  ['candidate', ['reserve']],
  ['reserve', ['promote', 'remove']],
  ['flagship', ['warn', 'remove']],
  ['warned', ['keep', 'remove']],
  ['removed', []],
])('offers a curator of a %s: %j', (state, actions) =>
  expect(openActions(LISTING, state, 'curator', {})).toEqual(actions),
)

it('lets good and better be nominated, of the bands that ship', () =>
  expect(DEFAULT_BANDS.map(({ key }) => key).filter((key) => NOMINABLE_BANDS.includes(key))).toEqual([
    'excellent',
    'good',
  ]))

it('knows in which states an evaluation stands', () => expect(EVALUATED_STATES).toEqual(['evaluated', 'archived']))
