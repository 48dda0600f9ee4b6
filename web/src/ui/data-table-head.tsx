import { t } from '../words/words.ts'
import { Checkbox } from './checkbox.tsx'
import type { Column, Sort } from './data-table.tsx'

interface DataTableHeadProps<Row> {
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
  /** Undefined without selection. */
  chosen: 'none' | 'some' | 'all' | undefined
  onChooseAll: (on: boolean) => void
}

const spoken = { asc: 'ascending', desc: 'descending' } as const

export function DataTableHead<Row>({ columns, sort, onSort, chosen, onChooseAll }: DataTableHeadProps<Row>) {
  function title(column: Column<Row>) {
    if (!column.sortable || !onSort) return column.title
    const direction = sort?.key === column.key ? sort.direction : undefined
    return (
      <button
        class="table-sort"
        type="button"
        title={t('ui.sortBy', { title: column.title })}
        onClick={() => onSort({ key: column.key, direction: direction === 'asc' ? 'desc' : 'asc' })}
      >
        {column.title}
        <span class="table-sort-mark" aria-hidden="true">
          <span class={direction === 'asc' ? 'on' : ''}>▲</span>
          <span class={direction === 'desc' ? 'on' : ''}>▼</span>
        </span>
      </button>
    )
  }
  return (
    <thead>
      <tr>
        {chosen && (
          <th class="table-check" scope="col">
            <Checkbox
              checked={chosen === 'all'}
              mixed={chosen === 'some'}
              aria-label={t('ui.selectAll')}
              onChange={onChooseAll}
            />
          </th>
        )}
        {columns.map((column, index) => (
          <th
            key={column.key}
            scope="col"
            class={`align-${column.align ?? 'left'}${index === 0 ? ' table-first' : ''}${column.card === 'bare' ? ' table-bare' : ''}`}
            style={column.width === undefined ? undefined : { width: column.width, minWidth: column.width }}
            aria-sort={sort?.key === column.key ? spoken[sort.direction] : undefined}
          >
            {title(column)}
          </th>
        ))}
      </tr>
    </thead>
  )
}
