import { MACHINES } from '../shared/machines.ts'
import type { Role } from './role.ts'
import type { Visitor } from './visitor.ts'

/**
 * How far a permission reaches: every row of the district, the rows of one's own unit, the rows assigned to
 * one's own expert, one's own record, or the platform (no district).
 */
export type Scope = 'district' | 'unit' | 'assigned' | 'self' | 'platform'

type Grants = Partial<Record<Role, Scope>>

const OFFICIALS: Grants = { admin: 'district', office: 'district' }
const READERS: Grants = { admin: 'district', office: 'district', finance: 'district', auditor: 'district' }
const UNITS: Grants = { school_admin: 'unit', registrar: 'unit', provider: 'unit' }
const EVERYONE: Grants = {
  ...READERS,
  school_admin: 'district',
  registrar: 'district',
  provider: 'district',
  expert: 'district',
  teacher: 'district',
  curator: 'district',
}

const STATED = {
  'district.read': EVERYONE,
  'school.read': { ...READERS, ...UNITS, curator: 'district' },
  'school.write': OFFICIALS,
  'provider.read': { ...READERS, provider: 'unit', school_admin: 'district', registrar: 'district' },
  'provider.write': OFFICIALS,
  'teacher.read': { ...READERS, school_admin: 'unit', registrar: 'unit', teacher: 'self' },
  'teacher.write': { office: 'district', school_admin: 'unit', registrar: 'unit' },
  'personal_data.read': { office: 'district', school_admin: 'unit', registrar: 'unit', teacher: 'self' },
  'transfer.read': { office: 'district', auditor: 'district', school_admin: 'unit', registrar: 'unit' },
  'transfer.write': { office: 'district', school_admin: 'unit', registrar: 'unit' },
  'expert.read': { ...READERS, expert: 'self' },
  'expert.write': { office: 'district' },
  'expert.amend': { office: 'district', expert: 'self' },
  'expert_history.read': { office: 'district', auditor: 'district', expert: 'self' },
  'account.read': { admin: 'district', auditor: 'district' },
  'account.write': { admin: 'district' },
  'call.read': EVERYONE,
  'call.write': { office: 'district' },
  'sample.read': EVERYONE,
  'application.read': { ...READERS, school_admin: 'unit', registrar: 'unit', provider: 'unit', curator: 'district' },
  'application.write': { school_admin: 'unit', provider: 'unit' },
  'rubric.read': {
    ...READERS,
    expert: 'district',
    school_admin: 'district',
    provider: 'district',
    curator: 'district',
  },
  'rubric.write': { office: 'district' },
  'panel.read': { ...READERS },
  'panel.write': { office: 'district' },
  'scoresheet.read': { office: 'district', auditor: 'district', expert: 'assigned' },
  'scoresheet.write': { expert: 'assigned' },
  'document.read': { office: 'district', auditor: 'district' },
  'document.write': { office: 'district' },
  'interest.read': { office: 'self', finance: 'self', curator: 'self' },
  'interest.write': { office: 'self', finance: 'self', curator: 'self' },
  'recusal.read': { office: 'district', admin: 'district', auditor: 'district', curator: 'district' },
  'recusal.write': { office: 'district', finance: 'district', curator: 'district' },
  'recusal.lift': { office: 'district', curator: 'district' },
  'review_comment.read': { office: 'district', auditor: 'district', school_admin: 'unit', provider: 'unit' },
  'review_comment.write': { office: 'district' },
  'evaluation.read': { ...READERS, school_admin: 'unit', provider: 'unit', curator: 'district' },
  'appeal.read': { office: 'district', auditor: 'district', school_admin: 'unit', provider: 'unit' },
  'appeal.write': { school_admin: 'unit', provider: 'unit' },
  'appeal_evidence.write': { office: 'district', school_admin: 'unit', provider: 'unit' },
  'inspection.read': { ...READERS, expert: 'assigned', school_admin: 'unit', provider: 'unit' },
  'inspection.write': { office: 'district' },
  'inspection.acknowledge': { school_admin: 'unit', provider: 'unit' },
  'inspection_sheet.write': { office: 'district', expert: 'assigned' },
  'notice.read': EVERYONE,
  'notice.write': { office: 'district' },
  'objection.read': { office: 'district', auditor: 'district' },
  'project.read': { ...READERS, ...UNITS, curator: 'district' },
  'project.write': { school_admin: 'unit', provider: 'unit' },
  'amendment.write': { office: 'district', school_admin: 'unit', provider: 'unit' },
  'assessment.read': { ...READERS, ...UNITS },
  'assessment.recompute': { office: 'district', school_admin: 'unit', provider: 'unit' },
  'milestone.write': { office: 'district', school_admin: 'unit', provider: 'unit' },
  'cohort.read': {
    ...READERS,
    school_admin: 'district',
    registrar: 'district',
    provider: 'district',
    teacher: 'district',
  },
  'cohort.write': { office: 'district', school_admin: 'unit', provider: 'unit' },
  'my_training.read': { teacher: 'self' },
  'my_calendar.read': { school_admin: 'unit', registrar: 'unit', teacher: 'self' },
  /** Into whose cohort does not matter; whose teachers is `enrolment.write`. */
  'cohort.nominate': { office: 'district', school_admin: 'district', registrar: 'district' },
  'enrolment.read': { ...READERS, ...UNITS, teacher: 'self' },
  'enrolment.write': { office: 'district', school_admin: 'unit', registrar: 'unit' },
  'waiver.write': { office: 'district', school_admin: 'unit', provider: 'unit' },
  'repeat.read': { ...READERS, school_admin: 'unit', registrar: 'unit' },
  'attendance.read': { ...READERS, ...UNITS, teacher: 'self' },
  'attendance.write': { office: 'district', school_admin: 'unit', provider: 'unit' },
  'attendance_sheet.read': { ...READERS, school_admin: 'unit', provider: 'unit' },
  'attendance.scan': { teacher: 'self' },
  'evidence.write': { office: 'district', ...UNITS, teacher: 'self' },
  'hours_claim.read': { ...READERS, ...UNITS, teacher: 'self' },
  'hours_claim.write': { school_admin: 'unit', registrar: 'unit', teacher: 'self' },
  'survey.read': { ...READERS, school_admin: 'unit', provider: 'unit', teacher: 'self' },
  'survey.write': { office: 'district', school_admin: 'unit', provider: 'unit' },
  'survey.answer': { teacher: 'self' },
  'survey_result.read': { ...READERS, school_admin: 'unit', provider: 'unit' },
  'survey.moderate': { office: 'district' },
  'follow_up.read': { ...READERS, ...UNITS, teacher: 'self' },
  'follow_up_round.read': { ...READERS, ...UNITS },
  'policy.read': EVERYONE,
  'policy.write': { office: 'district' },
  'standing.read': { ...READERS, school_admin: 'unit', registrar: 'unit' },
  'ledger.read': { ...READERS, school_admin: 'unit', registrar: 'unit', teacher: 'self' },
  'ledger.write': { office: 'district', school_admin: 'unit', registrar: 'unit', teacher: 'self' },
  'ledger.import': { office: 'district', school_admin: 'unit', registrar: 'unit' },
  'ledger.reverse': { office: 'district' },
  'transcript.read': { ...READERS, school_admin: 'unit', registrar: 'unit', teacher: 'self' },
  'certificate.read': { ...READERS, ...UNITS, teacher: 'self' },
  'certificate.issue': { office: 'district' },
  'archive.write': { office: 'district' },
  'ethics.read': { office: 'district', auditor: 'district', school_admin: 'unit' },
  'ethics.write': { office: 'district' },
  'robot.read': { ...OFFICIALS, auditor: 'district' },
  'robot.write': OFFICIALS,
  'plan.read': { ...EVERYONE },
  'plan.write': { office: 'district' },
  'listing.read': EVERYONE,
  'listing.curate': { curator: 'district', office: 'district', auditor: 'district' },
  'nomination.read': { ...READERS, curator: 'district' },
  'nomination.write': { office: 'district' },
  'adoption.write': { office: 'district', school_admin: 'unit', provider: 'unit' },
  'cohort_offer.read': { ...READERS, school_admin: 'unit', provider: 'unit' },
  'cohort_offer.write': { office: 'district' },
  'offer.read': { ...READERS, school_admin: 'district', registrar: 'district', teacher: 'district' },
  'guest.read': { ...READERS, school_admin: 'unit', registrar: 'unit', teacher: 'self' },
  'guest.write': { office: 'district', school_admin: 'unit', registrar: 'unit' },
  'guest.check_in': { teacher: 'self' },
  'exchange.read': { admin: 'district', office: 'district', auditor: 'district', curator: 'district' },
  'audit.read': { auditor: 'district' },
  'setting.read': READERS,
  'setting.write': OFFICIALS,
  'task.read': EVERYONE,
  'feed.read': { province_officer: 'platform' },
  'platform.read': { operator: 'platform' },
} as const satisfies Record<string, Grants>

