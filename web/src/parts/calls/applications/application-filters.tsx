import { choicesOf } from '../../../frame/choices.ts'
import { textFilter } from '../../../frame/filter-fields.tsx'
import type { Filters } from '../../../frame/use-filters.ts'
import { useUnitFilter } from '../../../frame/use-unit-filter.tsx'
import { useActing } from '../../../session.ts'
import { FilterBar, type FilterField } from '../../../ui/filter-bar.tsx'
import { Select } from '../../../ui/select.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { applicationStates } from './application-states.ts'
import { loadApplicants } from './load-applicants.ts'

export type ApplicationFilter = 'q' | 'call' | 'state' | 'unit'

interface ApplicationFiltersProps {
  filters: Filters<ApplicationFilter>
  /** Whether the list holds more units than one's own. */
  several: boolean
  /** Name of the chosen unit, as far as the list tells it. */
  unitName: string | undefined
}

/** Conditions of the list: call, state and unit in any combination, or the beginning of a number or title. */
export function ApplicationFilters({ filters, several, unitName }: ApplicationFiltersProps) {
  const { district } = useActing()
  const { draft } = filters
  const calls = useQuery('listCalls', { params: { district }, query: { limit: 200 } })
  const searching = draft.q !== ''
  const unit = useUnitFilter(filters, 'unit', t('files.unit'), (query) => loadApplicants(district, query), unitName)
  const fields: FilterField[] = [
    textFilter(filters, 'q', t('files.search'), {
      type: 'search',
      maxLength: 60,
      placeholder: t('files.searchExample'),
    }),
    {
      key: 'call',
      label: t('menu.calls'),
      control: (link) => (
        <Select
          {...link}
          value={searching ? '' : draft.call}
          disabled={searching}
          onChange={(value) => filters.set('call', value)}
          options={(calls.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          placeholder={t('frame.all')}
        />
      ),
    },
    {
      key: 'state',
      label: t('frame.state'),
      control: (link) => (
        <Select
          {...link}
          value={searching ? '' : draft.state}
          disabled={searching}
          onChange={(value) => filters.set('state', value)}
          options={choicesOf('application', applicationStates)}
          placeholder={t('frame.all')}
        />
      ),
    },
  ]
  return (
    <FilterBar
      onSearch={filters.search}
      onReset={filters.reset}
      fields={several ? [...fields, unit] : fields}
      unfolded={draft.unit !== ''}
    />
  )
}
