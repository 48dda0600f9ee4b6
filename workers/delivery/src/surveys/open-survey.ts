import { commit } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { updateSeen } from '@shixun/db/statement'
import { settingByKey } from '@shixun/db/tenant/house'
import { surveys } from '@shixun/db/tenant/schema/surveys'
import { inviteAll, peopleOfCohort, peopleOfProject, type SurveyRow } from '@shixun/db/tenant/surveys'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { checkQuestions } from '@shixun/domain/surveys/question'
import { type Invited, segmentValues, type TooFine, tooFine } from '@shixun/domain/surveys/segment-values'
import { DEFAULT_SURVEY_SETTING, LEAST_ANSWERS, SURVEY, type SurveySetting } from '@shixun/domain/surveys/survey'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { seenSurvey, surveyReads } from './load-survey.ts'
import { surveyView } from './survey-card.ts'
import { makeTokenKey } from './token-key.ts'

/** Whom a survey asks: those who attend or attended; of a follow-up those who completed. */
const STATES: Record<SurveyRow['subject'], readonly string[]> = {
  cohort: ['enrolled', 'completed', 'failed'],
  project: ['enrolled', 'completed', 'failed'],
  follow_up: ['completed'],
}
const WORDS = { phase: '学段', area: '城乡', subject: '学科' }

/** A setting below the floor cannot be saved; one that was written otherwise does not lower it. */
function leastOf(setting: string | undefined): number {
  const value: SurveySetting | null = setting === undefined ? null : JSON.parse(setting)
  return Math.max(LEAST_ANSWERS, (value ?? DEFAULT_SURVEY_SETTING).least)
}

type Attending = ReturnType<ReturnType<typeof peopleOfCohort>['decode']>

type Person = { invited: string; guest: boolean; roster: Invited }

/**
 * Each once, whoever attends two cohorts of a project too. A guest has no account here and is invited under the enrolment;
 * in two cohorts of one project they are the same by bureau, school, name and what they teach.
 */
function peopleAmong({ subject }: SurveyRow, rows: readonly Attending[]): Person[] {
  const people = new Map<string, Person>()
  for (const row of rows.filter(({ state }) => STATES[subject].includes(state))) {
    const { id, teacherId, homeSlug, name, schoolName, phase, area, subject: taught } = row
    const key = teacherId ?? JSON.stringify([homeSlug, schoolName, name, phase, taught])
    const roster = { phase, area: area ?? '', subject: taught }
    people.set(key, people.get(key) ?? { invited: teacherId ?? id, guest: teacherId === null, roster })
  }
  return [...people.values()]
}

function tooFineProblem({ keys, fewest }: TooFine): FieldProblem {
  const things = keys.map((key) => WORDS[key]).join('和')
  const detail = `“${things}”合起来，有的组合在应答的人里只有 ${fewest} 人，可能推算出是谁填的：请只留一项`
  return { pointer: '/body/segments', problem: 'segments_too_fine', detail }
}

function openProblems(row: SurveyRow, now: string): FieldProblem[] {
  const questions = checkQuestions(row.body.questions)
  return [
    ...questions.map((field) => ({ ...field, pointer: `/body${field.pointer}` })),
    ...(row.until <= now ? [{ pointer: '/until', problem: 'in_the_past' }] : []),
  ]
}

/** 发放问卷：who is asked is settled now, a key of this survey's own is made, and everybody finds it in their inbox. */
export async function openSurvey(
  scene: DeliveryScene,
  { params, body }: { params: { id: string }; body: { note?: string | undefined } },
): Promise<Verdict> {
  const [[found], , ofCohort, ofProject, [setting]] = await scene.store.tenant.read(
    ...surveyReads(scene, params.id, 'survey.open'),
    peopleOfCohort({ survey: params.id }),
    peopleOfProject({ survey: params.id }),
    settingByKey({ key: 'surveys' }),
  )
  const loaded = seenSurvey(scene, 'survey.open', found)
  if (!loaded) return refuse({ code: 'not-found' })
  const { row } = loaded
  const decided = decide(scene, { machine: SURVEY, row, action: 'open', note: body.note })
  if (!decided.ok) return decided
  const people = peopleAmong(row, [...ofCohort, ...ofProject])
  const least = leastOf(setting?.value)
  const fields = openProblems(row, scene.now)
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  if (people.length < least)
    return refuse<Refusal>({ code: 'survey-without-people', facts: { people: people.length, least } })
  const invited = people.map(({ roster }) => roster)
  const ids = (guests: boolean) => people.filter(({ guest }) => guest === guests).map((one) => one.invited)
  const segments = segmentValues(invited, row.body.segments, least)
  const fine = tooFine(invited, segments, least)
  if (fine) return refuse({ code: 'invalid-input', fields: [tooFineProblem(fine)] })
  const { version, event, follow } = decided.value
  const set = {
    ...(await makeTokenKey(scene, row.id)),
    state: 'open' as const,
    segments,
    least,
    invited: people.length,
    openedAt: scene.now,
  }
  const answer = surveyView(scene, { ...row, ...set, version })
  const key = await sha256(JSON.stringify(set.publicKey))
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    // the journal is witnessed outside: that every respondent was given the same key can be checked against it
    [{ ...event, after: { state: 'open', invited: people.length, least, publicKeySha256: key } }],
    [
      updateSeen(surveys, row, set),
      ...follow,
      ...inviteAll(
        { id: row.id, title: row.title, dueOn: chinaDate(row.until) },
        { teachers: ids(false), guests: ids(true) },
        { id: scene.newId('tsk'), now: scene.now },
      ),
    ],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
