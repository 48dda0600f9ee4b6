import { readRubricSheet } from '@shixun/domain/quality/rubrics/read-rubric-sheet'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import type { RubricFile } from '@shixun/domain/quality/rubrics/write-rubric-sheet'
import { chunksOf } from '@shixun/http/byte-stream'
import { rowBytes, rubricWorkbook } from '@shixun/http/rubric-workbook'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRubric } from '../../../packages/domain/src/quality/rubrics/test-any-rubric.ts'
import { readWorkbook } from './read-workbook.ts'
import { checkRubricFile } from './rubric-files.ts'
import { writeWorkbook } from './write-workbook.ts'

async function written(file: RubricFile): Promise<Uint8Array<ArrayBuffer>> {
  const { sheet, rows } = rubricWorkbook(file)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of chunksOf(writeWorkbook(sheet, rowBytes(rows), Date.UTC(2026, 0, 1))))
    chunks.push(chunk.slice())
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}
async function checked(bytes: BlobPart) {
  const body = new FormData()
  body.set('file', new File([bytes], 'a'))
  const answer = await checkRubricFile(new Request('http://documents/', { method: 'POST', body }))
  return answer.ok ? answer.value.body : answer.refusal
}

describe('a workbook of a rubric', () => {
  it('has its three sheets and comes back the same, cell by cell', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyRubric, async (body) => {
        const read = await readWorkbook(await written({ purpose: 'completion', body }))
        expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(['指标', '设置', '填写说明'])
        expect(read.ok && readRubricSheet(read.value.sheets)).toMatchObject({
          file: { purpose: 'completion', body },
          problems: [],
        })
      }),
      { numRuns: 25 },
    )
  })
})

describe('a file of a rubric', () => {
  const [sample] = SAMPLE_RUBRICS
  const document = { schema: 'shixun-rubric/1', purpose: 'review', body: sample?.rubric }
  it('is known by its bytes and not by its name', async () => {
    const body = sample?.rubric
    if (!body) throw new Error('no sample')
    const [json, xlsx] = [
      await checked(`\ufeff${JSON.stringify(document)}`),
      await checked(await written({ purpose: 'review', body })),
    ]
    expect(json).toMatchObject({ document, problems: [], incomplete: [] })
    expect(xlsx).toMatchObject({ document, problems: [], incomplete: [] })
  })
  it('that is neither is refused like every broken workbook', async () => {
    expect(await checked('%PDF-1.7')).toMatchObject({ code: 'workbook-refused' })
    expect(await checked('')).toMatchObject({ code: 'workbook-refused' })
    expect(await checked(new Uint8Array(5_242_881))).toMatchObject({ code: 'body-too-large' })
  })
  it('of JSON that is not whole tells its places in words', async () => {
    const body = { ...sample?.rubric, criteria: [] }
    expect(await checked(JSON.stringify({ ...document, body }))).toMatchObject({
      document: { body: { criteria: [] } },
      incomplete: [{ sheet: 'JSON 文件', column: '全部指标', problem: 'no_criteria' }],
    })
    const deep = { key: 'x', title: 'x', kind: 'leaf', max: 1.5 }
    expect(await checked(JSON.stringify({ ...document, body: { ...body, criteria: [deep] } }))).toMatchObject({
      document: null,
      problems: [{ column: '/body/criteria/0/max', detail: '类型不正确，应为整数' }],
    })
  })
})
