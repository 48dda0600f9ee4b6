import { settingsByKeys } from '@shixun/db/tenant/house'
import type {
  nomineesByIds,
  otherSessionsByIds,
  otherTrainingsByIds,
  trainingsAbroadByIds,
  trainingsElsewhereByIds,
  vetoesByIds,
} from '@shixun/db/tenant/nominees'
import { policiesInForce } from '@shixun/db/tenant/policies'
import { LEDGER_SOURCES } from '@shixun/domain/credits/ledger-entry'
import { policiesOn } from '@shixun/domain/credits/policy-line'
import type { CohortRules } from '@shixun/domain/delivery/cohort'
import { type Condition, conditionsOf } from '@shixun/domain/delivery/eligible-teacher'
import type { EnrolmentFinding } from '@shixun/domain/delivery/enrolment'
import { findRepeats, type Training } from '@shixun/domain/delivery/find-repeats'
import { type Preference, preferenceOf } from '@shixun/domain/delivery/preference'
import { repeatCycle } from '@shixun/domain/delivery/repeat-cycle'
import {
  DEFAULT_REPEAT_RULES,
  DEFAULT_WAITING_RULES,
  type RepeatRules,
  type WaitingRules,
} from '@shixun/domain/delivery/repeat-rules'

type RowOf<R extends (...params: never[]) => { decode: (raw: Record<string, unknown>) => unknown }> = ReturnType<
  ReturnType<R>['decode']
>
export type NomineeRow = RowOf<typeof nomineesByIds>

/** Settings and policies that nominations ask, in the batch of their verb. */
export function nominationRuleReads() {
  return [settingsByKeys({ keys: '["training-repeats","waiting-list"]' }), policiesInForce()] as const
}
type Settings = readonly { key: string; value: string }[]
type Policies = readonly RowOf<typeof policiesInForce>[]

function settingIn<T>(settings: Settings, key: string, sample: T): T {
  const value = JSON.parse(settings.find((one) => one.key === key)?.value ?? 'null') as T | null
  return value ?? sample
}

export function repeatRulesIn(settings: Settings): RepeatRules {
  return settingIn(settings, 'training-repeats', DEFAULT_REPEAT_RULES)
}

export function waitingRulesIn(settings: Settings): WaitingRules {
  return { ...DEFAULT_WAITING_RULES, ...settingIn(settings, 'waiting-list', DEFAULT_WAITING_RULES) }
}

/** States of a guest who took part in the training of another bureau, or still does. */
const ADMITTED: readonly string[] = ['enrolled', 'completed']

/** What the database says of the teachers who are weighed, besides their own rows. */
export type NomineeFacts = {
  vetoes: readonly RowOf<typeof vetoesByIds>[]
  others: readonly RowOf<typeof otherTrainingsByIds>[]
  otherSessions: readonly RowOf<typeof otherSessionsByIds>[]
  elsewhere: readonly RowOf<typeof trainingsElsewhereByIds>[]
  abroad: readonly RowOf<typeof trainingsAbroadByIds>[]
  settings: Settings
  policies: Policies
}

/** The training that teachers are weighed for, whom it takes, and the day in China on which that is asked. */
export type Weighing = { training: Training; rules: CohortRules; today: string }

export type Weighed = {
  conditions: Condition[]
  eligible: boolean
  preference: Preference
  findings: EnrolmentFinding[]
}

type CohortLike = Pick<
  Training & { startsOn: string; endsOn: string },
  'id' | 'title' | 'line' | 'topic' | 'level' | 'module' | 'subject' | 'startsOn' | 'endsOn'
>

/** A cohort as duplicate detection sees it. */
export function trainingOf(cohort: CohortLike, sessions: Training['sessions']): Training {
  const { id, title, line, topic, level, module, subject, startsOn, endsOn } = cohort
  return {
    id,
    title,
    line,
    topic,
    level,
    module,
    subject,
    from: startsOn,
    to: endsOn,
    sessions,
    here: true,
    source: '',
  }
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): (key: Key) => readonly Row[] {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return (key) => groups.get(key) ?? []
}

/** Weighs teachers for one training: conditions, preference, and what they would repeat. One pass over the rows for all. */
export function weigher(facts: NomineeFacts, { training, rules, today }: Weighing): (nominee: NomineeRow) => Weighed {
  const repeatRules = repeatRulesIn(facts.settings)
  const policy = policiesOn(facts.policies, training.from)[0]?.version.body ?? null
  const vetoesOf = grouped(facts.vetoes, ({ teacherId }) => teacherId)
  const sessionsOf = grouped(facts.otherSessions, ({ cohortId }) => cohortId)
  const othersOf = grouped(facts.others, ({ teacherId }) => teacherId ?? '')
  const elsewhereOf = grouped(facts.elsewhere, ({ teacherId }) => teacherId)
  const abroadOf = grouped(facts.abroad, ({ teacherId }) => teacherId)
  return (nominee) => {
    const vetoes = vetoesOf(nominee.id).map(({ until }) => until)
    const person = { ...nominee, vetoes }
    const conditions = conditionsOf(rules, person, { startsOn: training.from, today })
    const here = othersOf(nominee.id).map((row) => trainingOf({ ...row, id: row.cohortId }, sessionsOf(row.cohortId)))
    const guest = abroadOf(nominee.id)
      .filter(({ offerId }) => offerId !== training.id)
      // whoever was not admitted before such a training was over never took part
      .filter(({ state, content }) => content.endsOn >= today || ADMITTED.includes(state))
      .map(({ offerId, content }) => trainingOf({ ...content, id: offerId }, content.sessions))
    // hours that came home from such a training are that training
    const known = new Set(guest.map(({ title }) => title))
    const heard = elsewhereOf(nominee.id).filter(({ source, title }) => source !== 'envelope' || !known.has(title))
    const away = heard.map(({ firstId, title, level, module, source, from, to }) => ({
      ...{ id: firstId, title, level, module, from, to, line: '', topic: '', subject: '', sessions: [], here: false },
      source: LEDGER_SOURCES[source],
    }))
    const cycle = repeatCycle(policy, nominee, training.from, repeatRules.years)
    return {
      conditions,
      eligible: conditions.every(({ met }) => met),
      preference: preferenceOf(rules, person, training.from),
      findings: findRepeats(training, [...here, ...guest, ...away], cycle, repeatRules),
    }
  }
}
