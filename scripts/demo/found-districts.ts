import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '@shixun/db/ids'
import { writeActivationCode } from '@shixun/domain/identity/activation-code'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { calculateJwkThumbprint, type JWK } from 'jose'
import { apiClient } from '../local/api-client.ts'
import type { Constellation } from '../local/constellation.ts'
import { CITY, DEMO_PASSWORD, type DemoDistrict, demonstrationAccounts, personName } from './accounts.ts'
import { planText, schoolRows, teacherRows } from './rows.ts'
import { actors, type Stage } from './stage.ts'

type Item = { id: string; name: string }
type Account = { activationCode: string }

function nameOf(username: string): string {
  return demonstrationAccounts().accounts.find((account) => account.username === username)?.name ?? username
}

/** Teachers of a county. */
export const TEACHERS = 110

async function rosterOf(stage: Stage, teachers: number): Promise<string[]> {
  const admin = await stage.as('admin')
  await admin.must(`${stage.base}/schools/import`, { rows: schoolRows(stage.district, stage.index) })
  const listed = await admin.get<{ items: Item[] }>(`${stage.base}/schools?limit=50`)
  const rows = schoolRows(stage.district, stage.index)
  stage.schools = rows.flatMap(({ name }) => listed.body.items.filter((school) => school.name === name))
  const office = await stage.as('office')
  await office.must(`${stage.base}/teachers/import`, { rows: teacherRows(stage.district, stage.index, teachers) })
  const provider = await office.must<Item>(`${stage.base}/providers`, {
    name: `${stage.district.name.replace('教育局', '')}教师发展中心`,
    levels: ['district', 'city', 'school'],
    accreditedFrom: '2025-01-01',
    accreditedTo: '2028-12-31',
  })
  return [provider.id]
}

/** Three experts from outside, and one who serves at the first school: the system recuses that one there. */
async function expertsOf(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  const own = stage.district.kind === 'city' ? 0 : 1
  for (let n = 1; n <= 3 + own; n++) {
    const atSchool = n === 4 ? (stage.schools[0]?.id ?? null) : null
    const expert = await office.must<Item>(`${stage.base}/experts`, {
      name: nameOf(`${stage.district.slug}.expert${n}`),
      title: n === 1 ? '正高级教师' : '高级教师',
      units: n === 2 ? [{ name: '市教研室', title: '教研员', since: '2020-09-01' }] : [],
      schoolId: atSchool,
      subjects: n % 2 ? ['语文', '班主任'] : ['数学', '信息科技'],
      phases: ['primary', 'junior', 'senior'],
      pastSchools: [],
      ties: [],
    })
    stage.experts.push(expert.id)
  }
  const none = { schoolId: null, subjects: ['英语'], phases: ['junior'], pastSchools: [], ties: [] }
  const pauses = [{ from: '2026-01-01', to: null, reason: '出国访学' }]
  await office.must(`${stage.base}/experts`, { ...none, name: personName(901 + stage.index), pauses })
  await office.must(`${stage.base}/experts`, { ...none, name: personName(951 + stage.index) })
}

async function account(stage: Stage, login: string, role: string, unit?: string): Promise<void> {
  const admin = await stage.as('admin')
  const username = `${stage.district.slug}.${login}`
  const membership = unit === undefined ? { role } : { role, unit }
  const created = await admin.must<Account>(`${stage.base}/accounts`, {
    username,
    name: nameOf(username),
    memberships: [membership],
  })
  await admin.must('/api/activation', { code: created.activationCode, password: DEMO_PASSWORD })
}

async function rubricsOf(stage: Stage): Promise<void> {
  const office = await stage.as('office')
  for (const purpose of ['review', 'completion'] as const) {
    const sample = SAMPLE_RUBRICS.find(({ use }) => use === (purpose === 'review' ? 'application' : 'completion'))
    const given = { purpose, sample: sample?.key, body: sample?.rubric }
    const rubric = await office.must<Item>(`${stage.base}/rubrics`, given)
    await office.must(`${stage.base}/rubrics/${rubric.id}/actions/publish`)
    if (purpose === 'review') stage.reviewRubric = rubric.id
    else stage.completionRubric = rubric.id
  }
}

