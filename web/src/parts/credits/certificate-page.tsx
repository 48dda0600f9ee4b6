import { useRoute } from 'preact-iso'
import { addressOf } from '../../call.ts'
import { inWeChat } from '../../frame/download.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { saveAnswer } from '../../frame/save-answer.ts'
import { lazyExtra } from '../../lazy-page.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { type Certificate, CertificatePaper, checkAddress } from './certificate-paper.tsx'

/** The office alone needs them. */
const CertificateMoves = lazyExtra(() => import('./certificate-moves.tsx').then((m) => m.CertificateMoves))

async function saveProof(district: string, id: string): Promise<void> {
  const problem = await saveAnswer(addressOf('readCertificateProof', { district, id }))
  showToast(
    problem
      ? { kind: 'error', text: `${problem.title}。${problem.detail}` }
      : { kind: 'success', text: t('frame.exported') },
  )
}

/** What has become of it, when it is no longer valid, and where it leads. */
function Standing({ certificate }: { certificate: Certificate }) {
  const { state, endedAt, reason, supersedes, supersededBy, origin } = certificate
  const at = formatInstant(endedAt)
  return (
    <>
      {state !== 'valid' && (
        <Callout
          kind="warning"
          title={t(state === 'revoked' ? 'certificates.voidRevoked' : 'certificates.voidSuperseded', { at })}
          actions={
            supersededBy && (
              <Button size="small" href={`/certificates/${supersededBy}`}>
                {t('certificates.newer')}
              </Button>
            )
          }
        >
          {reason && t('certificates.voidReason', { reason })}
        </Callout>
      )}
      {supersedes && (
        <Callout>
          <a href={`/certificates/${supersedes}`}>{t('certificates.older')}</a>
        </Callout>
      )}
      {origin && <Callout>{t('certificates.origin', { name: origin.name })}</Callout>}
    </>
  )
}

function Loaded({ certificate }: { certificate: Certificate }) {
  const { district } = useActing()
  const { id, number, actions, state } = certificate
  const closed = inWeChat()
  return (
    <>
      <div class="no-print">
        <PageHead
          title={number}
          tags={<StateTag group="certificate" state={state} />}
          crumbs={[
            { label: t('shell.workbench'), href: '/' },
            { label: t('menu.certificates'), href: '/certificates' },
            { label: number },
          ]}
          actions={
            <>
              {actions.length > 0 && <CertificateMoves certificate={certificate} />}
              <Button href={checkAddress(certificate)}>{t('certificates.check')}</Button>
              {!closed && (
                <Button
                  icon="download"
                  title={t('certificates.proofHelp')}
                  onClick={() => void saveProof(district, id)}
                >
                  {t('certificates.proof')}
                </Button>
              )}
              {!closed && state === 'valid' && (
                <Button kind="primary" icon="print" onClick={() => print()}>
                  {t('certificates.print')}
                </Button>
              )}
            </>
          }
        />
        {closed && <Callout>{t('certificates.wechat')}</Callout>}
        <Standing certificate={certificate} />
      </div>
      <div class={state === 'valid' ? 'certificate-sheets' : 'certificate-sheets no-print'}>
        <CertificatePaper certificate={certificate} />
      </div>
    </>
  )
}

/** One certificate as it is printed, with what may be done to it. */
export function CertificatePage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readCertificate', { params: { district, id } })
  return <QueryView query={query}>{(certificate) => <Loaded certificate={certificate} />}</QueryView>
}
