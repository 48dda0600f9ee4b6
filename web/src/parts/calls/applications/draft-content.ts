import type { FormField, LeftValue } from '@shixun/domain/calls/design/form'
import type { Application } from './application-moves.tsx'
import { mergeThreeWay, type Values } from './three-way.ts'

/** What is edited: the title and the answers, side by side so that they merge alike. */
export interface DraftContent {
  title: string
  values: Values
}

type Stored = Pick<Application, 'title' | 'values' | 'form' | 'formNo'>

const titleKey = '\u0000title'

export function isTitle(key: string): boolean {
  return key === titleKey
}
function flat({ title, values }: DraftContent): Values {
  return { ...values, [titleKey]: title }
}
function folded(merged: Values): DraftContent {
  const { [titleKey]: title, ...values } = merged
  return { title: typeof title === 'string' ? title : '', values }
}
export function contentOf({ title, values }: Pick<Stored, 'title' | 'values'>): DraftContent {
  return { title, values }
}
export function sameContent(a: DraftContent, b: DraftContent): boolean {
  return JSON.stringify(flat(a)) === JSON.stringify(flat(b))
}

function sameQuestion(a: FormField | undefined, b: FormField | undefined): boolean {
  return a !== undefined && b !== undefined && a.type === b.type && JSON.stringify(a) === JSON.stringify(b)
}

export interface MergedDraft {
  content: DraftContent
  /** Keys that both changed, and differently: a person must choose. */
  conflicts: string[]
  /** What I wrote in fields that the other's form does not have as they were. */
  aside: LeftValue[]
}

/** Brings my content together with a newer state of the server, which may stand under a newer form. */
export function mergeWithTheirs(base: Stored, mine: DraftContent, theirs: Stored): MergedDraft {
  const [before, now] = [flat(contentOf(base)), flat(mine)]
  const changed = Object.keys(now).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]))
  const homeless = base.form.filter(
    (field) =>
      changed.includes(field.key) &&
      !sameQuestion(
        field,
        theirs.form.find(({ key }) => key === field.key),
      ),
  )
  const without = (values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([key]) => !homeless.some((field) => field.key === key)))
  const merge = mergeThreeWay(without(before), without(now), flat(contentOf(theirs)))
  const known = new Set([titleKey, ...theirs.form.map(({ key }) => key)])
  const values = Object.fromEntries(Object.entries(merge.values).filter(([key]) => known.has(key)))
  return {
    content: folded(values),
    conflicts: merge.conflicts.filter((key) => known.has(key)),
    aside: homeless.map((field) => ({
      field,
      value: (now[field.key] ?? null) as LeftValue['value'],
      since: theirs.formNo,
    })),
  }
}

/** A merge with the choices a person made: mine for some of the keys in question, theirs for others. */
export function withChosen(
  merged: DraftContent,
  mine: DraftContent,
  keepMine: readonly string[],
  theirs: DraftContent,
  takeTheirs: readonly string[],
): DraftContent {
  const pick = (from: DraftContent, keys: readonly string[]) =>
    Object.fromEntries(Object.entries(flat(from)).filter(([key]) => keys.includes(key)))
  return folded({ ...flat(merged), ...pick(mine, keepMine), ...pick(theirs, takeTheirs) })
}
