import { FORM_SAMPLES } from '@shixun/domain/calls/form-samples'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/sample-rubrics'
import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'

/** 样例：forms and rubrics that a bureau starts from and changes as it likes. */
export async function readSamples(): Promise<Verdict> {
  const rubrics = SAMPLE_RUBRICS.map(({ key, use, rubric }) => ({
    key,
    title: rubric.title,
    purpose: use === 'application' ? 'review' : use,
    body: rubric,
  }))
  return ok({ body: { forms: FORM_SAMPLES, rubrics } })
}
