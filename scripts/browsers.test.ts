import { expect, test } from 'vitest'
import config from '../web/playwright.config.ts'
import { BROWSERS } from './browsers.mjs'

test('every suite of the browser is run, by one of the two', () => {
  const run = BROWSERS.flatMap(({ projects }) => projects)
  expect(run.sort()).toEqual(config.projects?.map(({ name }) => name).sort())
})
