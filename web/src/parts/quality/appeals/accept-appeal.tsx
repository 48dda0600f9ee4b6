import { useState } from 'preact/hooks'
import { oneOf } from '../../../frame/choices.ts'
import { FormDialog } from '../../../frame/form-dialog.tsx'
import { loadUnits } from '../../../frame/load-units.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { Field } from '../../../ui/field.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import type { Choice } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useSend } from '../../../use-send.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { Appeal } from './appeal-page.tsx'

const codes = ['figures', 'opinion', 'arithmetic'] as const
const helps = {
  figures: 'appeals.wayFiguresHelp',
  opinion: 'appeals.wayOpinionHelp',
  arithmetic: 'appeals.wayArithmeticHelp',
} as const

/** 受理: the way in which the result is looked into again, and the expert where a further opinion is asked. */
export function AcceptAppeal({ one }: { one: Appeal }) {
  const { district } = useActing()
  const { send, busy, problem, clear } = useSend('acceptAppeal')
  const [open, setOpen] = useState(false)
  const [way, setWay] = useState<(typeof codes)[number]>('figures')
  const [expert, setExpert] = useState<Choice | null>(null)
  const [note, setNote] = useState('')
  // only what a panel scored can get a further expert
  const ways = codes.filter((code) => code !== 'opinion' || one.subjectKind === 'application')
  async function submit() {
    const body = { note, way, ...(way === 'opinion' && expert ? { expertId: expert.value } : {}) }
    const answer = await send({ params: { district, id: one.id }, body, ifMatch: one.version })
    if (!answer.ok) return
    setOpen(false)
    showToast({ kind: 'success', text: t('frame.done', { action: t('appeals.accept') }) })
  }
  return (
    <>
      <Button
        kind="primary"
        onClick={() => {
          clear()
          setOpen(true)
        }}
      >
        {t('appeals.accept')}
      </Button>
      <FormDialog
        open={open}
        title={t('appeals.accept')}
        confirmLabel={t('appeals.accept')}
        ready={note.trim() !== '' && (way !== 'opinion' || expert !== null)}
        busy={busy}
        problem={problem}
        onSubmit={() => void submit()}
        onClose={() => setOpen(false)}
      >
        <Field label={t('appeals.way')} error={problem?.fields['/way']} required group>
          {(link) => (
            <RadioGroup
              {...link}
              column
              value={way}
              onChange={(value) => setWay(oneOf(codes, value))}
              options={ways.map((code) => ({ value: code, label: wordFor('appealWay', code), help: t(helps[code]) }))}
            />
          )}
        </Field>
        {way === 'opinion' && (
          <Field label={t('appeals.chooseExpert')} error={problem?.fields['/expertId']} required>
            {(link) => (
              <Combobox
                {...link}
                value={expert}
                onChange={setExpert}
                load={(query) => loadUnits('expert', district, query)}
              />
            )}
          </Field>
        )}
        <Field label={t('appeals.acceptNote')} error={problem?.fields['/note']} required>
          {(link) => <Textarea {...link} value={note} onChange={setNote} rows={3} maxLength={2000} />}
        </Field>
      </FormDialog>
    </>
  )
}
