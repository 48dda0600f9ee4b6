import { chinaDate } from '../../shared/china-time.ts'
import type { MetricKey } from './metrics.ts'
import type { ProjectFacts } from './project-facts.ts'
import { LESSON_MINUTES, type MetricReading } from './project-metrics.ts'

/** What a unit can do about a metric. `too_late`: nothing any more; `begin`: what it counts has not begun; `report`: say the figure. */
type LiftCode =
  | 'too_late'
  | 'full'
  | 'begin'
  | 'report'
  | 'promise'
  | 'enrol'
  | 'complete_roster'
  | 'attend_rest'
  | 'learn_rest'
  | 'teach'
  | 'survey'
  | 'survey_again'
  | 'await_survey'
  | 'collect'
  | 'register_milestones'
  | 'keep_milestones'
  | 'spend'
  | 'follow_up'
  | 'await_round'

type LiftUnit = 'persons' | 'sessions' | 'lessons' | 'papers' | 'milestones' | 'fen' | 'none'

type Counted = { numerator: number; denominator: number }

/** How far a metric can still come: `best` counts, by doing `n` of what `code` says until `by` (a day). */
export type Room = {
  code: LiftCode
  n: number
  unit: LiftUnit
  by: string | null
  sure: boolean
  best: Counted | null
}

type Finder = (facts: ProjectFacts, now: Counted | null, asOf: string) => Room

const WHOLE: Counted = { numerator: 1, denominator: 1 }
const TOO_LATE: Room = { code: 'too_late', n: 0, unit: 'none', by: null, sure: true, best: null }
const FULL: Room = { ...TOO_LATE, code: 'full' }

/** Something that may bring up to the full figure, nobody can say how much. */
const hope = (code: LiftCode, n = 0, unit: LiftUnit = 'none', by: string | null = null): Room => ({
  code,
  n,
  unit,
  by,
  sure: false,
  best: WHOLE,
})
const step = (code: LiftCode, n: number, unit: LiftUnit, best: Counted, by: string | null = null): Room => ({
  code,
  n,
  unit,
  by,
  sure: true,
  best,
})

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0)
const earliest = (days: readonly string[]) => [...days].sort()[0] ?? null

/** The training itself can still change. */
const isTraining = ({ state }: ProjectFacts) => state === 'preparing' || state === 'running'
/** The unit can still report and ask. */
const isReporting = (facts: ProjectFacts) => isTraining(facts) || facts.state === 'concluding'
const openCohorts = ({ cohorts }: ProjectFacts) => cohorts.filter(({ state }) => state !== 'concluded')
const ZERO: Counted = { numerator: 0, denominator: 0 }

/** What brings the numerator up to the denominator. */
function upTo(code: LiftCode, unit: LiftUnit, { numerator, denominator }: Counted, per = 1): Room {
  const lack = denominator - numerator
  return lack <= 0 ? FULL : step(code, Math.ceil(lack / per), unit, { numerator: denominator, denominator })
}

const enrol: Finder = (facts, now) => {
  if (!isTraining(facts)) return TOO_LATE
  return now === null ? hope(facts.promised.planned === null ? 'promise' : 'begin') : upTo('enrol', 'persons', now)
}

const completeRoster: Finder = (facts, now) => {
  const roster = sum(openCohorts(facts), (one) => one.roster)
  const { numerator, denominator } = now ?? ZERO
  if (roster > 0)
    return step('complete_roster', roster, 'persons', {
      numerator: numerator + roster,
      denominator: denominator + roster,
    })
  return isTraining(facts) && now === null ? hope('begin') : TOO_LATE
}

/** Sessions that are still to come: everybody attends them from beginning to end. */
function rest(code: 'attend_rest' | 'learn_rest', worth: 'plannedMinutes' | 'plannedSessions'): Finder {
  return (facts, now) => {
    const open = openCohorts(facts)
    const more = sum(open, (one) => one[worth] * one.roster)
    const { numerator, denominator } = now ?? ZERO
    if (more > 0)
      return step(
        code,
        sum(open, ({ plannedSessions }) => plannedSessions),
        'sessions',
        { numerator: numerator + more, denominator: denominator + more },
      )
    return isTraining(facts) && now === null ? hope('begin') : TOO_LATE
  }
}

