import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { routeWeights } from './build-budget.ts'
import { forbiddenCss, forbiddenJs, scan } from './forbidden.ts'

const web = join(import.meta.dirname, '..')
const kilobyte = 1024

function builtFiles(dist: string, ending: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending))
}

function found(dist: string, ending: string, forbidden: Readonly<Record<string, RegExp>>): string[] {
  return builtFiles(dist, ending).flatMap((name) =>
    scan(readFileSync(join(dist, name), 'utf8'), forbidden).map((feature) => `${name}: ${feature}`),
  )
}

describe('scan', () => {
  it.each([
    ['a{color:red;&:hover{color:blue}}', 'nesting'],
    ['.a{inset:0}', 'inset'],
    ['.a{height:100dvh}', 'dvh'],
    ['.a{margin-inline:1px}', 'logical properties'],
    ['.a:is(.b){color:red}', ':is'],
  ])('finds in %s the %s', (css, name) => expect(scan(css, forbiddenCss)).toEqual([name]))
  it('lets older spelling pass', () => {
    expect(scan('.a{box-shadow:inset 0 0 red;top:0;block-x:1}', forbiddenCss)).toEqual([])
    expect(scan('x.at(-1);y.findLast(z)', forbiddenJs)).toEqual(['.at()', 'findLast'])
    expect(scan('x.format(1);y.flat()', forbiddenJs)).toEqual([])
  })
})

// the kit's page holds every piece, also those no route uses yet
describe.each([
  ['kit', join(web, 'test/dist')],
  ['product', join(web, 'dist')],
])('build of the %s', (mode, dist) => {
  // until the application's entry is written there is nothing to build
  const absent = mode === 'product' && !existsSync(join(web, 'src/main.tsx'))

  beforeAll(async () => {
    if (absent || (mode === 'product' && existsSync(join(dist, '.vite/manifest.json')))) return
    // vitest's own NODE_ENV would give a development build, a third heavier
    vi.stubEnv('NODE_ENV', 'production')
    await build({
      root: web,
      configFile: join(web, 'vite.config.ts'),
      mode: mode === 'kit' ? 'kit' : 'production',
      logLevel: 'error',
    })
    vi.unstubAllEnvs()
  }, 60_000)

  it.skipIf(absent)('holds nothing newer than Chromium 86 and Safari 14', () => {
    expect(builtFiles(dist, '.css').length).toBeGreaterThan(0)
    expect([...found(dist, '.css', forbiddenCss), ...found(dist, '.js', forbiddenJs)]).toEqual([])
  })

  it.skipIf(absent)('keeps to the budget', () => {
    const weights = routeWeights(dist)
    expect(weights.length).toBeGreaterThan(0)
    expect(weights.filter(({ bytes }) => bytes > 60 * kilobyte)).toEqual([])
    const signIn = weights.filter(({ source }) => mode === 'product' && /sign-in|index\.html/.test(source))
    expect(signIn.filter(({ bytes }) => bytes > 30 * kilobyte)).toEqual([])
  })
})
