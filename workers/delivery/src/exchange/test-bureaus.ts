import type { Role } from '@shixun/domain/identity/role'
import { type Client, clientOf } from '../../../../packages/testkit/src/client.ts'
import {
  type Bureau as Plain,
  raiseThree as raisePlain,
  teachersOf as rowsOf,
} from '../../../system/src/three-bureaus.ts'

export type Bureau = Plain & { office: Client; as(role: Role, unit?: string): Promise<Client> }

/** The bureaus of three, with people at the API. */
export async function raiseThree() {
  const { house, jobs, city, county, other, stop } = await raisePlain()
  const peopled = async (bureau: Plain): Promise<Bureau> => {
    const as: Bureau['as'] = async (role, unit) => clientOf(house.url, { token: await bureau.token(role, unit) })
    return { ...bureau, as, office: await as('office') }
  }
  return { house, jobs, stop, city: await peopled(city), county: await peopled(county), other: await peopled(other) }
}
export type Bureaus = Awaited<ReturnType<typeof raiseThree>>

/** Teachers of one school, with who registers them. */
export async function teachersOf(bureau: Bureau, names: readonly string[]) {
  const rows = await rowsOf(bureau, names)
  return { ...rows, registrar: await bureau.as('registrar', rows.school) }
}
