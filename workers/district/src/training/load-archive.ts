import { agreementsOfProject, amendmentsOfProject } from '@shixun/db/tenant/agreements'
import {
  applicationOfProject,
  attachmentsOfProject,
  callOfProject,
  evaluationsOfProject,
  evidenceOfProject,
  formsOfProject,
  journalOfAmendments,
  journalOfProject,
  noticesOfProject,
  objectionsOfProject,
  panelsOfProject,
  rankingsOfProject,
  sheetsOfProject,
  submissionsOfProject,
} from '@shixun/db/tenant/archive'
import { projectById } from '@shixun/db/tenant/training'
import { type Permission, scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import type { DistrictScene } from '../store.ts'

/** What this visitor's archive may hold; nobody gets by archive what the API would not show them. */
export type ArchiveReach = { reviewers: boolean; evaluations: boolean; objections: boolean; objectors: boolean }

function reachOf({ visitor }: DistrictScene): ArchiveReach {
  const may = (permission: Permission) => scopeOf(visitor, permission) !== null
  return {
    reviewers: may('panel.read'),
    evaluations: may('evaluation.read'),
    objections: may('objection.read'),
    objectors: visitor.kind === 'person' && visitor.role === 'office',
  }
}

/** Everything about a project in one trip. Another unit's project is as unknown as none. */
export async function loadArchive(scene: DistrictScene, id: string) {
  const key = { id }
  const [
    [project],
    [application],
    [call],
    submissions,
    forms,
    attachments,
    panels,
    sheets,
    notices,
    objections,
    evidence,
    agreements,
    amendments,
    evaluations,
    changes,
    amendmentChanges,
    rankings,
  ] = await scene.store.tenant.read(
    projectById(key),
    applicationOfProject(key),
    callOfProject(key),
    submissionsOfProject(key),
    formsOfProject(key),
    attachmentsOfProject(key),
    panelsOfProject(key),
    sheetsOfProject(key),
    noticesOfProject(key),
    objectionsOfProject(key),
    evidenceOfProject(key),
    agreementsOfProject(key),
    amendmentsOfProject(key),
    evaluationsOfProject(key),
    journalOfProject(key),
    journalOfAmendments(key),
    rankingsOfProject(key),
  )
  const limit = unitLimit(scene.visitor, 'project.read')
  if (!project || !application || (limit !== null && project.unitId !== limit)) return null
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  return {
    reach: reachOf(scene),
    project,
    application,
    call: call ?? null,
    submissions,
    forms,
    attachments,
    panels,
    rankings,
    sheets,
    notices,
    objections: objections.sort(byId),
    evidence: evidence.sort(byId),
    agreements,
    amendments: amendments.reverse(),
    evaluations: evaluations.sort(byId),
    changes: [...changes, ...amendmentChanges],
  }
}

export type Archive = NonNullable<Awaited<ReturnType<typeof loadArchive>>>
