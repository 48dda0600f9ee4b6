import { describe, expect, it } from 'vitest'
import { cellsOf, csvOf, type ImportColumn, readPasted } from './pasted-table.ts'

const columns: readonly ImportColumn[] = [
  { key: 'code', title: '学校代码', required: true, help: '', example: '' },
  { key: 'name', title: '学校名称', required: true, help: '', example: '' },
]

describe('a pasted table', () => {
  it('is read by the order of the template when it has no head', () => {
    expect(readPasted('4141000001\t纬五路一小\r\n', columns)).toEqual([{ code: '4141000001', name: '纬五路一小' }])
  })
  it('is read by its head, whatever the order, and other columns are left', () => {
    expect(readPasted('学校名称\t序号\t学校代码\n纬五路一小\t1\t4141000001', columns)).toEqual([
      { code: '4141000001', name: '纬五路一小' },
    ])
  })
  it('keeps a quoted cell together', () => {
    expect(cellsOf('"一小,北校区","他说""好""\n第二行"')).toEqual([['一小,北校区', '他说"好"\n第二行']])
  })
  it('drops empty lines and leaves empty cells out', () => {
    expect(readPasted('\t\n4141000001\t\n\n', columns)).toEqual([{ code: '4141000001' }])
  })
  it('is written so that Excel reads it and starts no formula', () => {
    expect(csvOf([['=1+1', '一,二']])).toBe('\uFEFF\'=1+1,"一,二"\r\n')
  })
})
