import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { printOpenapi } from '@shixun/contract/openapi'
import { printProblems } from './docs/print-problems.ts'
import { printStates } from './docs/print-states.ts'

const ROOT = join(import.meta.dirname, '..')

/** JSON with one operation a line, so that a change of the contract shows as the lines of its operations. */
function onePerLine(document: Record<string, unknown>): string {
  const lines = (value: object, print: (member: unknown) => string) =>
    Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${print(member)}`)
  const block = (value: unknown, print: (member: unknown) => string) =>
    `{\n${lines(Object(value), print).join(',\n')}\n}`
  return `${block(document, (member) => (member === document['paths'] ? block(member, (path) => block(path, JSON.stringify)) : JSON.stringify(member)))}\n`
}

/** The printed documents by path, as they should stand in the repository. */
export function printedDocs(): Record<string, string> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  return {
    'docs/states.md': printStates(),
    'docs/problems.md': printProblems(),
    'docs/openapi.json': onePerLine(printOpenapi(version)),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const [path, text] of Object.entries(printedDocs())) {
    writeFileSync(join(ROOT, path), text)
    console.log(`printed ${path}`)
  }