/** Where a role's moves on a life cycle reach, when the machine names that role. */
const MOVE_SCOPE: Partial<Record<Role, Scope>> = {
  school_admin: 'unit',
  registrar: 'unit',
  provider: 'unit',
  expert: 'assigned',
  teacher: 'self',
}

/** `application.approve` and the like: granted to the roles that the life-cycle table names. */
function grantsOfMoves(): Record<string, Grants> {
  const grants: Record<string, Grants> = {}
  for (const machine of MACHINES)
    for (const move of machine.moves)
      for (const role of move.roles)
        if (role !== 'system') {
          const key = `${machine.entity}.${move.action}`
          grants[key] = { ...grants[key], [role]: MOVE_SCOPE[role] ?? 'district' }
        }
  return grants
}

/** The whole permission table: the stated rows and those that follow from the life cycles. */
export const PERMISSIONS: Readonly<Record<string, Grants>> = { ...grantsOfMoves(), ...STATED }

export type Permission = keyof typeof STATED | `${string}.${string}`

/** How far this visitor may use the permission; null when not at all. */
export function scopeOf(visitor: Visitor, permission: Permission): Scope | null {
  if (visitor.kind !== 'person') return null
  return PERMISSIONS[permission]?.[visitor.role] ?? null
}

/**
 * The unit to which rows are limited for this visitor, or null when the whole district is open to them. A person
 * without the permission is limited to no unit at all: a route that forgets to ask shows nothing.
 */
export function unitLimit(visitor: Visitor, permission: Permission): string | null {
  if (visitor.kind !== 'person') return null
  const scope = scopeOf(visitor, permission)
  if (scope === 'district' || scope === 'platform') return null
  return scope === null ? '' : (visitor.unit ?? '')
}
