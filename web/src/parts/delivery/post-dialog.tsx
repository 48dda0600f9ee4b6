import { useState } from 'preact/hooks'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'

const written = ['bulletin', 'summary'] as const

interface PostDialogProps {
  cohortId: string
  /** An announcement goes to every teacher; the others are published. */
  announcement: boolean
  onClose: () => void
}

/** 发通知, or a bulletin or summary in words. */
export function PostDialog({ cohortId, announcement, onClose }: PostDialogProps) {
  const { district } = useActing()
  const { send, busy, problem } = useSend('createCohortPost')
  const [kind, setKind] = useState<(typeof written)[number]>('bulletin')
  const [title, setTitle] = useState('')
  const [body, setBody] = useState('')
  const errors = problem?.fields ?? {}
  async function save() {
    const answer = await send({
      params: { district, id: cohortId },
      body: { kind: announcement ? 'announcement' : kind, title: title.trim(), body: body.trim() },
    })
    if (!answer.ok) return
    const { sent, seen } = answer.body
    showToast({ kind: 'success', text: announcement ? t('cohorts.sentTo', { sent, seen }) : t('cohorts.posted') })
    onClose()
  }
  return (
    <FormDialog
      open
      title={announcement ? t('cohorts.announce') : t('cohorts.publishPost')}
      confirmLabel={t('cohorts.post')}
      ready={title.trim() !== '' && body.trim() !== ''}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {announcement ? (
        <p class="muted">{t('cohorts.announceHelp')}</p>
      ) : (
        <Field label={t('cohorts.postKind')} required>
          {(link) => (
            <Select
              {...link}
              value={kind}
              onChange={(value) => setKind(oneOf(written, value))}
              options={choicesOf('postKind', written)}
              placeholder={null}
            />
          )}
        </Field>
      )}
      <Field label={t('cohorts.postTitle')} required error={errors['/title']}>
        {(link) => <TextInput {...link} value={title} onChange={setTitle} maxLength={100} />}
      </Field>
      <Field label={t('cohorts.postBody')} required error={errors['/body']}>
        {(link) => <Textarea {...link} value={body} onChange={setBody} rows={8} maxLength={20000} />}
      </Field>
    </FormDialog>
  )
}
