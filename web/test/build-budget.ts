import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Manifest } from 'vite'

/** The Excel worker's and the province map's chunks, which the budget leaves out. */
const outside = /(?:excel|xlsx|map)/

function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(manifest, next, seen)
  return seen
}

function filesOf(manifest: Manifest, keys: Iterable<string>): Set<string> {
  const files = new Set<string>()
  for (const key of keys) {
    const chunk = manifest[key]
    if (chunk === undefined) continue
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
  }
  return files
}

function gzipBytes(dist: string, files: Iterable<string>): number {
  let total = 0
  for (const file of files) total += gzipSync(readFileSync(join(dist, file))).length
  return total
}

export interface RouteWeight {
  /** Source of the lazy chunk, or of the entry for what every page loads. */
  source: string
  bytes: number
}

/** Bytes of JS and CSS, gzipped, that the entry alone and each lazily loaded route need. */
export function routeWeights(dist: string): RouteWeight[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
  if (entry === undefined) return []
  const start = closure(manifest, entry)
  const lazy = Object.keys(manifest).filter((key) => manifest[key]?.isDynamicEntry && !outside.test(key))
  return [
    { source: entry, bytes: gzipBytes(dist, filesOf(manifest, start)) },
    ...lazy.map((key) => ({
      source: key,
      bytes: gzipBytes(dist, filesOf(manifest, new Set([...start, ...closure(manifest, key)]))),
    })),
  ]
}
