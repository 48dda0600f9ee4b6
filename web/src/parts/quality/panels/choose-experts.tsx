import { useState } from 'preact/hooks'
import { choicesOf, phases } from '../../../frame/choices.ts'
import { ListTable } from '../../../frame/list-table.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { usePages } from '../../../use-pages.ts'
import { useQuery } from '../../../use-query.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { PanelChoices } from './form-panel.tsx'

interface ChooseExpertsProps {
  choices: PanelChoices
  onChange: (more: Partial<PanelChoices>) => void
  onBack: () => void
  onNext: () => void
}

const none = { subject: '', phase: '', q: '' }
const most = 200

/** Second step: experts of the library who can be asked, and how much each would get. */
export function ChooseExperts({ choices, onChange, onBack, onNext }: ChooseExpertsProps) {
  const { district } = useActing()
  const { callId, expertIds } = choices
  const [draft, setDraft] = useState(none)
  const [asked, setAsked] = useState(none)
  const one = useQuery('readCall', { params: { district, id: callId } })
  const waiting = useQuery('listApplications', {
    params: { district },
    query: { call: callId, state: 'screened', limit: most },
  })
  const pages = usePages('listExperts', (after) => ({
    params: { district },
    query: {
      after,
      limit: 50,
      state: 'active' as const,
      q: asked.q || undefined,
      subject: asked.subject || undefined,
      phase: phases.find((phase) => phase === asked.phase),
    },
  }))
  const size = choices.size ?? one.data?.review.expertsPerItem ?? 1
  const enough = expertIds.length >= size
  const count = waiting.data?.items.length
  const whole = waiting.data?.next === null
  const each = count === undefined || expertIds.length === 0 ? null : Math.ceil((count * size) / expertIds.length)
  const change = (more: Partial<typeof none>) => setDraft({ ...draft, ...more })
  return (
    <div class="stack">
      <FilterBar
        onSearch={() => setAsked({ ...draft, q: draft.q.trim(), subject: draft.subject.trim() })}
        onReset={() => {
          setDraft(none)
          setAsked(none)
        }}
        fields={[
          {
            key: 'subject',
            label: t('panels.filterSubject'),
            control: (link) => (
              <TextInput {...link} value={draft.subject} onChange={(subject) => change({ subject })} maxLength={20} />
            ),
          },
          {
            key: 'phase',
            label: t('panels.filterPhase'),
            control: (link) => (
              <Select
                {...link}
                value={draft.phase}
                onChange={(phase) => change({ phase })}
                options={choicesOf('phase', phases)}
                placeholder={t('panels.anyPhase')}
              />
            ),
          },
          {
            key: 'q',
            label: t('panels.filterName'),
            control: (link) => <TextInput {...link} value={draft.q} onChange={(q) => change({ q })} maxLength={40} />,
          },
        ]}
      />
      <ListTable
        pages={pages}
        caption={t('panels.experts')}
        selected={expertIds}
        onSelect={(keys) => onChange({ expertIds: keys })}
        rowName={(row) => row.name}
        empty={
          <NothingFound
            filtered={asked !== none}
            title={t('panels.noExpertsFound')}
            help={t('panels.noExpertsFoundHelp')}
            action={<Button href="/experts">{t('menu.experts')}</Button>}
          />
        }
        columns={[
          { key: 'name', title: t('panels.expert'), render: (row) => row.name, card: 'title', nowrap: true },
          { key: 'title', title: t('panels.jobTitle'), render: (row) => row.title || t('ui.none') },
          {
            key: 'subjects',
            title: t('panels.filterSubject'),
            render: (row) => row.subjects.join('、') || t('ui.none'),
          },
          {
            key: 'phases',
            title: t('panels.filterPhase'),
            render: (row) => row.phases.map((phase) => wordFor('phase', phase)).join('、') || t('ui.none'),
          },
        ]}
      />
      <div class="card row panels-foot">
        <Button onClick={onBack}>{t('panels.back')}</Button>
        <span class="panels-chosen" aria-live="polite">
          <strong>{t('panels.chosen', { n: expertIds.length })}</strong>{' '}
          {each !== null && whole && <span class="muted">{t('panels.each', { n: each })}</span>}
          {!enough && <span class="muted">{t('panels.tooFew', { n: size })}</span>}
        </span>
        {expertIds.length > 0 && (
          <Button size="small" onClick={() => onChange({ expertIds: [] })}>
            {t('panels.clearChosen')}
          </Button>
        )}
        <Button kind="primary" disabled={!enough} onClick={onNext}>
          {t('panels.preview')}
        </Button>
      </div>
    </div>
  )
}
