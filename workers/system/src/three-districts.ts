import type { Role } from '@shixun/domain/identity/role'
import { type JWK, SignJWT } from 'jose'
import { localSecrets } from '../../../scripts/local/secrets.ts'
import { type FullDistrict, fullDistrict } from './district-holdings.ts'
import { type Acting, freshId, insertRows, type OwnHouse, raiseOwnHouse, type Session } from './own-house.ts'
import { PACKAGE } from './sample-rows.ts'

/** Somebody who comes to the door. `unit` is what they stand for; a program of the province carries a bearer token. */
export type Actor = {
  name: string
  role: Role | null
  home: FullDistrict | null
  unit: string | null
  session: Session | null
  bearer: string | null
  acting: Acting | null
}

export type World = { house: OwnHouse; districts: FullDistrict[]; actors: Actor[]; listing: string }

type Post = { name: string; role: Role; unit: string | null }

/** Everybody who works in a district; school B has an administrator of its own. */
function postsOf({ units, experts, teachers }: FullDistrict): Post[] {
  return [
    { name: 'admin', role: 'admin', unit: null },
    { name: 'office', role: 'office', unit: null },
    { name: 'finance', role: 'finance', unit: null },
    { name: 'auditor', role: 'auditor', unit: null },
    { name: 'curator', role: 'curator', unit: null },
    { name: 'school_admin A', role: 'school_admin', unit: units.A.id },
    { name: 'school_admin B', role: 'school_admin', unit: units.B.id },
    { name: 'registrar A', role: 'registrar', unit: units.A.id },
    { name: 'provider', role: 'provider', unit: units.P.id },
    { name: 'expert', role: 'expert', unit: experts[0] },
    { name: 'teacher', role: 'teacher', unit: teachers[0] },
  ]
}

/** A listing on the shared shelf: no district's own. */
async function onTheShelf(house: OwnHouse): Promise<string> {
  const catalogue = await house.constellation.database('catalogue', 'CATALOGUE')
  const id = freshId('lst')
  const { title, level, phase, subject, module, mode } = PACKAGE
  const who = { curator_id: freshId('dis'), curator_slug: 'zhengzhou', curator_name: '郑州市教育局' }
  const origin = { origin_id: freshId('dis'), origin_name: '金水区教育局' }
  const at = '2026-01-05T00:00:00.000Z'
  await insertRows(catalogue, 'listings', [
    {
      id,
      seq: 1,
      ...who,
      ...origin,
      title,
      grade: 'flagship',
      level,
      phase,
      subject,
      module,
      mode,
      number: 'JP2026-0001',
      latest: 1,
      source_version: 2,
      adoptions: 0,
      version: 1,
      listed_at: at,
    },
  ])
  await insertRows(catalogue, 'listing_versions', [
    { listing_id: id, no: 1, package: PACKAGE, sha256: 'f'.repeat(64), created_at: at },
  ])
  return id
}

/** The access token that a client of Henan would get. */
async function provinceToken(house: OwnHouse): Promise<string> {
  const key = JSON.parse((await localSecrets(house.state)).identity['TOKEN_KEY'] ?? '') as JWK
  const { origin } = new URL(house.url)
  return new SignJWT({ scope: 'feed:read', province: '410000' })
    .setProtectedHeader({ alg: 'EdDSA', ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(origin)
    .setAudience(`${origin}/feeds/v1`)
    .setSubject(freshId('cli'))
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(key)
}

/** Two counties and a city, with everybody in them and everybody beyond them. */
export async function threeDistricts(): Promise<World> {
  const house = await raiseOwnHouse()
  const districts = [
    await fullDistrict(house, { slug: 'jinshui', name: '金水区教育局', kind: 'county', division: '410105' }),
    await fullDistrict(house, { slug: 'gongyi', name: '巩义市教育局', kind: 'county', division: '410181' }),
    await fullDistrict(house, { slug: 'zhengzhou', name: '郑州市教育局', kind: 'city', division: '410100' }),
  ]
  const actors: Actor[] = []
  const add = async (name: string, acting: Acting, home: FullDistrict | null) => {
    const { role, unit = null } = acting
    actors.push({ name, role, home, unit, session: await house.session(acting), bearer: null, acting })
  }
  for (const home of districts)
    for (const { name, role, unit } of postsOf(home))
      await add(`${name} of ${home.ref.slug}`, { role, district: home, unit }, home)
  await add('operator', { role: 'operator', district: null }, null)
  await add('province officer', { role: 'province_officer', district: null, division: '410000' }, null)
  const nobody = { role: null, home: null, unit: null, session: null, acting: null }
  actors.push({ ...nobody, name: 'province client', bearer: await provinceToken(house) })
  actors.push({ ...nobody, name: 'public', bearer: null })
  return { house, districts, actors, listing: await onTheShelf(house) }
}
