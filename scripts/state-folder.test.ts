import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foreignData, isRunning, markRunning, readMark, removeState, whyNotRemove, writeMark } from './state-folder.mjs'

const MARK = { madeBy: 'shixun', phase: 'ready', migrations: {} } as const
const ROOT = join(import.meta.dirname, '..')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shixun-state-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('reset', () => {
  it.each(['/', homedir(), ROOT, join(ROOT, '..'), join(ROOT, 'packages', '..'), tmpdir()])('refuses %s', (path) => {
    expect(whyNotRemove(path)).not.toBeNull()
    expect(() => removeState(path)).toThrow()
  })

  it('refuses a folder of somebody else, and one that holds a project', () => {
    writeFileSync(join(folder, 'thesis.txt'), 'x')
    expect(whyNotRemove(folder)).toContain('was not made by Shixun')
    writeMark(folder, MARK)
    expect(whyNotRemove(folder)).toBeNull()
    mkdirSync(join(folder, '.git'))
    expect(whyNotRemove(folder)).toContain('holds a project')
  })

  it('removes what we made and leaves the rest', () => {
    writeMark(folder, MARK)
    mkdirSync(join(folder, 'd1', 'deep'), { recursive: true })
    writeFileSync(join(folder, 'thesis.txt'), 'x')
    expect(removeState(folder).sort()).toEqual(['d1', 'shixun.json'])
    expect(readdirSync(folder)).toEqual(['thesis.txt'])
  })

  it('removes the folder when nothing else is left, and has nothing to do then', () => {
    writeMark(folder, MARK)
    removeState(folder)
    expect(existsSync(folder)).toBe(false)
    expect(removeState(folder)).toEqual([])
  })
})

describe('a state folder', () => {
  it('knows its own mark from data of others', () => {
    expect(foreignData(folder)).toBe(false)
    mkdirSync(join(folder, 'd1'))
    expect(foreignData(folder)).toBe(true)
    writeFileSync(join(folder, 'shixun.json'), '{"madeBy":"somebody"}')
    expect(readMark(folder)).toBeNull()
    writeMark(folder, MARK)
    expect(readMark(folder)).toEqual(MARK)
    expect(foreignData(folder)).toBe(false)
  })

  it('does not take a number left behind by a killed process for a running one', async () => {
    expect(await isRunning(folder)).toBeNull()
    markRunning(folder, 1)
    expect(await isRunning(folder)).toBeNull()
  })
})
