import { settingByKey } from '@shixun/db/tenant/house'
import type { FormField } from '@shixun/domain/calls/design/form'
import { FORM_SAMPLES } from '@shixun/domain/calls/design/form-samples'
import { BUDGET_POLICY_SAMPLES } from '@shixun/domain/money/budget-policy-samples'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'

/** A form whose courses choose among the bureau's own modules, where it has set them. */
function withModules(form: readonly FormField[], setting: string | undefined): readonly FormField[] {
  const own: { modules: string[] } | null = setting === undefined ? null : JSON.parse(setting)
  return own === null
    ? form
    : form.map((field) => (field.type === 'courses' ? { ...field, choices: own.modules } : field))
}

/** 样例：forms, rubrics and money rules that a bureau starts from and changes as it likes. */
export async function readSamples(scene: DistrictScene): Promise<Verdict> {
  const [[modules]] = await scene.store.tenant.read(settingByKey({ key: 'content-modules' }))
  const forms = FORM_SAMPLES.map((sample) => ({ ...sample, form: withModules(sample.form, modules?.value) }))
  const rubrics = SAMPLE_RUBRICS.map(({ key, use, about, rubric }) => ({
    key,
    title: rubric.title,
    purpose: use === 'application' ? 'review' : use,
    about,
    body: rubric,
  }))
  return ok({ body: { forms, budgetPolicies: BUDGET_POLICY_SAMPLES, rubrics } })
}
