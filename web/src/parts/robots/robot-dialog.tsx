import { useEffect, useState } from 'preact/hooks'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { changedBody, draftOf, emptyDraft, newBody, type Robot } from './robot-draft.ts'
import { RobotForm } from './robot-form.tsx'

interface RobotDialogProps {
  /** A robot to edit, `new` for one more, null while closed. */
  subject: Robot | 'new' | null
  onClose: () => void
}

export function RobotDialog({ subject, onClose }: RobotDialogProps) {
  const { district } = useActing()
  const create = useSend('createRobot')
  const edit = useSend('editRobot')
  const [draft, setDraft] = useState(emptyDraft())
  const known = subject === null || subject === 'new' ? undefined : subject
  useEffect(() => {
    if (subject === null) return
    setDraft(known ? draftOf(known) : emptyDraft())
    create.clear()
    edit.clear()
  }, [subject])
  const problem = known ? edit.problem : create.problem
  async function save() {
    const answer = known
      ? await edit.send({ params: { district, id: known.id }, ifMatch: known.version, body: changedBody(draft) })
      : await create.send({ params: { district }, body: newBody(draft) })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('robots.saved', { name: draft.name.trim() }) })
    onClose()
  }
  return (
    <FormDialog
      open={subject !== null}
      title={known ? t('robots.edit') : t('robots.new')}
      confirmLabel={t('frame.save')}
      ready={
        draft.name.trim() !== '' && draft.events.length > 0 && (known !== undefined || draft.address.trim() !== '')
      }
      busy={create.busy || edit.busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <RobotForm draft={draft} onChange={setDraft} errors={problem?.fields ?? {}} known={known} />
    </FormDialog>
  )
}
