import { ROUTES } from '@shixun/contract/routes'
import { BEGIN, freshId } from '../house.ts'
import type { Tale } from './tale.ts'

const TOLD = {
  phase: '小学',
  subject: '班主任',
  module: '专业能力',
  mode: '集中',
  hours: 40,
  summary: '先调研后设计，集中研修与返岗实践结合。',
  outline: [{ title: '班会课', hours: 8, module: '专业能力' }],
  trainers: '高校专家与本地教研员联合授课。',
  resources: '课例与工具包可直接使用。',
  licence: 'CC BY-NC-SA 4.0',
}

/** What the city's library holds before it lists anything: a candidate, as an approved nomination leaves it. */
async function layCandidate({ city, county }: Tale, project: string): Promise<string> {
  const [application, listing] = [freshId('app'), freshId('lst')]
  const origin = { district: county.ref.slug, districtName: county.ref.name, project, number: 'LX2026-0001' }
  const evaluation = { score: 9400, band: 'excellent' }
  const contents = { ...TOLD, title: '小学班主任培训', level: 'district', milestones: [], evaluation, origin }
  await city.tenant.batch([
    city.tenant
      .prepare(
        "INSERT INTO applications (id, unit_kind, unit_id, unit_name, title, state, form_values, submission_no, version, created_at, updated_at) VALUES (?, 'district', ?, ?, ?, 'approved', '{}', 1, 1, ?, ?)",
      )
      .bind(application, county.ref.id, county.ref.name, contents.title, BEGIN, BEGIN),
    city.tenant
      .prepare(
        "INSERT INTO listings (id, application_id, title, origin_id, origin_name, package, state, version, created_at) VALUES (?, ?, ?, ?, ?, ?, 'candidate', 1, ?)",
      )
      .bind(listing, application, contents.title, county.ref.id, county.ref.name, JSON.stringify(contents), BEGIN),
  ])
  return listing
}

/** Lets the carrier run until the shelf shows the listing at this grade. */
async function shown({ house, prepare, as }: Tale, grade: string): Promise<string> {
  const office = { as: await as('office') }
  for (let round = 0; round < 40; round++) {
    await house.constellation.tick()
    const { body } = await prepare(ROUTES.searchListings, { ...office, query: { grade: grade as 'flagship' } })
    const [first] = body.items
    if (first) return first.id
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`nothing stands on the shelf as ${grade}`)
}

/** A district nominates, the city lists, a school finds and takes over. */
export async function countFlagship(
  tale: Tale,
  given: { project: string; school: string; call: string },
): Promise<void> {
  const { measure, as, house, city } = tale
  const office = { as: await as('office') }
  const nomination = { ...TOLD, projectId: given.project, curator: city.ref.slug }
  await measure(ROUTES.nominateProject, { ...office, body: nomination })
  await measure(ROUTES.listNominations, office)
  const listing = await layCandidate(tale, given.project)
  const curator = { as: await house.session({ role: 'curator', bureau: city }), params: { district: city.ref.slug } }
  const one = { ...curator, params: { ...curator.params, id: listing } }
  await measure(ROUTES.reserveListing, { ...one, body: {} })
  await measure(ROUTES.listCuratedListings, curator)
  await measure(ROUTES.readCuratedListing, one)
  await measure(ROUTES.promoteListing, { ...one, body: { model: '名师引领' } })
  await measure(ROUTES.readDashboard, curator, 'curator')
  await shown(tale, 'flagship')
  await measure(ROUTES.searchListings, { ...office, query: { q: '班主任' } })
  await measure(ROUTES.readListing, { ...office, params: { id: listing } })
  const school = { as: await as('school_admin', given.school), params: { id: listing } }
  await measure(ROUTES.adoptListing, { ...school, body: { callId: given.call } })
  await measure(ROUTES.listEnvelopes, office)
  await measure(ROUTES.warnListing, { ...one, body: { note: '质量预警' } })
  await measure(ROUTES.keepListing, { ...one, body: { note: '整改到位' } })
  await measure(ROUTES.removeListing, { ...one, body: { note: '到期' } })
}
