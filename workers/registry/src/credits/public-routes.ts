import { certificateRoutes as ROUTES } from '@shixun/contract/certificates'
import { ok } from '@shixun/domain/shared/result'
import { type Bound, bind } from '@shixun/http/bind'
import { publicCertificateKeys } from './certificate-keys.ts'
import { type PublicStore, showCertificate } from './show-certificate.ts'

/** What anybody may ask about certificates: whether one is real, and the keys to find out without us. */
export const publicCertificateRoutes: readonly Bound<PublicStore>[] = [
  bind(ROUTES.showCertificate, showCertificate),
  bind(ROUTES.readCertificateKeys, async ({ store }) =>
    ok({
      body: { keys: publicCertificateKeys(store.keys) },
      headers: { 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' },
    }),
  ),
]
