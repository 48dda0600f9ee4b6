import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ArchiveEntry, archiveFrames } from '@shixun/http/archive-frames'
import { afterAll, describe, expect, it } from 'vitest'
import { safeName, uniqueNames } from './safe-name.ts'
import { writeArchive } from './write-archive.ts'

const AT = '2026-11-21T01:30:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'shixun-archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function archived(entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(writeArchive(archiveFrames(entries))).arrayBuffer())
}

function streamOf(chunks: number, size: number): ReadableStream<Uint8Array> {
  let sent = 0
  return new ReadableStream({
    pull(controller) {
      if (sent === chunks) return controller.close()
      sent++
      controller.enqueue(new Uint8Array(size).fill(sent % 251))
    },
  })
}

const unzip = (args: string[]) =>
  execFileSync('unzip', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })

describe('an archive', () => {
  it('is unpacked by unzip: names, bytes, checksums', async () => {
    const image = crypto.getRandomValues(new Uint8Array(50_000))
    const entries: ArchiveEntry[] = [
      { name: '申报/说明.html', at: AT, body: '<p>校本研修</p>'.repeat(500) },
      { name: '附件/照片.png', at: AT, body: image },
      { name: '附件/空.pdf', at: AT, body: new Uint8Array(0) },
      { name: '附件/课程.pdf', at: AT, size: 7 * 30_000, body: streamOf(7, 30_000) },
      { name: '附件/课程.pdf', at: AT, size: null, body: streamOf(3, 70_000) },
      { name: '../../etc/passwd', at: AT, body: 'x' },
    ]
    const bytes = await archived(entries)
    writeFileSync(join(folder, 'a.zip'), bytes)
    expect(unzip(['-t', 'a.zip'])).toContain('No errors detected')
    unzip(['-q', 'a.zip', '-d', 'out'])
    const file = (name: string) => readFileSync(join(folder, 'out', name))
    expect(file('申报/说明.html').toString()).toBe('<p>校本研修</p>'.repeat(500))
    expect(createHash('sha256').update(file('附件/照片.png')).digest('hex')).toBe(
      createHash('sha256').update(image).digest('hex'),
    )
    expect(file('附件/空.pdf').byteLength).toBe(0)
    expect(file('附件/课程.pdf').byteLength).toBe(210_000)
    expect(file('附件/课程 (2).pdf').byteLength).toBe(210_000)
    expect(file('etc/passwd').toString()).toBe('x')
    expect(existsSync('/etc/passwd.x')).toBe(false)
    const table = unzip(['-v', 'a.zip'])
    expect(table).toMatch(/Defl:\S+ .*申报\/说明\.html/)
    expect(table).toMatch(/Stored .*附件\/照片\.png/)
    expect(table).toContain('2026-11-21 09:30')
  })

  it('of 50 MB is written with a few chunks in memory', async () => {
    let taken = 0
    let read = 0
    let furthest = 0
    const size = 65_536
    const chunks = 800
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (taken === chunks * size) return controller.close()
          taken += size
          furthest = Math.max(furthest, taken - read)
          controller.enqueue(new Uint8Array(size))
        },
      },
      { highWaterMark: 0 },
    )
    const reader = writeArchive(archiveFrames([{ name: 'a.mp4', at: AT, size: chunks * size, body }])).getReader()
    for (let next = await reader.read(); !next.done; next = await reader.read()) read += next.value.byteLength
    expect(read).toBeGreaterThan(chunks * size)
    expect(furthest).toBeLessThan(16 * size)
  })

  it('breaks off when a file is shorter than it was said to be', async () => {
    await expect(archived([{ name: 'a.pdf', at: AT, size: 10, body: streamOf(1, 9) }])).rejects.toThrow('9 bytes')
  })

  it('breaks off when the frames end in the middle of a file', async () => {
    const whole = new Uint8Array(
      await new Response(archiveFrames([{ name: 'a.pdf', at: AT, body: 'twelve bytes' }])).arrayBuffer(),
    )
    const cut = new Response(whole.slice(0, -3)).body
    if (!cut) throw new Error('no body')
    await expect(new Response(writeArchive(cut)).arrayBuffer()).rejects.toThrow('middle of a file')
  })
})

describe('names in an archive', () => {
  it.each([
    ['/etc/passwd', 'etc/passwd'],
    ['..\\..\\windows\\a.txt', 'windows/a.txt'],
    ['C:\\a.txt', 'C_/a.txt'],
    ['a/./../b', 'a/b'],
    ['con.txt', '_con.txt'],
    ['a\u0000b\u202egnp.exe', 'abgnp.exe'],
    ['什么?*<>|.pdf', '什么_____.pdf'],
    ['...', '_'],
    [' 尾. ', '尾'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  it('keeps the ending of a name that is too long', () => {
    const safe = safeName(`${'长'.repeat(200)}.pdf`)
    expect(new TextEncoder().encode(safe).byteLength).toBeLessThanOrEqual(180)
    expect(safe.endsWith('长.pdf')).toBe(true)
  })

  it('numbers what comes twice, also when only the case differs', () => {
    const unique = uniqueNames()
    expect(['a/b.pdf', 'a/B.pdf', 'a/b.pdf', 'a.d/b', 'a.d/b'].map(unique)).toEqual([
      'a/b.pdf',
      'a/B (2).pdf',
      'a/b (3).pdf',
      'a.d/b',
      'a.d/b (2)',
    ])
  })
})
