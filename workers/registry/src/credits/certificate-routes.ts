import { certificateRoutes as ROUTES } from '@shixun/contract/certificates'
import { transcriptRoutes as TRANSCRIPTS } from '@shixun/contract/transcripts'
import { type Bound, bind } from '@shixun/http/bind'
import type { Store } from '../store.ts'
import { issueCertificates } from './issue-certificates.ts'
import { readCertificateProof } from './read-certificate-proof.ts'
import { listCertificates, readCertificate } from './read-certificates.ts'
import { readIssuance } from './read-issuance.ts'
import { readTranscript } from './read-transcript.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { supersedeCertificate } from './supersede-certificate.ts'

export const certificateRoutes: readonly Bound<Store>[] = [
  bind(ROUTES.readIssuance, readIssuance),
  bind(ROUTES.issueCertificates, issueCertificates),
  bind(ROUTES.listCertificates, listCertificates),
  bind(ROUTES.readCertificate, readCertificate),
  bind(ROUTES.readCertificateProof, readCertificateProof),
  bind(ROUTES.revokeCertificate, revokeCertificate),
  bind(ROUTES.supersedeCertificate, supersedeCertificate),
  bind(TRANSCRIPTS.readTranscript, readTranscript),
]
