import type { OutOf, Route } from '@shixun/contract/route'
import type { Role } from '@shixun/domain/identity/role'
import type { Bureau, House } from '../house.ts'
import { ask, type Cost, type Given, type Metered } from '../metered.ts'

/** One small life of a district, told request by request: each is recorded once under its route, with a mark where a route is asked in several ways. */
export type Tale = {
  house: House
  county: Bureau
  city: Bureau
  costs: Record<string, Cost>
  /** The token of somebody in the county, the same for the same role and unit. */
  as(role: Role, unit?: string): Promise<string>
  /** Asks and records. */
  measure<R extends Route>(route: R, given: Given, mark?: string): Promise<Metered<OutOf<R>>>
  /** Asks and records nothing: what only prepares the next thing. */
  prepare<R extends Route>(route: R, given: Given): Promise<Metered<OutOf<R>>>
}

export function beginTale(house: House, county: Bureau, city: Bureau): Tale {
  const people = new Map<string, Promise<string>>()
  const costs: Record<string, Cost> = {}
  const inCounty = (given: Given): Given => ({ ...given, params: { district: county.ref.slug, ...given.params } })
  const prepare: Tale['prepare'] = (route, given) => ask(house.url, route, inCounty(given))
  return {
    house,
    county,
    city,
    costs,
    as(role, unit) {
      const key = `${role} ${unit ?? ''}`
      const known = people.get(key) ?? house.session({ role, bureau: county, ...(unit === undefined ? {} : { unit }) })
      people.set(key, known)
      return known
    },
    async measure(route, given, mark) {
      const answer = await prepare(route, given)
      const name = mark === undefined ? route.id : `${route.id} (${mark})`
      if (name in costs) throw new Error(`${name} is measured twice`)
      costs[name] = answer.cost
      return answer
    },
    prepare,
  }
}
