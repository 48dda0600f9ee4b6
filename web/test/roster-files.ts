import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { byteStream } from '../../packages/http/src/byte-stream.ts'
import type { WrittenCell, WrittenSheet } from '../../packages/http/src/documents.ts'
import { writeWorkbook } from '../../workers/documents/src/write-workbook.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The columns of the template of teachers. */
export const TITLES = [
  '姓名',
  '证件类型',
  '证件号码',
  '教师资格证号',
  '学校代码',
  '学段',
  '学科',
  '职称',
  '任职',
  '学历',
  '入职日期',
  '手机',
  '一线任教',
  '离岗',
]

export async function saved(page: Page, act: () => Promise<unknown>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

export async function give(page: Page, titles: string[], rows: WrittenCell[][]): Promise<void> {
  async function* lines() {
    for (const row of rows) yield new TextEncoder().encode(`${JSON.stringify(row)}\n`)
  }
  const sheet: WrittenSheet = { format: 'xlsx', name: '教师', columns: titles.map((title) => ({ title })) }
  const bytes = await new Response(writeWorkbook(sheet, byteStream(lines()), Date.now())).arrayBuffer()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '教师名册.xlsx', mimeType: XLSX, buffer: Buffer.from(bytes) })
}

export async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1)).toBe(true)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

/** A text in the encoding that Excel in China writes CSV in. */
export function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk')
  const bytes = new Map<string, [number, number]>()
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Buffer.from([...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (bytes.get(sign) ?? [63]))))
}
