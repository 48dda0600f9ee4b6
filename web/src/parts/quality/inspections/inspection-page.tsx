import './inspections.css'
import { useRoute } from 'preact-iso'
import { call, type OutputOf } from '../../../call.ts'
import { HistoryCard } from '../../../frame/history-card.tsx'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatDate, formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { checkedPoints } from '../scoring/checked-points.ts'
import { AmendInspection } from './amend-inspection.tsx'

type Inspection = OutputOf<'readInspection'>
type VisitRecord = Inspection['sheets'][number]
type CheckItem = Inspection['checklist'][number]

function said(item: CheckItem, entry: VisitRecord['entries'][string] | undefined): string {
  if (entry === undefined) return t('ui.none')
  if (entry.score !== null) return checkedPoints(item, entry.score)
  return entry.answer === null
    ? t('ui.none')
    : wordFor(item.kind === 'veto' ? 'vetoAnswer' : 'checkAnswer', entry.answer)
}

function Sheet({ one, sheet }: { one: Inspection; sheet: VisitRecord }) {
  const { district } = useActing()
  const path = `/api/districts/${district}/inspections/${one.id}/photos`
  return (
    <section class="card stack">
      <div class="row">
        <h2>{t('inspections.recordOf', { name: sheet.visitorName })}</h2>
        <StateTag group="inspectionSheet" state={sheet.state} />
      </div>
      {sheet.reopenNote !== null && (
        <Callout kind="warning" title={t('inspections.returned')}>
          {sheet.reopenNote}
        </Callout>
      )}
      {sheet.actions.includes('fill') && (
        <div class="row">
          {/* outside the frame, so that a reload without a network finds it */}
          <Button kind="primary" href={`/visit?id=${one.id}`}>
            {t('inspections.fill')}
          </Button>
          <span class="muted">{t('inspections.fillHelp')}</span>
        </div>
      )}
      <ScrollRegion name={t('inspections.recordOf', { name: sheet.visitorName })}>
        <table class="inspection-table">
          <thead>
            <tr>
              <th scope="col">{t('inspections.item')}</th>
              <th scope="col">{t('inspections.said')}</th>
              <th scope="col">{t('inspections.note')}</th>
            </tr>
          </thead>
          <tbody>
            {one.checklist.map((item) => (
              <tr key={item.key}>
                <th scope="row">{item.title}</th>
                <td>{said(item, sheet.entries[item.key])}</td>
                <td class="pre-line">{sheet.entries[item.key]?.note ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {sheet.photos.length > 0 && (
        <ul class="inspection-photos">
          {sheet.photos.map(({ id, itemKey, takenAt, caption }) => (
            <li key={id} class="visit-photo">
              <a href={`${path}/${id}`} target="_blank" rel="noreferrer">
                <img src={`${path}/${id}`} alt={t('inspections.photoOf', { at: formatInstant(takenAt) })} />
              </a>
              <span class="muted">
                {one.checklist.find(({ key }) => key === itemKey)?.title}
                {caption !== '' && ` · ${caption}`}
                <br />
                {formatInstant(takenAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <DescriptionList
        items={[
          {
            label: t('inspections.summary'),
            value: <span class="pre-line">{sheet.summary || t('ui.none')}</span>,
            wide: true,
          },
          { label: t('inspections.receivedBy'), value: sheet.receivedBy || t('ui.none') },
          { label: t('inspections.sealedAt'), value: formatInstant(sheet.sealedAt) },
        ]}
      />
      <MoveButtons
        offered={sheet.actions}
        moves={[
          {
            action: 'reopen',
            label: t('inspections.reopen'),
            message: t('inspections.reopenHelp'),
            note: 'required',
            send: (note = '') =>
              call('reopenInspectionSheet', {
                params: { district, id: sheet.id },
                body: { note },
                ifMatch: sheet.version,
              }),
          },
        ]}
      />
    </section>
  )
}

function Figures({ one }: { one: Inspection }) {
  const scored = one.checklist.filter(({ key }) => one.figures[key] !== undefined)
  if (scored.length === 0) return null
  return (
    <section class="card stack">
      <h2>{t('inspections.figures')}</h2>
      <p class="muted">{t('inspections.figuresHelp')}</p>
      <DescriptionList
        items={scored.map((item) => {
          const value = checkedPoints(item, one.figures[item.key] ?? 0)
          return { label: item.title, value }
        })}
      />
    </section>
  )
}

/** A visit: who went, what they found, photographs, and what it gives to the evaluation. */
export function InspectionPage() {
  const { district } = useActing()
  const params = { district, id: useRoute().params['id'] ?? '' }
  const query = useQuery('readInspection', { params })
  const history = useQuery('readInspectionHistory', { params })
  return (
    <>
      <PageHead
        title={query.data?.title ?? t('menu.inspections')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.inspections'), href: '/inspections' },
          { label: query.data?.title ?? '' },
        ]}
        help={query.data && `${query.data.unitName} · ${formatDate(query.data.visitOn)}`}
        actions={<Button onClick={() => window.print()}>{t('inspections.print')}</Button>}
      />
      <QueryView query={query}>
        {(one) => (
          <div class="stack">
            <section class="card stack">
              <DescriptionList
                items={[
                  { label: t('inspections.state'), value: <StateTag group="inspection" state={one.state} /> },
                  {
                    label: t('inspections.records'),
                    value: t('inspections.sealedOf', { sealed: one.sheetsSealed, total: one.sheetsTotal }),
                  },
                  { label: t('inspections.purpose'), value: one.purpose || t('ui.none'), wide: true },
                  { label: t('inspections.releasedAt'), value: formatInstant(one.releasedAt) },
                  { label: t('inspections.acknowledgedAt'), value: formatInstant(one.acknowledgedAt) },
                ]}
              />
              <div class="row">
                {one.actions.includes('amend') && <AmendInspection one={one} />}
                <MoveButtons
                  offered={one.actions}
                  moves={[
                    {
                      action: 'release',
                      label: t('inspections.release'),
                      message: t('inspections.releaseHelp'),
                      note: 'optional',
                      kind: 'primary',
                      send: (note) => call('releaseInspection', { params, body: { note }, ifMatch: one.version }),
                    },
                    {
                      action: 'acknowledge',
                      label: t('inspections.acknowledge'),
                      message: t('inspections.acknowledgeHelp'),
                      note: 'none',
                      kind: 'primary',
                      send: () => call('acknowledgeInspection', { params, body: {}, ifMatch: one.version }),
                    },
                    {
                      action: 'cancel',
                      label: t('inspections.cancel'),
                      message: t('inspections.cancelHelp'),
                      note: 'required',
                      kind: 'danger',
                      send: (note = '') => call('cancelInspection', { params, body: { note }, ifMatch: one.version }),
                    },
                  ]}
                />
              </div>
            </section>
            <Figures one={one} />
            {one.sheets.map((sheet) => (
              <Sheet key={sheet.id} one={one} sheet={sheet} />
            ))}
            <HistoryCard query={history} group="inspection" />
          </div>
        )}
      </QueryView>
    </>
  )
}
