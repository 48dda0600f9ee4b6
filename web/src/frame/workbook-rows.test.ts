import { describe, expect, it } from 'vitest'
import type { ImportColumn } from './pasted-table.ts'
import { workbookRows } from './workbook-rows.ts'

const columns: readonly ImportColumn[] = [
  { key: 'code', title: 'School code', names: ['学校代码'], required: true, help: '', example: '' },
  { key: 'name', title: 'School', names: ['学校名称'], required: true, help: '', example: '' },
  { key: 'since', title: '成立', required: false, help: '', example: '' },
]
const sheet = (name: string, rows: (string | number | null | { date: string })[][], notes: string[] = []) => ({
  name,
  rows,
  notes,
})

describe('the rows of a workbook', () => {
  it('are found by the titles of the template, in any order, with other columns left', () => {
    const read = workbookRows(
      {
        sheets: [
          sheet('表', [
            ['学校名称', '错误原因', '学校代码 *', '成立'],
            ['一小', 'x', '2141000001', { date: '1956-09-01' }],
          ]),
        ],
      },
      columns,
    )
    expect(read?.rows).toEqual([{ code: '2141000001', name: '一小', since: '1956-09-01' }])
  })

  it('keep numbers as numbers, because digits may be lost', () => {
    const read = workbookRows(
      {
        sheets: [
          sheet('表', [
            ['学校代码', '学校名称'],
            [2141000001, '一小'],
          ]),
        ],
      },
      columns,
    )
    expect(read?.rows).toEqual([{ code: 2141000001, name: '一小' }])
  })

  it('are taken from the sheet whose titles fit, below a headline', () => {
    const read = workbookRows(
      {
        sheets: [
          sheet('说明', [['请填写']]),
          sheet(
            '名册',
            [['某区学校名册'], [null], ['学校代码', '学校名称'], ['2141000001', '一小'], [null, null]],
            ['第 1 行有合并的单元格（A1:C1）', '有公式（A9）'],
          ),
        ],
      },
      columns,
    )
    expect(read).toEqual({
      sheet: '名册',
      rows: [{ code: '2141000001', name: '一小' }],
      lines: [4],
      notes: ['有公式（A9）'],
    })
  })

  it('are none when no row holds two of the titles', () => {
    expect(
      workbookRows(
        {
          sheets: [
            sheet('表', [
              ['学校代码', '校名'],
              ['1', '2'],
            ]),
          ],
        },
        columns,
      ),
    ).toBeNull()
    expect(workbookRows({ sheets: [] }, columns)).toBeNull()
  })
})
