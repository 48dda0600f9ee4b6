import { printOpenapi } from '@shixun/contract/openapi'
import { ROUTES } from '@shixun/contract/routes'
import { creditSamples } from '@shixun/domain/credits/credit-samples'
import { trialPanel } from '@shixun/domain/quality/trial-panel'
import { ok, refuse } from '@shixun/domain/shared/result'
import { type Bound, bind } from '@shixun/http/bind'
import { apiDocsPage } from './api-docs.tsx'
import type { GatewayStore } from './demo.ts'

/** What the gateway answers by itself: health, the contract, the stateless trial of a panel, samples of credit policies. */
export const platformRoutes: readonly Bound<GatewayStore>[] = [
  bind(ROUTES.checkHealth, async ({ store }) => ok({ body: { status: 'ok', version: store.version } })),
  bind(ROUTES.readOpenapi, async ({ store }) => ok({ body: printOpenapi(store.version) })),
  bind(ROUTES.showApiDocs, async () => ok(await apiDocsPage())),
  bind(ROUTES.tryPanel, async (_, { body }) => {
    const trial = trialPanel(body)
    return trial.ok ? ok({ body: { ...trial.value } }) : refuse({ code: 'invalid-input', fields: trial.refusal })
  }),
  bind(ROUTES.readCreditSamples, async () => ok({ body: { items: creditSamples() } })),
]