const teach: Finder = (facts, now) => {
  if (!isTraining(facts)) return TOO_LATE
  if (now === null) return hope(facts.promised.hours === null ? 'promise' : 'begin')
  return upTo('teach', 'lessons', now, 4 * LESSON_MINUTES)
}

const open = ({ surveys }: ProjectFacts) => surveys.filter(({ state }) => state === 'open')
const unanswered = (facts: ProjectFacts) => sum(open(facts), ({ invited, answered }) => invited - answered)
const until = (facts: ProjectFacts) => earliest(open(facts).map((one) => chinaDate(one.until)))

const satisfy: Finder = (facts, now) => {
  if (open(facts).length > 0) return hope('await_survey', unanswered(facts), 'papers', until(facts))
  if (!isReporting(facts)) return TOO_LATE
  return hope(now === null ? 'survey' : 'survey_again')
}

const collect: Finder = (facts, now) => {
  const invited = sum(open(facts), (one) => one.invited)
  const { numerator, denominator } = now ?? ZERO
  if (invited > 0)
    return step(
      'collect',
      unanswered(facts),
      'papers',
      { numerator: numerator + invited, denominator: denominator + invited },
      until(facts),
    )
  return isReporting(facts) && now === null ? hope('survey') : TOO_LATE
}

const keepMilestones: Finder = (facts, now, asOf) => {
  const { milestones } = facts
  if (milestones.length === 0) return TOO_LATE
  if (!isReporting(facts)) return TOO_LATE
  const due = milestones.filter(({ to }) => to < asOf)
  const coming = milestones.filter(({ to }) => to >= asOf)
  const onTime = due.filter(({ settledOn, to }) => settledOn !== null && settledOn <= to).length
  const unsaid = due.filter(({ settledOn }) => settledOn === null).length
  const best = { numerator: onTime + unsaid + coming.length, denominator: milestones.length }
  if (unsaid > 0) return { ...step('register_milestones', unsaid, 'milestones', best), sure: false }
  const waiting = coming.filter(({ settledOn }) => settledOn === null)
  if (waiting.length > 0)
    return step('keep_milestones', waiting.length, 'milestones', best, earliest(waiting.map(({ to }) => to)))
  return now === null ? hope('report') : TOO_LATE
}

const spend: Finder = (facts, now) => {
  if (!isReporting(facts)) return TOO_LATE
  if (now === null) return hope(facts.promised.budget === null ? 'promise' : 'report')
  return upTo('spend', 'fen', now)
}

function followUp(month: number): Finder {
  return (facts, now) => {
    const rounds = facts.rounds.filter((round) => round.month === month)
    const asked = rounds.filter(({ stage, due, done }) => stage !== 'over' && due > done)
    const { numerator, denominator } = now ?? ZERO
    const lack = sum(asked, ({ due, done }) => due - done)
    if (lack > 0) return step('follow_up', lack, 'persons', { numerator: numerator + lack, denominator })
    const planned = rounds.filter(({ stage }) => stage === 'planned')
    if (planned.length > 0) return hope('await_round', 0, 'none', earliest(planned.map(({ opensOn }) => opensOn)))
    return now === null ? hope('await_round') : TOO_LATE
  }
}

const ROOMS: Record<MetricKey, Finder> = {
  participation: enrol,
  learning: rest('learn_rest', 'plannedSessions'),
  completion: completeRoster,
  attendance: rest('attend_rest', 'plannedMinutes'),
  hours_delivered: teach,
  satisfaction: satisfy,
  response_rate: collect,
  milestones_on_time: keepMilestones,
  budget_execution: spend,
  follow_up_3: followUp(3),
  follow_up_6: followUp(6),
  follow_up_12: followUp(12),
}

/** How far a metric of a project can still come. A figure that was reported by hand is lifted by reporting what was reached. */
export function leafRoom(metric: MetricKey, facts: ProjectFacts, reading: MetricReading | null, asOf: string): Room {
  const now =
    reading === null || reading.value === null
      ? null
      : { numerator: reading.numerator, denominator: reading.denominator }
  if (now !== null && now.numerator >= now.denominator) return FULL
  const reported = reading?.origin === 'reported' && metric !== 'budget_execution'
  if (reported) return isReporting(facts) ? hope('report') : TOO_LATE
  return ROOMS[metric](facts, now, asOf)
}
