import type { CohortFacts, ProjectFacts } from './project-facts.ts'

/** A cohort in the midst: 40 of 50 lessons held, everybody there from beginning to end. */
export function cohortFacts(given: Partial<CohortFacts> = {}): CohortFacts {
  return {
    id: 'coh_1',
    state: 'running',
    roster: 50,
    completed: 0,
    heldSessions: 10,
    heldMinutes: 1800,
    plannedSessions: 2,
    plannedMinutes: 450,
    whole: 500,
    attended: 90_000,
    frozenDue: 0,
    frozenAttended: 0,
    ...given,
  }
}

export function projectFacts(given: Partial<ProjectFacts> = {}): ProjectFacts {
  return {
    state: 'running',
    figures: {},
    agreementNo: 1,
    promised: { planned: 50, hours: 50, budget: 5_000_000 },
    cohorts: [],
    surveys: [],
    rounds: [],
    milestones: [],
    inspection: {},
    lastDataOn: null,
    ...given,
  }
}
