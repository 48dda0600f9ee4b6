import { randomBytes } from 'node:crypto'
import type { OutOf } from '@shixun/contract/route'
import { ROUTES } from '@shixun/contract/routes'
import { type Role, UNIT_ROLES } from '@shixun/domain/identity/role'
import type { DistrictKind } from '@shixun/domain/identity/visitor'
import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import { inject } from 'vitest'
import { type Client, clientOf } from './client.ts'
import { aPerson, must, PASSWORD, signIn } from './people.ts'

type School = OutOf<typeof ROUTES.createSchool>
type Unit = { id: string; name: string }

/** A district of one's own, founded over HTTP, with people and units made on demand. */
export type TestDistrict = {
  id: string
  slug: string
  name: string
  kind: DistrictKind
  division: string
  /** `/api/districts/{slug}` */
  base: string
  admin: Client
  /** Somebody in this role; the same person for the same role and unit. Without a unit, one is made. */
  as(role: Role, unit?: string): Promise<Client>
  /** The unit that `as(role)` stands for. */
  unitOf(role: Role): Promise<Unit>
  school(given?: Partial<Pick<School, 'name' | 'code' | 'area' | 'phase'>>): Promise<School>
  provider(): Promise<Unit>
  expert(schoolId?: string | null): Promise<Unit>
  teacher(schoolId: string): Promise<Unit>
}

/** The constellation that all suites share. */
export function constellation(): { url: string; state: string } {
  return inject('house')
}

/** Somebody without a session. */
export function aStranger(url = constellation().url): Client {
  return clientOf(url)
}

export function unique(prefix: string): string {
  return `${prefix}${randomBytes(5).toString('hex')}`
}

/** Rosters of a district, made by its admin and office. */
function rosters(slug: string, admin: Client, office: () => Promise<Client>) {
  const params = { district: slug }
  let serial = 0
  const next = () => String(++serial).padStart(6, '0')
  return {
    school: async (given: Parameters<TestDistrict['school']>[0] = {}) => {
      const body = {
        code: `2141${next()}`,
        name: unique('学校'),
        area: 'town' as const,
        phase: 'primary' as const,
        ...given,
      }
      return must('school', await admin.call(ROUTES.createSchool, { params, body }))
    },
    provider: async () => {
      const body = {
        name: unique('培训中心'),
        levels: ['district' as const],
        accreditedFrom: '2000-01-01',
        accreditedTo: '2099-12-31',
      }
      return must('provider', await admin.call(ROUTES.createProvider, { params, body }))
    },
    expert: async (schoolId: string | null = null) => {
      const body = { name: unique('专家'), schoolId, subjects: [], phases: [], pastSchools: [], ties: [] }
      return must('expert', await (await office()).call(ROUTES.createExpert, { params, body }))
    },
    teacher: async (schoolId: string) => {
      const name = unique('教师')
      const school = must('school', await admin.call(ROUTES.readSchool, { params: { ...params, id: schoolId } }))
      const document = makeIdentityNumber('410105', '1985-06-01', ++serial % 1000)
      const row = {
        schoolCode: school.code,
        name,
        documentType: 'resident-identity-card',
        document,
        phase: 'primary',
        subject: '语文',
      }
      const imported = must(
        'teacher',
        await (await office()).call(ROUTES.importTeachers, { params, body: { rows: [row] } }),
      )
      if (imported.accepted !== 1) throw new Error(`teacher refused: ${JSON.stringify(imported)}`)
      const found = must('teachers', await (await office()).call(ROUTES.listTeachers, { params, query: { q: name } }))
      const [teacher] = found.items
      if (!teacher) throw new Error('the imported teacher is not listed')
      return { id: teacher.id, name }
    },
  }
}

