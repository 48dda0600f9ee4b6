import type { CreditTeacher } from '../credits/entry.ts'
import { LEAVE_KINDS, type LeaveKind, POSTS, type Post } from '../credits/policy.ts'
import { periodText, readPeriods } from './periods.ts'

/** What the roster holds of a teacher, the sealed numbers apart. */
export type TeacherFacts = {
  name: string
  schoolId: string
  schoolName: string
  phase: string
  subject: string
  title: string | null
  posts: string[]
  entryDate: string | null
  education: string | null
  heldPosts: CreditTeacher['posts']
  leaves: CreditTeacher['leaves']
  frontLine: boolean
}

/** One field that an edit or an import changes, as people read it before and after; a sealed number shows its end only. */
export type FactChange = { field: string; before: string; after: string }

const byWord = <Key extends string>(words: Readonly<Record<Key, string>>): ReadonlyMap<string, Key> =>
  new Map((Object.entries(words) as [Key, string][]).flatMap(([key, word]) => [[word, key] as const, [key, key]]))

const POST_OF: ReadonlyMap<string, Post> = new Map([
  ...byWord(POSTS),
  ['校长', 'principal'],
  ['园长', 'principal'],
  ['区级骨干', 'backbone_district'],
  ['市级骨干', 'backbone_city'],
  ['省级骨干', 'backbone_province'],
  ['校级骨干', 'backbone_school'],
])
const LEAVE_OF: ReadonlyMap<string, LeaveKind> = byWord(LEAVE_KINDS)

const MOST_POSTS = 10
const LONGEST_POST = 20

export type PostsRead = { posts: string[]; heldPosts: CreditTeacher['posts'] }

/**
 * Posts of a cell: `班主任（2021-09-01 至今）、教研组长`. Dates are kept for posts that policies speak of; with a post
 * they do not know a period is refused, so that none is lost. `posts` are those held now, or without dates.
 */
export function readPosts(text: string): PostsRead | { problem: string; limit?: number } {
  const { periods, problem } = readPeriods(text)
  if (problem) return { problem }
  if (periods.length > MOST_POSTS) return { problem: 'too_many', limit: MOST_POSTS }
  if (periods.some(({ word }) => word.length > LONGEST_POST)) return { problem: 'too_long', limit: LONGEST_POST }
  const held: CreditTeacher['posts'][number][] = []
  for (const { word, from, to } of periods) {
    const post = POST_OF.get(word)
    if (from === null) continue
    if (post === undefined) return { problem: 'post_without_period' }
    held.push({ post, from, to })
  }
  const posts = periods.filter(({ from, to }) => from === null || to === null).map(({ word }) => word)
  return { posts: [...new Set(posts)], heldPosts: held }
}

/** Leaves of a cell: `产假（2023-01-10 至 2023-06-30）`; each needs its dates and an end. */
export function readLeaves(text: string): { leaves: CreditTeacher['leaves'] } | { problem: string } {
  const { periods, problem } = readPeriods(text)
  if (problem) return { problem }
  const leaves: CreditTeacher['leaves'][number][] = []
  for (const { word, from, to } of periods) {
    const kind = LEAVE_OF.get(word)
    if (kind === undefined) return { problem: 'leave_unknown' }
    if (from === null || to === null) return { problem: 'leave_without_dates' }
    leaves.push({ kind, from, to })
  }
  return { leaves }
}

/** Posts as a cell of the template writes them. */
export function postsText({ posts, heldPosts }: PostsRead): string {
  const dated = heldPosts.map(({ post, from, to }) => periodText({ word: POSTS[post], from, to }))
  const named = new Set(heldPosts.filter(({ to }) => to === null).map(({ post }) => post))
  const plain = posts.filter((word) => {
    const post = POST_OF.get(word)
    return post === undefined || !named.has(post)
  })
  return [...dated, ...plain].join('、')
}

export function leavesText(leaves: CreditTeacher['leaves']): string {
  return leaves.map(({ kind, from, to }) => periodText({ word: LEAVE_KINDS[kind], from, to })).join('、')
}

const shown: { [K in keyof TeacherFacts]?: (facts: TeacherFacts) => string } = {
  name: ({ name }) => name,
  schoolId: ({ schoolName }) => schoolName,
  phase: ({ phase }) => phase,
  subject: ({ subject }) => subject,
  title: ({ title }) => title ?? '',
  posts: postsText,
  entryDate: ({ entryDate }) => entryDate ?? '',
  education: ({ education }) => education ?? '',
  leaves: ({ leaves }) => leavesText(leaves),
  frontLine: ({ frontLine }) => (frontLine ? '是' : '否'),
}

/** The fields in which two states of a teacher differ, in the order of the template. The phase is told by its code. */
export function factChanges(before: TeacherFacts, after: TeacherFacts): FactChange[] {
  return (Object.entries(shown) as [keyof TeacherFacts, (facts: TeacherFacts) => string][]).flatMap(([field, text]) => {
    const [was, is] = [text(before), text(after)]
    const unlike = field === 'schoolId' ? before.schoolId !== after.schoolId : was !== is
    return unlike ? [{ field, before: was, after: is }] : []
  })
}

const IDENTIFYING: ReadonlySet<string> = new Set(['name', 'document', 'certificate', 'phone'])

/** Changes as the journal keeps them: it can never be corrected, so it says that a name or number changed and not to what. */
export function journalChanges(changes: readonly FactChange[]): FactChange[] {
  return changes.map((change) =>
    IDENTIFYING.has(change.field) ? { field: change.field, before: '', after: '' } : change,
  )
}
