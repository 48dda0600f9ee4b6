import type { Machine } from '../shared/machine.ts'

export type SurveyState = 'draft' | 'open' | 'closed'
export type SurveyAction = 'open' | 'close'

/** What a survey is about: those who attend a cohort, all who attend a project, or those who came back from a cohort. */
export const SURVEY_SUBJECTS = ['cohort', 'project', 'follow_up'] as const
export type SurveySubject = (typeof SURVEY_SUBJECTS)[number]

/** When results are shown: in steps while answers come in, or once, after the close. */
export const SURVEY_SHOWINGS = ['steps', 'at_close'] as const
export type SurveyShowing = (typeof SURVEY_SHOWINGS)[number]

/** By what results may be parted. What a respondent belongs to, the respondent says: nothing is known of the token's holder. */
export const SEGMENT_KEYS = ['phase', 'area', 'subject'] as const
export type SegmentKey = (typeof SEGMENT_KEYS)[number]
/** One thing to part results by, with the values that enough of the invited share. */
export type Segment = { key: SegmentKey; values: string[] }

/** The floor of domain.md §6: a bureau may ask for more answers before results are shown, never for fewer. */
export const LEAST_ANSWERS = 5
export type SurveySetting = { least: number }
export const DEFAULT_SURVEY_SETTING: SurveySetting = { least: LEAST_ANSWERS }

const RUNNERS = ['school_admin', 'provider', 'office'] as const

/** The life of a survey (匿名问卷), domain.md §6. */
export const SURVEY: Machine<SurveyState, SurveyAction> = {
  entity: 'survey',
  title: '匿名问卷',
  initial: 'draft',
  states: { draft: '编制中', open: '作答中', closed: '已截止' },
  moves: [
    { action: 'open', from: ['draft'], to: 'open', roles: RUNNERS, meaning: '发放：题目从此不能再改' },
    {
      action: 'close',
      from: ['open'],
      to: 'closed',
      roles: [...RUNNERS, 'system'],
      meaning: '截止：销毁签发密钥，统计最后结果',
    },
  ],
  waits: { open: [{ role: 'teacher', by: 'survey.answer' }] },
}