/** Divisions where a bureau of this kind can stand: zones share one, every other bureau needs one of its own. */
async function divisionsFor(url: string, kind: DistrictKind): Promise<string[]> {
  if (kind === 'zone') return ['410100']
  if (kind === 'province') return shuffled(PROVINCES)
  const under = async (code: string) => {
    const { items } = must('divisions', await clientOf(url).call(ROUTES.listDivisions, { query: { under: code } }))
    return items.filter(({ standard }) => standard === 'gb2260')
  }
  const [province = '410000'] = shuffled(PROVINCES)
  const prefectures = (await under(province)).filter(({ level }) => level === 'prefecture').map(({ code }) => code)
  if (kind === 'city') return shuffled(prefectures)
  const [prefecture = '410100'] = shuffled(prefectures)
  return shuffled((await under(prefecture)).filter(({ level }) => level === 'county').map(({ code }) => code))
}

/** Provinces with many prefectures of many counties. */
const PROVINCES = [
  '130000',
  '320000',
  '340000',
  '350000',
  '360000',
  '370000',
  '420000',
  '430000',
  '440000',
  '510000',
  '530000',
]

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, place: randomBytes(4).readUInt32BE() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

type SignUp = {
  slug: string
  name: string
  kind: DistrictKind
  admin: { name: string; username: string; password: string }
}

/** Signs up at the first of the divisions that no other suite has taken. */
async function signUpAt(url: string, divisions: readonly string[], body: SignUp) {
  for (const division of divisions) {
    const reply = await clientOf(url).call(ROUTES.signUpDistrict, { body: { ...body, division } })
    if (reply.status !== 409) return must('sign-up', reply)
  }
  throw new Error(`no free division for a ${body.kind}`)
}

/** Signs up a district: a zone of Zhengzhou, or a bureau of another kind at a free division. */
export async function aDistrict(
  given: { kind?: DistrictKind; division?: string; url?: string; name?: string } = {},
): Promise<TestDistrict> {
  const url = given.url ?? constellation().url
  const { kind = 'zone', name = unique('试验区') } = given
  const slug = unique('d')
  const admin = { name: '管理员', username: `${slug}.admin`, password: PASSWORD }
  const divisions = given.division === undefined ? await divisionsFor(url, kind) : [given.division]
  const { id, division } = await signUpAt(url, divisions, { slug, name, kind, admin })
  const adminClient = await signIn(url, admin.username)
  const people = new Map<string, Promise<Client>>([['admin', Promise.resolve(adminClient)]])
  const units = new Map<string, Promise<Unit>>()

  const person = async (role: Role, unit?: string) => {
    const standsFor = UNIT_ROLES[role] ? (unit ?? (await unitOf(role)).id) : undefined
    const username = `${slug}.${role.replaceAll('_', '-')}${people.size}`
    const whom = {
      district: slug,
      username,
      name: unique('人员'),
      role,
      ...(standsFor === undefined ? {} : { unit: standsFor }),
    }
    return aPerson(url, adminClient, whom)
  }
  const as = (role: Role, unit?: string) => {
    const key = unit === undefined ? role : `${role} ${unit}`
    const known = people.get(key) ?? person(role, unit)
    people.set(key, known)
    return known
  }
  const made = rosters(slug, adminClient, () => as('office'))
  const makeUnit = async (kindOfUnit: 'school' | 'provider' | 'expert' | 'teacher'): Promise<Unit> => {
    if (kindOfUnit === 'teacher') return made.teacher((await unitOf('school_admin')).id)
    return made[kindOfUnit]()
  }
  const unitOf = (role: Role): Promise<Unit> => {
    const kindOfUnit = UNIT_ROLES[role]
    if (!kindOfUnit) throw new Error(`${role} stands for no unit`)
    const known = units.get(kindOfUnit) ?? makeUnit(kindOfUnit)
    units.set(kindOfUnit, known)
    return known
  }
  return {
    id,
    slug,
    name,
    kind,
    division,
    base: `/api/districts/${slug}`,
    admin: adminClient,
    as,
    unitOf,
    ...made,
  }
}
