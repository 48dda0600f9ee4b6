import '../../ui/finding-lines.css'
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { FormDialog } from '../../frame/form-dialog.tsx'
import { loadUnits } from '../../frame/load-units.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Field } from '../../ui/field.tsx'
import type { Choice } from '../../ui/select.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { FindingList } from './finding-list.tsx'

type Proposal = OutputOf<'proposeGuests'>['proposals'][number]

function Verdict({ proposal }: { proposal: Proposal }) {
  const { problem, preference, findings } = proposal
  const parts = preference.parts.map(({ what, points }) => `${what} +${points}`).join('，')
  return (
    <>
      <p>{problem === null ? t('offers.mayGo') : t('offers.mayNot', { problem })}</p>
      {preference.points > 0 && <p class="muted">{t('offers.points', { points: preference.points, parts })}</p>}
      {findings.length > 0 && <FindingList findings={findings} />}
    </>
  )
}

interface ProposeGuestsProps {
  offer: Pick<OutputOf<'readOffer'>, 'id' | 'title'>
  onClose: () => void
}

/** 推荐学员: teachers are gathered, weighed against the organiser's conditions and one's own rules, and then proposed together. */
export function ProposeGuests({ offer, onClose }: ProposeGuestsProps) {
  const { district } = useActing()
  const check = useSend('proposeGuests')
  const submit = useSend('proposeGuests')
  const [chosen, setChosen] = useState<readonly Choice[]>([])
  const [proposals, setProposals] = useState<readonly Proposal[]>([])
  const params = { district, id: offer.id }
  const teacherIds = chosen.map(({ value }) => value)
  const checked = chosen.length > 0 && teacherIds.every((id) => proposals.some(({ teacherId }) => teacherId === id))
  const stopped = proposals.filter(({ teacherId, problem }) => problem !== null && teacherIds.includes(teacherId))

  async function look(ids: string[]) {
    const answer = await check.send({ params, body: { teacherIds: ids, dryRun: true } })
    if (answer.ok) setProposals(answer.body.proposals)
  }
  function add(choice: Choice | null) {
    if (choice === null || teacherIds.includes(choice.value)) return
    setChosen([...chosen, choice])
    void look([...teacherIds, choice.value])
  }
  async function propose() {
    const answer = await submit.send({ params, body: { teacherIds } })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('offers.proposed', { n: teacherIds.length }) })
    onClose()
  }
  return (
    <FormDialog
      open
      size="wide"
      title={t('offers.proposeTitle', { title: offer.title })}
      confirmLabel={t('offers.submit', { n: chosen.length })}
      ready={checked && stopped.length === 0}
      busy={submit.busy || check.busy}
      problem={submit.problem ?? check.problem}
      onSubmit={() => void propose()}
      onClose={onClose}
    >
      <p>{t('offers.proposeHelp')}</p>
      <Field label={t('offers.addTeacher')}>
        {(link) => (
          <Combobox {...link} value={null} onChange={add} load={(query) => loadUnits('teacher', district, query)} />
        )}
      </Field>
      <ul class="stack" aria-live="polite">
        {chosen.map(({ value, label, help }) => {
          const proposal = proposals.find(({ teacherId }) => teacherId === value)
          return (
            <li key={value}>
              <div class="row">
                <strong>{label}</strong>
                {help && <span class="muted">{help}</span>}
                <Button size="small" kind="text" onClick={() => setChosen(chosen.filter((one) => one.value !== value))}>
                  {t('offers.remove')}
                </Button>
              </div>
              {proposal ? <Verdict proposal={proposal} /> : !check.busy && <p>{t('offers.checkAgain')}</p>}
            </li>
          )
        })}
      </ul>
      {chosen.length > 0 && !checked && (
        <div class="row">
          <Button busy={check.busy} onClick={() => void look([...teacherIds])}>
            {t('offers.check')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
