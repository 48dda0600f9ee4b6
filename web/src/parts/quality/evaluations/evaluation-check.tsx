import { useState } from 'preact/hooks'
import { addressOf } from '../../../call.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { t } from '../../../words/words.ts'

async function digestOf(address: string): Promise<string> {
  const bytes = await fetch(address).then((response) => {
    if (!response.ok) throw new Error(String(response.status))
    return response.arrayBuffer()
  })
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** 怎样核对: what the fingerprint is taken of, for whoever wants to check it without us, and a button that does it here. */
export function EvaluationCheck({
  id,
  sha256,
  inputsSha256,
}: {
  id: string
  sha256: string
  inputsSha256: string | null
}) {
  const { district } = useActing()
  const [found, setFound] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const address = addressOf('readDerivation', { district, id })
  async function verify() {
    setBusy(true)
    setFound(await digestOf(address).catch(() => t('ui.none')))
    setBusy(false)
  }
  return (
    <section class="card stack">
      <h2>{t('evaluations.check')}</h2>
      <ol class="check-steps">
        <li>
          {t('evaluations.check1')} <code class="quality-code">{sha256}</code>
        </li>
        <li>{t('evaluations.check2', { district })}</li>
        <li>{t('evaluations.check3')}</li>
      </ol>
      {inputsSha256 !== null && (
        <p class="muted">
          {t('evaluations.inputsSha')} <code class="quality-code">{inputsSha256}</code>
        </p>
      )}
      <div class="row no-print">
        <Button href={address}>{t('evaluations.download')}</Button>
        <Button busy={busy} onClick={() => void verify()}>
          {t('evaluations.verify')}
        </Button>
      </div>
      <div aria-live="polite">
        {found !== null && (
          <Callout kind={found === sha256 ? 'success' : 'error'}>
            {found === sha256 ? t('evaluations.verified') : t('evaluations.notVerified', { sha: found })}
          </Callout>
        )}
      </div>
    </section>
  )
}
