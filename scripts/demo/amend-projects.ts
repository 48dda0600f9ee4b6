import type { Named, Stage } from './stage.ts'

type Target = { means: string; name: string; promised: number | string; unit: string }
type Project = Named & {
  unitId: string
  agreement: {
    no: number
    body: {
      targets: Target[]
      money: object
      outputs: string[]
      dates: { from: string; to: string; milestones: object[] }
    }
  }
}

/** Terms with ten persons more than the agreement in force promises. */
function tenMore({ agreement: { no, body } }: Project) {
  const { targets, money, outputs, dates } = body
  const raised = targets.map((target) =>
    target.means === 'persons' ? { ...target, promised: Number(target.promised) + 10 } : target,
  )
  return { fromNo: no, terms: { targets: raised, money, outputs, dates } }
}

/** The first running project from the end of the list: which of them it is does not change from run to run. */
async function runningProject(stage: Stage): Promise<Project | null> {
  const office = await stage.as('office')
  const { body } = await office.get<{ items: Named[] }>(`${stage.base}/projects?state=running&limit=100`)
  const [newest] = body.items
  return newest ? (await office.get<Project>(`${stage.base}/projects/${newest.id}`)).body : null
}

/** One project is amended: its school asks for ten persons more and the bureau agrees; the bureau's next wish still waits for the school. */
export async function amendProject(stage: Stage): Promise<void> {
  const project = await runningProject(stage)
  if (!project) return
  const office = await stage.as('office')
  const place = stage.schools.findIndex((school) => school.id === project.unitId)
  const owner = await stage.as(`school${place + 1}`)
  const at = `${stage.base}/projects/${project.id}/amendments`
  const { id } = await owner.must<Named>(at, { ...tenMore(project), reason: '报名人数超过计划，场地和师资可以保证。' })
  await office.must(`${stage.base}/amendments/${id}/actions/approve`, { note: '同意，注意控制经费。' })
  const { body: next } = await office.get<Project>(`${stage.base}/projects/${project.id}`)
  const { fromNo, terms } = tenMore(next)
  const outputs = [...next.agreement.body.outputs, '面向薄弱学校的送教记录一份']
  await office.must(at, {
    fromNo,
    terms: { ...terms, targets: next.agreement.body.targets, outputs },
    reason: '按市局要求，各项目增加送教下乡的成果。',
  })
}
