import { FORM_SAMPLES } from '@shixun/domain/calls/design/form-samples'
import { type BudgetLine, halfDoneBudget } from './plan-budget.ts'
import { type DraftOfPlan, planPdf } from './rows.ts'
import type { Named, Stage } from './stage.ts'

export type CallPlan = {
  title: string
  kind?: 'training_project' | 'flagship'
  level?: 'district' | 'city'
  opensAt: string
  closesAt: string
  quota: number
}

/** The office opens a call from the sample form, with double blindness and three experts an application. */
export async function openCall(stage: Stage, plan: CallPlan): Promise<string> {
  const office = await stage.as('office')
  const kind = plan.kind ?? 'training_project'
  const sample = FORM_SAMPLES.find((form) => form.kind === kind)
  const call = await office.must<Named>(`${stage.base}/calls`, {
    kind,
    level: plan.level ?? 'district',
    year: 2026,
    title: plan.title,
    guidance: sample?.guidance ?? '',
    form: sample?.form,
    rubricId: stage.reviewRubric,
    opensAt: plan.opensAt,
    closesAt: plan.closesAt,
    quotaPerUnit: kind === 'flagship' ? 20 : 12,
    unitKinds: kind === 'flagship' ? ['district'] : ['school', 'provider'],
    review: { blindness: 'double', method: 'mean', expertsPerItem: 3, quota: plan.quota },
    noticeDays: 5,
  })
  await office.must(`${stage.base}/calls/${call.id}/actions/open`)
  return call.id
}

/** Schools write drafts, attach the plan and hand them in; `keep` of them stay drafts that break rules of money. */
export async function declareAll(
  stage: Stage,
  callId: string,
  drafts: readonly DraftOfPlan[],
  keep = 0,
): Promise<Named[]> {
  const handedIn: Named[] = []
  for (const [n, draft] of drafts.entries()) {
    const school = await stage.as(`school${(n % 3) + 1}`)
    const kept = n >= drafts.length - keep
    const budget = draft.values['budget'] as BudgetLine[]
    const created = await school.must<Named>(`${stage.base}/applications`, {
      callId,
      title: draft.title,
      values: kept ? { ...draft.values, budget: halfDoneBudget(budget) } : draft.values,
    })
    await school.upload(`${stage.base}/applications/${created.id}/attachments`, '实施方案.pdf', planPdf(draft.title))
    if (!kept) handedIn.push(await school.must<Named>(`${stage.base}/applications/${created.id}/actions/submit`))
  }
  return handedIn
}

/** The office screens what was handed in; the first goes back once and comes again. */
export async function screenAll(stage: Stage, applications: readonly Named[]): Promise<void> {
  const office = await stage.as('office')
  const [first] = applications
  if (first) {
    await office.must(`${stage.base}/applications/${first.id}/actions/return`, {
      note: '请补充需求调研的样本数和主要发现。',
    })
    const school = await stage.as('school1')
    const back = await school.get<Named & { values: Record<string, unknown> }>(`${stage.base}/applications/${first.id}`)
    const values = {
      ...back.body.values,
      background: `${back.body.values['background']}共回收教师问卷 326 份，访谈 18 人。`,
    }
    await school.send(
      'PATCH',
      `${stage.base}/applications/${first.id}`,
      { values },
      { 'if-match': back.headers.get('etag') ?? '' },
    )
    await school.must(`${stage.base}/applications/${first.id}/actions/submit`)
  }
  for (const { id } of applications) await office.must(`${stage.base}/applications/${id}/actions/screen`)
}
