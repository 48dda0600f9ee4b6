import { ROUTES } from '@shixun/contract/routes'
import type { Tale } from './tale.ts'

const VISIT_ON = '2099-05-20'
const AT = '2026-05-20T01:00:00.000Z'
/** The smallest JPEG that begins and ends as one. */
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0x4a, 0x46, 0xff, 0xd9])

/** A running project is visited: the record goes from the phone to its seal, is returned, sealed again, told and read. */
export async function countInspections(tale: Tale, school: string, project: string): Promise<void> {
  const { measure, prepare, as } = tale
  const office = { as: await as('office') }
  const owner = { as: await as('school_admin', school) }
  const { body: experts } = await prepare(ROUTES.listExperts, office)
  const expertId = experts.items[0]?.id ?? ''
  const visitor = { as: await as('expert', expertId) }
  const body = { projectId: project, visitOn: VISIT_ON, expertIds: [expertId], checks: [{ title: '场地与申报一致' }] }
  const planned = await measure(ROUTES.planInspection, { ...office, body })
  const one = { params: { id: planned.body.id } }
  const amended = { visitOn: '2099-05-21', purpose: '看课' }
  await measure(ROUTES.amendInspection, { ...office, ...one, ifMatch: 1, body: amended })
  const { body: seen } = await measure(ROUTES.readInspection, { ...visitor, ...one }, 'own')
  const sheet = { params: { id: seen.sheets[0]?.id ?? '' } }
  const entries = [{ key: 'check.1', score: null, answer: 'yes' as const, note: '', at: AT, seen: null }]
  await measure(ROUTES.keepInspectionEntries, { ...visitor, ...sheet, body: { entries } })
  const photograph = (tail: number) => {
    const form = new FormData()
    form.append('file', new File([PICTURE, new Uint8Array([tail])], '现场.jpg'))
    return { ...visitor, ...sheet, query: { item: 'check.1', takenAt: AT }, body: form }
  }
  const { body: first } = await measure(ROUTES.addInspectionPhoto, photograph(1))
  const photoId = first.photos[0]?.id ?? ''
  await measure(ROUTES.readInspectionPhoto, { ...office, params: { ...one.params, photoId } })
  await measure(ROUTES.removeInspectionPhoto, { ...visitor, params: { ...sheet.params, photoId } })
  const sealing = { ...visitor, ...sheet, body: { receivedBy: '王主任', photos: 0 } }
  await measure(ROUTES.sealInspectionSheet, sealing)
  await measure(ROUTES.reopenInspectionSheet, { ...office, ...sheet, body: { note: '补充照片' } })
  await prepare(ROUTES.sealInspectionSheet, sealing)
  await measure(ROUTES.releaseInspection, { ...office, ...one, body: {} })
  await measure(ROUTES.acknowledgeInspection, { ...owner, ...one, body: {} })
  await measure(ROUTES.readInspection, { ...office, ...one })
  await measure(ROUTES.readInspectionHistory, { ...office, ...one })
  const other = await prepare(ROUTES.planInspection, { ...office, body })
  await measure(ROUTES.cancelInspection, { ...office, params: { id: other.body.id }, body: { note: '改为线上' } })
  await measure(ROUTES.listInspections, office)
  await measure(ROUTES.listInspections, { ...office, query: { state: 'released' } }, 'state')
  await measure(ROUTES.listInspections, { ...office, query: { project } }, 'project')
  await measure(ROUTES.listInspections, visitor, 'of an expert')
  await measure(ROUTES.listInspections, owner, 'own')
}
