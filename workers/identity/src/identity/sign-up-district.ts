import type { BodyOf } from '@shixun/contract/route'
import type { ROUTES } from '@shixun/contract/routes'
import { commit } from '@shixun/db/commit'
import type { WriteRefusal } from '@shixun/db/database'
import { accountByUsername } from '@shixun/db/directory/accounts'
import { attemptsOf, countBudget } from '@shixun/db/directory/attempts'
import { claimStatements, districtOfSlug, freeSlots } from '@shixun/db/directory/districts'
import { divisionOn } from '@shixun/db/directory/divisions'
import { accounts, memberships } from '@shixun/db/directory/schema'
import { insert } from '@shixun/db/statement'
import { budgetClosed, budgetPeer, SIGN_UP_BUDGET } from '@shixun/domain/identity/attempts'
import { bureauKey, kindFitsLevel, slugIsFree } from '@shixun/domain/identity/bureau'
import { passwordProblem } from '@shixun/domain/identity/password-rules'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { type FieldProblem, ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { finishFounding } from './finish-founding.ts'
import { rememberSignUp } from './remember-sign-up.ts'

type SignUp = BodyOf<(typeof ROUTES)['signUpDistrict']>

/** Sign-ups that may wait for their hash: a province that opens its counties on one morning. */
const ROOM = 64
/** Free databases at which the alarm is raised. */
export const POOL_MARK = 5

function checkWords(body: SignUp): Refusal | null {
  if (!slugIsFree(body.slug)) return { code: 'invalid-input', fields: [{ pointer: '/slug', problem: 'not_a_choice' }] }
  const problem = passwordProblem(body.admin.password, [body.admin.username, body.admin.name, body.name, body.slug])
  return problem ? { code: 'password-refused', fields: [{ pointer: '/admin/password', ...problem }] } : null
}

/** What must be known before anything is claimed, in one trip. */
async function survey({ store, now, passage }: IdentityScene, body: SignUp) {
  const peer = budgetPeer(passage.address)
  const budget = peer === null ? null : store.keyed.subject('sup', peer)
  const [divisions, districts, accountRows, slots, [before]] = await store.directory.readThenWrite(
    [
      divisionOn({ code: body.division, day: chinaDate(now) }),
      districtOfSlug({ slug: body.slug }),
      accountByUsername({ username: body.admin.username }),
      freeSlots({ limit: POOL_MARK + 1 }),
      attemptsOf({ subjects: JSON.stringify([budget]) }),
    ] as const,
    budget === null ? [] : [countBudget(budget, SIGN_UP_BUDGET, store.wallMs)],
  )
  return {
    division: divisions[0],
    district: districts[0],
    account: accountRows[0],
    slots,
    closed: budgetClosed(before, SIGN_UP_BUDGET, store.wallMs),
  }
}

function fieldOf(body: SignUp, division: { level: string } | undefined): FieldProblem | null {
  if (!division) return { pointer: '/division', problem: 'not_a_choice' }
  return kindFitsLevel(body.kind, division.level) ? null : { pointer: '/kind', problem: 'not_a_choice' }
}

function refusedClaim(body: SignUp, refusal: WriteRefusal): Refusal {
  if (refusal.kind === 'assertion') return { code: 'pool-empty' }
  if (refusal.kind !== 'duplicate') return { code: 'version-stale' }
  if (refusal.columns.includes('districts.bureau')) return { code: 'bureau-taken' }
  return {
    code: 'already-exists',
    facts: { what: refusal.columns.includes('username') ? body.admin.username : body.slug },
  }
}

/** Claim, district, administrator, journal and idempotency row: one atomic batch. */
async function claim(scene: IdentityScene, body: SignUp, level: string): Promise<Result<string, Refusal>> {
  const { store, now } = scene
  const { slug, name, kind, division, admin } = body
  const hashed = await store.line(ROOM, async () => ok(await store.passwords.hash(admin.password)))
  if (!hashed.ok) return hashed
  const [id, account, membership] = [scene.newId('dis'), scene.newId('acc'), scene.newId('mem')]
  const bureau = bureauKey(kind, division, level, name)
  const refusal = await commit(
    store.directory,
    { ...scene.hand, actor: `${account}/admin/${admin.name}` },
    [
      { entity: id, version: 1, verb: 'sign-up', after: { slug, name, kind, division, state: 'founding' } },
      {
        entity: account,
        version: 1,
        verb: 'create',
        after: { username: admin.username, name: admin.name, roles: ['admin'], state: 'active' },
      },
    ],
    [
      ...claimStatements({ id, slug, name, kind, division, bureau, createdAt: now }),
      insert(accounts, {
        ...{ id: account, username: admin.username, name: admin.name, password: hashed.value, state: 'active' },
        ...{ homeDistrictId: id, lastMembershipId: membership, version: 1, createdAt: now },
      }),
      insert(memberships, { id: membership, accountId: account, districtId: id, role: 'admin', createdAt: now }),
    ],
    storedAnswer(201, { id, slug, name, kind, division, state: 'live' }),
  )
  return refusal ? refuse(refusedClaim(body, refusal)) : ok(id)
}

/** 教育局开通：a bureau takes a free database of the pool; a bureau that finds it empty is remembered. */
export async function signUpDistrict(scene: IdentityScene, { body }: { body: SignUp }): Promise<Verdict> {
  const { store } = scene
  const words = checkWords(body)
  if (words) return refuse(words)
  const known = await survey(scene, body)
  if (known.closed !== null) return refuse({ code: 'too-many-requests', facts: { seconds: known.closed } })
  const field = fieldOf(body, known.division)
  if (field || !known.division) return refuse({ code: 'invalid-input', fields: field ? [field] : [] })
  if (known.district?.state === 'founding') await finishFounding(store, known.district, scene)
  if (known.district) return refuse({ code: 'already-exists', facts: { what: body.slug } })
  if (known.account) return refuse({ code: 'already-exists', facts: { what: body.admin.username } })
  const claimed =
    known.slots.length === 0 ? refuse<Refusal>({ code: 'pool-empty' }) : await claim(scene, body, known.division.level)
  if (known.slots.length <= POOL_MARK)
    console.warn(JSON.stringify({ level: 'alarm', alarm: 'pool-low', free: known.slots.length }))
  if (!claimed.ok) return claimed.refusal.code === 'pool-empty' ? rememberSignUp(scene, body) : claimed
  const [[district]] = await store.directory.read(districtOfSlug({ slug: body.slug }))
  const live = district !== undefined && (await finishFounding(store, district, scene))
  const { slug, name, kind, division } = body
  return ok({ status: 201, body: { id: claimed.value, slug, name, kind, division, state: live ? 'live' : 'founding' } })
}
