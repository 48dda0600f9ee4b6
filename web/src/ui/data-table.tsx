import './data-table.css'
import type { ComponentChildren } from 'preact'
import { t } from '../words/words.ts'
import { Checkbox } from './checkbox.tsx'
import { ColumnSettings } from './column-settings.tsx'
import { DataTableHead } from './data-table-head.tsx'
import { EmptyState } from './empty-state.tsx'
import { Skeleton } from './skeleton.tsx'
import { TableSelection } from './table-selection.tsx'
import { useStoredList } from './use-stored-list.ts'

export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ComponentChildren
  /** Figures and money go right. */
  align?: 'left' | 'right' | 'center' | undefined
  width?: string | undefined
  nowrap?: boolean | undefined
  sortable?: boolean | undefined
  /** Cannot be hidden. */
  fixed?: boolean | undefined
  /** Hidden until the column settings show it. */
  hidden?: boolean | undefined
  /** On phones: `title` is the head of the card, `bare` stands without a label (buttons), `none` is left out. */
  card?: 'title' | 'bare' | 'none' | undefined
}

export interface Sort {
  key: string
  direction: 'asc' | 'desc'
}

export interface DataTableProps<Row> {
  /** What the table shows, for those who hear the page. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Names the row beside its checkbox. */
  rowName?: ((row: Row) => string) | undefined
  sort?: Sort | undefined
  onSort?: ((sort: Sort) => void) | undefined
  selected?: readonly string[] | undefined
  onSelect?: ((keys: string[]) => void) | undefined
  /** Buttons of the bar that appears after a selection. */
  batch?: ComponentChildren
  /** 新建, 导入, 导出: left above the table. */
  toolbar?: ComponentChildren
  /** Keeps the column settings under this name and shows their menu. */
  storageKey?: string | undefined
  loading?: boolean | undefined
  empty?: ComponentChildren
  /** Scrolls by itself in both directions, head and first column standing. */
  wide?: boolean | undefined
  foot?: ComponentChildren
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowName, selected, onSelect, storageKey, wide } = props
  const initial = columns.filter((column) => column.hidden).map((column) => column.key)
  const stored = storageKey === undefined ? undefined : `shixun.columns.${storageKey}`
  const [hidden, setHidden] = useStoredList(stored, initial)
  const shown = columns.filter((column) => column.fixed || !hidden.includes(column.key))
  const chosen = selected ?? []
  const pairs = shown.length === 2 && !onSelect && shown[0]?.card === 'title' ? ' table-pairs' : ''
  const count = rows.filter((row) => chosen.includes(rowKey(row))).length
  const state = count === 0 ? 'none' : count === rows.length ? 'all' : 'some'

  function choose(keys: readonly string[], on: boolean) {
    const rest = chosen.filter((key) => !keys.includes(key))
    onSelect?.(on ? [...rest, ...keys] : rest)
  }
  function cell(row: Row, column: Column<Row>, index: number) {
    const look = `align-${column.align ?? 'left'}${column.nowrap ? ' nowrap' : ''}${index === 0 ? ' table-first' : ''}`
    if (column.card === 'title') {
      return (
        <th key={column.key} scope="row" class={`${look} table-title`}>
          {column.render(row)}
        </th>
      )
    }
    return (
      <td key={column.key} class={`${look}${column.card ? ` table-${column.card}` : ''}`} data-label={column.title}>
        {column.render(row)}
      </td>
    )
  }
  return (
    <div>
      {(props.toolbar || storageKey !== undefined) && (
        <div class="table-tools">
          <div class="row">{props.toolbar}</div>
          {storageKey !== undefined && <ColumnSettings columns={columns} hidden={hidden} onChange={setHidden} />}
        </div>
      )}
      {chosen.length > 0 && (
        <TableSelection count={chosen.length} onClear={() => onSelect?.([])}>
          {props.batch}
        </TableSelection>
      )}
      {/* a region that scrolls must be reachable by keyboard */}
      <div
        class={`table-scroll${wide ? ' table-wide' : ''}`}
        {...(wide ? { tabIndex: 0, role: 'region' as const, 'aria-label': caption } : {})}
      >
        <table class={`data-table table-cards${pairs}`} aria-busy={props.loading || undefined}>
          <caption class="visually-hidden">{caption}</caption>
          <DataTableHead
            columns={shown}
            sort={props.sort}
            onSort={props.onSort}
            chosen={onSelect ? state : undefined}
            onChooseAll={(on) => choose(rows.map(rowKey), on)}
          />
          {!props.loading && (
            <tbody>
              {rows.map((row) => {
                const key = rowKey(row)
                const on = chosen.includes(key)
                return (
                  <tr key={key} class={on ? 'selected' : undefined}>
                    {onSelect && (
                      <td class="table-check">
                        <Checkbox
                          checked={on}
                          aria-label={t('ui.selectRow', { name: rowName?.(row) ?? key })}
                          onChange={(checked) => choose([key], checked)}
                        />
                      </td>
                    )}
                    {shown.map((column, index) => cell(row, column, index))}
                  </tr>
                )
              })}
            </tbody>
          )}
          {props.foot && !props.loading && rows.length > 0 && <tfoot>{props.foot}</tfoot>}
        </table>
      </div>
      {props.loading && <Skeleton kind="table" rows={5} />}
      {!props.loading && rows.length === 0 && (props.empty ?? <EmptyState title={t('ui.empty')} />)}
    </div>
  )
}
