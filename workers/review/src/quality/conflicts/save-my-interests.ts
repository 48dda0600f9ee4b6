import { commit } from '@shixun/db/commit'
import { insert, statement } from '@shixun/db/statement'
import { interestProfiles } from '@shixun/db/tenant/schema/conflicts'
import { checkInterests } from '@shixun/domain/quality/conflicts/check-interests'
import { interestKeys, type UnitPeriod } from '@shixun/domain/quality/conflicts/interest'
import type { Tie } from '@shixun/domain/quality/panels/expert'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { decider, interestsView, loadInterests } from './my-interests.ts'

type Body = { units: UnitPeriod[]; ties: Tie[] }

/** What the journal keeps: the units, and of the ties their number alone, because they name third persons. */
function kept({ units, ties }: { units: readonly UnitPeriod[]; ties: readonly Tie[] }) {
  return { units, ties: ties.length }
}

/** 申报并确认：the whole declaration, from today on; whoever decides does so again every year. */
export async function saveMyInterests(scene: ReviewScene, { body }: { body: Body }): Promise<Verdict> {
  const person = decider(scene)
  if (!person) return refuse({ code: 'forbidden' })
  const today = chinaDate(scene.now)
  const { declared, ...facts } = await loadInterests(scene, person, body.units)
  const fields = checkInterests(body, today, declared)
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const seen = facts.profile?.version ?? 0
  if (scene.seen !== null && scene.seen !== seen) return refuse({ code: 'version-stale' })
  const version = seen + 1
  const { units, ties } = body
  // the person's own name comes with every request: it is not theirs to declare
  const keys = interestKeys({ name: '', units, ties })
  const profile = { units, ties, confirmedOn: today, version }
  const written = facts.profile
    ? statement(
        `UPDATE interest_profiles SET name = ?, role = ?, units = ?, ties = ?, keys = ?, confirmed_on = ?, updated_at = ?, version = version + 1
         WHERE account = ? AND version = ?`,
        person.name,
        person.role,
        JSON.stringify(units),
        JSON.stringify(ties),
        JSON.stringify(keys),
        today,
        scene.now,
        person.account,
        seen,
      )
    : insert(interestProfiles, {
        ...profile,
        keys,
        account: person.account,
        name: person.name,
        role: person.role,
        createdAt: scene.now,
        updatedAt: scene.now,
      })
  const asked = statement(
    "UPDATE tasks SET done_at = ? WHERE entity = ? AND kind = 'interests' AND done_at IS NULL",
    scene.now,
    person.account,
  )
  const answer = interestsView(scene, person, { ...facts, profile })
  const event = {
    entity: `interests.${person.account}`,
    version,
    verb: 'declare-interests',
    before: facts.profile ? kept(facts.profile) : null,
    after: kept(body),
  }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [written, asked],
    storedAnswer(200, answer, version),
  )
  return refusal
    ? refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } }))
    : ok({ body: answer, version })
}
