import { lazyExtra } from '../lazy-page.tsx'
import { DataTable, type DataTableProps } from '../ui/data-table.tsx'
import { Pager } from '../ui/pager.tsx'
import type { ItemOf, ListId, Pages } from '../use-pages.ts'
import { ProblemView } from './problem-view.tsx'

const ExportMenu = lazyExtra(() => import('./export-menu.tsx').then((m) => m.ExportMenu))

type Identified = { id: string }

interface ListTableProps<I extends ListId> extends Omit<DataTableProps<ItemOf<I>>, 'rows' | 'rowKey' | 'loading'> {
  pages: Pages<I>
  /** Its export asks for a purpose. */
  personal?: boolean | undefined
}

function idOf(row: unknown): string {
  return (row as Identified).id
}

/** A page of a list as a card: table, pager, and what stands there while it loads, fails or is empty. */
export function ListTable<I extends ListId>({ pages, personal, toolbar, ...rest }: ListTableProps<I>) {
  const { query, items, pager, exportAddress } = pages
  const { data, problem, busy, refresh } = query
  return (
    <section class="card">
      {data === undefined && problem ? (
        <ProblemView problem={problem} onRetry={refresh} />
      ) : (
        <>
          <DataTable
            {...rest}
            toolbar={
              <>
                {toolbar}
                <ExportMenu address={exportAddress} personal={personal} />
              </>
            }
            rows={items}
            rowKey={idOf}
            loading={busy && data === undefined}
          />
          {(pager.onPrevious || pager.onNext) && <Pager {...pager} />}
        </>
      )}
    </section>
  )
}
