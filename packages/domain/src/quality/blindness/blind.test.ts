import { describe, expect, it } from 'vitest'
import { blindForm, markOf } from './blind.ts'

const names = ['金水区文化路第一小学', '文化路第一小学', '张三丰', '李四', '金水区', 'Alice Wang', '王']
const text = (value: string) => blindForm([{ key: 'a' }], { a: value }, names).values['a']

describe('blindForm', () => {
  it('drops identifying fields and fields the form does not know', () => {
    const fields = [{ key: 'school', identifying: true }, { key: 'plan', identifying: false }, { key: 'empty' }]
    expect(blindForm(fields, { school: '文化路第一小学', plan: '方案', stray: '李四' }, names)).toEqual({
      fields: [{ key: 'plan', identifying: false }, { key: 'empty' }],
      values: { plan: '方案' },
    })
  })

  it.each([
    ['金水区文化路第一小学的张三丰', '［某校］的［某人］'],
    ['张 三\u3000丰与李\u200b四', '［某人］与［某人］'],
    ['金水区教师', '［某地］教师'],
    ['ＡＬＩＣＥ　ＷＡＮＧ and alice wang', '［某人］ and ［某人］'],
    ['王道', '王道'],
    ['无人', '无人'],
  ])('%j reads %j', (before, after) => expect(text(before)).toBe(after))

  it('reaches into tables and lists and leaves figures alone', () => {
    const fields = [{ key: 'rows' }]
    const rows = [{ 姓名: '李四', hours: 8, ok: true, none: null, 李四: ['金水区'] }]
    expect(blindForm(fields, { rows }, names).values).toEqual({
      rows: [{ 姓名: '［某人］', hours: 8, ok: true, none: null, '［某人］': ['［某地］'] }],
    })
  })

  it('takes names literally', () => {
    expect(blindForm([{ key: 'a' }], { a: 'a.b axb [x] ^-\\' }, ['a.b', '[x]', '^-\\']).values['a']).toBe(
      '［某人］ axb ［某人］ ［某人］',
    )
    expect(blindForm([{ key: 'a' }], { a: '李四' }, []).values['a']).toBe('李四')
  })
})

describe('markOf', () => {
  it.each([
    ['郑州市第一中学', '［某校］'],
    ['郑州一中', '［某校］'],
    ['实验小学（东校区）', '［某校］'],
    ['巩义市', '［某地］'],
    ['金水区教育局', '［某地］'],
    ['王县', '［某人］'],
    ['郑州师资培训中心', '［某单位］'],
    ['张三', '［某人］'],
  ])('%s is %s', (name, mark) => expect(markOf(name)).toBe(mark))
})
