import type { Role } from '@shixun/domain/identity/role'
import type { IconName } from '../ui/icon.tsx'

interface MenuEntry {
  key: string
  href: string
  roles: readonly Role[]
}

export interface MenuGroup {
  key: string
  icon: IconName
  entries: readonly MenuEntry[]
}

const readers: readonly Role[] = ['office', 'admin', 'finance', 'auditor']
const units: readonly Role[] = ['school_admin', 'registrar', 'provider']
const inDistrict: readonly Role[] = [...readers, ...units, 'expert', 'teacher', 'curator']

/**
 * What each role finds in its menu; titles are the words `menu.<key>`. This is navigation only: what a role may do
 * the API says with every item.
 */
export const menuTable: readonly MenuGroup[] = [
  { key: 'workbench', icon: 'home', entries: [{ key: 'workbench', href: '/', roles: inDistrict }] },
  { key: 'tasks', icon: 'inbox', entries: [{ key: 'tasks', href: '/tasks', roles: inDistrict }] },
  {
    key: 'spine',
    icon: 'file',
    entries: [
      { key: 'calls', href: '/calls', roles: [...readers, ...units, 'curator'] },
      { key: 'applications', href: '/applications', roles: [...readers, ...units, 'curator'] },
      { key: 'publicity', href: '/publicity', roles: [...readers, ...units, 'expert', 'teacher', 'curator'] },
    ],
  },
  {
    key: 'quality',
    icon: 'check',
    entries: [
      { key: 'scoresheets', href: '/scoresheets', roles: ['expert', 'office', 'auditor'] },
      { key: 'myExpert', href: '/experts/own', roles: ['expert'] },
      { key: 'panels', href: '/panels', roles: readers },
      { key: 'reviewComments', href: '/review-comments', roles: ['office', 'auditor', 'school_admin', 'provider'] },
      { key: 'rubrics', href: '/rubrics', roles: [...readers, 'expert', 'curator'] },
      { key: 'evaluations', href: '/evaluations', roles: [...readers, 'school_admin', 'provider', 'curator'] },
      { key: 'inspections', href: '/inspections', roles: [...readers, 'expert', 'school_admin', 'provider'] },
      { key: 'appeals', href: '/appeals', roles: ['office', 'auditor', 'school_admin', 'provider'] },
      { key: 'interests', href: '/my-interests', roles: ['office', 'finance', 'curator'] },
      { key: 'recusals', href: '/recusals', roles: ['office', 'admin', 'auditor', 'curator'] },
      { key: 'trial', href: '/trial', roles: [...readers, 'expert', 'curator'] },
    ],
  },
  {
    key: 'training',
    icon: 'chart',
    entries: [
      { key: 'projects', href: '/projects', roles: [...readers, ...units, 'curator'] },
      { key: 'assessments', href: '/assessments', roles: [...readers, ...units] },
      { key: 'cohorts', href: '/cohorts', roles: [...readers, ...units] },
      { key: 'myTraining', href: '/my-training', roles: ['teacher'] },
      { key: 'offers', href: '/offers', roles: [...readers, 'school_admin', 'registrar'] },
      { key: 'repeats', href: '/training-repeats', roles: [...readers, 'school_admin', 'registrar'] },
      { key: 'claims', href: '/hours-claims', roles: [...readers, ...units, 'teacher'] },
      { key: 'surveys', href: '/surveys', roles: [...readers, 'school_admin', 'provider', 'teacher'] },
      { key: 'followUps', href: '/follow-ups', roles: [...readers, ...units, 'teacher'] },
      { key: 'plans', href: '/plans', roles: inDistrict },
    ],
  },
  {
    key: 'credits',
    icon: 'check',
    entries: [
      { key: 'creditOverview', href: '/credit-overview', roles: [...readers, 'school_admin', 'registrar'] },
      { key: 'standings', href: '/standings', roles: [...readers, 'school_admin', 'registrar'] },
      { key: 'ledger', href: '/ledger', roles: [...readers, 'school_admin', 'registrar', 'teacher'] },
      { key: 'policies', href: '/policies', roles: [...readers, ...units, 'teacher'] },
      { key: 'creditTrial', href: '/credit-trial', roles: [...readers, ...units, 'teacher', 'curator'] },
      { key: 'transcript', href: '/transcript', roles: ['teacher'] },
      { key: 'certificates', href: '/certificates', roles: [...readers, ...units, 'teacher'] },
    ],
  },
  {
    key: 'flagship',
    icon: 'star',
    entries: [
      { key: 'catalogue', href: '/catalogue', roles: inDistrict },
      { key: 'nominations', href: '/nominations', roles: [...readers, 'curator'] },
      { key: 'library', href: '/library', roles: ['curator', 'office', 'auditor'] },
      { key: 'exchange', href: '/exchange', roles: ['admin', 'office', 'auditor', 'curator'] },
    ],
  },
  {
    key: 'rosters',
    icon: 'people',
    entries: [
      { key: 'schools', href: '/schools', roles: [...readers, ...units] },
      { key: 'providers', href: '/providers', roles: [...readers, ...units] },
      { key: 'teachers', href: '/teachers', roles: [...readers, 'school_admin', 'registrar', 'teacher'] },
      { key: 'transfers', href: '/transfers', roles: ['office', 'auditor', 'school_admin', 'registrar'] },
      { key: 'experts', href: '/experts', roles: readers },
      { key: 'ethics', href: '/ethics', roles: ['office', 'auditor', 'school_admin'] },
    ],
  },
  {
    key: 'system',
    icon: 'gear',
    entries: [
      { key: 'accounts', href: '/accounts', roles: ['admin', 'auditor'] },
      { key: 'settings', href: '/settings', roles: readers },
      { key: 'journal', href: '/journal', roles: ['auditor'] },
      { key: 'platform', href: '/platform', roles: ['operator'] },
      { key: 'province', href: '/province', roles: ['province_officer'] },
    ],
  },
]

/** Where a role starts. */
export function homeOf(role: Role): string {
  if (role === 'operator') return '/platform'
  return role === 'province_officer' ? '/province' : '/'
}

/** Pages that begin something new, and whose work that is. The API decides again when it is sent. */
const entrances = {
  newCall: ['office'],
  newApplication: ['school_admin', 'provider'],
  importResults: ['office'],
  newNotice: ['office'],
  newSchool: ['admin', 'office'],
  newProvider: ['admin', 'office'],
  importTeachers: ['office', 'school_admin', 'registrar'],
  newTeacher: ['office', 'school_admin', 'registrar'],
  importArchive: ['office'],
  newExpert: ['office'],
  newEthicsRecord: ['office'],
  newAccount: ['admin'],
  newRubric: ['office'],
  newPolicy: ['office'],
  newPanel: ['office'],
  importPlan: ['office'],
  adoptForUnit: ['office'],
  newRobot: ['admin', 'office'],
  newSurvey: ['office', 'school_admin', 'provider'],
} as const satisfies Record<string, readonly Role[]>

export type Entrance = keyof typeof entrances

export function enters(role: Role, entrance: Entrance): boolean {
  const roles: readonly Role[] = entrances[entrance]
  return roles.includes(role)
}
