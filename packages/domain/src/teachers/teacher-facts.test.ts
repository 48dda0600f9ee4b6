import { describe, expect, it } from 'vitest'
import {
  factChanges,
  journalChanges,
  leavesText,
  postsText,
  readLeaves,
  readPosts,
  type TeacherFacts,
} from './teacher-facts.ts'

const facts: TeacherFacts = {
  name: '张三',
  schoolId: 'sch_1',
  schoolName: '一小',
  phase: 'primary',
  subject: '语文',
  title: null,
  posts: ['班主任'],
  entryDate: '2010-09-01',
  education: null,
  heldPosts: [{ post: 'head_teacher', from: '2021-09-01', to: null }],
  leaves: [],
  frontLine: true,
}

describe('posts of a cell', () => {
  it('keeps the dates of posts that policies speak of, and the names of those held now', () => {
    expect(readPosts('班主任（2015-09-01 至 2018-08-31）、市级骨干教师（2020-01-01 至今）、教研组长')).toEqual({
      posts: ['市级骨干教师', '教研组长'],
      heldPosts: [
        { post: 'head_teacher', from: '2015-09-01', to: '2018-08-31' },
        { post: 'backbone_city', from: '2020-01-01', to: null },
      ],
    })
  })
  it('refuses the dates of another post rather than lose them', () =>
    expect(readPosts('教研组长（2021-09-01 至今）')).toEqual({ problem: 'post_without_period' }))
  it('are written as they are read', () => {
    const read = readPosts('班主任（2021-09-01 至今）、教研组长')
    if ('problem' in read) throw new Error(read.problem)
    expect(postsText(read)).toBe('班主任（2021-09-01 至今）、教研组长')
  })
})

describe('leaves of a cell', () => {
  it('need a known kind, a beginning and an end', () => {
    const read = readLeaves('产假（2023-01-10 至 2023-06-30）')
    expect(read).toEqual({ leaves: [{ kind: 'maternity', from: '2023-01-10', to: '2023-06-30' }] })
    if ('leaves' in read) expect(leavesText(read.leaves)).toBe('产假（2023-01-10 至 2023-06-30）')
    expect(readLeaves('旅游（2023-01-10 至 2023-06-30）')).toEqual({ problem: 'leave_unknown' })
    expect(readLeaves('产假')).toEqual({ problem: 'leave_without_dates' })
    expect(readLeaves('产假（2023-01-10 至今）')).toEqual({ problem: 'leave_without_dates' })
  })
})

describe('changes', () => {
  it('name each field that differs, in words, and none that does not', () => {
    expect(factChanges(facts, { ...facts })).toEqual([])
    expect(
      factChanges(facts, { ...facts, schoolId: 'sch_2', schoolName: '二小', frontLine: false, title: '一级教师' }),
    ).toEqual([
      { field: 'schoolId', before: '一小', after: '二小' },
      { field: 'title', before: '', after: '一级教师' },
      { field: 'frontLine', before: '是', after: '否' },
    ])
  })
  it('see a school of the same name as another, and a renamed school as the same', () => {
    expect(factChanges(facts, { ...facts, schoolId: 'sch_2' })).toHaveLength(1)
    expect(factChanges(facts, { ...facts, schoolName: '第一小学' })).toEqual([])
  })
  it('stand in the journal without names and numbers', () =>
    expect(
      journalChanges([
        { field: 'name', before: '张三', after: '李四' },
        { field: 'phone', before: '****0001', after: '' },
        { field: 'subject', before: '语文', after: '数学' },
      ]),
    ).toEqual([
      { field: 'name', before: '', after: '' },
      { field: 'phone', before: '', after: '' },
      { field: 'subject', before: '语文', after: '数学' },
    ]))
})
