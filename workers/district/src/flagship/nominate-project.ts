import { ListingPackage as PackageShape } from '@shixun/contract/flagship'
import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { nominations } from '@shixun/db/tenant/schema/flagship'
import { projectById } from '@shixun/db/tenant/training'
import { EVALUATED_STATES, NOMINABLE_BANDS } from '@shixun/domain/flagship/listing'
import type { ListingPackage } from '@shixun/domain/flagship/package'
import { DEFAULT_BANDS } from '@shixun/domain/quality/rubrics/rubric'
import { isCalendarDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { PROJECT } from '@shixun/domain/training/project'
import { fieldsOf } from '@shixun/http/read-input'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { postLetter } from '@shixun/tenant/post-letter'
import type { DistrictScene } from '../store.ts'
import { nominationCard } from './nomination-card.ts'

type Project = ReturnType<ReturnType<typeof projectById>['decode']>
type Told =
  | 'phase'
  | 'subject'
  | 'module'
  | 'mode'
  | 'hours'
  | 'summary'
  | 'outline'
  | 'trainers'
  | 'resources'
  | 'licence'
type Body = Pick<ListingPackage, Told> & { projectId: string; curator: string }

/** The dated milestones of a project; a draft that was approved with a gap in them leaves that one out. */
function milestonesOf({ formValues }: Project): ListingPackage['milestones'] {
  const { milestones } = formValues
  const rows = Array.isArray(milestones) ? milestones : []
  return rows
    .map((row) => ({ text: String(row['text'] ?? ''), from: String(row['from'] ?? ''), to: String(row['to'] ?? '') }))
    .filter(({ from, to }) => isCalendarDate(from) && isCalendarDate(to))
}

function packageOf(scene: DistrictScene, project: Project, body: Body): ListingPackage {
  const { slug, name } = scene.store.tenant.district
  const { projectId: _, curator: __, ...told } = body
  return {
    ...told,
    title: project.title,
    level: project.level,
    milestones: milestonesOf(project),
    evaluation: { score: project.score ?? 0, band: project.band ?? '' },
    origin: { district: slug, districtName: name, project: project.id, number: project.number },
  }
}

/** 推荐精品项目：a project evaluated good or better goes to a curator by envelope, once as long as it is not refused there. */
export async function nominateProject(scene: DistrictScene, { body }: { body: Body }): Promise<Verdict> {
  const { tenant } = scene.store
  const [[project]] = await tenant.read(projectById({ id: body.projectId }))
  if (!project) return refuse({ code: 'not-found' })
  if (!EVALUATED_STATES.includes(project.state))
    return refuse({ code: 'state-refuses', facts: { state: PROJECT.states[project.state] } })
  if (!NOMINABLE_BANDS.includes(project.band ?? '')) {
    const band = DEFAULT_BANDS.find(({ key }) => key === project.band)?.title ?? project.band ?? '未评估'
    return refuse({ code: 'grade-too-low', facts: { band } })
  }
  const contents = PackageShape.safeParse(packageOf(scene, project, body))
  if (!contents.success) return refuse({ code: 'invalid-input', fields: fieldsOf(contents.error.issues) })
  const id = scene.newId('nom')
  const letter = postLetter(scene, {
    kind: 'nomination',
    subject: id,
    receiver: body.curator,
    body: { nomination: id, package: contents.data },
  })
  const row = {
    id,
    projectId: project.id,
    curatorSlug: body.curator,
    title: project.title,
    package: contents.data,
    envelopeId: letter.id,
    state: 'sent' as const,
    reason: null,
    decision: null,
    decisionVersion: 0,
    version: 1,
    createdAt: scene.now,
  }
  const answer = nominationCard(row)
  const event = {
    entity: id,
    version: 1,
    verb: 'nominate',
    after: { state: row.state, project: project.id, curator: body.curator },
  }
  const statements = [insert(nominations, row), letter.statement]
  const refusal = await commit(tenant, scene.hand, [event], statements, storedAnswer(201, answer, 1))
  if (refusal)
    return refuse(refusedWrite(refusal, { duplicate: { code: 'already-exists', facts: { what: project.title } } }))
  scene.later(scene.store.nudge())
  return ok({ body: answer, version: 1 })
}
