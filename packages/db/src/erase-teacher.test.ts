import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copiesErased } from './tenant/erase-teacher.ts'

/** A certificate says on paper whom it was given to, and its signature covers the name: it is kept as evidence. */
const KEPT = ['certificates']

const folder = join(import.meta.dirname, '../../../migrations/tenant')
const tables = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/CREATE TABLE (\w+) \((.*?)\n\)/gs)].map(
    ([, name = '', columns = '']) => ({ name, columns }),
  ),
)

it('reaches every table that keeps a name beside a teacher', () => {
  const holding = tables.filter(
    ({ columns }) =>
      /^\s+(?:teacher_id|enrolment_id|subject_id) /m.test(columns) && /^\s+(?:teacher_)?name /m.test(columns),
  )
  const reached = copiesErased({ id: 'tea_1', documentMac: 'm' }, '—').map(
    ({ sql }) => /^(?:UPDATE|DELETE FROM) (\w+)/.exec(sql)?.[1],
  )
  expect(reached.sort()).toEqual(
    holding
      .map(({ name }) => name)
      .filter((name) => !KEPT.includes(name))
      .sort(),
  )
})
