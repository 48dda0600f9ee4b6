/** What makes one training a repeat of another (避免重复培训), domain.md §6. */
export const REPEAT_RULES = {
  session_clash: '课次时间冲突',
  same_line: '同一项目系列',
  same_topic_and_level: '同主题同级别',
  similar_title: '名称或内容相近',
  elsewhere: '本局以外已参加',
} as const
export type RepeatRule = keyof typeof REPEAT_RULES

export const REPEAT_MODES = { off: '不检查', warn: '提示', block: '拦截，须放行' } as const
type RepeatMode = keyof typeof REPEAT_MODES

/** A term of the report: months from 1, both in; a term that ends in an earlier month ends in the next year. */
export type TermRule = { key: string; name: string; from: number; to: number }

/**
 * A bureau's rules of repeated training, as data. `similarity` are per cent of common character pairs (Dice), the lower one
 * for trainings of the same module and subject; `years` is how far back is looked for
 * teachers whose credit cycle is not known.
 */
export type RepeatRules = {
  modes: Record<RepeatRule, RepeatMode>
  similarity: { title: number; sameContent: number }
  years: number
  terms: TermRule[]
}

export const DEFAULT_REPEAT_RULES: RepeatRules = {
  modes: {
    session_clash: 'block',
    same_line: 'warn',
    same_topic_and_level: 'warn',
    similar_title: 'warn',
    elsewhere: 'warn',
  },
  similarity: { title: 70, sameContent: 55 },
  years: 5,
  terms: [
    { key: 'spring', name: '春季', from: 2, to: 7 },
    { key: 'autumn', name: '秋季', from: 8, to: 1 },
  ],
}

/** What happens when a place becomes free: the head of the waiting list is admitted, is asked, or waits for the runner. */
export const PROMOTIONS = { admit: '自动录取', offer: '先通知学校确认', none: '由主办方处理' } as const
type Promotion = keyof typeof PROMOTIONS
/** `offerDays`: for so many days a place is kept for a school that is asked. */
export type WaitingRules = { promotion: Promotion; offerDays: number }

export const DEFAULT_WAITING_RULES: WaitingRules = { promotion: 'admit', offerDays: 3 }
