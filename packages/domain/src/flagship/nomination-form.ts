import type { FormField, FormValue, FormValues } from '../calls/design/form.ts'
import { DEFAULT_BANDS } from '../quality/rubrics/rubric.ts'
import { LEVEL_WORDS } from '../shared/field-words.ts'
import type { ListingPackage } from './package.ts'

/** The form of a nomination to a flagship library: a package as answers, so that the same review engine reads it. */
export const NOMINATION_FORM: readonly FormField[] = [
  { key: 'originName', title: '推荐单位', type: 'text', required: true, identifying: true },
  { key: 'originNumber', title: '原项目编号', type: 'text', required: true, identifying: true },
  { key: 'level', title: '级别', type: 'text', required: true, identifying: false },
  { key: 'phase', title: '学段', type: 'text', means: 'phase', required: true, identifying: false },
  { key: 'subject', title: '学科', type: 'text', means: 'subject', required: true, identifying: false },
  { key: 'module', title: '课程模块', type: 'text', required: true, identifying: false },
  { key: 'mode', title: '培训方式', type: 'text', required: true, identifying: false },
  { key: 'hours', title: '学时', type: 'number', required: true, identifying: false, minimum: 1 },
  { key: 'score', title: '评估得分', type: 'number', required: true, identifying: false },
  { key: 'band', title: '评估等次', type: 'text', required: true, identifying: false },
  { key: 'summary', title: '方案设计', type: 'longtext', required: true, identifying: false },
  {
    key: 'outline',
    title: '课程大纲',
    type: 'table',
    required: false,
    identifying: false,
    columns: [
      { key: 'title', title: '专题', type: 'text' },
      { key: 'hours', title: '学时', type: 'number' },
      { key: 'module', title: '模块', type: 'text' },
    ],
  },
  { key: 'milestones', title: '进度安排', type: 'milestones', required: false, identifying: false },
  { key: 'trainers', title: '师资', type: 'longtext', required: false, identifying: true },
  { key: 'resources', title: '资源', type: 'longtext', required: false, identifying: false },
  { key: 'licence', title: '许可', type: 'text', required: true, identifying: false },
  { key: 'originDistrict', title: '推荐单位标识', type: 'text', required: true, identifying: true },
  { key: 'originProject', title: '原项目标识', type: 'text', required: true, identifying: true },
]

type Words = readonly (readonly [code: string, word: string])[]

const LEVELS: Words = Object.entries(LEVEL_WORDS)
const BANDS: Words = DEFAULT_BANDS.map(({ key, title }) => [key, title])

/** A code as people of the curator read it, and a word back as its code; what is neither stands as it is. */
const inWord = (words: Words, code: string) => words.find(([one]) => one === code)?.[1] ?? code
const inCode = (words: Words, word: string) => words.find(([, one]) => one === word)?.[0] ?? word

/** A package as the answers of the nomination form, as people read them: level and grade in words, score in points. */
export function nominationValues(contents: ListingPackage): FormValues {
  const { origin, evaluation, title: _, ...plain } = contents
  return {
    ...plain,
    outline: contents.outline.map((part) => ({ ...part })),
    milestones: contents.milestones.map((step) => ({ ...step })),
    level: inWord(LEVELS, contents.level),
    score: evaluation.score / 100,
    band: inWord(BANDS, evaluation.band),
    originName: origin.districtName,
    originNumber: origin.number,
    originDistrict: origin.district,
    originProject: origin.project,
  }
}

function words(value: FormValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

function amount(value: FormValue | undefined): number {
  return typeof value === 'number' ? value : 0
}

function rows(value: FormValue | undefined): Record<string, string | number | null>[] {
  return Array.isArray(value) ? value : []
}

/** The package that an approved nomination freezes into a listing. */
export function listingPackageOf(title: string, values: FormValues): ListingPackage {
  return {
    title,
    level: inCode(LEVELS, words(values['level'])),
    phase: words(values['phase']),
    subject: words(values['subject']),
    module: words(values['module']),
    mode: words(values['mode']),
    hours: amount(values['hours']),
    summary: words(values['summary']),
    outline: rows(values['outline']).map((row) => ({
      title: words(row['title']),
      hours: amount(row['hours']),
      module: words(row['module']),
    })),
    milestones: rows(values['milestones']).map((row) => ({
      text: words(row['text']),
      from: words(row['from']),
      to: words(row['to']),
    })),
    trainers: words(values['trainers']),
    resources: words(values['resources']),
    evaluation: {
      score: Math.round(amount(values['score']) * 100),
      band: inCode(BANDS, words(values['band'])),
    },
    licence: words(values['licence']),
    origin: {
      district: words(values['originDistrict']),
      districtName: words(values['originName']),
      project: words(values['originProject']),
      number: words(values['originNumber']),
    },
  }
}
