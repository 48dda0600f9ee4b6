import { expect, it } from 'vitest'
import { dimensionsOf } from './dimensions.ts'

it('reads what the feed keeps as text', () => {
  expect(dimensionsOf('{"level":"district","year":2026}')).toEqual({ level: 'district', year: '2026' })
})
it('takes broken text for no dimensions', () => {
  expect(dimensionsOf('{')).toEqual({})
  expect(dimensionsOf('null')).toEqual({})
})
