import {
  applicationStatesOfUnit,
  counterNamed,
  projectStatesOfUnit,
  scoresheetStatesOfExpert,
} from '@shixun/db/tenant/dashboard'
import { countersBetween } from '@shixun/db/tenant/house'
import { UNIT_ROLES } from '@shixun/domain/identity/role'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'

/**
 * Counters by name, `from` to before `to`. With the row that ends each range they are 20 at most, which is what a
 * dashboard may read; left out are approved applications, which are projects, withdrawn ones, and terminated projects.
 */
const APPLICATIONS = { from: 'application.d', to: 'application.t' }
const PROJECTS = { from: 'project.', to: 'project.t' }
const LISTINGS = { from: 'listing.', to: 'listing.~' }

function countStates(counters: Record<string, number>, entity: string, rows: readonly { state: string }[]): void {
  for (const { state } of rows) {
    const name = `${entity}.${state}`
    counters[name] = (counters[name] ?? 0) + 1
  }
}

/** What a unit or an expert sees: their own rows by state, the newest 200 of each kind. */
async function ownCounters(scene: DistrictScene, kind: string, unit: string): Promise<Record<string, number>> {
  const counters: Record<string, number> = {}
  if (kind === 'expert') {
    const [sheets] = await scene.store.tenant.read(scoresheetStatesOfExpert({ unit }))
    countStates(counters, 'scoresheet', sheets)
  } else if (kind !== 'teacher') {
    const [applications, projects] = await scene.store.tenant.read(
      applicationStatesOfUnit({ unit }),
      projectStatesOfUnit({ unit }),
    )
    countStates(counters, 'application', applications)
    countStates(counters, 'project', projects)
  }
  return counters
}

/** 工作台：how many rows stand in each state, from counters that move with the rows. A state never reached is absent. */
export async function readDashboard(scene: DistrictScene): Promise<Verdict> {
  const { visitor } = scene
  if (visitor.kind !== 'person') return refuse({ code: 'not-signed-in' })
  const kind = UNIT_ROLES[visitor.role]
  if (kind) return ok({ body: { counters: await ownCounters(scene, kind, visitor.unit ?? '') } })
  const rows = await scene.store.tenant.read(
    countersBetween(APPLICATIONS),
    countersBetween(visitor.role === 'curator' ? LISTINGS : PROJECTS),
    counterNamed({ name: 'call.open' }),
    counterNamed({ name: 'notice.standing' }),
  )
  return ok({ body: { counters: Object.fromEntries(rows.flat().map(({ name, n }) => [name, n])) } })
}
