import { describe, expect, it } from 'vitest'
import type { FormField } from '../../ui/form-field.ts'
import { dayFrom, entriesOf, readEntries } from './pasted-entries.ts'

const columns: FormField[] = [
  { key: 'date', title: '日期', type: 'date' },
  { key: 'channel', title: '方式', type: 'choice', choices: [{ value: 'online', label: '网络研修' }] },
  { key: 'hours', title: '学时', type: 'number' },
]

describe('pasted entries', () => {
  it('reads the dates of spreadsheets', () => {
    expect(['2026/3/2', '2026.03.02', '2026年3月2日', '2026-03-02'].map(dayFrom)).toEqual(Array(4).fill('2026-03-02'))
    expect(['46083', '3/2/2026', ''].map(dayFrom)).toEqual([null, null, null])
  })
  it('takes words or codes, in any order of columns', () => {
    expect(readEntries('学时\t方式\t日期\n8\t网络研修\t2026/3/2\n7.5\tonline\t2026/3/3', columns)).toEqual({
      rows: [
        { date: '2026-03-02', channel: 'online', hours: 8 },
        { date: '2026-03-03', channel: 'online', hours: 7.5 },
      ],
      wrong: [],
    })
  })
  it('names what it cannot read', () => {
    const { wrong } = readEntries('日期\t方式\t学时\n昨天\t电视\t8小时', columns)
    expect(wrong.map(({ line, title, cell }) => `${line}${title}${cell}`)).toEqual([
      '1日期昨天',
      '1方式电视',
      '1学时8小时',
    ])
  })
  it('sends what is filled, and the place as id', () => {
    expect(entriesOf([{ date: '2026-03-02', hours: 8, channel: 'online', due: 8, actual: 7 }])[0]).toMatchObject({
      id: '1',
      accredited: true,
      status: 'confirmed',
      attendance: { due: 8, actual: 7 },
    })
    expect(entriesOf([{ accredited: 'no', status: 'pending' }])[0]).not.toHaveProperty('hours')
  })
})
