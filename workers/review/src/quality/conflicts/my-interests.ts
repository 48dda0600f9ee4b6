import { interestsOfAccount, namesOfUnits } from '@shixun/db/tenant/conflicts'
import { settingByKey } from '@shixun/db/tenant/house'
import { namesOf } from '@shixun/db/tenant/unit-names'
import type { Person } from '@shixun/domain/identity/visitor'
import { type BoundRole, isBoundRole } from '@shixun/domain/quality/conflicts/conflict-rules'
import type { UnitPeriod } from '@shixun/domain/quality/conflicts/interest'
import type { Tie } from '@shixun/domain/quality/panels/expert'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { conflictRulesOf } from '@shixun/tenant/barred-items'
import type { ReviewScene } from '../../store.ts'

/** A declaration holds for a year; days, so that 29 February needs no rule of its own. */
export const CONFIRMED_FOR_DAYS = 365

type Profile = { units: readonly UnitPeriod[]; ties: readonly Tie[]; confirmedOn: string; version: number }
type Known = { kind: 'school' | 'provider' | 'expert' | 'teacher'; name: string }

/** Whoever decides, acting in a role that the rules can bind. */
export function decider(scene: ReviewScene): (Person & { role: BoundRole }) | null {
  const { visitor } = scene
  return visitor.kind === 'person' && isBoundRole(visitor.role) ? { ...visitor, role: visitor.role } : null
}

export function interestsView(
  scene: ReviewScene,
  person: Person & { role: BoundRole },
  facts: { profile: Profile | undefined; known: readonly Known[]; rules: string | null | undefined },
) {
  const { profile, known } = facts
  const rules = conflictRulesOf(facts.rules)
  const dueOn = profile ? addDays(profile.confirmedOn, CONFIRMED_FOR_DAYS) : null
  return {
    id: person.account,
    version: profile?.version ?? 0,
    actions: ['save'],
    name: person.name,
    units: profile?.units ?? [],
    ties: profile?.ties ?? [],
    confirmedOn: profile?.confirmedOn ?? null,
    dueOn,
    due: dueOn === null || dueOn <= chinaDate(scene.now),
    known,
    rules: {
      yearsAfterLeaving: rules.yearsAfterLeaving,
      yearsOfJointWork: rules.yearsOfJointWork,
      binding: rules[person.role],
    },
  }
}

/** What an answer about one's own interests needs, and which of the units `units` names are of this bureau: one batch. */
export async function loadInterests(scene: ReviewScene, person: Person, units: readonly UnitPeriod[] = []) {
  const ids = JSON.stringify(units.flatMap(({ unitId }) => unitId ?? []))
  const [[profile], known, [setting], schools, providers] = await scene.store.tenant.read(
    interestsOfAccount({ account: person.account }),
    namesOfUnits({ ids: JSON.stringify(person.stands) }),
    settingByKey({ key: 'conflict-rules' }),
    namesOf.school({ ids }),
    namesOf.provider({ ids }),
  )
  const declared = new Set([...schools, ...providers].map(({ id }) => id))
  return { profile, known, rules: setting?.value, declared }
}

/** 我的利益关系：what I declared, what the bureau knows besides, and by when I confirm it again. */
export async function readMyInterests(scene: ReviewScene): Promise<Verdict> {
  const person = decider(scene)
  if (!person) return refuse({ code: 'forbidden' })
  const facts = await loadInterests(scene, person)
  const version = facts.profile?.version
  return ok({ body: interestsView(scene, person, facts), ...(version === undefined ? {} : { version }) })
}
