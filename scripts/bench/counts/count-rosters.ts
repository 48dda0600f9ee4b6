import { ROUTES } from '@shixun/contract/routes'
import { makeIdentityNumber } from '@shixun/domain/teachers/identity-document'
import type { Tale } from './tale.ts'

export type Rosters = { schools: string[]; experts: string[] }

function teacherRow(n: number) {
  const document = makeIdentityNumber('410105', '1985-06-01', n)
  const documentType = 'resident-identity-card'
  return { name: `教师${n}`, document, documentType, schoolCode: '2141000001', phase: 'primary', subject: '语文' }
}

/** Two schools, a provider, some teachers and four experts, one of whom serves at the first school. */
export async function countRosters({ measure, prepare, as }: Tale): Promise<Rosters> {
  const admin = { as: await as('admin') }
  const office = { as: await as('office') }
  const school = (n: number, name: string) => ({
    code: `214100000${n}`,
    name,
    area: 'town' as const,
    phase: 'primary' as const,
  })
  const first = await measure(ROUTES.createSchool, { ...admin, body: school(1, '金水一小') })
  await measure(ROUTES.importSchools, { ...admin, body: { rows: [school(2, '金水二小'), school(3, '金水三小')] } })
  const { id, version } = first.body
  await measure(ROUTES.editSchool, { ...admin, params: { id }, ifMatch: version, body: { area: 'urban' } })
  await measure(ROUTES.readSchool, { ...office, params: { id } })
  const listed = await measure(ROUTES.listSchools, office)
  await measure(ROUTES.listSchools, { ...office, query: { q: '金水' } }, 'q')
  const accredited = { accreditedFrom: '2025-01-01', accreditedTo: '2030-12-31' }
  const centre = { name: '发展中心', levels: ['district' as const], ...accredited }
  const provided = await measure(ROUTES.createProvider, { ...office, body: centre })
  const ofProvider = { ...office, params: { id: provided.body.id } }
  await measure(ROUTES.readProvider, ofProvider)
  await measure(ROUTES.editProvider, { ...ofProvider, ifMatch: 1, body: { name: '教师发展中心' } })
  const period = { levels: ['city' as const], number: '', from: '2026-01-01', to: '2030-12-31' }
  await measure(ROUTES.renewProvider, { ...ofProvider, ifMatch: 2, body: period })
  const early = { endedOn: '2029-12-31', note: '整改' }
  const second = { params: { ...ofProvider.params, period: 'p2' } }
  await measure(ROUTES.endPeriod, { ...ofProvider, ...second, ifMatch: 3, body: early })
  const provider = (name: string) => ({ name, levels: '区县级、校级', ...accredited })
  await measure(ROUTES.importProviders, { ...office, body: { rows: [provider('师范学院'), provider('教科所')] } })
  await measure(ROUTES.listProviders, office)
  await measure(ROUTES.importTeachers, { ...office, body: { rows: [1, 2, 3, 4, 5].map(teacherRow) } })
  const teachers = await measure(ROUTES.listTeachers, office)
  await measure(ROUTES.listTeachers, { ...office, query: { q: '教师' } }, 'q')
  await measure(ROUTES.listTeachers, { as: await as('school_admin', id) }, 'own school')
  await measure(ROUTES.readTeacher, { ...office, params: { id: teachers.body.items[0]?.id ?? '' } })
  const experts: string[] = []
  for (const n of [1, 2, 3, 4]) {
    const schoolId = n === 4 ? id : null
    const body = { name: `专家${n}`, schoolId, subjects: ['班主任'], phases: [], pastSchools: [], ties: [] }
    const made = await (n === 1 ? measure : prepare)(ROUTES.createExpert, { ...office, body })
    experts.push(made.body.id)
  }
  await measure(ROUTES.listExperts, office)
  const more = [
    { name: '专家5', schoolCode: '2141000002', subjects: '语文、数学', pastSchools: '2141000003（2024-08-31）' },
    { name: '专家6', phases: '小学、初中' },
  ]
  await measure(ROUTES.importExperts, { ...office, body: { rows: more } })
  const ofExpert = { ...office, params: { id: experts[0] ?? '' } }
  await measure(ROUTES.readExpert, ofExpert)
  await measure(ROUTES.editExpert, { ...ofExpert, ifMatch: 1, body: { subjects: ['班主任', '德育'] } })
  const others = listed.body.items.filter((one) => one.id !== id).map((one) => one.id)
  return { schools: [id, ...others.sort()], experts }
}
