import { EvidenceLinks } from '../../frame/evidence-links.tsx'
import { HistoryCard } from '../../frame/history-card.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { LedgerMoves } from './ledger-moves.tsx'

interface LedgerDrawerProps {
  /** Null keeps it closed. */
  id: string | null
  onOpen: (id: string) => void
  onClose: () => void
}

/** Everything about one entry: where the hours come from, what proves them, and what became of them. */
export function LedgerDrawer({ id, onOpen, onClose }: LedgerDrawerProps) {
  const { district } = useActing()
  const params = { district, id: id ?? '' }
  const query = useQuery('readLedgerEntry', id === null ? null : { params })
  const history = useQuery('readLedgerEntryHistory', id === null ? null : { params })
  const other = (label: string, entry: string | null) =>
    entry === null
      ? []
      : [
          {
            label,
            value: (
              <Button kind="text" size="small" onClick={() => onOpen(entry)}>
                {t('ledger.see')}
              </Button>
            ),
          },
        ]
  return (
    <Drawer open={id !== null} title={t('ledger.entry')} onClose={onClose}>
      <QueryView query={query}>
        {(entry) => (
          <div class="stack">
            <DescriptionList
              items={[
                { label: t('ledger.teacher'), value: entry.teacherName },
                { label: t('ledger.school'), value: entry.schoolName },
                { label: t('ledger.item'), value: entry.title, wide: true },
                { label: t('ledger.date'), value: entry.date },
                {
                  label: t('ledger.hours'),
                  value: `${t('ledger.hoursOf', { n: entry.hours })}（${t('ledger.minutesOf', { n: entry.minutes })}）`,
                },
                { label: t('ledger.channel'), value: wordFor('channel', entry.channel) },
                { label: t('ledger.level'), value: entry.level === '' ? '' : wordFor('level', entry.level) },
                { label: t('ledger.module'), value: entry.module },
                { label: t('ledger.category'), value: entry.category },
                { label: t('ledger.provider'), value: entry.providerName },
                {
                  label: t('ledger.accredited'),
                  value: entry.accredited ? t('ledger.isAccredited') : t('ledger.notAccredited'),
                },
                { label: t('ledger.source'), value: wordFor('ledgerSource', entry.source) },
                { label: t('frame.state'), value: <StateTag group="ledgerEntry" state={entry.state} /> },
                ...(entry.origin ? [{ label: t('ledger.origin'), value: entry.origin.name }] : []),
                ...(entry.reason ? [{ label: t('ledger.reason'), value: entry.reason, wide: true }] : []),
                ...(entry.note ? [{ label: t('ledger.note'), value: entry.note, wide: true }] : []),
                {
                  label: t('ledger.evidence'),
                  value: (
                    <EvidenceLinks
                      route="readLedgerEvidence"
                      params={{ district, id: entry.id }}
                      evidence={entry.evidence}
                      none={t('ui.none')}
                    />
                  ),
                  wide: true,
                },
                { label: t('ledger.createdAt'), value: formatInstant(entry.createdAt) },
                ...other(t('ledger.reverses'), entry.reverses),
                ...other(t('ledger.reversedBy'), entry.reversedBy),
              ]}
            />
            <LedgerMoves entry={entry} />
            <HistoryCard group="ledgerEntry" query={history} />
          </div>
        )}
      </QueryView>
    </Drawer>
  )
}
