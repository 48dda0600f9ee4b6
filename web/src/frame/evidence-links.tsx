import type { RouteId } from '@shixun/contract/routes'
import { addressOf } from '../call.ts'

type EvidenceRoute = Extract<RouteId, 'readLedgerEvidence' | 'readHoursClaimEvidence' | 'readAttendanceEvidence'>

interface EvidenceLinksProps {
  route: EvidenceRoute
  params: { district: string; id: string }
  evidence: readonly { fileId: string; name: string }[]
  none: string
}

/** Files that prove hours, each as a download. */
export function EvidenceLinks({ route, params, evidence, none }: EvidenceLinksProps) {
  if (evidence.length === 0) return <>{none}</>
  return (
    <ul class="evidence-links">
      {evidence.map(({ fileId, name }) => (
        <li key={fileId}>
          <a href={addressOf(route, { ...params, fileId })} download={name}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
