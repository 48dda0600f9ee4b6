import type { ProjectFigures } from '../../training/figures.ts'
import type { ProjectState } from '../../training/project.ts'
import type { Hundredths } from '../rational.ts'

/**
 * A cohort as the metrics read it. `roster`: persons admitted, completed or failed. Minutes are those of sessions; `whole` are marks
 * of held sessions with all their minutes, `attended` the minutes of all marks, never more than a session is worth. `frozenDue` and
 * `frozenAttended` stand from the conclusion on.
 */
export type CohortFacts = {
  id: string
  state: 'planned' | 'nominating' | 'ready' | 'running' | 'concluding' | 'concluded'
  roster: number
  completed: number
  heldSessions: number
  heldMinutes: number
  plannedSessions: number
  plannedMinutes: number
  whole: number
  attended: number
  frozenDue: number
  frozenAttended: number
}

/** A survey of the training itself (one of a follow-up asks about use and is not here); `until` is its last instant. */
type SurveyFacts = {
  id: string
  state: 'open' | 'closed'
  invited: number
  answered: number
  satisfaction: { points: number; full: number } | null
  until: string
}

/** A round of the follow-up: `due` teachers asked less those waived, `done` of them rated. */
type RoundFacts = {
  id: string
  month: number
  stage: 'planned' | 'asking' | 'asked' | 'overdue' | 'over'
  opensOn: string
  due: number
  done: number
}

/** A dated milestone of the agreement in force; `settledOn` is the day on which the unit says it was reached. */
export type MilestoneFacts = { key: string; text: string; from: string; to: string; settledOn: string | null }

/** Everything the metrics of one project rest on, as plain JSON: the same facts and day give the same figures. */
export type ProjectFacts = {
  state: ProjectState
  /** What the unit reported by hand. */
  figures: ProjectFigures
  agreementNo: number
  /** Persons, hours and fen that the agreement in force promises. */
  promised: { planned: number | null; hours: number | null; budget: number | null }
  cohorts: CohortFacts[]
  surveys: SurveyFacts[]
  rounds: RoundFacts[]
  milestones: MilestoneFacts[]
  /** Sealed figures of inspection leaves, by the key of the leaf, in hundredths of a point. */
  inspection: Record<string, Hundredths>
  /** The last day in China on which anything was delivered or reported; null before there was anything. */
  lastDataOn: string | null
}

/** Milestones by what stays when an amendment moves their dates: the text, and which of its like it is. */
export function milestoneKeys(milestones: readonly { text: string }[]): string[] {
  return milestones.map(({ text }, index) => {
    const words = text.trim()
    const nth = milestones.slice(0, index).filter((one) => one.text.trim() === words).length
    return nth === 0 ? words : `${words}#${nth + 1}`
  })
}
