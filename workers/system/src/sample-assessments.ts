import { assess } from '@shixun/domain/quality/assessments/assess'
import type { ProjectFacts } from '@shixun/domain/quality/assessments/project-facts'
import type { Rubric } from '@shixun/domain/quality/rubrics/rubric'
import { freshId, type Row } from './own-house.ts'
import type { Unit } from './sample-rows.ts'

const AT = '2026-05-31T16:00:10.000Z'
const FACTS: ProjectFacts = {
  state: 'running',
  figures: {},
  agreementNo: 1,
  promised: { planned: 50, hours: 40, budget: 5_000_000 },
  cohorts: [],
  surveys: [],
  rounds: [],
  milestones: [],
  inspection: {},
  lastDataOn: null,
}

/** The month of May 2026 of a project, closed; nothing had been delivered by then. */
export function sampleSnapshot(project: string, unit: Unit, rubric: Row & { id: string }): Row & { id: string } {
  const inputs = { rubricId: rubric.id, rubricVersion: 1, asOf: '2026-05-31', facts: FACTS }
  return {
    id: freshId('snp'),
    project_id: project,
    unit_id: unit.id,
    month: '2026-05',
    rubric_id: rubric.id,
    as_of: '2026-05-31',
    present: 0,
    figures: {},
    inputs,
    derivation: assess(rubric['body'] as Rubric, inputs),
    sha256: 'f'.repeat(64),
    engine: 'assessment/1 quality/2',
    late: 0,
    computed_at: AT,
  }
}

/** An alarm that waits for the unit and for the office; `subject` tells those of one project apart. */
export function sampleAlarm(project: Row & { id: string }, unit: Unit, subject: string): Row & { id: string } {
  return {
    id: freshId('alm'),
    project_id: project.id,
    project_title: project['title'],
    unit_kind: unit.kind,
    unit_id: unit.id,
    unit_name: unit.name,
    rule: 'milestone',
    subject,
    kind: 'overdue',
    state: 'open',
    found: { rule: 'milestone', subject, kind: 'overdue', text: subject, to: '2026-05-01', days: 8 },
    month: '2026-05',
    version: 1,
    created_at: AT,
  }
}
