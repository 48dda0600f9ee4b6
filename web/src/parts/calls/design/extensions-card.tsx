import { useState } from 'preact/hooks'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { ExtensionDialog } from './extension-dialog.tsx'

/** 准许过的延期, and the button that grants one more. Only the office is offered it. */
export function ExtensionsCard({ callId }: { callId: string }) {
  const { district } = useActing()
  const query = useQuery('listExtensions', { params: { district, id: callId } })
  const [extending, setExtending] = useState(false)
  return (
    <section class="card">
      <div class="card-head">
        <h2>{t('design.extensions')}</h2>
        <Button size="small" onClick={() => setExtending(true)}>
          {t('calls.extend')}
        </Button>
      </div>
      <QueryView query={query}>
        {({ items }) => (
          <DataTable
            caption={t('design.extensions')}
            rows={items}
            rowKey={({ unitId }) => unitId}
            empty={<EmptyState title={t('design.noExtensions')} help={t('design.noExtensionsHelp')} />}
            columns={[
              { key: 'unit', title: t('calls.unit'), render: ({ unitName }) => unitName, card: 'title' },
              { key: 'until', title: t('calls.until'), nowrap: true, render: ({ until }) => formatInstant(until) },
              { key: 'reason', title: t('frame.reason'), render: ({ reason }) => reason },
              {
                key: 'createdAt',
                title: t('design.grantedAt'),
                nowrap: true,
                render: ({ createdAt }) => formatInstant(createdAt),
              },
            ]}
          />
        )}
      </QueryView>
      <ExtensionDialog open={extending} callId={callId} onClose={() => setExtending(false)} />
    </section>
  )
}
