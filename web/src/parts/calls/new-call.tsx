import { useLocation } from 'preact-iso'
import { useNow } from '../../frame/use-now.ts'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { emptyDraft } from './call-draft.ts'
import { CallWizard } from './call-wizard.tsx'

export function NewCall() {
  const { district } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('createCall')
  const now = useNow()
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
      />
      <CallWizard
        initial={emptyDraft(Number(formatDate(now).slice(0, 4)))}
        saveLabel={t('calls.saveDraft')}
        busy={busy}
        problem={problem}
        onSave={(body) =>
          void send({ params: { district }, body }).then((answer) => {
            if (!answer.ok) return
            showToast({ kind: 'success', text: t('calls.drafted') })
            route(`/calls/${answer.body.id}`)
          })
        }
      />
    </>
  )
}
