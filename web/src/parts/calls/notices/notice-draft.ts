import type { CallInput, OutputOf } from '../../../call.ts'
import { t } from '../../../words/words.ts'
import type { Ranked } from './use-ranked.ts'

/** A notice as it is being written. An empty `startsOn` means today, an empty result the one of the kind of call. */
export interface NoticeDraft {
  callId: string
  selected: readonly string[]
  title: string
  body: string
  result: string
  /** By application, where it differs. */
  results: Readonly<Record<string, string>>
  startsOn: string
  workingDays: number | null
  replaces: string | null
}

export const MOST_ITEMS = 500
const MOST_DAYS = 60
export const LONGEST_RESULT = 20
export const LONGEST_TITLE = 100

export const emptyNotice: NoticeDraft = {
  callId: '',
  selected: [],
  title: '',
  body: '',
  result: '',
  results: {},
  startsOn: '',
  workingDays: null,
  replaces: null,
}

/** What a call proposes for its notice: the ranks within its quota, its days, and the usual words. */
export function proposed(call: OutputOf<'readCall'>, rows: readonly Ranked[]): NoticeDraft {
  return {
    ...emptyNotice,
    callId: call.id,
    selected: rows.filter(({ rank }) => rank !== null && rank <= call.review.quota).map(({ id }) => id),
    title: t('publicity.titleOf', { call: call.title }),
    body: t('publicity.bodyOf', { call: call.title }),
    workingDays: call.noticeDays,
  }
}

function titledAgain(title: string): string {
  const mark = t('publicity.titleAgain', { title: '' })
  const plain = title.endsWith(mark) ? title.slice(0, -mark.length) : title
  return plain.slice(0, LONGEST_TITLE - mark.length) + mark
}

/** A new notice in the place of a revoked one: its words and results, for those that are still ranked. */
export function renewed(old: OutputOf<'readNotice'>, rows: readonly Ranked[]): NoticeDraft {
  const still = old.items.filter(({ applicationId }) => rows.some(({ id }) => id === applicationId))
  return {
    ...emptyNotice,
    callId: old.callId,
    selected: still.map(({ applicationId }) => applicationId),
    title: titledAgain(old.title),
    body: old.body,
    results: Object.fromEntries(still.map(({ applicationId, result }) => [applicationId, result])),
    workingDays: old.workingDays,
    replaces: old.id,
  }
}

/** Without what was chosen and is ranked no more; `rows` is null while nobody knows. */
export function stillRanked(draft: NoticeDraft, rows: readonly Ranked[] | null): NoticeDraft {
  if (rows === null) return draft
  return { ...draft, selected: draft.selected.filter((one) => rows.some(({ id }) => id === one)) }
}

export type NoticeStep = 'items' | 'text' | 'term'

/** Whether a step is filled; the API checks again. */
export function stepReady(draft: NoticeDraft, step: NoticeStep): boolean {
  if (step === 'items') return draft.callId !== '' && draft.selected.length > 0 && draft.selected.length <= MOST_ITEMS
  if (step === 'text') return draft.title.trim() !== ''
  return draft.workingDays !== null && draft.workingDays >= 1 && draft.workingDays <= MOST_DAYS
}

/** The body that the API takes. Results of what is not chosen any more stay behind. */
export function noticeBody(draft: NoticeDraft): CallInput<'publishNotice'>['body'] {
  const own = draft.selected.flatMap((id) => {
    const result = draft.results[id]?.trim() ?? ''
    return result === '' ? [] : [[id, result] as const]
  })
  return {
    callId: draft.callId,
    title: draft.title.trim(),
    body: draft.body,
    applicationIds: [...draft.selected],
    ...(draft.workingDays === null ? {} : { workingDays: draft.workingDays }),
    ...(draft.startsOn === '' ? {} : { startsOn: draft.startsOn }),
    ...(draft.result.trim() === '' ? {} : { result: draft.result.trim() }),
    ...(own.length === 0 ? {} : { results: Object.fromEntries(own) }),
    ...(draft.replaces === null ? {} : { replaces: draft.replaces }),
  }
}
