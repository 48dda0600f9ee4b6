import { ROLES } from '@shixun/domain/identity/role'
import { describe, expect, it } from 'vitest'
import { zh } from '../words/zh.ts'
import { homeOf, menuTable } from './menu-table.ts'
import { beginOf, ROUTE_FILES, routesOf } from './part-routes.ts'

const entries = menuTable.flatMap((group) => group.entries)
const begins = [...new Set(ROUTE_FILES.flatMap((file) => file.begins))]
const partRoutes = (await Promise.all(ROUTE_FILES.map(({ load }) => load()))).flat()

describe('the addresses of parts', () => {
  it('are found by their first word, and no word leads to nothing', async () => {
    const told = await Promise.all(
      begins.map(async (begin) => (await routesOf(begin)).filter(({ path }) => beginOf(path) === begin)),
    )
    expect(
      told
        .flat()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(partRoutes.map(({ path }) => path).sort())
    expect(begins.filter((_, at) => told[at]?.length === 0)).toEqual([])
  })
})

describe('the menu', () => {
  it('leads to pages that exist', () => {
    const paths = new Set(partRoutes.map(({ path }) => path))
    expect(entries.filter(({ href }) => !paths.has(href))).toEqual([])
  })
  it('has a word for every entry and group', () => {
    const keys = Object.keys(zh)
    expect(entries.filter(({ key }) => !keys.includes(`menu.${key}`))).toEqual([])
    expect(menuTable.filter((group) => group.entries.length > 1 && !keys.includes(`menuGroup.${group.key}`))).toEqual(
      [],
    )
  })
  it('leads every role to its home', () => {
    for (const role of ROLES)
      expect([role, entries.some(({ href, roles }) => href === homeOf(role) && roles.includes(role))]).toEqual([
        role,
        true,
      ])
  })
  it('lights an entry for every page that is not reached from the account menu', () => {
    const keys = entries.map(({ key }) => key)
    expect(partRoutes.filter(({ menu, path }) => !keys.includes(menu) && path !== '/password')).toEqual([])
  })
  it('shows a fixed address before one with a parameter that would swallow it', () => {
    const paths = partRoutes.map(({ path }) => path)
    for (const [at, path] of paths.entries()) {
      const swallowing = path.split('/').some((part) => part.startsWith(':'))
      const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/:]+')}$`)
      if (swallowing) expect([path, paths.slice(at + 1).filter((later) => pattern.test(later))]).toEqual([path, []])
    }
  })
})
