import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printOpenapi } from '@shixun/contract/openapi'
import type { Plugin } from 'vite'
import { apiDocsPage } from './api-docs-page.tsx'

const { version }: { version: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
)

/**
 * Prints the contract beside the client: `api/openapi.json` for programs, `api/docs.html` for people. The gateway shows
 * both and so needs no schema of any route.
 */
export function printApiReference(): Plugin {
  return {
    name: 'api-reference',
    apply: 'build',
    generateBundle() {
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
      emit('api/openapi.json', JSON.stringify(printOpenapi(version)))
      emit('api/docs.html', apiDocsPage())
    },
  }
}
