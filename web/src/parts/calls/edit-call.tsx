import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { type Call, draftOf } from './call-draft.ts'
import { CallWizard } from './call-wizard.tsx'

function Edit({ call }: { call: Call }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { send, busy, problem } = useSend('editCall')
  return (
    <>
      <PageHead
        title={t('calls.edit')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.calls'), href: '/calls' },
          { label: call.title, href: `/calls/${call.id}` },
          { label: t('calls.edit') },
        ]}
      />
      <CallWizard
        initial={draftOf(call)}
        saveLabel={t('frame.save')}
        busy={busy}
        problem={problem}
        onSave={(body) =>
          void send({ params: { district, id: call.id }, body, ifMatch: call.version }).then((answer) => {
            if (!answer.ok) return
            showToast({ kind: 'success', text: t('calls.drafted') })
            route(`/calls/${call.id}`)
          })
        }
      />
    </>
  )
}

export function EditCall() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readCall', { params: { district, id } })
  return (
    <QueryView query={query} skeleton="form">
      {(call) => <Edit call={call} />}
    </QueryView>
  )
}
