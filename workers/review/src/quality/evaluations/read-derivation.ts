import { derivationText } from '@shixun/db/tenant/evaluations'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'

/** The stored bytes of a derivation: whoever hashes them finds the fingerprint. One of before raters were numbered names ids and stays with the bureau. */
export async function readDerivation(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(derivationText({ id: params.id }))
  const unit = unitLimit(scene.visitor, 'evaluation.read')
  if (!row || (unit !== null && (row.unitId !== unit || row.inputsSha256 === null)))
    return refuse({ code: 'not-found' })
  return ok(
    new Response(row.text, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${params.id}.json"`,
        'cache-control': 'no-store',
        etag: `"${row.sha256}"`,
      },
    }),
  )
}
