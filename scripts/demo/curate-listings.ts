import { projectsOf } from './run-projects.ts'
import type { Named, Stage } from './stage.ts'

/** A district nominates its well evaluated projects to the city. */
export async function nominate(stage: Stage, curator: string, count: number): Promise<void> {
  const office = await stage.as('office')
  const good = (await projectsOf(stage)).filter((project) => ['evaluated', 'archived'].includes(project.state))
  let sent = 0
  for (const project of good) {
    if (sent === count) break
    const { body } = await office.get<{ band: string; values: Record<string, unknown> }>(
      `${stage.base}/projects/${project.id}`,
    )
    if (!['excellent', 'good'].includes(body.band)) continue
    const hours = Number(body.values['hours'] ?? 40)
    await office.must('/api/catalogue/nominations', {
      projectId: project.id,
      curator,
      phase: String(body.values['phase'] ?? '小学'),
      subject: String(body.values['subject'] ?? '综合'),
      module: '专业能力',
      mode: String(body.values['mode'] ?? '集中'),
      hours,
      summary: `${project.title}：先调研后设计，集中研修与返岗实践结合，用匿名问卷和跟踪评估改进。`,
      outline: [
        { title: '师德与政策', hours: 8, module: '师德修养' },
        { title: project.title, hours: hours - 8, module: '专业能力' },
      ],
      trainers: '高校专家与本地教研员联合授课。',
      resources: '课例与工具包可直接使用。',
    })
    sent += 1
  }
}

/** Every nomination that arrived is screened by the city's office. Answers how many. */
export async function screenNominations(stage: Stage): Promise<number> {
  const office = await stage.as('office')
  const { body } = await office.get<{ items: Named[] }>(`${stage.base}/applications?state=submitted&limit=100`)
  for (const { id } of body.items) await office.must(`${stage.base}/applications/${id}/actions/screen`)
  return body.items.length
}

/** The curator lists what was approved: all as reserve, `flagships` of them as flagship under a model. */
export async function listAll(stage: Stage, flagships: number): Promise<void> {
  const curator = await stage.as('curator')
  const { body } = await curator.get<{ items: Named[] }>(`${stage.base}/listings?limit=100`)
  for (const [n, listing] of body.items.entries()) {
    await curator.must(`${stage.base}/listings/${listing.id}/actions/reserve`)
    if (n < flagships)
      await curator.must(`${stage.base}/listings/${listing.id}/actions/promote`, {
        model: n % 2 ? '研训一体' : '名师引领',
      })
  }
}
