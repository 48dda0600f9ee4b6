import type { PHASES } from '../calls/design/call.ts'
import type { FormField, FormValue, FormValues, Means } from '../calls/design/form.ts'
import type { Channel } from '../credits/policy.ts'
import { MODULES } from '../training/content-modules.ts'
import type { AgreementBody } from '../training/figures.ts'
import { type CohortContent, type CohortRules, type CohortStage, DEFAULT_COHORT_RULES } from './cohort.ts'

type Phase = (typeof PHASES)[number]

const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  集中: 'concentrated',
  远程: 'online',
  线上: 'online',
  校本: 'school_based',
  混合: 'blended',
  跟岗: 'placement',
}
const PHASE_WORDS: Readonly<Record<string, Phase>> = {
  幼儿园: 'kindergarten',
  小学: 'primary',
  初中: 'junior',
  高中: 'senior',
  中职: 'vocational',
  特殊教育: 'special',
}

/** A course of the application, from which sessions are made. */
type DraftCourse = { topic: string; module: string; trainer: string; hours: number | null }
export type CohortDraft = {
  cohort: CohortContent & {
    title: string
    places: number
    waitingPlaces: number
    stages: CohortStage[]
    rules: CohortRules
  }
  courses: DraftCourse[]
  /** What the agreement promises; null when it says nothing. */
  promised: { persons: number | null; hours: number | null }
}

type Project = { title: string; level: CohortContent['level']; no: number; today: string }

function answerOf(form: readonly FormField[], values: FormValues, means: Means): string {
  const field = form.find((one) => one.means === means)
  const value = field ? values[field.key] : undefined
  return typeof value === 'string' ? value.trim() : ''
}

function rowsOf(value: FormValue | undefined): Record<string, string | number | null>[] {
  return Array.isArray(value) ? value : []
}

function coursesOf(form: readonly FormField[], values: FormValues): DraftCourse[] {
  const rows = form.filter(({ type }) => type === 'courses').flatMap(({ key }) => rowsOf(values[key]))
  return rows.flatMap((row) =>
    typeof row['title'] === 'string' && row['title'] !== ''
      ? [
          {
            topic: row['title'],
            module: String(row['module'] ?? ''),
            trainer: String(row['trainer'] ?? ''),
            hours: typeof row['hours'] === 'number' ? row['hours'] : null,
          },
        ]
      : [],
  )
}

/** The module that most courses are of; without courses the first of the list. */
function chiefModule(courses: readonly DraftCourse[]): string {
  const counts = new Map<string, number>()
  for (const { module } of courses) if (module !== '') counts.set(module, (counts.get(module) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? MODULES[0] ?? ''
}

function promisedOf({ targets }: AgreementBody, means: 'persons' | 'hours'): number | null {
  const found = targets.find((target) => target.means === means)?.promised
  return typeof found === 'number' ? found : null
}

/** The line of a project: its title without the year and the number of the round, so that next year's is the same line. */
export function lineOf(title: string): string {
  const plain = title
    .replace(/^[（(]?\d{4}(?:[-—~～至]\d{4})?[）)]?\s*(?:学?年度?)?/, '')
    .replace(/[（(]?第?[一二三四五六七八九十\d]+[期批][）)]?$/, '')
    .trim()
  return plain === '' ? title : plain
}

/** The first draft of a cohort: what the application and the agreement say already is not asked again. */
export function draftCohort(
  project: Project,
  form: readonly FormField[],
  values: FormValues,
  agreement: AgreementBody,
): CohortDraft {
  const courses = coursesOf(form, values)
  const subject = answerOf(form, values, 'subject')
  const persons = promisedOf(agreement, 'persons')
  const stages = agreement.dates.milestones
    .slice(0, 20)
    .map(({ text, from, to }, index) => ({ id: `s${index + 1}`, title: text.slice(0, 40), from, to }))
  const phase = PHASE_WORDS[answerOf(form, values, 'phase')]
  return {
    cohort: {
      title: `${project.title.slice(0, 90)}第 ${project.no} 班`,
      line: lineOf(project.title),
      topic: (subject === '' ? lineOf(project.title) : subject).slice(0, 60),
      level: project.level,
      module: chiefModule(courses),
      subject: subject.slice(0, 40),
      phase: phase ?? '',
      channel: CHANNEL_WORDS[answerOf(form, values, 'mode')] ?? 'concentrated',
      category: '',
      places: Math.min(5000, Math.max(1, Math.round(persons ?? 50))),
      waitingPlaces: 10,
      stages: stages.length > 0 ? stages : [{ id: 's1', title: '集中研修', from: project.today, to: project.today }],
      rules: { ...DEFAULT_COHORT_RULES, phases: phase ? [phase] : [] },
    },
    courses,
    promised: { persons, hours: promisedOf(agreement, 'hours') },
  }
}
