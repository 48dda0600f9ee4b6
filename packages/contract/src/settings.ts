import { DEFAULT_WAITING_RULES } from '@shixun/domain/delivery/repeat-rules'
import { DEFAULT_NUMBERING, NUMBERED } from '@shixun/domain/shared/number-pattern'
import * as z from 'zod'
import { AssessmentSettingShape } from './assessment-shapes.ts'
import { AttendanceRules } from './attendance-shapes.ts'
import { BudgetPolicyShape } from './budget-policy-shape.ts'
import { ConflictRulesShape } from './conflict-shapes.ts'
import { RepeatRulesShape } from './repeat-rules-shape.ts'
import { route } from './route.ts'
import { Day, Line } from './shapes.ts'

const Pattern = Line(60)

/** Every setting of a bureau, by its key. What a bureau has not set stands at the sample. */
export const SETTINGS = {
  'work-calendar': z.strictObject({
    years: z.record(
      z.string().regex(/^20\d\d$/),
      z.strictObject({ holidays: z.array(Day).max(100), makeUpDays: z.array(Day).max(40), source: Line(200) }),
    ),
  }),
  numbering: z.strictObject({
    application: Pattern,
    project: Pattern,
    agreement: Pattern,
    // whoever set patterns before there were certificates keeps them
    certificate: Pattern.default(DEFAULT_NUMBERING.certificate),
  }),
  'budget-policy': BudgetPolicyShape,
  'content-modules': z.strictObject({ modules: z.array(Line(40)).min(1).max(30) }),
  'training-repeats': RepeatRulesShape,
  'waiting-list': z.strictObject({
    promotion: z.enum(['admit', 'offer', 'none']),
    /** For so many days a place is kept for a school that is asked. */
    offerDays: z.int().min(1).max(30).default(DEFAULT_WAITING_RULES.offerDays),
  }),
  digest: z.strictObject({ on: z.boolean(), hour: z.int().min(0).max(23) }),
  surveys: z.strictObject({ least: z.int().min(1).max(50) }),
  'follow-up': z.strictObject({ months: z.array(z.int().min(1).max(36)).max(6), days: z.int().min(7).max(90) }),
  attendance: AttendanceRules,
  'conflict-rules': ConflictRulesShape,
  assessment: AssessmentSettingShape,
  inspection: z.strictObject({ checks: z.array(z.string().trim().min(1).max(120)).max(60) }),
  appeals: z.strictObject({ workingDays: z.int().min(1).max(30), answerDays: z.int().min(1).max(60) }),
} as const
export type SettingKey = keyof typeof SETTINGS
export const SETTING_KEYS = [
  'work-calendar',
  'numbering',
  'budget-policy',
  'content-modules',
  'digest',
  'training-repeats',
  'waiting-list',
  'attendance',
  'surveys',
  'follow-up',
  'conflict-rules',
  'assessment',
  'appeals',
  'inspection',
] as const

const Setting = z.strictObject({
  key: z.enum(SETTING_KEYS),
  /** 0 while the bureau has set nothing. */
  version: z.int().min(0),
  actions: z.array(z.string()),
  /** What the bureau set; null while the sample stands. */
  value: z.unknown(),
  sample: z.unknown(),
})

/** What a pattern of numbers would give next; `problem` says in words what is wrong with it. */
const NumberPreview = z.strictObject({
  what: z.enum(NUMBERED),
  problem: z.string().nullable(),
  next: z.string().nullable(),
  following: z.string().nullable(),
})

const base = { part: 'inbox', worker: 'district' } as const
const D = '/api/districts/:district'

export const settingRoutes = {
  listSettings: route({
    ...base,
    id: 'listSettings',
    method: 'GET',
    path: `${D}/settings`,
    may: 'setting.read',
    summary: '本局的设置',
    out: z.strictObject({ items: z.array(Setting), next: z.null() }),
    status: 200,
    refusals: [],
  }),
  readSetting: route({
    ...base,
    id: 'readSetting',
    method: 'GET',
    path: `${D}/settings/:key`,
    may: 'setting.read',
    summary: '一项设置',
    out: Setting,
    status: 200,
    refusals: ['not-found'],
  }),
  putSetting: route({
    ...base,
    id: 'putSetting',
    method: 'PUT',
    path: `${D}/settings/:key`,
    may: 'setting.write',
    summary: '保存一项设置；value 为空则恢复样例',
    body: z.strictObject({ value: z.unknown(), note: z.string().trim().max(2000).optional() }),
    out: Setting,
    status: 200,
    refusals: ['not-found', 'invalid-input', 'version-stale'],
    ifMatch: 'optional',
  }),
  previewNumbers: route({
    ...base,
    id: 'previewNumbers',
    method: 'POST',
    path: `${D}/numbering/preview`,
    may: 'setting.read',
    summary: '编号规则试算：下一个编号是什么，不保存',
    body: z.strictObject({
      application: z.string().max(200),
      project: z.string().max(200),
      agreement: z.string().max(200),
      certificate: z.string().max(200).default(DEFAULT_NUMBERING.certificate),
    }),
    out: z.strictObject({ items: z.array(NumberPreview) }),
    status: 200,
    refusals: ['invalid-input'],
  }),
}