/** A bureau signs up and sets up its house: accounts, schools, people, experts, rubrics, the plan of the year. */
export async function foundDistrict(
  c: Pick<Constellation, 'url'>,
  district: DemoDistrict,
  index: number,
): Promise<Stage> {
  const admin = { name: nameOf(`${district.slug}.admin`), username: `${district.slug}.admin`, password: DEMO_PASSWORD }
  await apiClient(c.url, null).must('/api/districts', {
    slug: district.slug,
    name: district.name,
    kind: district.kind,
    division: district.division,
    admin,
  })
  const base = `/api/districts/${district.slug}`
  const stage: Stage = {
    district,
    index,
    base,
    as: actors(c.url, district),
    schools: [],
    experts: [],
    reviewRubric: '',
    completionRubric: '',
  }
  await account(stage, 'office', 'office')
  const city = district.slug === CITY.slug
  const [provider] = await rosterOf(stage, city ? 20 : TEACHERS)
  await expertsOf(stage)
  for (const [n, expert] of stage.experts.entries()) await account(stage, `expert${n + 1}`, 'expert', expert)
  if (city) await account(stage, 'curator', 'curator')
  else {
    for (const role of ['finance', 'auditor']) await account(stage, role, role)
    for (const n of [0, 1, 2]) await account(stage, `school${n + 1}`, 'school_admin', stage.schools[n]?.id)
    await account(stage, 'registrar', 'registrar', stage.schools[0]?.id)
    await account(stage, 'provider', 'provider', provider)
    const office = await stage.as('office')
    const teachers = await office.get<{ items: Item[] }>(`${base}/teachers?limit=1`)
    await account(stage, 'teacher', 'teacher', teachers.body.items[0]?.id)
  }
  await rubricsOf(stage)
  const office = await stage.as('office')
  await office.must(`${base}/plans/import`, { year: 2026, text: planText() })
  return stage
}

/** The first expert of a bureau becomes one of a neighbour too, by its invitation: one person, two roles to switch between. */
export async function shareExpert(from: Stage, to: Stage): Promise<void> {
  const office = await to.as('office')
  const profile = await office.must<Item>(`${to.base}/experts`, {
    name: nameOf(`${from.district.slug}.expert1`),
    schoolId: null,
    subjects: ['语文', '班主任'],
    phases: ['primary', 'junior', 'senior'],
    pastSchools: [],
    ties: [],
  })
  const admin = await to.as('admin')
  const { code } = await admin.must<{ code: string }>(`${to.base}/invitations`, { role: 'expert', unit: profile.id })
  await (await from.as('expert1')).must('/api/me/memberships', { code })
}

/** Accounts and the client of the platform and the province: the operator's own script, for no API grants them. */
export async function foundPlatform(c: Constellation, state: string): Promise<void> {
  const directory = await c.database('identity', 'DIRECTORY')
  const now = new Date(0).toISOString()
  for (const { username, name, role } of demonstrationAccounts().accounts.filter(({ district }) => district === null)) {
    const id = newId('acc', now)
    const code = writeActivationCode(randomBytes(16))
    await directory.batch([
      directory
        .prepare(
          "INSERT INTO accounts (id, username, name, state, version, created_at) VALUES (?, ?, ?, 'invited', 1, ?)",
        )
        .bind(id, username, name, now),
      directory
        .prepare('INSERT INTO memberships (id, account_id, role, division, created_at) VALUES (?, ?, ?, ?, ?)')
        .bind(newId('mem', now), id, role, role === 'province_officer' ? '410000' : null, now),
      directory
        .prepare(
          "INSERT INTO activation_codes (code_hash, account_id, expires_at) VALUES (?, ?, '9999-12-31T00:00:00.000Z')",
        )
        .bind(createHash('sha256').update(code.replaceAll('-', '')).digest('hex'), id),
    ])
    await apiClient(c.url, null).must('/api/activation', { code, password: DEMO_PASSWORD })
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const shown = publicKey.export({ format: 'jwk' }) as JWK
  const kid = await calculateJwkThumbprint(shown)
  const id = newId('cli', now)
  await directory.batch([
    directory
      .prepare(
        "INSERT INTO api_clients (id, name, division, jwk, state, created_at) VALUES (?, ?, '410000', ?, 'active', ?)",
      )
      .bind(id, '河南省教育厅', JSON.stringify({ ...shown, kid, alg: 'EdDSA' }), now),
  ])
  const client = {
    client_id: id,
    token_endpoint: `${c.url}/oauth/token`,
    jwk: { ...(privateKey.export({ format: 'jwk' }) as JWK), kid, alg: 'EdDSA' },
  }
  writeFileSync(join(state, 'demo-province-client.json'), JSON.stringify(client, null, 2), { mode: 0o600 })
}
