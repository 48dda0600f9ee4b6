import type { FilterField } from '../ui/filter-bar.tsx'
import { type Choice, Select } from '../ui/select.tsx'
import { TextInput, type TextInputProps } from '../ui/text-input.tsx'
import { t } from '../words/words.ts'
import type { Filters } from './use-filters.ts'

/** A condition chosen from a list; `all` is what stands there when none is chosen. */
export function choiceFilter<K extends string>(
  filters: Filters<K>,
  key: K,
  label: string,
  options: readonly Choice[],
  all = t('frame.all'),
): FilterField {
  return {
    key,
    label,
    control: (link) => (
      <Select
        {...link}
        value={filters.draft[key]}
        onChange={(value) => filters.set(key, value)}
        options={options}
        placeholder={all}
      />
    ),
  }
}

/** A condition typed in. */
export function textFilter<K extends string>(
  filters: Filters<K>,
  key: K,
  label: string,
  rest: Pick<TextInputProps, 'type' | 'placeholder' | 'maxLength'> = {},
): FilterField {
  return {
    key,
    label,
    control: (link) => (
      <TextInput {...link} {...rest} value={filters.draft[key]} onChange={(value) => filters.set(key, value)} />
    ),
  }
}
