import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeOf, ROOT, repositoryPaths, type SourceFile, sourceFiles } from './source-files.ts'

const files = sourceFiles()
const product = files.filter(({ isTest }) => !isTest)
const under = (folder: string, among: readonly SourceFile[] = product) =>
  among.filter(({ path }) => path.startsWith(folder))

/** What each room may import: rooms of the house, then packages of others. */
const MAY: Record<string, { rooms: string[]; typesOf?: string[]; packages: string[] }> = {
  'packages/domain': { rooms: [], packages: [] },
  'packages/contract': { rooms: ['packages/domain'], packages: ['zod'] },
  'packages/db': { rooms: ['packages/domain'], packages: ['drizzle-orm'] },
  'packages/http': {
    rooms: ['packages/domain', 'packages/contract', 'packages/db'],
    packages: ['hono', 'jose', 'zod', 'cloudflare:workers'],
  },
  'packages/tenant': {
    rooms: ['packages/domain', 'packages/contract', 'packages/db', 'packages/http'],
    packages: [],
  },
  workers: {
    rooms: ['packages/domain', 'packages/contract', 'packages/db', 'packages/http', 'packages/tenant', 'migrations'],
    typesOf: ['workers'],
    packages: ['hono', 'jose', 'zod', 'drizzle-orm', 'cloudflare:workers', 'node:crypto'],
  },
  'workers/documents': {
    rooms: ['packages/domain', 'packages/contract', 'packages/http'],
    packages: ['cloudflare:workers', 'hucre', 'fflate'],
  },
  web: {
    rooms: [],
    typesOf: ['packages/contract', 'packages/domain', 'zod'],
    packages: ['preact', 'preact-iso', 'vite', '@tanstack/preact-query', 'uqr', 'hucre'],
  },
}

function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'packages' ? `packages/${second}` : first === 'workers' ? `workers/${second}` : first
}

/** The room an import leads to, or the package of others. */
function goalOf(file: string, target: string): { room: string } | { package: string } {
  const own = /^@shixun\/([a-z]+)/.exec(target)?.[1]
  if (own) return { room: `packages/${own}` }
  if (target.startsWith('.')) return { room: roomOf(normalize(join(dirname(file), target))) }
  return { package: target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? '') }
}

function trespasses(file: SourceFile): string[] {
  const room = roomOf(file.path)
  const rule = MAY[room] ?? MAY[room.split('/')[0] ?? '']
  if (!rule) return []
  return file.imports.flatMap(({ target, typeOnly }) => {
    const goal = goalOf(file.path, target)
    if ('package' in goal) {
      const open = rule.packages.includes(goal.package) || (typeOnly && rule.typesOf?.includes(goal.package))
      return open ? [] : [`${file.path}: ${target}`]
    }
    const rooms = typeOnly ? [...rule.rooms, ...(rule.typesOf ?? [])] : rule.rooms
    const listed = room === 'web' && LISTS.test(target)
    const open =
      listed || goal.room === room || rooms.some((one) => goal.room === one || goal.room.startsWith(`${one}/`))
    return open ? [] : [`${file.path}: ${target}`]
  })
}

/** Lists and texts without a rule and without zod, which the client may carry, and the arithmetic of a blind token. */
const LISTS =
  /^(?:@shixun\/domain\/(?:identity\/(?:role|visitor)|calls\/(?:design\/call|notices\/notice-results)|money\/budget-items|training\/(?:promised-text|content-modules)|surveys\/(?:mod-pow|token-text)|delivery\/(?:guskey|repeat-rules|trainers-text)|teachers\/(?:teacher-states|retention)|quality\/conflicts\/conflict-rules)|@shixun\/contract\/(?:cell-problem-words|field-problem|people-field-problems|import-templates))$/

function findings(among: readonly SourceFile[], pattern: RegExp, allowed: readonly RegExp[] = []): string[] {
  return among
    .filter(({ path }) => !allowed.some((one) => one.test(path)))
    .flatMap(({ path, text }) => [...codeOf(text).matchAll(pattern)].map(([found]) => `${path}: ${found}`))
}

describe('rooms', () => {
  it('reads imports', () => {
    expect(files.length).toBeGreaterThan(100)
    const contract = files.find(({ path }) => path === 'packages/contract/src/routes.ts')
    expect(contract?.imports).toContainEqual({ target: './calls.ts', typeOnly: false })
    expect(contract?.imports).toContainEqual({ target: './route.ts', typeOnly: true })
  })

  it('depend in one direction', () => expect(product.flatMap(trespasses)).toEqual([]))

  it('leave the testkit to tests', () => {
    const users = product.filter(
      ({ path, imports }) =>
        !path.startsWith('packages/testkit/') &&
        imports.some(({ target }) => /@shixun\/testkit|packages\/testkit/.test(target)),
    )
    expect(users.map(({ path }) => path)).toEqual([])
  })
})

