import { describe, expect, it } from 'vitest'
import type { AttachmentCard, FormField, FormValue } from '../design/form.ts'
import { type ComparedSubmission, compareSubmissions } from './compare-submissions.ts'

function field(key: string, type: FormField['type'], more: Partial<FormField> = {}): FormField {
  return { key, title: key, type, required: false, identifying: false, ...more }
}
function card(id: string, name: string, sha256: string): AttachmentCard {
  return { id, name, mediaType: 'application/pdf', size: 1, sha256 }
}
function side(form: FormField[], values: Record<string, FormValue>, more: Partial<ComparedSubmission> = {}) {
  return { title: '班主任培训', form, values, attachments: [], ...more }
}
const one = (before: FormValue, after: FormValue, type: FormField['type'] = 'text', more: Partial<FormField> = {}) => {
  const form = [field('a', type, more)]
  return compareSubmissions(side(form, { a: before }), side(form, { a: after })).fields[0]
}
const rowsOf = (found: ReturnType<typeof one>) =>
  found?.rows?.map(({ change, moved, cells }) => [change, ...(moved ? ['moved'] : []), ...cells].join(' '))

describe('answers under one form', () => {
  it.each([
    ['甲', '甲', 'same'],
    ['甲', '乙', 'changed'],
    [null, '乙', 'added'],
    ['', '乙', 'added'],
    ['甲', '', 'removed'],
    [null, '', 'same'],
  ])('%j then %j is %s', (before, after, change) => {
    expect(one(before, after)?.change).toBe(change)
  })

  it('tells inside a long text what changed, and nothing inside a number', () => {
    expect(one('共 40 人', '共 50 人', 'longtext')?.segments).toEqual([
      { mark: 'same', text: '共 ' },
      { mark: 'removed', text: '40' },
      { mark: 'added', text: '50' },
      { mark: 'same', text: ' 人' },
    ])
    expect(one(40, 50, 'number')).toMatchObject({ change: 'changed', segments: null, rows: null })
    expect(one('甲', '甲', 'longtext')?.segments).toBeNull()
  })

  it('compares the title too', () => {
    const changed = compareSubmissions(side([], {}), side([], {}, { title: '骨干班主任培训' }))
    expect(changed.title.change).toBe('changed')
    expect(changed.title.segments[0]).toEqual({ mark: 'added', text: '骨干' })
  })
})

describe('rows of a table', () => {
  const wang = { name: '王小明', unit: '一小', duty: '负责人' }
  const li = { name: '李红', unit: '二小', duty: '班主任' }
  const zhao = { name: '赵伟', unit: '三小', duty: '联络' }

  it('a row of the same name is changed, with its cells', () => {
    const found = one([wang, li], [wang, { ...li, unit: '五小', duty: '副组长' }], 'people')
    expect(found?.change).toBe('changed')
    expect(rowsOf(found)).toEqual(['same', 'changed unit duty'])
  })

  it('a row put in between is added and the others stay what they are', () => {
    expect(rowsOf(one([wang, li], [wang, zhao, li], 'people'))).toEqual(['same', 'added', 'same'])
  })

  it('a removed row stands where it stood', () => {
    const found = one([wang, zhao, li], [wang, li], 'people')
    expect(found?.rows?.map(({ change, before }) => [change, before?.['name']])).toEqual([
      ['same', '王小明'],
      ['removed', '赵伟'],
      ['same', '李红'],
    ])
  })

  it('rows that only changed places are moved, not rewritten', () => {
    expect(rowsOf(one([wang, li], [li, wang], 'people'))).toEqual(expect.arrayContaining(['same moved', 'same']))
    expect(one([wang, li], [li, wang], 'people')?.change).toBe('changed')
  })

  it('a gap written as null, as nothing or left out is one and the same', () => {
    const found = one([{ name: '王小明', unit: null }], [{ name: '王小明', unit: '', duty: null }], 'people')
    expect(found).toMatchObject({ change: 'same', rows: null })
  })

  it('unnamed rows pair when at least half of their cells agree', () => {
    const columns = ['x', 'y', 'z'].map((key) => ({ key, title: key, type: 'text' as const }))
    const table = (before: string[], after: string[]) => {
      const row = (cells: string[]) => Object.fromEntries(cells.map((text, n) => ['xyz'[n] ?? '', text]))
      return rowsOf(one([row(before)], [row(after)], 'table', { columns }))
    }
    expect(table(['1', '2', '3'], ['9', '2', '3'])).toEqual(['changed x'])
    expect(table(['1', '2', '3'], ['9', '8', '3'])).toEqual(['removed', 'added'])
  })

  it('rows given for the first time are an added answer', () => {
    expect(one([], [wang], 'people')?.change).toBe('added')
    expect(one(null, [], 'people')?.change).toBe('same')
  })
})

describe('two forms', () => {
  const before = [field('a', 'text'), field('gone', 'text'), field('c', 'text')]
  const after = [field('a', 'text'), field('b', 'text'), field('c', 'number')]
  const { fields } = compareSubmissions(
    side(before, { a: '甲', gone: '旧问题的回答', c: '3' }),
    side(after, { a: '甲', b: '新', c: 3 }),
  )

  it('keeps a question that is no longer asked where it stood', () => {
    expect(fields.map(({ key, change }) => `${key} ${change}`)).toEqual([
      'a same',
      'gone removed',
      'b added',
      'c changed',
    ])
    expect(fields[1]).toMatchObject({ before: { value: '旧问题的回答' }, after: null })
  })

  it('shows each answer with the field as its own form asked it', () => {
    expect(fields[3]?.before?.field.type).toBe('text')
    expect(fields[3]?.after?.field.type).toBe('number')
  })
})

describe('attachments', () => {
  it('are the same by their bytes', () => {
    const { attachments } = compareSubmissions(
      side(
        [],
        {},
        { attachments: [card('1', '方案.pdf', 'x'), card('2', '预算.xlsx', 'y'), card('3', '旧.pdf', 'z')] },
      ),
      side(
        [],
        {},
        { attachments: [card('1', '方案.pdf', 'w'), card('4', '预算表.xlsx', 'y'), card('5', '新.pdf', 'v')] },
      ),
    )
    expect(attachments.map(({ change, before, after }) => [change, before?.name, after?.name])).toEqual([
      ['changed', '方案.pdf', '方案.pdf'],
      ['renamed', '预算.xlsx', '预算表.xlsx'],
      ['added', undefined, '新.pdf'],
      ['removed', '旧.pdf', undefined],
    ])
  })

  it('a file of the form is compared by the file, not by its id', () => {
    const form = [field('plan', 'file' as FormField['type'])]
    const [same] = compareSubmissions(
      side(form, { plan: [{ attachment: '1' }] }, { attachments: [card('1', '方案.pdf', 'x')] }),
      side(form, { plan: [{ attachment: '2' }] }, { attachments: [card('2', '方案.pdf', 'x')] }),
    ).fields
    expect(same?.change).toBe('same')
  })
})
