import { defineConfig } from 'vite'
import { printApiReference } from '../scripts/api-reference/print-api-reference.ts'

const worker = 'http://127.0.0.1:8787'
const served = ['/api', '/feeds', '/v', '/notices', '/oauth', '/.well-known', '/healthz']

/** `--mode kit` builds the page that shows every piece; the product never carries it. */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  plugins: mode === 'kit' ? [] : [printApiReference()],
  build: {
    target: ['chrome86', 'safari14'],
    cssTarget: ['chrome86', 'safari14'],
    manifest: true,
    outDir: mode === 'kit' ? 'test/dist' : 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: mode === 'kit' ? 'kit.html' : 'index.html',
      // every page carries the list of all chunks: short names keep it short
      output: { chunkFileNames: 'assets/[hash].js' },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    // a path prefix would also catch the client's own /src modules for '/v', so each is anchored to its segment
    proxy: Object.fromEntries(served.map((path) => [`^${path.replaceAll('.', '\\.')}(/|\\?|$)`, worker])),
  },
}))
