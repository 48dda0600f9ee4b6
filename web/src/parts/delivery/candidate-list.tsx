import { useState } from 'preact/hooks'
import { phases } from '../../frame/choices.ts'
import { choiceFilter, textFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { PasteNames } from './paste-names.tsx'
import { PersonName } from './person-name.tsx'
import { PreferencePoints } from './preference-points.tsx'

type Row = ItemOf<'listCandidates'>
export type Chosen = { teacherId: string; name: string }

interface CandidateListProps {
  cohort: string
  /** The office names one; a school sees its own teachers. */
  school: string | undefined
  chosen: readonly Chosen[]
  onChange: (chosen: readonly Chosen[]) => void
  busy: boolean
  onCheck: () => void
}

function standing({ eligible, standing: state, conditions }: Row) {
  if (state !== null) return <Tag tone="blue">{wordFor('enrolment', state)}</Tag>
  if (eligible) return <Tag tone="green">{t('enrol.eligible')}</Tag>
  return (
    <div>
      <Tag tone="red">{t('enrol.notEligible')}</Tag>{' '}
      <span class="candidate-unmet">
        {conditions
          .filter(({ met }) => !met)
          .map(({ detail }) => detail)
          .join('；')}
      </span>
    </div>
  )
}

/** The teachers of a school with the conditions of the cohort; whoever is chosen stays chosen from page to page. */
export function CandidateList({ cohort, school, chosen, onChange, busy, onCheck }: CandidateListProps) {
  const { district } = useActing()
  const filters = useFilters('q', 'subject', 'phase')
  const { applied } = filters
  const [pasting, setPasting] = useState(false)
  const pages = usePages('listCandidates', (after) => ({
    params: { district, id: cohort },
    query: { ...applied, school, after },
  }))
  function select(keys: readonly string[]) {
    const known: readonly Chosen[] = [...pages.items.map(({ id, name }) => ({ teacherId: id, name })), ...chosen]
    const mayNot = new Set(pages.items.filter((row) => !row.eligible || row.standing !== null).map(({ id }) => id))
    onChange(keys.filter((key) => !mayNot.has(key)).flatMap((key) => known.find((one) => one.teacherId === key) ?? []))
  }
  function add(more: readonly Chosen[]) {
    const ids = new Set(chosen.map(({ teacherId }) => teacherId))
    onChange([...chosen, ...more.filter(({ teacherId }) => !ids.has(teacherId))])
  }
  return (
    <>
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[
          textFilter(filters, 'q', t('enrol.person'), { type: 'search', maxLength: 40 }),
          textFilter(filters, 'subject', t('enrol.subject'), { maxLength: 40 }),
          choiceFilter(
            filters,
            'phase',
            t('enrol.phase'),
            phases.map((phase) => ({ value: phase, label: wordFor('phase', phase) })),
          ),
        ]}
      />
      <ListTable
        pages={pages}
        personal
        caption={t('enrol.candidates')}
        rowName={(row) => row.name}
        selected={chosen.map(({ teacherId }) => teacherId)}
        onSelect={select}
        toolbar={
          <Button kind="text" size="small" icon="upload" onClick={() => setPasting(true)}>
            {t('enrol.paste')}
          </Button>
        }
        empty={
          <NothingFound
            filtered={Object.keys(applied).length > 0}
            title={t('enrol.noCandidates')}
            help={t('enrol.noCandidatesHelp')}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('enrol.person'),
            render: (row) => <PersonName name={row.name} tail={row.documentTail} />,
            card: 'title',
            fixed: true,
            nowrap: true,
          },
          { key: 'phase', title: t('enrol.phase'), render: (row) => wordFor('phase', row.phase), nowrap: true },
          { key: 'subject', title: t('enrol.subject'), render: (row) => row.subject || t('ui.none'), nowrap: true },
          { key: 'title', title: t('enrol.title'), render: (row) => row.title ?? t('ui.none'), nowrap: true },
          {
            key: 'preference',
            title: t('enrol.preference'),
            render: (row) => <PreferencePoints preference={row.preference} />,
            align: 'right',
          },
          { key: 'eligible', title: t('enrol.conditions'), render: standing },
        ]}
      />
      <section class="nominate-bar" aria-label={t('enrol.nominate')}>
        <strong role="status">{t('enrol.chosen', { n: chosen.length })}</strong>
        <Button kind="primary" disabled={chosen.length === 0} busy={busy} onClick={onCheck}>
          {t('enrol.check', { n: chosen.length })}
        </Button>
      </section>
      <PasteNames
        open={pasting}
        cohort={cohort}
        onClose={() => setPasting(false)}
        onRead={(found) => {
          add(found)
          setPasting(false)
        }}
      />
    </>
  )
}
