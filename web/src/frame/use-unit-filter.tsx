import { useState } from 'preact/hooks'
import { Combobox } from '../ui/combobox.tsx'
import type { FilterField } from '../ui/filter-bar.tsx'
import type { Choice } from '../ui/select.tsx'
import { t } from '../words/words.ts'
import type { Filters } from './use-filters.ts'

/** A condition of somebody or some unit, found by name; `name` is what the list itself tells of who is in the address. */
export function useUnitFilter<K extends string>(
  filters: Filters<K>,
  key: K,
  label: string,
  load: (text: string) => Promise<readonly Choice[]>,
  name: string | undefined,
): FilterField {
  const [picked, setPicked] = useState<Choice | null>(null)
  const value = filters.draft[key]
  const chosen = picked?.value === value ? picked : { value, label: name ?? value }
  return {
    key,
    label,
    control: (link) => (
      <Combobox
        {...link}
        value={value === '' ? null : chosen}
        onChange={(choice) => {
          setPicked(choice)
          filters.set(key, choice?.value ?? '')
        }}
        load={load}
        placeholder={t('frame.all')}
      />
    ),
  }
}
