import { creditRoutes as ROUTES } from '@shixun/contract/credits'
import { checkPolicy } from '@shixun/domain/credits/check-policy'
import { creditSamples } from '@shixun/domain/credits/credit-samples'
import { policyInWords } from '@shixun/domain/credits/policy-in-words'
import { trialCredits } from '@shixun/domain/credits/trial-credits'
import { ok, refuse } from '@shixun/domain/shared/result'
import { type Bound, bind } from '@shixun/http/bind'
import { fieldWords } from '@shixun/http/problem-response'

/** 学分试算：samples of policies, and a calculation that keeps nothing and opens no database. */
export const trialRoutes: readonly Bound<null>[] = [
  bind(ROUTES.readCreditSamples, async () => ok({ body: { items: creditSamples() } })),
  bind(ROUTES.tryCredits, async (_, { body }) => {
    const trial = trialCredits(body)
    return trial.ok ? ok({ body: trial.value }) : refuse({ code: 'invalid-input', fields: trial.refusal })
  }),
  bind(ROUTES.explainPolicy, async (_, { body }) => {
    const problems = checkPolicy(body.policy)
    const told = problems.map((problem) => ({ pointer: problem.pointer, detail: fieldWords(problem) }))
    return ok({ body: { words: policyInWords(body.policy), problems: told } })
  }),
]
