import { TEACHER_STATES } from '@shixun/domain/teachers/teacher-states'
import { choicesOf, phases } from '../../frame/choices.ts'
import { choiceFilter, textFilter } from '../../frame/filter-fields.tsx'
import { loadUnits } from '../../frame/load-units.ts'
import type { Filters } from '../../frame/use-filters.ts'
import { useUnitFilter } from '../../frame/use-unit-filter.tsx'
import { useActing } from '../../session.ts'
import { FilterBar, type FilterField } from '../../ui/filter-bar.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../words/words.ts'

type RosterFilter = 'q' | 'school' | 'phase' | 'subject' | 'state'

interface RosterFiltersProps {
  filters: Filters<RosterFilter>
  /** Whether the list holds more schools than one's own. */
  several: boolean
  /** Name of the chosen school, as far as the list tells it. */
  schoolName: string | undefined
}

/** Conditions of the roster; who has left or moved away is found by the state. */
export function RosterFilters({ filters, several, schoolName }: RosterFiltersProps) {
  const { district } = useActing()
  const { draft } = filters
  const school = useUnitFilter(
    filters,
    'school',
    t('roster.school'),
    (q) => loadUnits('school', district, q),
    schoolName,
  )
  const fields: FilterField[] = [
    textFilter(filters, 'q', t('frame.person'), {
      type: 'search',
      placeholder: t('teachers.teacherSearch'),
      maxLength: 40,
    }),
    ...(several ? [school] : []),
    textFilter(filters, 'subject', t('teachers.subject'), { placeholder: t('teachers.subjectExample'), maxLength: 20 }),
    choiceFilter(filters, 'phase', t('teachers.phase'), choicesOf('phase', phases)),
    {
      key: 'state',
      label: t('frame.state'),
      control: (link) => (
        <Select
          {...link}
          value={draft.state === '' ? 'active' : draft.state}
          onChange={(value) => filters.set('state', value)}
          options={choicesOf('teacher', TEACHER_STATES)}
          placeholder={null}
        />
      ),
    },
  ]
  return (
    <FilterBar
      onSearch={filters.search}
      onReset={filters.reset}
      fields={fields}
      unfolded={draft.phase !== '' || draft.state !== ''}
    />
  )
}
