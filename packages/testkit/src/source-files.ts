import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../../..')

/** One import of a file; `typeOnly` leaves no trace at run time. */
type Import = { target: string; typeOnly: boolean }
export type SourceFile = { path: string; text: string; lines: number; isTest: boolean; imports: Import[] }

const TEST =
  /\.(?:test|spec|config)\.tsx?$|(?:^|\/)test-[a-z-]+\.ts$|^web\/test\/|^workers\/system\/|^packages\/testkit\//
const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/g
const LAZY = /(?<!:\s|\||&|<)\bimport\(\s*['"]([^'"]+)['"]\s*\)(?!\.)/g

function importsOf(text: string): Import[] {
  const stated = [...text.matchAll(IMPORT)].map(([, type, target = '']) => ({ target, typeOnly: type !== undefined }))
  const lazy = [...text.matchAll(LAZY)].map(([, target = '']) => ({ target, typeOnly: false }))
  return [...stated, ...lazy]
}

/** Paths of the repository that git knows or would take, relative to its root, `/` between folders. */
export function repositoryPaths(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return [...new Set(listed.split('\n'))].filter((path) => path !== '' && existsSync(join(ROOT, path)))
}

/** The code of the repository. */
export function sourceFiles(): SourceFile[] {
  return repositoryPaths()
    .filter((path) => /\.(?:ts|tsx|mjs|css)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      const isTest = TEST.test(path)
      return { path, text, lines: text.split('\n').length - 1, isTest, imports: importsOf(text) }
    })
}

/** A text without its comments, so that a word in prose is no finding. */
export function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
