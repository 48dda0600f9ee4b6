import { GUSKEY_LEVELS, type GuskeyLevel } from '@shixun/domain/delivery/guskey'
import { useState } from 'preact/hooks'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { useActing } from '../../session.ts'
import { Field } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t, wordFor } from '../../words/words.ts'
import type { FollowUp } from './follow-up-report.tsx'

type Points = Partial<Record<GuskeyLevel, number>>

const steps = [1, 2, 3, 4]

function isWhole(points: Points): points is Record<GuskeyLevel, number> {
  return GUSKEY_LEVELS.every((level) => points[level] !== undefined)
}

/** 评定: one step a level, each with its description. */
export function RatingDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const { district } = useActing()
  const rate = useSend('rateFollowUp')
  const [points, setPoints] = useState<Points>({})
  const [note, setNote] = useState('')
  async function save() {
    if (!isWhole(points)) return
    const body = { rating: points, ...(note.trim() === '' ? {} : { note: note.trim() }) }
    const answer = await rate.send({ params: { district, id: followUp.id }, ifMatch: followUp.version, body })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('followUps.rated') })
    onClose()
  }
  return (
    <FormDialog
      open
      size="wide"
      title={t('followUps.rate')}
      confirmLabel={t('followUps.rate')}
      ready={isWhole(points)}
      busy={rate.busy}
      problem={rate.problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p class="muted">{t('followUps.rateHelp')}</p>
      {GUSKEY_LEVELS.map((level) => (
        <Field key={level} label={wordFor('guskey', level)} required group>
          {(link) => (
            <RadioGroup
              {...link}
              column
              value={String(points[level] ?? '')}
              onChange={(step) => setPoints({ ...points, [level]: Number(step) })}
              options={steps.map((step) => ({
                value: String(step),
                label: `${step}　${wordFor(`guskeyPoint.${level}`, String(step))}`,
              }))}
            />
          )}
        </Field>
      ))}
      <Field label={t('followUps.note')} optional>
        {(link) => <Textarea {...link} rows={2} maxLength={2000} value={note} onChange={setNote} />}
      </Field>
    </FormDialog>
  )
}
