import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../../call.ts'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import { t } from '../../words/words.ts'
import type { Certificate } from './certificate-paper.tsx'
import { CorrectCertificate } from './correct-certificate.tsx'

function revoking(district: string, { id, version, number }: Certificate): Move {
  return {
    action: 'revoke',
    label: t('certificates.revoke'),
    note: 'required',
    kind: 'danger',
    message: t('certificates.revokeHelp', { number }),
    send: (note = '') => call('revokeCertificate', { params: { district, id }, body: { note }, ifMatch: version }),
  }
}

/** 撤销、更正换发: what the bureau may do to a certificate; nobody else loads it. */
export function CertificateMoves({ certificate }: { certificate: Certificate }) {
  const { district } = useActing()
  const { route } = useLocation()
  const [correcting, setCorrecting] = useState(false)
  const { actions } = certificate
  return (
    <>
      <MoveButtons offered={actions} moves={[revoking(district, certificate)]} />
      {actions.includes('supersede') && (
        <Button onClick={() => setCorrecting(true)}>{t('certificates.supersede')}</Button>
      )}
      {correcting && (
        <CorrectCertificate
          certificate={certificate}
          onClose={() => setCorrecting(false)}
          onDone={(made) => {
            setCorrecting(false)
            showToast({ kind: 'success', text: t('certificates.supersedeDone', { number: made.number }) })
            route(`/certificates/${made.id}`)
          }}
        />
      )}
    </>
  )
}