describe('the domain', () => {
  const domain = under('packages/domain/')
  it('has no dependency', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'packages/domain/package.json'), 'utf8'))
    expect(dependencies).toBeUndefined()
  })
  it('is pure: no waiting, no clock, no chance, no world', () => {
    const impure =
      /\b(?:async|await|Promise)\b|\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bcrypto\b|\bperformance\b|\bfetch\(|\bprocess\.(?:env|argv|cwd|hrtime|exit)|\bconsole\b|\bsetTimeout\b|\bglobalThis\b/g
    expect(findings(domain, impure)).toEqual([])
  })
})

describe('time and chance', () => {
  const rooms = [
    ...under('workers/'),
    ...under('packages/db/'),
    ...under('packages/http/'),
    ...under('packages/tenant/'),
    ...under('packages/contract/'),
  ]
  const entries = [/^workers\/\w+\/src\/(?:index|door)\.ts$/]
  /** Ids, salts, nonces, session tokens, activation codes, receipts and certificates: what must not be foreseen. */
  const secrets = [
    /^packages\/db\/src\/ids\.ts$/,
    /^packages\/http\/src\/personal-data\.ts$/,
    /^workers\/delivery\/src\/surveys\/chance\.ts$/,
    /^workers\/district\/src\/calls\/objections\/receipt\.ts$/,
    /^workers\/registry\/src\/credits\/random-mark\.ts$/,
    /^workers\/identity\/src\/(?:keyed|passwords)\.ts$/,
    /^workers\/identity\/src\/identity\/(?:new-activation|session-answer)\.ts$/,
  ]
  it('the clock is read at the door alone', () => {
    expect(findings(rooms, /\bnew Date\(\)|\bDate\.now\b|\bperformance\.now\b/g, entries)).toEqual([])
  })
  it('chance makes ids and secrets alone', () => {
    const chance = /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\brandomBytes\b/g
    expect(findings(rooms, chance, [...entries, ...secrets])).toEqual([])
  })
})

describe('habits', () => {
  it('env is read in one place a worker', () => {
    const readers = [/\/src\/(?:index|env|door|open-store)\.ts$/]
    expect(findings(under('workers/'), /\benv\.[A-Z][A-Z_]+|\benv\[|\bthis\.env\b/g, readers)).toEqual([])
  })
  it('no file is longer than 300 lines, but for the tables that are printed', () => {
    const written = files.filter(({ path }) => !/\/(?:route|door)-table\.ts$/.test(path))
    expect(written.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })
  it('no file has a name that says nothing, and names are kebab-case', () => {
    const names = product.map(({ path }) => path).filter((path) => !path.startsWith('packages/testkit/'))
    expect(
      names.filter((path) =>
        /(?:^|[-.])(?:utils?|helpers?|common|types|base|manager|service|misc)\.(?:ts|tsx|mjs)$/.test(basename(path)),
      ),
    ).toEqual([])
    expect(names.filter((path) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.[a-z.]+$/.test(basename(path)))).toEqual([])
  })
  it('a batch is the only transaction', () =>
    // a phone at a school has a database of its own
    expect(findings(product, /\.transaction\(/g, [/^web\/src\/parts\/quality\/inspections\/visit-store\.ts$/])).toEqual(
      [],
    ))
  it('nothing is silenced, cast to any or asserted non-null', () => {
    const others = files.filter(({ path }) => path !== 'packages/testkit/src/structure.test.ts')
    expect(findings(others, /biome-ignore|@ts-(?:ignore|nocheck|expect-error)|\bas any\b|: any\b/g)).toEqual([])
  })
  it('no route is bound twice', () => {
    const bound = under('workers/').flatMap(({ text }) =>
      [...codeOf(text).matchAll(/\bbind\(\s*ROUTES\.(\w+)/g)].map(([, id = '']) => id),
    )
    expect(bound.filter((id, n) => bound.indexOf(id) !== n)).toEqual([])
  })
})

describe('Markdown', () => {
  const rooms = /^(?:packages|workers|web|scripts|docs|migrations|\.ci)(?:\/|$)/
  const alternatives = (path: string): string[] => {
    const set = /^(.*)\{([^{}]+)\}(.*)$/.exec(path)
    return set ? (set[2] ?? '').split(',').flatMap((one) => alternatives(`${set[1]}${one.trim()}${set[3]}`)) : [path]
  }

  it('cites only paths that exist', () => {
    const missing = repositoryPaths()
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) => {
        const text = readFileSync(join(ROOT, path), 'utf8')
        const quoted = [...text.matchAll(/`([^`\s]+)`/g)]
          .map(([, cited = '']) => cited)
          .filter((cited) => rooms.test(cited))
        const linked = [...text.matchAll(/\]\((?!\w+:|#)([^)\s#]+)[^)]*\)/g)].map(([, link = '']) =>
          normalize(join(dirname(path), link)),
        )
        const cited = [...quoted, ...linked].filter(
          (one) => !/[*<>:]|NNNN|\.\.\.|…/.test(one) && !one.startsWith('web/dist'),
        )
        return cited
          .flatMap(alternatives)
          .filter((one) => !existsSync(join(ROOT, one)))
          .map((one) => `${path}: ${one}`)
      })
    expect(missing).toEqual([])
  })
})
