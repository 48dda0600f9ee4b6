import { creditRoutes as ROUTES } from '@shixun/contract/credits'
import { trialCredits } from '@shixun/domain/credits/trial-credits'
import { ok, refuse } from '@shixun/domain/shared/result'
import { type Bound, bind } from '@shixun/http/bind'

/** 学分试算：a calculation that keeps nothing, where nothing is held. */
export const creditRoutes: readonly Bound<null>[] = [
  bind(ROUTES.tryCredits, async (_, { body }) => {
    const trial = trialCredits(body)
    return trial.ok ? ok({ body: trial.value }) : refuse({ code: 'invalid-input', fields: trial.refusal })
  }),
]
