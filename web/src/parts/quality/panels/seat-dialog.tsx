import { useEffect, useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { FormDialog } from '../../../frame/form-dialog.tsx'
import { useActing } from '../../../session.ts'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { t } from '../../../words/words.ts'
import { changesHands, type Seat } from './panel-seats.tsx'

type Candidate = OutputOf<'listSeatCandidates'>['candidates'][number]

/** A seat that goes to somebody else, or an application that gets a further expert. */
export type Asked = { kind: 'seat'; seat: Seat } | { kind: 'extra'; seat: Seat }

interface SeatDialogProps {
  panelId: string
  asked: Asked | null
  onClose: () => void
}

function matchOf({ subject, phase }: Candidate): string {
  if (subject) return t(phase ? 'panels.matchBoth' : 'panels.matchSubject')
  return t(phase ? 'panels.matchPhase' : 'panels.matchNone')
}

function titleOf(asked: Asked | null): string {
  if (asked?.kind === 'extra') return t('panels.addExtra')
  return t(asked && changesHands(asked.seat) === 'refill' ? 'panels.refillSeat' : 'panels.replaceSeat')
}

/** Whom to ask for a seat: in the order of the rule, those barred with what bars them; a reason is always kept. */
export function SeatDialog({ panelId, asked, onClose }: SeatDialogProps) {
  const { district } = useActing()
  const params = { district, id: panelId }
  const replace = useSend('replaceSeat')
  const extra = useSend('addExtraExpert')
  const [expertId, setExpertId] = useState('')
  const [note, setNote] = useState('')
  const seat = asked?.seat
  const found = useQuery('listSeatCandidates', seat ? { params, query: { application: seat.applicationId } } : null)
  useEffect(() => {
    setExpertId('')
    setNote('')
    replace.clear()
    extra.clear()
  }, [seat?.id, asked?.kind])
  const candidates = found.data?.candidates ?? []
  const free = candidates.filter(({ place }) => place !== null)
  const barred = candidates.filter(({ place, inPanel }) => place === null && inPanel)
  const [first] = free
  const sending = asked?.kind === 'extra' ? extra : replace
  async function send() {
    if (!asked || !seat) return
    const named = expertId === '' ? {} : { expertId }
    const answer =
      asked.kind === 'extra'
        ? await extra.send({ params, body: { applicationId: seat.applicationId, note: note.trim(), ...named } })
        : await replace.send({ params, body: { sheetId: seat.id, note: note.trim(), ...named } })
    if (!answer.ok) return
    const [given] = answer.body.given
    showToast({ kind: 'success', text: `${given?.expertName ?? ''}：${given?.because ?? ''}` })
    onClose()
  }
  return (
    <FormDialog
      open={asked !== null}
      title={`${titleOf(asked)}：${seat?.title ?? ''}`}
      confirmLabel={titleOf(asked)}
      ready={note.trim() !== '' && first !== undefined}
      busy={sending.busy}
      problem={sending.problem}
      size="wide"
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {found.data && !first && <Callout kind="warning">{t('panels.nobody')}</Callout>}
      <Field label={t('panels.chooseExpert')} help={t('panels.chooseHelp')}>
        {(link) => (
          <Select
            {...link}
            value={expertId}
            onChange={setExpertId}
            placeholder={first ? t('panels.byRule', { name: first.name }) : ''}
            options={free.map((one) => ({
              value: one.expertId,
              label: [
                t('panels.candidate', { place: one.place ?? 0, name: one.name, match: matchOf(one), load: one.load }),
                one.inPanel ? '' : t('panels.outsider'),
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        )}
      </Field>
      {barred.length > 0 && (
        <ul class="panels-why muted">
          {barred.map((one) => (
            <li key={one.expertId}>
              {t('panels.cannot', { name: one.name, why: one.barred.map(({ detail }) => detail).join('；') })}
            </li>
          ))}
        </ul>
      )}
      <Field label={t('frame.reason')} required>
        {(link) => <Textarea {...link} value={note} onChange={setNote} maxLength={2000} rows={3} />}
      </Field>
    </FormDialog>
  )
}
