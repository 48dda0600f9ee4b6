import { certificateById } from '@shixun/db/tenant/certificates'
import { FORMAT } from '@shixun/domain/credits/certificate-code'
import { ok, refuse } from '@shixun/domain/shared/result'
import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { seesCertificate } from './certificate-card.ts'
import { wholeCode } from './sign-certificate.ts'

/** 验证文件：all that is printed and the code, which together with the public keys can be checked without us. */
export async function readCertificateProof(
  scene: RegistryScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(certificateById({ id: params.id }))
  if (!row || !seesCertificate(scene, row)) return refuse({ code: 'not-found' })
  const proof = { format: FORMAT, code: wholeCode(row), printed: row.printed }
  return ok(
    new Response(`${JSON.stringify(proof, null, 2)}\n`, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': attachmentDisposition(`${row.number}-验证文件.json`),
        'cache-control': 'no-store',
      },
    }),
  )
}
