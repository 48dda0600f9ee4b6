import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'

type Account = OutputOf<'listAccounts'>['items'][number]

/** Ends one of the roles that an account has here; the account itself stays. */
export function EndRole({ account }: { account: Account }) {
  const { district } = useActing()
  const { send, busy, problem, clear } = useSend('endRole')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  const [note, setNote] = useState('')
  const membership = account.memberships.find(({ id }) => id === chosen) ?? account.memberships[0]
  async function end() {
    if (!membership) return
    const body = { membership: membership.id, note: note.trim() }
    const answer = await send({ params: { district, id: account.id }, body, ifMatch: account.version })
    if (!answer.ok) return
    setOpen(false)
    showToast({ kind: 'success', text: t('frame.done', { action: t('accounts.endRole') }) })
  }
  return (
    <>
      <Button
        kind="text"
        size="small"
        onClick={() => {
          clear()
          setNote('')
          setOpen(true)
        }}
      >
        {t('accounts.endRole')}
      </Button>
      <FormDialog
        open={open}
        title={t('accounts.endRoleOf', { name: account.name })}
        confirmLabel={t('accounts.endRole')}
        ready={membership !== undefined && note.trim() !== ''}
        busy={busy}
        problem={problem}
        onSubmit={() => void end()}
        onClose={() => setOpen(false)}
      >
        <p class="muted">{t('accounts.endRoleHelp')}</p>
        <Field label={t('accounts.role')} required>
          {(link) => (
            <Select
              {...link}
              value={membership?.id ?? ''}
              onChange={setChosen}
              options={account.memberships.map(({ id, role, unitName }) => ({
                value: id,
                label: unitName === null ? wordFor('role', role) : `${wordFor('role', role)}（${unitName}）`,
              }))}
              placeholder={null}
            />
          )}
        </Field>
        <Field label={t('frame.reason')} required error={problem?.fields['/note']}>
          {(link) => <Textarea {...link} value={note} onChange={setNote} maxLength={2000} rows={3} />}
        </Field>
      </FormDialog>
    </>
  )
}
