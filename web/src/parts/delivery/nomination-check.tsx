import { useState } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import type { ProblemError } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Field } from '../../ui/field.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { FindingList } from './finding-list.tsx'
import { PersonName } from './person-name.tsx'
import { PreferencePoints } from './preference-points.tsx'

type Checked = OutputOf<'nominateTeachers'>
type Row = Checked['items'][number]

const tones = { nominated: 'green', waiting: 'amber', refused: 'red' } as const

interface NominationCheckProps {
  checked: Checked
  busy: boolean
  problem: ProblemError | undefined
  onBack: () => void
  onDrop: (teacherIds: readonly string[]) => void
  onSend: (plea: string) => void
}

/** What would become of each teacher, before anything is written: all come, or nobody does. */
export function NominationCheck({ checked, busy, problem, onBack, onDrop, onSend }: NominationCheckProps) {
  const [plea, setPlea] = useState('')
  const [asked, setAsked] = useState(false)
  const { items, quotas, placesFree, waitingFree } = checked
  const refused = items.filter(({ outcome }) => outcome === 'refused').map(({ teacherId }) => teacherId)
  const blocked = items.some((row) => row.outcome !== 'refused' && row.blocked)
  const missing = blocked && plea.trim() === ''
  function send() {
    setAsked(true)
    if (!missing) onSend(plea.trim())
  }
  return (
    <div class="enrol-stack">
      <div class="stats">
        {quotas
          .filter(({ asked: n }) => n > 0 || quotas.length === 1)
          .map(({ schoolId, schoolName, places, used, asked: n }) => (
            <StatCard
              key={schoolId}
              label={`${schoolName} ${t('enrol.quota')}`}
              value={t('enrol.placesOf', { taken: used + n, places })}
              unit={t('enrol.persons')}
              help={t('enrol.quotaLeft', { n: Math.max(0, places - used - n) })}
            />
          ))}
        <StatCard label={t('enrol.placesFree')} value={formatNumber(placesFree)} unit={t('enrol.persons')} />
        <StatCard label={t('enrol.waitingFree')} value={formatNumber(waitingFree)} unit={t('enrol.persons')} />
      </div>
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
        </Callout>
      )}
      <section class="card">
        <DataTable<Row>
          caption={t('enrol.checked')}
          rows={items}
          rowKey={(row) => row.teacherId}
          columns={[
            {
              key: 'name',
              title: t('enrol.person'),
              render: (row) => <PersonName name={row.name} tail={row.documentTail} />,
              card: 'title',
              fixed: true,
              nowrap: true,
            },
            {
              key: 'subject',
              title: t('enrol.subject'),
              render: (row) => `${wordFor('phase', row.phase)} ${row.subject}`,
              nowrap: true,
            },
            {
              key: 'outcome',
              title: t('enrol.outcome'),
              render: (row) => (
                <div>
                  <Tag tone={tones[row.outcome]}>{t(`enrol.outcome.${row.outcome}`)}</Tag>
                  {row.problem !== '' && <span class="finding-with">{row.problem}</span>}
                </div>
              ),
            },
            {
              key: 'preference',
              title: t('enrol.preference'),
              render: (row) => <PreferencePoints preference={row.preference} />,
              align: 'right',
            },
            { key: 'findings', title: t('enrol.findings'), render: (row) => <FindingList findings={row.findings} /> },
            {
              key: 'actions',
              title: t('ui.actions'),
              render: (row) => (
                <Button kind="text" size="small" onClick={() => onDrop([row.teacherId])}>
                  {t('enrol.drop')}
                </Button>
              ),
              card: 'bare',
              nowrap: true,
            },
          ]}
        />
      </section>
      {blocked && (
        <section class="card">
          <Field
            label={t('enrol.plea')}
            required
            help={t('enrol.pleaHelp')}
            error={asked && missing ? t('ui.noteRequired') : undefined}
          >
            {(link) => <Textarea {...link} value={plea} onChange={setPlea} rows={3} maxLength={500} />}
          </Field>
        </section>
      )}
      <section class="nominate-bar" aria-label={t('enrol.nominate')}>
        <Button onClick={onBack}>{t('enrol.back')}</Button>
        {refused.length > 0 ? (
          <Button kind="primary" busy={busy} onClick={() => onDrop(refused)}>
            {t('enrol.dropRefused', { n: refused.length })}
          </Button>
        ) : (
          <Button kind="primary" busy={busy} onClick={send}>
            {t('enrol.send', { n: items.length })}
          </Button>
        )}
      </section>
    </div>
  )
}
