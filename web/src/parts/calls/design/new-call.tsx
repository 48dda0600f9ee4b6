import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useNow } from '../../../frame/use-now.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useSend } from '../../../use-send.ts'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { type CallDraft, emptyDraft } from './call-draft.ts'
import { CallWizard } from './call-wizard.tsx'
import { CopyCallDialog } from './lazy-call-parts.ts'
import { useCallFiles } from './use-call-files.ts'

export function NewCall() {
  const { district } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('createCall')
  const [copying, setCopying] = useState(false)
  const files = useCallFiles(null)
  const now = useNow()
  async function create(body: CallDraft): Promise<boolean> {
    const answer = await send({ params: { district }, body })
    if (!answer.ok) return false
    const lost = await files.sendTo(answer.body.id)
    if (lost.length > 0) showToast({ kind: 'error', text: t('design.filesLost', { names: lost.join('、') }) })
    else showToast({ kind: 'success', text: t('calls.drafted') })
    route(`/calls/${answer.body.id}`)
    return true
  }
  return (
    <>
      <PageHead
        title={t('calls.new')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.calls'), href: '/calls' },
          { label: t('calls.new') },
        ]}
        help={t('calls.newHelp')}
        actions={
          <Button icon="file" onClick={() => setCopying(true)}>
            {t('design.copy')}
          </Button>
        }
      />
      <CallWizard
        initial={emptyDraft(Number(formatDate(now).slice(0, 4)))}
        stashKey={`call.${district}.new`}
        files={files}
        saveLabel={t('calls.saveDraft')}
        busy={busy}
        problem={problem}
        onSave={create}
      />
      {copying && <CopyCallDialog source={null} onClose={() => setCopying(false)} />}
    </>
  )
}
