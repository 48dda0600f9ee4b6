import { useLocation } from 'preact-iso'
import { useActing } from '../../../session.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { t } from '../../../words/words.ts'
import { type Call, draftOf } from './call-draft.ts'
import { CallOfAddress } from './call-of-address.tsx'
import { CallWizard } from './call-wizard.tsx'
import { CallConflictDialog } from './lazy-call-parts.ts'
import { useCallFiles } from './use-call-files.ts'
import { useCallSave } from './use-call-save.ts'

function Edit({ call }: { call: Call }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { save, settle, conflict, dropConflict, busy, problem } = useCallSave(call)
  const files = useCallFiles(call)
  function done(stored: boolean): boolean {
    if (stored) {
      showToast({ kind: 'success', text: t('calls.drafted') })
      route(`/calls/${call.id}`)
    }
    return stored
  }
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
        stashKey={`call.${district}.${call.id}.${call.version}`}
        files={files}
        saveLabel={t('frame.save')}
        busy={busy}
        problem={problem}
        onSave={async (draft) => done(await save(draft))}
      />
      {conflict && (
        <CallConflictDialog
          conflict={conflict}
          busy={busy}
          onSettle={(theirsOf) => void settle(theirsOf).then(done)}
          onClose={dropConflict}
        />
      )}
    </>
  )
}

export function EditCall() {
  return <CallOfAddress skeleton="form">{(call) => <Edit call={call} />}</CallOfAddress>
}
