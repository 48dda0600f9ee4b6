import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Binding } from '@shixun/db/binding'
import { newId } from '@shixun/db/ids'
import type { DistrictRef } from '@shixun/domain/identity/visitor'
import type { FeedPage } from '@shixun/domain/province/feed-page'
import type { ProjectFigures } from '@shixun/domain/training/figures'
import { importJWK, type JWK, SignJWT } from 'jose'
import type { Constellation } from '../../../scripts/local/constellation.ts'

type Acceptance = { accepted: boolean; reason: string | null; expects: number | null }

/** The narrow doors through which the jobs worker carries the feed. */
export type FeedDoors = {
  HOUSEKEEPING: { found(ref: DistrictRef, now: string): Promise<boolean> }
  FEED_SOURCE: {
    publish(ref: DistrictRef, period: string, now: string): Promise<FeedPage | null>
    revise(ref: DistrictRef, period: string, now: string): Promise<FeedPage | null>
    page(ref: DistrictRef, epoch: number, page: number): Promise<FeedPage | null>
  }
  FEED_SINK: {
    accept(page: FeedPage, now: string): Promise<Acceptance>
    expect(period: string, refs: DistrictRef[]): Promise<void>
    excuse(period: string, ref: DistrictRef): Promise<void>
  }
}

export function feedDoors(constellation: Constellation): Promise<FeedDoors> {
  return constellation.miniflare.getBindings<FeedDoors>('shixun-jobs')
}

/** A district with a database and nothing in it, founded behind the doors. */
export async function foundForFeed(
  constellation: Constellation,
  {
    slot,
    division,
    name,
    kind = 'county',
    now = '2026-01-05T00:00:00.000Z',
  }: Pick<DistrictRef, 'slot' | 'division' | 'name'> & {
    kind?: DistrictRef['kind']
    now?: string
  },
): Promise<{ ref: DistrictRef; database: Binding }> {
  const ref = {
    id: newId('dis', now),
    slug: slot.toLowerCase().replace('_', '-'),
    name,
    kind,
    division,
    slot,
    epoch: 1,
  }
  const { HOUSEKEEPING } = await feedDoors(constellation)
  if (!(await HOUSEKEEPING.found(ref, now))) throw new Error(`${slot} was not founded`)
  return { ref, database: await constellation.database('district', slot) }
}

export type FeedProjectGiven = {
  unit: number
  title?: string
  kind?: string
  level?: string
  state?: string
  figures?: ProjectFigures
  values?: Record<string, unknown>
  number?: string
  at?: string
}

/** A project and the application it came from, as rows: the feed reads what stands, not how it came about. */
export async function addFeedProject(
  database: Binding,
  given: FeedProjectGiven,
): Promise<{ id: string; number: string }> {
  const at = given.at ?? '2026-03-02T02:00:00.000Z'
  const id = newId('pro', at)
  const number = given.number ?? `LX2026-${id.slice(-6)}`
  const values = JSON.stringify(given.values ?? {})
  const unit = [`sch_${given.unit}`, `第${given.unit}小学`]
  const title = given.title ?? '班主任培训'
  const application = newId('app', at)
  await database.batch([
    database
      .prepare(
        `INSERT INTO applications (id, unit_kind, unit_id, unit_name, title, state, form_values, submission_no, version, created_at, updated_at)
         VALUES (?, 'school', ?, ?, ?, 'approved', ?, 1, 1, ?, ?)`,
      )
      .bind(application, ...unit, title, values, at, at),
    database
      .prepare(
        `INSERT INTO projects (id, application_id, call_id, unit_kind, unit_id, unit_name, kind, level, title, number, state, form_values, figures, version, created_at, updated_at)
         VALUES (?, ?, '', 'school', ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`,
      )
      .bind(
        id,
        application,
        ...unit,
        given.kind ?? 'training_project',
        given.level ?? 'district',
        title,
        number,
        given.state ?? 'running',
        values,
        JSON.stringify(given.figures ?? {}),
        at,
        at,
      ),
  ])
  return { id, number }
}

/** Four projects of four schools, so that what counts persons may be published. */
export async function addFeedProjects(database: Binding, enrolled = 40): Promise<void> {
  for (const unit of [1, 2, 3, 4])
    await addFeedProject(database, {
      unit,
      title: unit === 1 ? '=cmd|班主任,培训' : '班主任培训',
      figures: { planned: 45, enrolled, completed: 20, hoursPromised: 24, hoursDelivered: 12 },
    })
}

/** An access token as the identity worker would give it, signed with the key of the state folder. */
export async function mintFeedToken(state: string, url: string, claims: Record<string, unknown> = {}): Promise<string> {
  const secrets: { identity: { TOKEN_KEY: string } } = JSON.parse(readFileSync(join(state, 'secrets.json'), 'utf8'))
  const key: JWK = JSON.parse(secrets.identity.TOKEN_KEY)
  const payload = {
    iss: url,
    aud: `${url}/feeds/v1`,
    sub: 'cli_test',
    scope: 'feed:read',
    province: '410000',
    ...claims,
  }
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
    .setIssuedAt()
    .setExpirationTime(claims['exp'] === undefined ? '5m' : Number(claims['exp']))
    .sign(await importJWK(key, 'EdDSA'))
}

/** The private key with which the districts of this installation sign. */
export function signingKey(state: string): JWK {
  const secrets: { district: { SIGNING_KEYS: string } } = JSON.parse(readFileSync(join(state, 'secrets.json'), 'utf8'))
  const [key]: JWK[] = JSON.parse(secrets.district.SIGNING_KEYS)
  if (!key) throw new Error('no signing key')
  return key
}
